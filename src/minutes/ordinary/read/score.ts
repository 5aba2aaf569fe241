/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OrdinaryReading } from './reading.ts'

import { fold } from '../../../shared/lib/fold.ts'

/** The expected reading of a fixture. */
export interface ExpectedReading {
	date: string | null
	present: string[]
	decisions: string[]
	actions: { who: string[], what: string, due: string | null }[]
	meeting: { day: string, time: string, place: string } | null
}

/** Each field of a reading as one line, for comparison; the person and the date belong to their action. */
function fields({ date, present, decisions, actions, meeting }: ExpectedReading): string[] {
	return [
		...date === null ? [] : [`date ${date}`],
		...present.map((name) => `present ${fold(name)}`),
		...decisions.map((text) => `decision ${fold(text)}`),
		...actions.flatMap(({ who, what, due }) => [
			`action ${fold(what)}`,
			...who.map((name) => `who ${fold(name)}: ${fold(what)}`),
			...due === null ? [] : [`due ${due}: ${fold(what)}`],
		]),
		...meeting === null ? [] : [`meeting day ${meeting.day}`, `meeting time ${meeting.time}`, ...meeting.place === '' ? [] : [`meeting place ${fold(meeting.place)}`]],
	]
}

/** How many of the expected fields were read, which are missing, and which were invented. */
export function compareFields(reading: OrdinaryReading, expected: ExpectedReading): { expected: number, right: number, missing: string[], invented: string[] } {
	const read = fields({
		...reading,
		present: reading.present.map(({ name }) => name),
		decisions: reading.decisions.map(({ text }) => text),
		meeting: reading.meeting && { day: reading.meeting.day ?? '', time: reading.meeting.time ?? '', place: reading.meeting.place },
	})
	const wanted = fields(expected)
	const missing = wanted.filter((one) => !read.includes(one))
	return { expected: wanted.length, right: wanted.length - missing.length, missing, invented: read.filter((one) => !wanted.includes(one)) }
}
