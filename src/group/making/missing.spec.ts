/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LostThing } from './missing.ts'

import { expect, it } from 'vitest'
import { findLostThings, missingOf } from './missing.ts'
import { runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { remedySentence, stateWord, stepWord } from './words.ts'

const NOTHING = { teamId: null, teamGone: false, boardId: null, folderId: null }
const WHOLE = { teamId: 'team', teamGone: false, boardId: 3, folderId: 4 }
const missingWords = (group: Parameters<typeof missingOf>[0], note: string | null) => missingOf(group, { note }).map(({ step, state }) => [stepWord(step), stateWord(step, state), remedySentence(step, state)])

const NOT_SHARED = 'Ask an administrator, or the person who shared the library folder with you, for permission to share it.'

it('says why each thing is missing, and who can change that', () => {
	expect(missingWords(NOTHING, 'team:skipped:absent members:skipped:no_team board:skipped:not_wanted cards:skipped:not_wanted sharing:skipped:not_wanted folder:skipped:no_library channel:skipped:not_wanted')).toEqual([
		['Team', 'skipped: Teams is not available', 'An administrator can make Teams available to you.'],
		['Board', 'skipped by choice', ''],
		['Folder', 'skipped: no folder is chosen for the library', 'An administrator can choose it.'],
	])
})

it('of a group that was never made as one, says what is left to do', () => {
	expect(missingWords({ ...NOTHING, teamGone: true }, null)).toEqual([
		['Team', 'What was created here has been deleted since.', ''],
		['Board', 'to do', ''],
		['Folder', 'to do', ''],
	])
})

it('names what failed for existing things', () => {
	expect(missingWords(WHOLE, 'sharing:failed:not_allowed folder:skipped:not_shared channel:skipped:absent')).toEqual([
		['Board shared with the team', 'Deck does not allow you to do this.', ''],
		['Folder', 'created, but you are not allowed to share it with the team', NOT_SHARED],
		['Conversation', 'skipped: Talk is not available', 'An administrator can make Talk available to you.'],
	])
	expect(missingWords(WHOLE, 'board:done:again folder:done:space')).toEqual([])
})

it.each<[string, (world: World) => void, LostThing[]]>([
	['nothing', () => {}, []],
	['a board that was unshared', (world) => world.boards[0]!.acl = [], ['sharing']],
	['a deleted board', (world) => world.boards.splice(0), ['board']],
	['a folder that was moved', (world) => world.folders[1]!.path = '/À moi', []],
	['a deleted folder', (world) => world.folders.splice(1), ['folder']],
	['all of it without Deck', (world) => {
		world.apps.delete('deck')
		world.folders.splice(1)
	}, ['folder']],
])('finds what Deck and Files have lost: %s', async (_, lose, lost) => {
	const world = new World()
	await runOnce(world, 'romain', { plan: samplePlan(), groupId: null })
	const making = await world.ports('romain').groups.lease(world.groups[0]!.id, 'runner')
	lose(world)
	const ports = world.ports('romain')
	expect(await findLostThings(ports, making, false)).toEqual(lost)
	expect(await findLostThings(ports, { ...making, own: { run: true, team: true, board: false, folder: false } }, false)).toEqual([])
})

it('names lost things, whatever was noted', () => {
	const lost = missingOf(WHOLE, { note: 'sharing:skipped:no_board' }, ['board', 'sharing', 'folder'])
	expect(lost.map(({ step, state }) => [stepWord(step), stateWord(step, state)])).toEqual([
		['Board', 'What was created here has been deleted since.'],
		['Board shared with the team', 'to do'],
		['Folder', 'What was created here has been deleted since.'],
	])
})
