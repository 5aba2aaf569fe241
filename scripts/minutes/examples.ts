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
import { unitsOf } from '../../src/minutes/parse/layout.ts'
import { readLines, textWidth } from '../../src/minutes/parse/lines.ts'
import { readingOf } from '../../src/minutes/parse/parse.ts'
import { labelled } from '../../src/minutes/parse/sequence.ts'
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
	return { manner, sight: sightOf(units, textWidth(lines)), gold: typeof gold === 'string' ? [...gold] as Label[] : goldOf(gold, units) }
}

function readerOf(text: string, lines: readonly Line[]): Studied['read'] {
	const units = unitsOf(lines)
	return (labels) => readingOf(text, lines, labels.map((one, i) => ({ ...one, unit: units[i]!, given: null })))
}

/** Weights learnt from some of them. */
export function weightsFrom(some: readonly Studied[]): Weights {
	const manners = new Set(some.map(({ manner }) => manner))
	const old = some.filter(({ manner }) => manner === 'known')
	const made = recombined(markedTexts().filter(({ manner }) => manners.has(manner)), RECOMBINED).map((text, i) => exampleOf(readLines(text.text, undefined, stylesOf(text, i)), text.manner, text))
	return train([...some, ...Array.from({ length: KNOWN_TIMES - 1 }, () => old).flat(), ...made])
}

/** Each text read by weights that were learnt without its manner: the manners in this number of parts. */
export function leftOut(all: readonly Studied[], parts: number): { text: Studied, reading: Reading }[] {
	const manners = [...new Set(all.map(({ manner }) => manner))].filter((manner) => manner !== 'known')
	return Array.from({ length: parts }, (_, part) => {
		const out = new Set(manners.filter((_, i) => i % parts === part))
		const weights = weightsFrom(all.filter(({ manner }) => !out.has(manner)))
		return all.filter(({ manner }) => out.has(manner)).map((text) => ({ text, reading: text.read(labelled(text.sight, weights)) }))
	}).flat()
}
