/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CalendarDate, Feed, Feeds } from '../model.ts'

/** A date as an answer has it. */
export function sampleDate(more: Partial<CalendarDate> = {}): CalendarDate {
	return { id: 'meeting-12', kind: 'meeting', title: 'Choisir la pompe', group: { id: 5, title: 'Eau de pluie' }, starts: '2026-12-09T17:30:00+00:00', ends: '2026-12-09T19:00:00+00:00', days: null, place: 'Salle du foyer', page: '/groups/5/meetings', cancelled: false, ...more }
}

const feed = (group: number, title: string, more: Partial<Feed> = {}): Feed => ({ group, title, made: false, address: null, ...more })

/** The addresses of a person in one group; `all` of everything. */
export function sampleFeeds(all: Partial<Feed> = {}, group: Partial<Feed> = {}): Feeds {
	return { all: feed(0, '', all), groups: [feed(5, 'Eau de pluie', group)] }
}
