/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Meeting } from '../model.ts'

/** A meeting as an answer has it. */
export function sampleMeeting(more: Partial<Meeting> = {}): Meeting {
	return {
		id: 12,
		title: 'Choisir la pompe',
		day: '2026-12-09',
		time: '18:30',
		endDay: '2026-12-09',
		endTime: '20:00',
		zone: 'Europe/Paris',
		starts: '2026-12-09T17:30:00+00:00',
		ends: '2026-12-09T19:00:00+00:00',
		place: 'Salle du foyer',
		agenda: '- Le devis',
		showcased: false,
		by: { id: 7, name: 'Yvonne Cazalis' },
		over: false,
		cancelled: false,
		version: 3,
		...more,
	}
}
