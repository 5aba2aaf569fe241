/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Fault } from './testing/faults.ts'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeGroup } from './run.ts'
import { FAULTS } from './testing/faults.ts'
import { optionsFor, runOnce, runUntilDone } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'

const plan = samplePlan()

/** @param teamSpaces whether teams get a folder of their own */
function newWorld(teamSpaces = false): World {
	const world = new World()
	world.teamSpaces = teamSpaces
	return world
}

/** A network where the creator already has older things of the same name. */
function oldWorld(teamSpaces = false): World {
	const world = newWorld(teamSpaces)
	world.addTeam('romain', plan.title)
	world.addBoard('romain', plan.title)
	world.addFolder(`/Bibliothèque/${plan.title}`, false)
	world.clock += 3_600_000
	return world
}

async function undisturbed(world: World) {
	const { outcome, sent } = await runOnce(world, 'romain', { plan, groupId: null })
	expect(outcome).toMatchObject({ end: 'done', reason: null })
	return { picture: world.picture(), sent }
}

const { picture: whole, sent } = await undisturbed(newWorld())
const { picture: wholeBesideOld, sent: sentBesideOld } = await undisturbed(oldWorld())
const { picture: withSpace, sent: sentWithSpace } = await undisturbed(newWorld(true))
const { picture: withSpaceBesideOld, sent: sentWithSpaceBesideOld } = await undisturbed(oldWorld(true))

describe('a whole run', () => {
	it('makes what the plan says', () => {
		const { title, board, purpose, folder } = plan
		expect(whole.groups).toMatchObject([{ title, status: 'active', maker: 'romain', talk: true, folderPath: folder.path }])
		expect(whole.teams).toEqual([{ name: title, description: purpose, preset: 'request', members: ['maelle 1', 'nadege 8', 'romain 9'] }])
		expect(whole.boards).toEqual([{
			title,
			color: board!.color,
			owner: 'romain',
			archived: false,
			labels: board!.labels.map((label) => `${label.title} ${label.color}`).sort(),
			stacks: board!.stacks.map((stack) => ({
				title: stack.title,
				cards: stack.cards.map((card) => ({ title: card.title, description: card.description, labels: card.labels, duedate: null, archived: false })),
			})),
			acl: [{ type: 7, team: title, edit: true, share: false, manage: false }],
		}])
		expect(whole.folders).toContainEqual({ path: folder.path, empty: true, shares: [title] })
		expect(whole.groups[0]).toMatchObject({ team: whole.teams, board: whole.boards, folder: [{ path: folder.path }] })
	})

	it('leaves older things of the same name alone', () => {
		expect(wholeBesideOld.groups[0]!.team).toMatchObject([{ name: `${plan.title} (2)` }])
		expect(wholeBesideOld.groups[0]!.folder).toMatchObject([{ path: `/Bibliothèque/${plan.title} (2)` }])
		expect(wholeBesideOld).toMatchObject({ teams: { length: 2 }, boards: { length: 2 }, folders: { length: 3 } })
	})

	it('shares the board last', () => {
		const share = sent.indexOf('deck.shareWithTeam')
		expect(share).toBeGreaterThan(sent.lastIndexOf('deck.createCard'))
		expect(sent.slice(share + 1).filter((name) => name.startsWith('deck.'))).toEqual([])
	})

	it('saves each id before the next call', () => {
		for (const name of ['teams.create', 'deck.createBoard', 'folder.mkcol']) {
			expect(sent[sent.indexOf(name) + 1]).toBe('groups.save')
		}
	})

	it('reports each step as it runs', async () => {
		const world = new World()
		const states: string[] = []
		await makeGroup(world.ports('romain'), { plan, groupId: null }, {
			...optionsFor(world, 'romain'),
			onProgress: ({ cards }) => states.push(cards.state === 'running' ? `${cards.done}/${cards.of}` : cards.state),
		})
		expect([...new Set(states)]).toEqual(['waiting', '0/1', ...Array.from({ length: 14 }, (_, index) => `${index}/14`), 'done'])
	})
})

describe('if teams have their own folder', () => {
	it('it is used for the group, and no other is made', () => {
		const path = `/${plan.title}`
		expect(withSpace.groups[0]).toMatchObject({ folderPath: path, folder: [{ path, of: plan.title, shares: [] }] })
		expect(withSpace.folders.map((folder) => folder.path).sort()).toEqual(['/Bibliothèque', path])
		expect(sentWithSpace).not.toContain('folder.mkcol')
		expect(sentWithSpace).not.toContain('folder.shareWithTeam')
		expect(sentWithSpace[sentWithSpace.indexOf('folder.statNew') + 1]).toBe('groups.save')
		expect(withSpaceBesideOld.groups[0]).toMatchObject({ folderPath: `${path} (2)`, folder: [{ of: `${plan.title} (2)` }] })
	})
})

describe.each([
	['', false, whole, sent, wholeBesideOld, sentBesideOld],
	[', where teams have a folder of their own', true, withSpace, sentWithSpace, withSpaceBesideOld, sentWithSpaceBesideOld],
] as const)('after one fault%s', (_, spaces, made, calls, madeBesideOld, callsBesideOld) => {
	it.each(FAULTS)('“%s” at any call, resuming makes the same as an undisturbed run', async (fault) => {
		for (let call = 0; call < calls.length; call++) {
			const world = newWorld(spaces)
			await runUntilDone(world, 'romain', plan, new Map([[call, fault]]))
			expect(world.picture(), `${fault} at ${call} ${calls[call]}`).toEqual(made)
			expect(world.strikes, `${fault} at ${call} ${calls[call]}`).toBe(0)
		}
	})

	it.each(FAULTS)('after “%s” nothing older is used for the group', async (fault) => {
		for (let call = 0; call < callsBesideOld.length; call++) {
			const world = oldWorld(spaces)
			await runUntilDone(world, 'romain', plan, new Map([[call, fault]]))
			expect(world.picture(), `${fault} at ${call} ${callsBesideOld[call]}`).toEqual(madeBesideOld)
		}
	})
})

it('a card created without its labels gets them, also if the run is interrupted there', async () => {
	for (let call = 0; call < sent.length; call++) {
		for (const next of [1, 2, 3]) {
			for (const fault of ['closed', 'closedBefore', 'stop', 'refused', 'lost'] as const) {
				const world = new World()
				await runUntilDone(world, 'romain', plan, new Map([[call, 'half500'], [call + next, fault]]))
				expect(world.picture(), `${call} ${next} ${fault}`).toEqual(whole)
			}
		}
	}
})

it('any two faults anywhere do not change the result', async () => {
	await fc.assert(fc.asyncProperty(
		fc.uniqueArray(fc.tuple(fc.nat(sent.length + 10), fc.constantFrom<Fault>(...FAULTS)), { minLength: 2, maxLength: 2, selector: ([call]) => call }),
		fc.boolean(),
		fc.boolean(),
		async (faults, old, spaces) => {
			const world = old ? oldWorld(spaces) : newWorld(spaces)
			await runUntilDone(world, 'romain', plan, new Map(faults))
			if (spaces) {
				// Made while there was no team, given up for its folder, and left empty by a run that broke off right there.
				world.folders = world.folders.filter(({ of, empty, fileId }) => of !== undefined || !empty || world.groups.some(({ folderId }) => folderId === fileId))
			}
			expect(world.picture()).toEqual(spaces ? old ? withSpaceBesideOld : withSpace : old ? wholeBesideOld : whole)
			expect(world.strikes).toBe(0)
		},
	), { numRuns: 500 })
})
