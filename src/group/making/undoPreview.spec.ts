/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group } from '../model.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { sampleGroup } from '../testing/sample.ts'
import { Calls } from './calls.ts'
import { optionsFor, runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { previewUndo } from './undoPreview.ts'

const plan = { ...samplePlan(), team: { facilitators: [], members: [] } }
let world: World
beforeEach(async () => {
	world = new World()
	await runOnce(world, 'romain', { plan, groupId: null })
})

function preview(changes: Partial<Group> = {}) {
	const { teamId, boardId, folderId, folderPath } = world.groups[0]!
	const base = sampleGroup()
	const making = { first: false, mine: true, by: null, own: { run: true, team: true, board: true, folder: true }, running: false, begun: 0, step: 'done', note: null, model: null, teamId, boardId, folderId, folderPath }
	const group = { ...base, people: 1, requests: 0, mine: { state: 'active' } as Group['mine'], making, can: { ...base.can, edit: true }, teamId, boardId, folderId, folderPath, ...changes }
	return previewUndo(world.ports('romain'), new Calls(optionsFor(world, 'romain')), 'romain', group)
}

describe('what undoing would delete', () => {
	it('is all of it, and nothing is changed by looking', async () => {
		const before = world.picture()
		expect(await preview()).toEqual({ goes: ['board', 'team', 'folder'], stays: [] })
		expect(world.picture()).toEqual(before)
	})

	it.each<[string, Partial<Group>, string]>([
		['another person is in it', { people: 2 }, 'joined'],
		['only another person is in it', { people: 1, mine: null }, 'joined'],
		['a person asks to join', { requests: 1 }, 'joined'],
		['another person made it, and I joined', { making: { ...sampleGroup().making!, mine: false } }, 'joined'],
		['others decide about it', { can: { ...sampleGroup().can, edit: false } }, 'not_yours'],
	])('is nothing where %s', async (_, changes, why) => {
		expect(await preview(changes)).toEqual({ goes: [], stays: [{ thing: 'group', why }] })
	})

	it('is nothing where a person is in the team alone', async () => {
		world.teams[0]!.members.push(world.member('odile', 1))
		expect(await preview()).toEqual({ goes: [], stays: [{ thing: 'group', why: 'joined' }] })
	})

	it('leaves what others work with', async () => {
		world.work.set(world.boards[0]!.stacks[0]!.cards[0]!.id, { writers: ['odile'] })
		world.folders[1]!.empty = false
		expect(await preview()).toEqual({ goes: ['team'], stays: [{ thing: 'board', why: 'changed' }, { thing: 'folder', why: 'not_empty' }] })
	})

	it('names nothing that is gone or whose app does not answer', async () => {
		world.apps.delete('deck')
		world.folders.splice(1)
		expect(await preview()).toEqual({ goes: ['team'], stays: [] })
	})
})
