/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The version a change is based on: the server returns it to those who can change the thing, and no thing has version 0. */
export function versionOf(thing: { version?: number | null } | null | undefined): number {
	return thing?.version ?? 0
}
