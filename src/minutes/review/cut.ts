/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines, Reading } from '../parse/reading.ts'
import type { Draft, Entry, Group, Person, Point } from './draft.ts'

import { fold } from '../../shared/lib/fold.ts'
import { parseMinutes } from '../parse/parse.ts'
import { COLUMNS } from '../parse/reading.ts'
import { allPoints, personLabel, readGroup } from './draft.ts'

/**
 * Makes a group of lines the person chose, if none was recognised. What was read from these lines is removed from its groups; people
 * who are known already stay the same.
 *
 * @param draft the current one
 * @param source all lines of the text
 * @param range those of the group
 * @param model of its board
 */
export function cutGroup(draft: Draft, source: readonly string[], range: Lines, model: string | null): Draft {
	const { groups: [read], people } = readRange(source, range)
	if (!read) {
		return draft
	}
	const id = `n${draft.next}`
	const found: Person[] = people.map(({ name = '', email = '', phone = '' }, index) => {
		const told = { id: `${id}.p${index}`, name, email, phone }
		return draft.people.find((person) => isSame(person, told)) ?? told
	})
	const personAt = new Map(people.flatMap((person, index) => person.in.filter(({ group }) => group === 0).map(({ entry }) => [entry, found[index]!.id] as const)))
	const { group, doubts } = readGroup(read, id, model, (entry) => personAt.get(entry) ?? '')
	const before = draft.groups.map((one) => without(one, range)).filter((one, index) => !isEmpty(one) || isEmpty(draft.groups[index]!))
	const at = before.findIndex(({ lines }) => lines !== null && lines.from > range.from)
	return {
		...draft,
		groups: before.toSpliced(at < 0 ? before.length : at, 0, group),
		people: [...draft.people, ...found.filter((person) => !draft.people.includes(person))],
		// The one group of a text that speaks of none: now it does.
		doubts: [...draft.doubts, ...doubts.filter(({ kind }) => kind !== 'unmarked')],
		next: draft.next + 1,
	}
}

/** Lines read as a group, at their places in the whole. */
function readRange(source: readonly string[], { from, to }: Lines): Reading {
	const lines = source.slice(from, to + 1)
	const first = lines.findIndex((line) => line.trim() !== '')
	if (first < 0) {
		return parseMinutes('')
	}
	const read = parseMinutes(lines.join('\n'))
	const reading = read.groups.length === 1 && read.groups[0]!.lines.from <= first
		? read
		: withoutNumber(parseMinutes(lines.with(first, `GROUPE 1 : ${lines[first]!.trim()}`).map((line, index) => index <= first ? line : plain(line)).join('\n')))
	return moved(reading, from) as Reading
}

/** A line that the parser shall not take for the heading of another group. */
function plain(line: string): string {
	return line.replace(/groupe/gi, (word) => `${word[0]}\u200b${word.slice(1)}`)
}

function withoutNumber(reading: Reading): Reading {
	return { ...reading, groups: reading.groups.slice(0, 1).map((group) => ({ ...group, number: null, warnings: group.warnings.filter(({ code }) => code !== 'number-misread') })) }
}

/** Every place in a reading, some lines further down. */
function moved(value: unknown, by: number): unknown {
	if (Array.isArray(value)) {
		return value.map((one) => moved(one, by))
	}
	if (value === null || typeof value !== 'object') {
		return value
	}
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, (key === 'lines' || key === 'countLines') && !Array.isArray(one)
		? one && { from: one.from + by, to: one.to + by }
		: moved(one, by)]))
}

function isSame(one: Person, other: Person): boolean {
	return one.email !== '' && other.email !== ''
		? one.email.toLowerCase() === other.email.toLowerCase()
		: personLabel(one) !== '' && one.name !== '' && fold(one.name) === fold(other.name)
}

/** A group without the content of some lines. */
function without(group: Group, range: Lines): Group {
	const outside = ({ lines }: { lines: Lines | null }) => lines === null || lines.to < range.from || lines.from > range.to
	const points = (some: Point[]) => some.filter(outside)
	return {
		...group,
		sections: group.sections.map((section) => ({ ...section, points: points(section.points) })).filter((section) => section.points.length > 0 || outside(section)),
		followUps: { ...group.followUps, points: points(group.followUps.points) },
		mandate: Object.fromEntries(COLUMNS.map((column) => [column, points(group.mandate[column])])) as Group['mandate'],
		roster: group.roster.filter(outside) satisfies Entry[],
	}
}

function isEmpty(group: Group): boolean {
	return allPoints(group).length === 0 && group.roster.length === 0
}
