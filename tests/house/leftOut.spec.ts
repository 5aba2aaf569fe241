/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { asExpected } from '../../scripts/lib/minutes.ts'
import { studied, twinLeftOut } from '../../scripts/minutes/examples.ts'
import { score } from '../support/minutesScore.ts'

// Learns within the test, so that no recorded figure can become old.
it('the founding minutes are read as ten groups, with at least 93 % of their fields, by weights that never saw their kind', async () => {
	const { text, reading, out } = twinLeftOut(await studied())
	const { groups } = asExpected(reading)
	const { right, expected, invented } = score(groups, text.expected)
	console.info(`${right} of ${expected} fields, ${invented.length} invented; learnt without ${out.join(', ')}`)
	expect(out).toEqual(expect.arrayContaining(['dix-groupes', '03-rencontre-quatre-groupes', '04-centre-bourg-ocr', '05-fete-ocr', '06-temps-argent-ocr']))
	expect(groups.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
	expect(right / expected).toBeGreaterThanOrEqual(0.93)
}, 300_000)
