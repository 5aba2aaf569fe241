/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../../parse/reading.ts'

/** An action of a person. */
export interface ReadAction {
	/** As written; empty: nobody is named. */
	who: string[]
	what: string
	/** YYYY-MM-DD */
	due: string | null
	lines: Lines
}

export interface ReadMeeting {
	/** YYYY-MM-DD; null: no day in the text. */
	day: string | null
	/** HH:MM */
	time: string | null
	place: string
	lines: Lines
}

/** The reading of the minutes of one group's meeting. */
export interface OrdinaryReading {
	/** Day of the meeting, YYYY-MM-DD. */
	date: string | null
	present: { name: string, lines: Lines }[]
	decisions: { text: string, lines: Lines }[]
	actions: ReadAction[]
	meeting: ReadMeeting | null
}
