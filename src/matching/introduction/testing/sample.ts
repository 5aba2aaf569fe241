/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Introduction, Mediation } from '../model.ts'

/** A proposal of Maëlle to the viewer. */
export function sampleIntroduction(changes: Partial<Omit<Introduction, 'can'>> & { can?: Partial<Introduction['can']> } = {}): Introduction {
	return {
		id: 3,
		with: { id: 7, name: 'Maëlle Roumégous', line: 'Animatrice' },
		for: null,
		mine: false,
		mediated: false,
		state: 'proposed',
		reasons: ['Maëlle Roumégous seeks “Une fibre locale” — you offer “Douze machines à feutrer”.'],
		conversation: null,
		sought: null,
		mediator: null,
		appointment: null,
		lookBack: null,
		absence: null,
		outcomes: [],
		answered: false,
		at: '2026-11-24T10:00:00+00:00',
		...changes,
		can: { accept: false, end: false, absent: false, tell: false, ...changes.can },
	}
}

/** Two people who wait for a mediator. */
export function sampleMediation(changes: Partial<Omit<Mediation, 'can'>> & { can?: Partial<Mediation['can']> } = {}): Mediation {
	return {
		id: 3,
		people: [{ id: 7, name: 'Maëlle Roumégous' }, { id: 8, name: 'Odile Marcenac' }],
		reasons: ['Maëlle Roumégous seeks “Une fibre locale” — Odile Marcenac offers “Douze machines à feutrer”.'],
		mediator: null,
		appointment: null,
		lookBack: null,
		absences: [],
		outcomes: [],
		answered: false,
		at: '2026-11-24T10:00:00+00:00',
		...changes,
		can: { take: false, plan: false, handOver: false, end: false, tell: false, ...changes.can },
	}
}
