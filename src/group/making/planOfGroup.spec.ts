/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, RosterRow } from '../model.ts'

import { describe, expect, it } from 'vitest'
import { STARTER_MODELS } from '../../board/models.ts'
import { folderOf, planOfGroup } from './planOfGroup.ts'

const MEANS = { models: STARTER_MODELS, model: null, library: 'Cordée/Bibliothèque/', me: 'odile', talk: false }
const GROUP = {
	id: 7,
	title: 'Eau : source / rivière',
	purpose: 'Mesurer',
	mandate: { mayAdvance: ['Prêter un protocole'], mustNot: [], with: [] },
	join: 'request',
	making: { model: STARTER_MODELS[0]!.slug },
} as unknown as Group

function person(uid: string | null, words: Partial<RosterRow> = {}): RosterRow {
	return { member: { id: 1, uid, name: 'x', line: '', joined: '2026-01-01' }, state: 'active', facilitates: false, ...words } as RosterRow
}

describe('the plan of a group', () => {
	it('is made from the fields of the group', () => {
		const plan = planOfGroup(GROUP, [], MEANS)
		expect(plan).toMatchObject({ title: GROUP.title, purpose: 'Mesurer', mandate: GROUP.mandate, join: 'request', model: STARTER_MODELS[0]!.slug, talk: false })
		expect(plan.board!.stacks.flatMap(({ cards }) => cards).find(({ title }) => title === 'Mandat')?.description).toContain('Prêter un protocole')
	})

	it('includes the accounts in the group besides its maker', () => {
		const roster = [person('odile', { facilitates: true }), person('linh', { facilitates: true }), person('karim'), person('ida', { state: 'invited' }), person(null)]
		expect(planOfGroup(GROUP, roster, MEANS).team).toEqual({ facilitators: ['linh'], members: ['karim'] })
	})

	it('has no board without a model, or if the model is gone', () => {
		expect(planOfGroup({ ...GROUP, making: null }, [], MEANS).board).toBeNull()
		expect(planOfGroup(GROUP, [], { ...MEANS, models: [] })).toMatchObject({ board: null, model: null })
	})

	it('has the board chosen for it if none is saved', () => {
		const [first, second] = STARTER_MODELS.map(({ slug }) => slug)
		expect(planOfGroup({ ...GROUP, making: null }, [], { ...MEANS, model: second! }).model).toBe(second)
		expect(planOfGroup({ ...GROUP, making: { ...GROUP.making!, model: 'gone' } }, [], { ...MEANS, model: second! }).model).toBe(second)
		expect(planOfGroup(GROUP, [], { ...MEANS, model: second! }).model).toBe(first)
		expect(planOfGroup({ ...GROUP, making: null }, [], { ...MEANS, model: 'gone' })).toMatchObject({ board: null, model: null })
	})
})

it.each([
	['Eau', '', { path: null, reason: 'no_library' }],
	['Eau', '/', { path: null, reason: 'no_library' }],
	['Eau', '/Cordée', { path: '/Cordée/Eau' }],
	['Eau', 'Cordée/Bib/', { path: '/Cordée/Bib/Eau' }],
	['Eau / pluie', '/Cordée', { path: expect.stringMatching(/^\/Cordée\/Eau[^/]*pluie$/) }],
])('the folder of “%s” in “%s”', (title, library, folder) => {
	expect(folderOf(title, library)).toEqual(folder)
})
