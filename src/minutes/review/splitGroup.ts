/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { Draft, Group, Mandate } from './draft.ts'
import type { Giving } from './give.ts'
import type { Item } from './items.ts'

import { COLUMNS } from '../parse/reading.ts'
import { headingOf } from './lineTexts.ts'
import { groupAround, headOf, isWithin, linesOf, startsOf, writtenLines } from './outlineItems.ts'
import { partOf } from './outlineParts.ts'

const EMPTY: Group = {
	id: '',
	lines: null,
	number: null,
	title: '',
	titleLines: null,
	sections: [],
	followUps: { id: '.f', heading: '', lines: null, points: [], stack: null },
	mandate: Object.fromEntries(COLUMNS.map((column) => [column, []])) as unknown as Mandate,
	unplaced: [],
	mandateLines: null,
	roster: [],
	declared: null,
	countLines: null,
	unfilled: 'absent',
	model: null,
	dropped: false,
	reviewed: false,
}

/** The group whose title begins within lines. */
export function groupBeginningIn({ groups }: Draft, lines: Lines): Group | null {
	return groups.find((group) => {
		const head = headOf(group)
		return head !== null && lines.from <= head.from && head.from <= lines.to
	}) ?? null
}

/**
 * A group begins at the lines: what is below them, up to where the next one begins, goes into it with its kind.
 *
 * @param giving the draft, without these lines
 * @param same the group that begins there already: it gets this title
 */
export function beginGroup(giving: Giving, same: Group | null): void {
	const { draft, choice, written, source, parts, read, taken } = giving
	const titleLines = { from: written[0]!, to: Math.max(written.at(-1)!, (same && headOf(same)?.to) ?? 0) }
	const next = startsOf(draft).find(({ line }) => line > choice.lines.to)?.line ?? source.length
	const below = { from: choice.lines.to + 1, to: next - 1 }
	const reading = read.groups.find((group) => headOf(group) !== null && isWithin(headOf(group)!, titleLines)) ?? null
	const orphans = parts.all.filter(({ parent }) => taken.some(({ id }) => id === parent))
	if (same) {
		parts.change(same.id, (item) => item.kind === 'group'
			? { ...item, value: { ...item.value, ...reading && { title: reading.title, number: reading.number }, titleLines, dropped: false, lines: item.value.lines && { ...item.value.lines, from: titleLines.from } } }
			: item)
		orphans.forEach((point) => parts.move(point, parts.sectionFor(same.id, point.value.lines ?? titleLines)))
		giving.begun = { id: same.id, read: reading?.id ?? null, below }
		return
	}
	const around = groupAround(draft, choice.lines.from)
	const end = draft.groups.find(({ id }) => id === around)?.lines?.to ?? reading?.lines?.to ?? below.to
	const [whole] = taken
	const id = parts.freeId(`g${titleLines.from}`)
	const group: Group = {
		...EMPTY,
		...reading,
		...tableAndCount(reading, (lines) => isWithin(lines, below)),
		followUps: { ...EMPTY.followUps, id: `${id}.f` },
		// The title of a group that was merged, as the person wrote it.
		title: whole?.kind === 'section' && `g${whole.id.slice(1)}` in draft.merged ? whole.value.heading : reading?.title ?? headingOf(source, titleLines),
		titleLines,
		lines: { from: titleLines.from, to: Math.max(titleLines.to, Math.min(end, below.to)) },
		model: choice.model,
	}
	parts.add({ kind: 'group', id, parent: '', value: group })
	splitEntries(giving, around, below)
	const moving = around === null ? [] : belowIn(giving, around, below)
	for (const item of moving) {
		const part = partOf(item.parent)
		parts.move(item, item.kind !== 'point' ? id : part === null ? parts.sectionFor(id, item.value.lines!) : id + part)
	}
	orphans.forEach((point) => parts.move(point, parts.sectionFor(id, point.value.lines ?? titleLines)))
	parts.change(around ?? '', (item) => item.kind === 'group'
		? { ...item, value: { ...item.value, ...tableAndCount(item.value, (lines) => !isWithin(lines, below)), lines: item.value.lines && { ...item.value.lines, to: writtenLines(source, { from: item.value.lines.from, to: titleLines.from - 1 }).at(-1) ?? item.value.lines.from } } }
		: item)
	giving.begun = { id, read: reading?.id ?? null, below }
}

/** The table and the number of people of a group, where they are in its lines. */
function tableAndCount(group: Group | null, isIn: (lines: Lines) => boolean): Pick<Group, 'mandateLines' | 'countLines' | 'declared'> {
	const counted = group?.countLines && isIn(group.countLines)
	return {
		mandateLines: group?.mandateLines && isIn(group.mandateLines) ? group.mandateLines : null,
		countLines: counted ? group.countLines : null,
		declared: counted ? group.declared : null,
	}
}

/** A person named above and below is in both groups. */
function splitEntries({ parts }: Giving, group: string | null, below: Lines): void {
	for (const item of parts.all) {
		const [under, above] = [true, false].map((isUnder) => linesOf(item).filter((lines) => isWithin(lines, below) === isUnder))
		if (item.kind === 'entry' && item.parent === group && under![0] && above![0]) {
			const entry = ([lines, ...more]: Lines[]) => ({ lines: lines!, more: more.length > 0 ? more : undefined })
			parts.change(item.id, () => ({ ...item, value: { ...item.value, ...entry(above!) } }))
			parts.add({ ...item, id: `r${under![0].from}`, value: { ...item.value, note: '', ...entry(under!) } })
		}
	}
}

/** The parts of a group within lines: sections with their points, and other points and people. What a person put into a section stays in it. */
function belowIn({ parts }: Giving, group: string, below: Lines): Exclude<Item, { kind: 'group' }>[] {
	const isBelow = (item: Item) => linesOf(item).some(({ from }) => below.from <= from && from <= below.to)
	const all = new Set(parts.all.filter(({ kind, parent }) => kind === 'section' && parent === group).map(({ id }) => id))
	const own = parts.all.filter((item) => item.kind === 'point' && partOf(item.parent) === null ? all.has(item.parent) : item.kind !== 'group' && parts.groupOf(item) === group)
	const sections = new Set(own.filter((item) => item.kind === 'section' && isBelow(item)).map(({ id }) => id))
	return own.filter((item): item is Exclude<Item, { kind: 'group' }> => item.kind === 'section'
		? sections.has(item.id)
		: isBelow(item) && !sections.has(item.parent) && (item.kind === 'entry' || partOf(item.parent) !== null || parts.sectionAt(group, linesOf(item)[0]!.from) === item.parent))
}
