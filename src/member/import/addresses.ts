/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Composed, Note } from './rows.ts'

/** What CardRules.php takes: a dot in the domain, whose last part begins with a letter. Both are held to tests/fixtures/rules/addresses.json. */
const FITS: Record<string, RegExp> = {
	email: /^[\p{L}\p{N}!#$%&'*+/=?^`{|}~_-]+(\.[\p{L}\p{N}!#$%&'*+/=?^`{|}~_-]+)*@([\p{L}\p{N}]+(-+[\p{L}\p{N}]+)*\.)+\p{L}[\p{L}\p{N}]*(-+[\p{L}\p{N}]+)*$/u,
	website: /^https?:\/\/[^\s/?#]\S*$/i,
}

/** The row as its card will be: an address that cannot be one is left out and named, as the report does. */
export function withoutUnfit(composed: Composed): Composed {
	const { contact } = composed.row
	const unfit = typeof contact === 'object' && contact !== null
		? Object.entries(contact).filter(([way, address]) => typeof address === 'string' && FITS[way]?.test(address) === false)
		: []
	if (unfit.length === 0) {
		return composed
	}
	const left = new Set(unfit.map(([way]) => way))
	return {
		...composed,
		row: { ...composed.row, contact: Object.fromEntries(Object.entries(contact as object).filter(([way]) => !left.has(way))) },
		notes: [...unfit.map(([, word]): Note => ({ kind: 'bad_address', word })), ...composed.notes],
	}
}
