/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Spreadsheets whose cells stay as written: none is calculated, none becomes a number. */
export const SHEETS = ['ods', 'xlsx'] as const
export type Sheet = typeof SHEETS[number]

export const SHEET_TYPES: Record<Sheet, string> = {
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
