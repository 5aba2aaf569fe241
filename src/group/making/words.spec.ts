/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Steps, StepState } from './steps.ts'

import { expect, it } from 'vitest'
import catalan from '../../../translations/ca.json'
import spanish from '../../../translations/es.json'
import french from '../../../translations/fr.json'
import occitan from '../../../translations/oc.json'
import { skippedSteps, STEPS } from './steps.ts'
import { endSentence, failedSentence, heldSentence, remedySentence, stateWord, staySentence, stepWord } from './words.ts'

const DONE: StepState = { state: 'done', without: [] }
const done = (changes: Partial<Steps> = {}): Steps => ({ ...Object.fromEntries(STEPS.map((step) => [step, DONE])) as Steps, ...changes })
const sentence = (steps: Steps) => endSentence({ end: 'done', reason: null, steps })

it('says that everything is complete, also without things nobody wanted', () => {
	expect(sentence(done())).toBe('Everything was created: the group is ready.')
	expect(sentence(done({ channel: { state: 'skipped', reason: 'not_wanted' }, board: { state: 'skipped', reason: 'declined' } }))).toBe('Everything was created: the group is ready.')
})

it('says what was not done, and what to do', () => {
	expect(sentence(done({ folder: { state: 'skipped', reason: 'not_shared' } })))
		.toBe('Everything was created, except: Folder (created, but you are not allowed to share it with the team). The group is ready, and what was created is kept. Fix the problem, then resume to create the rest.')
})

it('says who can have made what was skipped', () => {
	const remedy = (reason: string) => remedySentence('board', { state: 'skipped', reason })
	expect(['absent', 'no_library', 'not_wanted'].map(remedy)).toEqual(['An administrator can make Deck available to you.', 'An administrator can choose it.', ''])
	expect(remedySentence('board', DONE)).toBe('')
})

// A step that is neither “done” nor “not wanted” is explained in the sentence below the steps.
it.each(STEPS.flatMap((step) => ['absent', 'no_library', 'no_team', 'no_board', 'not_shared'].map((reason) => [step, reason] as const)))('never says that everything is complete with “%s: %s”', (step, reason) => {
	const steps = done({ [step]: { state: 'skipped', reason } })
	expect(skippedSteps(steps)).toEqual([step])
	expect(sentence(steps)).toContain(`except: ${stepWord(step)} (${stateWord(step, steps[step])})`)
})

it('counts things that lack some of the people', () => {
	expect(sentence(done({ members: { state: 'done', without: ['odile', 'linh'] } }))).toContain('People in the team (done, but 2 were refused)')
})

// A team, a board and a folder differ in gender in each of these languages.
it.each(Object.entries({
	french: [french, /\b(il|elle|le|la|un autre|une autre) (est|était|a|retirer)\b|l’(a|avez)\b|en créer un/i],
	spanish: [spanish, /\b(lo|la) (creó|ha)\b|crear otro\b/i],
	catalan: [catalan, /\bl’(ha|heu)\b|un altre\b/i],
	occitan: [occitan, /\bl’a\b|un autre\b|\blo (tornar|retirar)\b/i],
} as const))('what is said of a thing fits its gender in %s', (_, [{ translations }, gendered]) => {
	const sentences = (['gone', 'not_mine'] as const).map((reason) => failedSentence('team', reason))
	const stays = ['not_owner', 'not_mine', 'anything', 'being_made'].map((why) => staySentence({ thing: 'team', why }).replace('The team is kept: ', ''))
	for (const sentence of [...sentences, ...stays, 'Create it again']) {
		const translation = (translations as Record<string, string | string[]>)[sentence]
		expect(translation).toBeTypeOf('string')
		expect(translation).not.toMatch(gendered)
	}
})

it('says that it waits for another page of the same person', () => {
	expect(stateWord('group', { state: 'running', done: 0, of: 1, held: true })).toBe(heldSentence())
	expect(stateWord('group', { state: 'running', done: 0, of: 1 })).toBe('in progress')
})
