/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OrdinaryReading } from './read/reading.ts'

import { describe, expect, it } from 'vitest'
import { withoutContacts } from '../contacts.ts'
import { draftOf, personOf, planOf } from './draft.ts'

const lines = { from: 0, to: 0 }
const people = [{ id: 7, name: 'Odile Cazenave' }, { id: 8, name: 'Paul Estève' }, { id: 9, name: 'Paul Marty' }]
const WORDS = { decisions: 'Décisions du 12 mars', present: 'Présents :' }
const reading: OrdinaryReading = {
	date: '2026-03-12',
	present: [{ name: 'Odile Cazenave', lines }, { name: 'Tom', lines }],
	decisions: [{ text: 'On achète la pompe.', lines }, { text: 'La clé reste au local.', lines }],
	actions: [
		{ who: ['Odile', 'Tom'], what: 'envoyer le devis', due: '2026-03-20', lines },
		{ who: ['Paul'], what: 'rappeler la mairie au 06 12 34 56 78', due: null, lines },
	],
	meeting: { day: '2026-04-09', time: '18:30', place: 'foyer', lines },
}
const draft = () => draftOf(reading, people, 'Compte rendu du 12 mars 2026')

it('finds a person of the group by a whole or first name that is of one person alone', () => {
	expect(personOf('odile', people)?.id).toBe(7)
	expect(personOf('Paul Marty', people)?.id).toBe(9)
	expect(personOf('Paul', people)).toBeUndefined()
	expect(personOf('Tom', people)).toBeUndefined()
})

describe('the plan', () => {
	it('has a card with all decisions, one for each action, the meeting and the text', () => {
		const plan = planOf(draft(), 'Le texte, odile@example.org', WORDS)
		expect(plan).toMatchObject({
			cards: [
				{ title: 'Décisions du 12 mars', description: '- On achète la pompe.\n- La clé reste au local.', member: null, due: null, made: null },
				{ title: 'envoyer le devis (Tom)', member: 7, due: '2026-03-20' },
				{ title: withoutContacts('rappeler la mairie au 06 12 34 56 78 (Paul)'), member: null },
			],
			meeting: { day: '2026-04-09', time: '18:30', place: 'foyer', made: null },
			file: { name: '2026-03-12 Compte rendu du 12 mars 2026.md', text: withoutContacts('Le texte, odile@example.org'), summary: '', made: null },
		})
	})

	it('leaves out what is not wanted, and names those present only if asked', () => {
		const none = { ...draft(), keepText: false, meeting: { ...draft().meeting, wanted: false }, lines: draft().lines.map((line) => ({ ...line, becomes: 'nothing' as const })) }
		expect(planOf(none, 'x', WORDS)).toMatchObject({ cards: [], meeting: null, file: null })
		expect(planOf({ ...draft(), keepPresent: true }, 'x', WORDS).file?.summary).toBe('Présents : Odile Cazenave, Tom')
	})

	it('makes a card of each decision where that was chosen, and no meeting without a day', () => {
		const each = { ...draft(), meeting: { ...draft().meeting, day: '' }, lines: draft().lines.map((line) => ({ ...line, becomes: 'card' as const })) }
		const plan = planOf(each, 'x', WORDS)
		expect(plan.cards.map(({ title }) => title).slice(0, 2)).toEqual(['On achète la pompe.', 'La clé reste au local.'])
		expect(plan.meeting).toBeNull()
	})

	it('cuts what Deck does not take, and keeps it whole in the description', () => {
		const long = { ...draft(), lines: [{ ...draft().lines[2]!, text: 'x'.repeat(300), named: '' }] }
		const [card] = planOf(long, 'x', WORDS).cards
		expect(card!.title.length).toBeLessThanOrEqual(255)
		expect(card!.description).toBe('x'.repeat(300))
	})
})
