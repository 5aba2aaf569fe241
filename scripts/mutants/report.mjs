/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A mutant as a diff of its lines. */
export function diff({ path, line, operator, before, after }) {
	const lines = (sign, text) => text.split('\n').map((one) => `${sign}${one}`)
	return [`${path}:${line} (${operator})`, ...lines('-', before), ...lines('+', after)].join('\n')
}

/** What a mutant is known by where lines have moved since. */
export const keyOf = ({ path, before, after }) => `${path}\n${before.trim()}\n${after.trim()}`

/**
 * What is printed at the end: a diff of each mutant that lives, then how many were killed. Of those that are known to change nothing
 * (`why`) none can be; they are listed separately, and do not count.
 *
 * @param {{ mutant: object, outcome: string, why?: string }[]} results
 */
export function report(results) {
	const of = (outcome) => results.filter((result) => result.outcome === outcome)
	const lives = [...of('survived'), ...of('unreached')].filter(({ why }) => !why)
	const equivalent = results.filter(({ why, outcome }) => why && outcome !== 'killed')
	const counted = results.length - of('broken').length - equivalent.length
	const died = of('killed').length + of('timed out').length
	return [
		...lives.map(({ mutant, outcome }) => `\n${diff(mutant)}${outcome === 'unreached' ? '\nno test reaches it' : ''}`),
		...of('timed out').map(({ mutant }) => `\n${diff(mutant)}\ntimed out`),
		...equivalent.map(({ mutant, why }) => `\n${diff(mutant)}\nchanges nothing: ${why}`),
		'',
		`${of('killed').length} killed, ${lives.length} survived, ${of('timed out').length} timed out, ${equivalent.length} change nothing`,
		`${counted === 0 ? 0 : Math.round(1000 * died / counted) / 10} % of ${counted} were found`,
	].join('\n')
}
