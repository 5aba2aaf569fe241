/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TableRow } from '../../shared/lib/readTable.ts'

import { fold } from '../../shared/lib/fold.ts'

/** Words below a list that label the sums next to them. */
const SUMS = ['total', 'totaux', 'total general', 'sous total', 'grand total', 'somme', 'effectif', 'effectif total', 'nombre', 'nombre total', 'sum', 'subtotal', 'count']
/** Words for what is counted, after such a word. */
const COUNTED = ['personnes', 'inscrits', 'inscrites', 'participants', 'participantes', 'membres', 'adherents', 'presents', 'lignes', 'people', 'members', 'rows', 'de', 'd', 'des', 'of', 'et']

/** Whether a line sums up a list instead of naming a person: it has such a word, and otherwise only numbers. */
export function isTotal({ cells }: Pick<TableRow, 'cells'>): boolean {
	const words = fold(cells.join(' ')).split(' ').filter((word) => word !== '')
	const letters = words.filter((word) => !isNumber(word))
	const sum = SUMS.find((one) => letters.slice(0, one.split(' ').length).join(' ') === one && !SUMS.some((longer) => longer.startsWith(`${one} `) && letters.join(' ').startsWith(longer)))
	return sum !== undefined && letters.slice(sum.split(' ').length).every((word) => COUNTED.includes(word))
}

function isNumber(word: string): boolean {
	return [...word].every((sign) => sign >= '0' && sign <= '9')
}
