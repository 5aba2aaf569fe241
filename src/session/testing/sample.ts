/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session, SessionRow } from '../model.ts'

/** An open session with a row of Odile, who has a card, and one of Marcel, who agreed to have one. */
export function sampleSession({ rows, ...changes }: Partial<Omit<Session, 'rows'>> & { rows?: (Partial<SessionRow> & Pick<SessionRow, 'person'>)[] } = {}): Session {
	return {
		id: 4,
		title: 'À la mairie',
		place: 'Limoux',
		day: '2026-12-12',
		state: 'open',
		talk: null,
		can: { talk: false },
		version: 3,
		forgetOn: '2027-01-11',
		people: [
			{ id: 1, name: 'Odile Marcenac', member: 7, agreed: false, listed: true },
			{ id: 2, name: 'Marcel', member: null, agreed: true, listed: false },
		],
		...changes,
		rows: (rows ?? [{ person: 1, text: 'Réparer mon vélo' }, { person: 2, kind: 'offer' as const, text: 'Un atelier de cycle' }]).map((row, index) => ({
			id: 10 + index,
			kind: 'need',
			text: 'Un banc',
			terms: [],
			termLabels: [],
			notice: null,
			version: 1,
			...row,
		})),
	}
}
