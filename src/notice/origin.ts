/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The origin of a new notice: the item of a card. */
export interface Origin {
	part: 'seeks' | 'offers'
	index: number
}

/** Parses `seeks:0` in an address: the first thing sought. */
export function readOrigin(value: unknown): Origin | null {
	const [, part, index] = typeof value === 'string' ? /^(seeks|offers):(\d{1,3})$/.exec(value) ?? [] : []
	return part === 'seeks' || part === 'offers' ? { part, index: Number(index) } : null
}

/** The address of a new notice from an item of a card. */
export function writeOrigin({ part, index }: Origin): string {
	return `${part}:${index}`
}
