/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines, Placed, Reading } from '../parse/reading.ts'

const at = (from: number, to = from): Lines => ({ from, to })
const placed = (text: string, line: number): Placed => ({ text, lines: at(line) })

/** Two groups with one of each doubt that asks something else; Odile signed up for both. */
export function sampleReading(): Reading {
	return {
		lines: [],
		groups: [
			{
				lines: at(0, 19),
				number: 1,
				title: placed('Les gens qu’on ne voit pas', 0),
				sections: [{ heading: 'Constats', lines: at(2), items: [placed('La laverie', 3), placed('Appeler Odile au 06 39 98 32 41', 4)] }],
				mandate: { lines: at(7, 9), mayAdvance: [placed('Prêter des binômes', 8)], mustNot: [], with: [], unplaced: [] },
				followUps: [placed('Revenir le dire', 10)],
				roster: [
					{ name: 'Odile Marcenac', email: 'odile@example.org', lines: at(13) },
					{ email: 'linh@example.org', lines: at(14) },
					{ name: 'S Labatut', note: 'le mardi', lines: at(15) },
				],
				declaredCount: 4,
				countLines: at(12),
				warnings: [
					{ code: 'contact-in-text', lines: at(4) },
					{ code: 'count-mismatch', lines: at(12), declared: 4, found: 3 },
					{ code: 'missing-name', lines: at(14), entry: 1 },
					{ code: 'missing-email', lines: at(15), entry: 2 },
					{ code: 'name-incomplete', lines: at(15), entry: 2 },
				],
			},
			{
				lines: at(20, 40),
				number: 2,
				title: placed('Les langues de la vallée', 20),
				sections: [{ heading: 'Ce qu’on entend', lines: at(22), items: [placed('Au marché', 23)] }],
				mandate: { lines: at(25, 29), mayAdvance: [placed('Une affiche', 27)], mustNot: [placed('Décider', 28)], with: [placed('Les chorales', 29)], unplaced: [] },
				followUps: [],
				roster: [
					{ name: 'Odile Marcenac', email: 'odile@example.org', lines: at(33) },
					{ name: 'Loïc Tréguer', email: 'loic@example.org', phone: '06 39 98 09 22', lines: at(34) },
				],
				declaredCount: null,
				countLines: null,
				warnings: [
					{ code: 'number-misread', lines: at(20), read: 'B', number: 2, likely: 8 },
					{ code: 'columns-merged', lines: at(25, 29) },
				],
			},
		],
		people: [
			{ name: 'Odile Marcenac', email: 'odile@example.org', in: [{ group: 0, entry: 0 }, { group: 1, entry: 0 }] },
			{ email: 'linh@example.org', in: [{ group: 0, entry: 1 }] },
			{ name: 'S Labatut', in: [{ group: 0, entry: 2 }] },
			{ name: 'Loïc Tréguer', email: 'loic@example.org', phone: '06 39 98 09 22', in: [{ group: 1, entry: 1 }] },
		],
		tools: [],
		dates: [],
	}
}
