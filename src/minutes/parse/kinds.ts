/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Part } from './assemble.ts'
import type { Unit } from './layout.ts'
import type { GivenKinds, GroupReading, LineKind, LineReading, Lines } from './reading.ts'
import type { Label } from './sequence.ts'

import { NO_TITLE } from './form.ts'
import { COLUMNS } from './reading.ts'
import { sourceLines } from './sourceLines.ts'

/** The labels of each kind of line. */
const LABELS_OF: Record<LineKind, readonly Label[]> = {
	group: ['T'],
	title: ['t'],
	heading: ['H'],
	point: ['I'],
	detail: ['C'],
	continuation: ['+'],
	mandateHeading: ['G', 'a', 'b', 'c'],
	mayAdvance: ['1'],
	mustNot: ['2'],
	with: ['3'],
	mandateRow: ['S'],
	followUpHeading: ['F'],
	followUp: ['f'],
	roster: ['R'],
	person: ['P'],
	nothing: ['N'],
}
const KIND_OF = Object.fromEntries(Object.entries(LABELS_OF).flatMap(([kind, labels]) => labels.map((label) => [label, kind]))) as Record<Label, LineKind>
/** A cell that heads others is the first of its row. */
const HEADS = new Set<LineKind>(['group', 'heading', 'mandateHeading', 'followUpHeading', 'roster'])

/** The kind a person gave to each unit; null without one. */
export function givenTo(units: readonly Unit[], given: GivenKinds): (LineKind | null)[] {
	const kinds: (LineKind | null)[] = units.map(() => null)
	if (given.size === 0) {
		return kinds
	}
	for (const [line, places] of inLines(units)) {
		const kind = given.get(line)
		places.forEach((unit, cell) => {
			kinds[unit] = kind === undefined ? null : typeof kind !== 'string' ? kind[cell] ?? null : cell > 0 && HEADS.has(kind) ? null : kind
		})
	}
	return kinds
}

/**
 * The labels each unit may have; null: any. A group begins where it did without the given kinds, or where a person said so: no kind of one line
 * makes a group of another.
 *
 * @param kinds given by a person
 * @param free labels without them
 * @param explicit labels that a series of marks leaves; empty without one
 */
export function allowedLabels(kinds: readonly (LineKind | null)[], free: readonly { label: Label }[], explicit: readonly (readonly Label[])[]): (readonly Label[] | null)[] {
	return kinds.map((kind, i) => kind ? LABELS_OF[kind] : explicit[i] ?? (free[i]?.label === 'T' ? null : NO_TITLE))
}

/** The units of each line, from left to right. */
function inLines(units: readonly Unit[]): Map<number, number[]> {
	const found = new Map<number, number[]>()
	units.forEach(({ line }, i) => found.set(line.index, [...found.get(line.index) ?? [], i]))
	found.forEach((places) => places.sort((one, other) => (units[one]!.place?.column ?? 0) - (units[other]!.place?.column ?? 0) || one - other))
	return found
}

/** The reading of every line. A line that contributes nothing to the groups is nothing, whatever it looked like. */
export function lineReadings(text: string, parts: readonly Part[], groups: readonly GroupReading[]): LineReading[] {
	const places = inLines(parts.map(({ unit }) => unit))
	const used = usedLines(groups)
	const begins = new Set(groups.map(({ lines }) => lines.from))
	parts.forEach(({ label, unit: { line } }, i) => {
		const heads = 'FR'.includes(label) && groups.some(({ lines }) => lines.from <= line.index && line.index <= lines.to)
		if (heads || (label === '+' && used.has(parts[i - 1]?.unit.line.index ?? -1))) {
			used.add(line.index)
		}
	})
	return sourceLines(text).flatMap((source, line): LineReading[] => {
		const own = places.get(line)
		if (!own) {
			return source.trim() === '' ? [] : [{ line, text: source.trim(), kind: 'nothing', margin: null }]
		}
		return own.map((i) => {
			const { label, margin, given, unit } = parts[i]!
			const kind = given ?? (begins.has(line) && label !== 't' ? 'group' : used.has(line) ? KIND_OF[label] : 'nothing')
			return { line, text: unit.text, kind, margin: given === null ? Math.round(margin) / 10 : null }
		})
	})
}

/** The lines that contribute something. */
function usedLines(groups: readonly GroupReading[]): Set<number> {
	const used = new Set<number>()
	const add = (lines: Lines | null) => {
		for (let line = lines?.from ?? 0; line <= (lines?.to ?? -1); line++) {
			used.add(line)
		}
	}
	for (const { title, sections, mandate, followUps, roster, countLines, warnings } of groups) {
		add(title.lines)
		sections.forEach(({ lines, items }) => [{ lines }, ...items].forEach((one) => add(one.lines)))
		add(mandate.lines)
		;[...COLUMNS.flatMap((column) => mandate[column]), ...mandate.unplaced, ...followUps, ...roster].forEach(({ lines }) => add(lines))
		add(countLines)
		// A person named twice is in the reading once.
		warnings.filter(({ code }) => code === 'person-twice').forEach(({ lines }) => add(lines))
	}
	return used
}
