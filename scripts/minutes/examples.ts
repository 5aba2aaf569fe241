/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from '../../src/minutes/parse/lines.ts'
import type { Reading } from '../../src/minutes/parse/reading.ts'
import type { Label, Labelled, Weights } from '../../src/minutes/parse/sequence.ts'
import type { Marked } from '../../tests/support/marked.ts'
import type { Sample } from './score.ts'
import type { Example } from './train.ts'

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sightOf } from '../../src/minutes/parse/features.ts'
import { formOf } from '../../src/minutes/parse/form.ts'
import { groupMark } from '../../src/minutes/parse/groupMark.ts'
import { unitsOf } from '../../src/minutes/parse/layout.ts'
import { readLines, textWidth } from '../../src/minutes/parse/lines.ts'
import { partsOf, readingOf } from '../../src/minutes/parse/parse.ts'
import { labelled } from '../../src/minutes/parse/sequence.ts'
import { findSeries } from '../../src/minutes/parse/series.ts'
import { markedTexts } from '../../tests/support/marked.ts'
import { goldOf } from './gold.ts'
import { recombined, stylesOf } from './recombine.ts'
import { known, samples } from './score.ts'
import { train } from './train.ts'

/** How many texts are made of parts of others. */
const RECOMBINED = 400
/** The known texts count several times: they are as minutes of the network are. */
const KNOWN_TIMES = 3

/** A text of the corpus, to learn from and to measure. */
export interface Studied extends Sample, Example {
	/** Its reading when its units have these labels. */
	read: (labels: readonly Labelled[]) => Reading
}

/** All texts, in all forms. */
export async function studied(): Promise<Studied[]> {
	const marked = new Map(markedTexts().map((text) => [text.name, text]))
	const labels: Record<string, string> = JSON.parse(readFileSync(join(import.meta.dirname, '../../tests/fixtures/minutes/labels.json'), 'utf8'))
	return [...known(), ...await samples()].map((sample): Studied => {
		const lines = readLines(sample.text, undefined, sample.style)
		const text = marked.get(sample.name)
		return { ...sample, ...exampleOf(lines, sample.manner, text ?? labels[sample.name]!), read: readerOf(sample.text, lines) }
	})
}

function exampleOf(lines: readonly Line[], manner: string, gold: Marked | string): Example {
	const units = unitsOf(lines)
	const { zones, allowed, barred } = formOf(units, textWidth(lines))
	return { manner, sight: sightOf(units, textWidth(lines), zones), allowed, barred, gold: typeof gold === 'string' ? [...gold] as Label[] : goldOf(gold, units) }
}

function readerOf(text: string, lines: readonly Line[]): Studied['read'] {
	const units = unitsOf(lines)
	const series = findSeries(units)
	return (labels) => readingOf(text, lines, partsOf(units, labels, series))
}

/** Weights learnt from some of them. */
export function weightsFrom(some: readonly Studied[]): Weights {
	const manners = new Set(some.map(({ manner }) => manner))
	const old = some.filter(({ manner }) => manner === 'known')
	const made = recombined(markedTexts().filter(({ manner }) => manners.has(manner)), RECOMBINED).map((text, i) => exampleOf(readLines(text.text, undefined, stylesOf(text, i)), text.manner, text))
	return train([...some, ...Array.from({ length: KNOWN_TIMES - 1 }, () => old).flat(), ...made])
}

/** Whether a text is of the kind the network began with: a line says « compte rendu » of a group, in whatever damage. */
export function isOfFirstKind({ text, style }: Studied): boolean {
	return unitsOf(readLines(text, undefined, style)).some(({ line }) => groupMark(line.text)?.report ?? false)
}

/** The founding minutes' twin read by weights that were learnt without it, without any text of its kind, and without texts made of those. */
export function twinLeftOut(all: readonly Studied[]): { text: Studied, reading: Reading, out: string[] } {
	const text = all.find(({ name }) => name === '07-dix-groupes-ocr')!
	const out = new Set(all.filter((one) => one.name === text.name || isOfFirstKind(one)).map(({ name }) => name))
	const left = all.filter(({ name }) => !out.has(name))
	return { text, reading: text.read(labelled(text.sight, weightsFrom(left), text.allowed, text.barred)), out: [...out] }
}

/** Each text read by weights that were learnt without its manner: the manners in this number of parts. */
export function leftOut(all: readonly Studied[], parts: number): { text: Studied, reading: Reading }[] {
	const manners = [...new Set(all.map(({ manner }) => manner))].filter((manner) => manner !== 'known')
	return Array.from({ length: parts }, (_, part) => {
		const out = new Set(manners.filter((_, i) => i % parts === part))
		const weights = weightsFrom(all.filter(({ manner }) => !out.has(manner)))
		return all.filter(({ manner }) => out.has(manner)).map((text) => ({ text, reading: text.read(labelled(text.sight, weights, text.allowed, text.barred)) }))
	}).flat()
}
