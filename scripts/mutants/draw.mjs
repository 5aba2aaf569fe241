/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { random } from '../bench/random.mjs'

/** What people trust the app with: its files, and how many of twelve mutants of a sample are drawn from them. */
export const TRUSTED = [
	{ name: 'access', share: 2, files: /^lib\/(Shared\/Audience\/|.*(Access|Presenter|Viewers|Sight)\.php$)/ },
	{ name: 'consent', share: 2, files: /^lib\/Member\/.*(Consent|Claim|Invitation|Refusal|KeptCard|MemberService|CardMerge|Steward|Yearly|StillTrue|Export)/ },
	{ name: 'minutes', share: 2, files: /^(lib\/Minutes\/|src\/minutes\/(?!.*\/ui\/).*\.ts$)/ },
	{ name: 'making', share: 2, files: /^(lib\/Group\/|src\/group\/making\/(?!.*ui\/).*\.ts$)/ },
	{ name: 'library', share: 1, files: /^(lib\/Library\/|src\/library\/files\/(?!.*ui\/).*\.ts$)/ },
	{ name: 'search', share: 1, files: /^(lib\/Search\/|lib\/Member\/(MemberSearch|Directory|MemberDocument)|src\/search\/.*\.ts$)/ },
	{ name: 'all else', share: 2, files: /^(lib|src)\// },
]

/** No mutant is drawn of what is held otherwise: the schema by the upgrade tests, wiring and words by what shows them. */
const LEFT_OUT = /^(lib\/(Migration|AppInfo)\/|src\/entry\/|src\/.*\/testing\/|src\/.*\/(words|reasons|l10n)\.ts$|src\/.*\.d\.ts$)/

/**
 * Draws a number of mutants, the same each time for a seed: shared out as TRUSTED says, of each part by chance; a part that has too few
 * leaves its places to the last.
 *
 * @param {{ path: string }[]} mutants
 */
export function draw(mutants, count, seed) {
	const next = random(seed)
	const parts = TRUSTED.map(() => [])
	for (const mutant of mutants) {
		if (!LEFT_OUT.test(mutant.path)) {
			parts[TRUSTED.findIndex(({ files }) => files.test(mutant.path))]?.push(mutant)
		}
	}
	const shares = TRUSTED.reduce((sum, { share }) => sum + share, 0)
	const drawn = []
	for (const [place, { share }] of TRUSTED.entries()) {
		const wanted = place === TRUSTED.length - 1 ? count - drawn.length : Math.round(count * share / shares)
		const part = parts[place]
		for (let left = Math.min(wanted, part.length); left > 0; left--) {
			drawn.push(...part.splice(Math.floor(next() * part.length), 1))
		}
	}
	return drawn
}
