/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Unit } from '../../src/minutes/parse/layout.ts'
import type { Label } from '../../src/minutes/parse/sequence.ts'
import type { Marked } from '../../tests/support/marked.ts'

import { isSimilarWord } from '../../src/minutes/parse/text.ts'
import { fold } from '../../src/shared/lib/fold.ts'
import { FIELD } from '../../tests/support/marked.ts'

/** A word of a marked text: what it is part of, and its label. */
interface Word {
	word: string
	part: number
	/** Place within that part. */
	at: number
	label: Label
}

/** The labels of the units of a document made from a marked text, in whatever form it comes back: its words are found again in their order. */
export function goldOf(marked: Marked, units: readonly Unit[]): Label[] {
	const gold = wordsOf(marked)
	// Columns are read one after the other, and written row by row.
	const order = units.map((unit, i) => ({ ...unit, i })).sort((one, other) => one.line.index - other.line.index || (one.place?.column ?? 0) - (other.place?.column ?? 0) || one.i - other.i)
	const own = order.flatMap(({ text, i: unit }) => fold(text).split(' ').filter(Boolean).map((word) => ({ word, unit })))
	const found = aligned(own.map(({ word }) => word), gold.map(({ word }) => word))
	const byUnit = units.map((): Word[] => [])
	own.forEach(({ unit }, i) => {
		if (found[i] !== -1) {
			byUnit[unit]!.push(gold[found[i]!]!)
		}
	})
	const labels2: Label[] = []
	let last = -1
	order.forEach(({ i }) => {
		labels2[i] = labelOf(byUnit[i]!)
	})
	return labels2

	function labelOf(words: readonly Word[]): Label {
		const [first] = words
		if (!first) {
			return 'N'
		}
		const labels = new Set(words.filter(({ part, at }) => part !== first.part && at < 2).map(({ label }) => label))
		const before = last
		last = words.at(-1)!.part
		if ([first.label, ...labels].filter((label) => '123'.includes(label)).length > 1) {
			return 'S'
		}
		if ([first.label, ...labels].filter((label) => 'abc'.includes(label)).length > 1) {
			return 'G'
		}
		return first.part === before && first.at > 1 ? (first.label === 'N' ? 'N' : '+') : first.label
	}
}

function wordsOf({ lines, labels }: Marked): Word[] {
	const words: Word[] = []
	let part = 0
	const add = (text: string, label: Label, begins: boolean) => {
		const own = fold(text).split(' ').filter(Boolean)
		part += begins && own.length > 0 ? 1 : 0
		const from = words.at(-1)?.part === part ? words.at(-1)!.at + 1 : 0
		own.forEach((word, at) => words.push({ word, part, at: from + at, label }))
	}
	lines.forEach((line, i) => {
		const label = labels[i] as Label
		let at = 0
		let begins = true
		for (const match of line.matchAll(FIELD)) {
			const [all, key = '', , , text] = match
			const before = line.slice(at, match.index)
			add(before, label === 'S' ? 'N' : label, begins)
			begins &&= fold(before) === ''
			// A person has several fields.
			const own = (key === '' || key === '#' || (key === 'c' && label !== 'S') ? label : 'nepo'.includes(key) ? (label === 'R' || label === 'T' ? label : 'P') : key) as Label
			add(text!, own, begins || (key !== '' && !'eopc#'.includes(key)))
			begins = false
			at = match.index + all.length
		}
		add(line.slice(at), label === 'S' ? 'N' : label, begins)
	})
	return words
}

/** For each word its place among others, -1 without one: as many as can be in their order. */
function aligned(own: readonly string[], other: readonly string[]): number[] {
	const width = other.length + 1
	const best = new Uint16Array((own.length + 1) * width)
	const same = (i: number, j: number) => own[i] === other[j] || (own[i]!.length > 3 && isSimilarWord(own[i]!, other[j]!))
	for (let i = own.length - 1; i >= 0; i--) {
		for (let j = other.length - 1; j >= 0; j--) {
			best[i * width + j] = same(i, j) ? best[(i + 1) * width + j + 1]! + 1 : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
		}
	}
	const places: number[] = own.map(() => -1)
	for (let i = 0, j = 0; i < own.length && j < other.length;) {
		if (same(i, j) && best[i * width + j] === best[(i + 1) * width + j + 1]! + 1) {
			places[i++] = j++
		} else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) {
			i++
		} else {
			j++
		}
	}
	return places
}
