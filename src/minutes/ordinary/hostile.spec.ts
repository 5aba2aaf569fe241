/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Brought, OrdinaryPlan } from './model.ts'
import type { OrdinaryPorts } from './ports.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOrdinary } from './make.ts'
import { given } from './model.ts'
import { PLAN, World } from './testing/world.ts'
import { undoOrdinary } from './undo.ts'

/*
 * Stored by one, run by another: Linh, who facilitates the group too, stores a plan that names things of others as created by it; Odile continues it or undoes
 * it, with her rights.
 */

const CARD = { stackId: 1, order: 0, archived: false, duedate: null, done: null, labels: [], assigned: [], whose: [] }

/** Odile's private file, a file and a meeting of the group, and cards of three people, as they were before these minutes. */
function world(): World {
	const at = new World()
	at.files.set('/Prive/x.md', { id: '901', path: '/Prive/x.md', etag: 'private', size: 8 })
	at.files.set('/G/Budget.md', { id: '902', path: '/G/Budget.md', etag: 'budget', size: 8 })
	at.texts.set('/G/Budget.md', 'BUDGET A')
	at.sheets.set('902', 4)
	at.stack.cards = [[903, 'ana'], [904, 'odile'], [905, 'linh']].map(([id, by]) => {
		at.writers.set(id as number, by as string)
		return { ...CARD, id: id as number, title: `Devis ${by}`, description: '', lastModified: at.clock - 9 }
	})
	at.meetings = [{ id: 906, version: 1, cancelled: false, day: '2026-05-01', time: null, place: '' }]
	return at
}

const id = fc.constantFrom('901', '902', '903', '904', '905', '906', '999').map(given)
const mine = fc.boolean()
const name = fc.constantFrom('../Prive/x.md', '..', '/Prive/x.md', 'Budget.md', 'CR.md', '..\\Prive\\x.md', 'a/../../Prive/x.md', '.htaccess', '')
const hostile: fc.Arbitrary<OrdinaryPlan> = fc.record({
	cards: fc.array(fc.record({
		title: fc.constantFrom('Devis ana', 'Devis odile', 'Devis linh', 'Autre'),
		description: fc.constant(''),
		member: fc.constant(null),
		due: fc.constant(null),
		made: fc.option(fc.record({ id, at: fc.constantFrom('n0', 'n1795999991', 'n9999999999'), mine })),
	}), { maxLength: 3 }),
	stack: fc.constant('Priorités'),
	meeting: fc.option(fc.record({ day: fc.constant('2026-05-01'), time: fc.constant(null), place: fc.constant(''), made: fc.option(fc.record({ id, version: fc.constantFrom('n1', 'n2'), mine })) })),
	file: fc.option(fc.record({
		name,
		text: fc.constantFrom('', 'BUDGET A', 'BUDGET B', 'Le texte'),
		summary: fc.constant(''),
		made: fc.option(fc.record({ id, etag: fc.constantFrom('private', 'budget', 'e1').map(given), sheet: fc.constantFrom(null, 2, 4), mine })),
	})),
	begun: fc.array(fc.record({ made: fc.record({ id, thing: fc.constantFrom('file', 'card'), free: fc.constantFrom('Budget.md', '../Prive/x.md', 'n0'), mine }) }), { maxLength: 2 }),
	left: fc.constant([]),
})

const SAVE = { version: 1, runner: 'hers' }

async function store(at: World, plan: OrdinaryPlan, state: Brought['state']): Promise<void> {
	await at.ports('linh').save({ ...SAVE, version: at.row!.version, plan: JSON.stringify(plan), state })
}

/** Ports of an account that say where files were written and which things were removed. */
function watched(at: World, uid: string) {
	const paths: string[] = []
	const own = at.ports(uid)
	const ports: OrdinaryPorts = new Proxy(own, { get: (target, key) => (...args: unknown[]) => {
		if (['put', 'remove', 'stat', 'read'].includes(key as string)) {
			paths.push(String(args[0]))
		}
		return (Reflect.get(target, key) as (...args: unknown[]) => unknown)(...args)
	} })
	return { ports, paths }
}

const before = (at: World) => ({ files: [...at.files].filter(([, file]) => Number(file.id) > 900), sheets: at.sheets.get('902'), described: at.sheets.has('901'), meeting: at.meetings.find((one) => one.id === 906) })

describe('a plan that another account stored', () => {
	it('touches nothing that was there before, and writes nowhere but in the folder of the group, when I continue it and then undo it', async () => {
		await fc.assert(fc.asyncProperty(hostile, async (plan) => {
			const at = world()
			const was = structuredClone(before(at))
			const cards = structuredClone(at.stack.cards)
			await store(at, plan, 'making')
			const { ports, paths } = watched(at, 'odile')
			await makeOrdinary(ports, at.brought(), at.options())
			expect(before(at)).toEqual(was)
			expect(at.stack.cards.slice(0, 3)).toEqual(cards)
			await undoOrdinary(ports, at.brought(), at.options())
			expect(before(at)).toEqual(was)
			expect(at.stack.cards).toEqual(cards)
			expect(paths.filter((path) => !/^\/G\/[^/\\]+\.md$/.test(path))).toEqual([])
		}), { numRuns: 300 })
	})

	it('touches nothing when I only undo it', async () => {
		await fc.assert(fc.asyncProperty(hostile, async (plan) => {
			const at = world()
			const was = structuredClone([before(at), at.stack.cards])
			await store(at, plan, 'made')
			await undoOrdinary(at.ports(), at.brought(), at.options())
			expect([before(at), at.stack.cards]).toEqual(was)
		}), { numRuns: 300 })
	})

	it('does not make me remove what I created myself and others changed', async () => {
		const at = new World()
		await makeOrdinary(at.ports(), at.brought(), at.options())
		const [file] = at.files.values()
		file!.etag = 'changed'
		const plan: OrdinaryPlan = JSON.parse(at.brought('linh').plan)
		plan.file!.made!.etag = given('changed')
		await store(at, plan, 'made')
		expect(await undoOrdinary(at.ports(), at.brought(), at.options())).toEqual([{ thing: 'file', name: 'CR.md', why: 'not_mine' }])
		expect([...at.files.keys()]).toEqual(['/G/CR.md'])
	})

	it('leaves what another facilitator created to them', async () => {
		const at = new World()
		await makeOrdinary(at.ports('linh'), at.brought('linh'), at.options('linh'))
		expect(await undoOrdinary(at.ports(), at.brought(), at.options())).toEqual([
			{ thing: 'meeting', name: '', why: 'not_mine' },
			{ thing: 'card', name: PLAN.cards[0]!.title, why: 'not_mine' },
			{ thing: 'card', name: PLAN.cards[1]!.title, why: 'not_mine' },
			{ thing: 'file', name: 'CR.md', why: 'not_mine' },
		])
		expect(await undoOrdinary(at.ports('linh'), at.brought('linh'), at.options('linh'))).toEqual([])
		expect([at.row, at.files.size, at.stack.cards]).toEqual([null, 0, []])
	})
})
