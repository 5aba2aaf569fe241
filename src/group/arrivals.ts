/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RosterRow } from './model.ts'

import { daysOn } from '../shared/lib/dates.ts'

/** Days for which a person is new in a group. */
const NEW = 30

export interface Arrival {
	row: RosterRow
	/** YYYY-MM-DD */
	day: string
}

/**
 * Others who joined a group lately, last first. A commitment that began earlier shows since when a person is really in it, such as
 * one that was imported.
 *
 * @param rows its roster
 * @param uid my account
 * @param today YYYY-MM-DD
 */
export function arrivals(rows: readonly RosterRow[], uid: string, today: string): Arrival[] {
	const since = daysOn(today, -NEW)
	return rows
		.filter(({ state, member }) => state === 'active' && member.uid !== uid)
		.flatMap((row): Arrival[] => {
			const { entered, from } = row
			const day = entered && from && from < entered ? from : entered
			return day && day >= since ? [{ row, day }] : []
		})
		.sort((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
}
