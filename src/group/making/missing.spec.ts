/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { missingOf } from './missing.ts'
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
