/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/session-limits.json'
import { SESSION_LIMITS } from './model.ts'
import { sampleSession } from './testing/sample.ts'
import { knownAs, personOptions } from './who.ts'
import { printSections } from './words.ts'

it('has the limits of the server', () => {
	expect(SESSION_LIMITS).toEqual(limits)
})

it('prints only people who agreed, by need and offer, by name, without addresses', () => {
	const session = sampleSession({ people: [
		{ id: 1, name: 'Rose', member: null, agreed: false, listed: true },
		{ id: 2, name: 'Marcel', member: null, agreed: true, listed: false },
		{ id: 3, name: 'Élise', member: 7, agreed: false, listed: true },
	], rows: [
		{ person: 1, kind: 'offer', text: 'Du levain' },
		{ person: 2, kind: 'offer', text: 'Un jardin' },
		{ person: 3, kind: 'offer', text: 'Un four' },
	] })
	expect(printSections(session)).toEqual([{ kind: 'offer', heading: 'What is offered', rows: [{ id: 12, name: 'Élise', text: 'Un four' }, { id: 10, name: 'Rose', text: 'Du levain' }] }])
})

it('proposes people of the session first, then members who are not in it', () => {
	const people = [
		{ id: 1, name: 'Émile Roux', member: null, agreed: false, listed: false },
		{ id: 2, name: 'Odile Marcenac', member: 7, agreed: false, listed: false },
	]
	const headings = { here: 'Here', members: 'Members' }
	const found = [{ id: 7, name: 'Odile Marcenac' }, { id: 8, name: 'Odette Bru', line: 'Quillan' }]
	expect(personOptions('od', people, found, headings)).toEqual([
		{ key: 'person 2', label: 'Odile Marcenac', group: 'Here', who: { name: 'Odile Marcenac', person: 2 } },
		{ key: 'member 8', label: 'Odette Bru', detail: 'Quillan', group: 'Members', who: { name: 'Odette Bru', member: 8 } },
	])
	expect(personOptions('rou', people, [], headings).map(({ label }) => label)).toEqual(['Émile Roux'])
	expect(personOptions(' ', people, found, headings)).toEqual([])
})

it('treats an existing name without a card as the same person', () => {
	const people = [{ id: 1, name: 'Émile', member: null, agreed: false, listed: false }, { id: 2, name: 'Odile', member: 7, agreed: false, listed: false }]
	expect(knownAs({ name: ' emile ' }, people)).toEqual({ name: 'Émile', person: 1 })
	// A member is meant only if selected, not by an equal name.
	expect(knownAs({ name: 'Odile' }, people)).toEqual({ name: 'Odile' })
	expect(knownAs({ name: 'Émile', member: 9 }, people)).toEqual({ name: 'Émile', member: 9 })
})
