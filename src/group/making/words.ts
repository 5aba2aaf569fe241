/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RunResult } from './run.ts'
import type { Step, Steps, StepState } from './steps.ts'
import type { KeptItem } from './undo.ts'
import type { CreatedThing } from './work.ts'

import { n, t } from '../../shared/l10n.ts'
import { skippedSteps } from './steps.ts'

const steps: Record<Step, () => string> = {
	group: () => t('reseau', 'Group'),
	team: () => t('reseau', 'Team'),
	members: () => t('reseau', 'People in the team'),
	board: () => t('reseau', 'Board'),
	cards: () => t('reseau', 'Deck cards'),
	sharing: () => t('reseau', 'Board shared with the team'),
	folder: () => t('reseau', 'Folder'),
	channel: () => t('reseau', 'Conversation'),
	opening: () => t('reseau', 'Group ready'),
}

/** The thing a step creates. */
export function stepWord(step: Step): string {
	return steps[step]()
}

/** While a run of the same person is waited for. */
export function heldSentence(): string {
	return t('reseau', 'Waiting: what you started on another page has not finished yet. It continues here by itself, within two minutes if that page is closed.')
}

/** State of a step, in a word or a sentence. */
export function stateWord(step: Step, state: StepState): string {
	switch (state.state) {
		case 'waiting':
			return t('reseau', 'to do')
		case 'running':
			if (state.held) {
				return heldSentence()
			}
			return state.of > 1 ? t('reseau', 'in progress: {done} of {of}', { done: state.done, of: state.of }) : t('reseau', 'in progress')
		case 'done':
			if (state.as === 'space' || state.as === 'beside') {
				return state.as === 'space'
					? t('reseau', 'done: it is the team’s own folder')
					: t('reseau', 'done. The team also has its own folder, which the group does not use.')
			}
			return state.without.length > 0
				? n('reseau', 'done, but %n was refused', 'done, but %n were refused', state.without.length)
				: t('reseau', 'done')
		case 'skipped':
			return skippedWord(step, state.reason)
		case 'failed':
			return failedSentence(step, state.reason)
	}
}

/** The Nextcloud app of a step. */
function appOf(step: Step): string {
	switch (step) {
		case 'team':
		case 'members':
			return 'Teams'
		case 'board':
		case 'cards':
		case 'sharing':
			return 'Deck'
		case 'folder':
			return t('reseau', 'Files')
		case 'channel':
			return 'Talk'
		default:
			return 'Réseau'
	}
}

function skippedWord(step: Step, reason: string): string {
	switch (reason) {
		case 'absent':
			return t('reseau', 'skipped: {app} is not available', { app: appOf(step) })
		case 'no_library':
			return t('reseau', 'skipped: no folder is chosen for the library')
		case 'no_team':
			return t('reseau', 'skipped: there is no team')
		case 'no_board':
			return t('reseau', 'skipped: there is no board')
		case 'not_shared':
			return t('reseau', 'created, but you are not allowed to share it with the team')
		default:
			return t('reseau', 'skipped by choice')
	}
}

/** Who can complete a skipped step, and how; empty if it only has to be wanted. */
export function remedySentence(step: Step, state: StepState): string {
	switch (state.state === 'skipped' ? state.reason : '') {
		case 'absent':
			return t('reseau', 'An administrator can make {app} available to you.', { app: appOf(step) })
		case 'no_library':
			return t('reseau', 'An administrator can choose it.')
		case 'not_shared':
			return t('reseau', 'Ask an administrator, or the person who shared the library folder with you, for permission to share it.')
		default:
			return ''
	}
}

/** Why a step is not done, and what to do. */
export function failedSentence(step: Step, reason: string): string {
	const app = appOf(step)
	switch (reason) {
		case 'offline':
		case 'server':
			return t('reseau', '{app} did not answer.', { app })
		case 'too_many_requests':
			return t('reseau', '{app} is busy: continue in a minute.', { app })
		case 'login':
			return t('reseau', 'Your session has ended: log in again in another tab, then continue here.')
		case 'not_allowed':
			switch (step) {
				case 'team':
					return t('reseau', 'You are not allowed to create teams on this Nextcloud. An administrator can change this.')
				case 'board':
					return t('reseau', 'You are not allowed to create boards on this Nextcloud. An administrator can change this.')
				case 'folder':
					return t('reseau', 'You are not allowed to write to the library folder. An administrator can change this.')
				default:
					return t('reseau', '{app} does not allow you to do this.', { app })
			}
		case 'not_mine':
			return t('reseau', 'Someone else created this, and only they can go on with it. You can create it again in your name.')
		case 'gone':
			return t('reseau', 'What was created here has been deleted since.')
		case 'unseen':
			return t('reseau', 'The team has its own folder, which is not in your files yet. Continue in a few minutes.')
		case 'unlinked':
			return t('reseau', 'The folder was detached from the team to keep it: an administrator can find it in the Team folders.')
		case 'exists':
			return t('reseau', 'Too many folders already have this name.')
		case 'not_found':
			return step === 'folder'
				? t('reseau', 'The library folder is not in your files.')
				: t('reseau', '{app} no longer has it.', { app })
		case 'no_team':
		case 'no_board':
		case 'no_cards':
			return t('reseau', 'waiting for the steps above')
		default:
			return t('reseau', '{app} could not do this.', { app })
	}
}

const things: Record<KeptItem['thing'], () => string> = {
	board: () => t('reseau', 'The board stays'),
	team: () => t('reseau', 'The team is kept'),
	folder: () => t('reseau', 'The folder is kept'),
	group: () => t('reseau', 'The group is kept'),
}

/** What is deleted, in one phrase. */
export function thingsWords(things: readonly CreatedThing[]): string {
	return [t('reseau', 'the group'), ...things.map((thing) => ({ board: t('reseau', 'its board'), team: t('reseau', 'its team'), folder: t('reseau', 'its empty folder') })[thing])].join(', ')
}

/** What is not undone, and why. */
export function staySentence({ thing, why, name }: KeptItem): string {
	return t('reseau', '{thing}: {why}', { thing: things[thing](), why: why === 'unlinked' ? keptSentence(name) : whyStays(why) })
}

/** Where the folder of a deleted team is. */
function keptSentence(name?: string): string {
	return name === undefined
		? t('reseau', 'it belonged to the team. An administrator can find it in the Team folders, with everything in it, and give it to anyone who needs it.')
		: t('reseau', 'it belonged to the team. An administrator can find it as “{folder}” in the Team folders, with everything in it, and give it to anyone who needs it.', { folder: name })
}

function whyStays(why: string): string {
	switch (why) {
		case 'joined':
			return t('reseau', 'others are in it, or asked to join. Its team, board and folder stay with it.')
		case 'not_yours':
			return t('reseau', 'others facilitate it.')
		case 'not_owner':
			return t('reseau', 'it belongs to someone else.')
		case 'not_mine':
			return t('reseau', 'it was not created in your name.')
		case 'not_empty':
			return t('reseau', 'it contains files.')
		case 'shared':
			return t('reseau', 'it is shared with other people.')
		case 'changed':
			return t('reseau', 'others worked on it.')
		case 'written_on':
			return t('reseau', 'there are comments or files on its cards.')
		case 'of_team':
			return t('reseau', 'it belongs to the team.')
		case 'being_made':
			return t('reseau', 'someone else is working on it. Try again in two minutes.')
		case 'unsafe':
			return t('reseau', 'its folder could not be saved first, so nothing was deleted. Try again.')
		case 'offline':
		case 'server':
			return t('reseau', 'no answer. Try again.')
		default:
			return t('reseau', 'could not be removed.')
	}
}

/** Result of a run: what is safe, and what to do. */
export function endSentence({ end, reason, steps }: Pick<RunResult, 'end' | 'reason' | 'steps'>): string {
	switch (end) {
		case 'done':
			return doneSentence(steps)
		case 'incomplete':
			return t('reseau', 'What is done is kept. Continue now or later to do the rest.')
		case 'stopped':
			return t('reseau', 'Stopped. What is done is kept; continue whenever you like.')
		case 'being_made':
			return t('reseau', 'Someone else is creating this group right now, maybe you in another tab. Wait two minutes, then resume.')
		case 'interrupted':
			return reason === 'login'
				? t('reseau', 'Your session has ended: log in again in another tab, then continue here.')
				: t('reseau', 'No response. What is done is kept; continue when you are back online.')
	}
}

/** What a finished run created, and what it left out. */
function doneSentence(steps: Steps): string {
	const missing = skippedSteps(steps).map((step) => t('reseau', '{thing} ({why})', { thing: stepWord(step), why: stateWord(step, steps[step]) }))
	return missing.length === 0
		? t('reseau', 'Everything was created: the group is ready.')
		: t('reseau', 'Everything was created, except: {what}. The group is ready, and what was created is kept. Fix the problem, then resume to create the rest.', { what: missing.join(' · ') })
}
