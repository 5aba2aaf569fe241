/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Outcome } from './run.ts'
import type { Step, Steps, StepState } from './steps.ts'
import type { Stay } from './undo.ts'

import { n, t } from '../../shared/l10n.ts'
import { leftOut } from './steps.ts'

const steps: Record<Step, () => string> = {
	group: () => t('reseau', 'Group'),
	team: () => t('reseau', 'Team'),
	members: () => t('reseau', 'People of the team'),
	board: () => t('reseau', 'Board'),
	cards: () => t('reseau', 'Cards'),
	sharing: () => t('reseau', 'Board shared with the team'),
	folder: () => t('reseau', 'Folder'),
	channel: () => t('reseau', 'Conversation'),
	opening: () => t('reseau', 'Group open'),
}

/** What a step makes. */
export function stepWord(step: Step): string {
	return steps[step]()
}

/** How a step stands, in a word or a sentence. */
export function stateWord(step: Step, state: StepState): string {
	switch (state.state) {
		case 'waiting':
			return t('reseau', 'to do')
		case 'running':
			return state.of > 1 ? t('reseau', 'under way: {done} of {of}', { done: state.done, of: state.of }) : t('reseau', 'under way')
		case 'done':
			if (state.as === 'space' || state.as === 'beside') {
				return state.as === 'space'
					? t('reseau', 'done: it is the team’s own folder')
					: t('reseau', 'done. The team has a folder of its own beside it, which the group does not use.')
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

/** Nextcloud's app that makes a step. */
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
			return t('reseau', 'without: there is no {app} here', { app: appOf(step) })
		case 'no_library':
			return t('reseau', 'without: no folder is chosen for the library')
		case 'no_team':
			return t('reseau', 'without: there is no team')
		case 'no_board':
			return t('reseau', 'without: there is no board')
		case 'not_shared':
			return t('reseau', 'made, but you may not share it with the team')
		default:
			return t('reseau', 'not wanted')
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
			return t('reseau', '{app} asks for a pause: go on in a minute.', { app })
		case 'login':
			return t('reseau', 'Your session has ended: log in again in another tab, then go on here.')
		case 'not_allowed':
			switch (step) {
				case 'team':
					return t('reseau', 'You may not make teams on this Nextcloud. An administrator can allow it.')
				case 'board':
					return t('reseau', 'You may not make boards on this Nextcloud. An administrator can allow it.')
				case 'folder':
					return t('reseau', 'You may not write into the folder of the library. An administrator can allow it.')
				default:
					return t('reseau', '{app} refuses it to you.', { app })
			}
		case 'gone':
			return t('reseau', 'It was made, and somebody has deleted it since.')
		case 'unseen':
			return t('reseau', 'The team has a folder of its own, which is not among your files yet. Go on in a few minutes.')
		case 'unlinked':
			return t('reseau', 'The folder of the team was taken from it, to be kept: an administrator finds it among the Team folders.')
		case 'exists':
			return t('reseau', 'There are too many folders of this name.')
		case 'not_found':
			return step === 'folder'
				? t('reseau', 'The folder of the library is not there among your files.')
				: t('reseau', '{app} no longer has it.', { app })
		case 'no_team':
		case 'no_board':
		case 'no_cards':
			return t('reseau', 'waits for what stands above')
		default:
			return t('reseau', '{app} could not do it.', { app })
	}
}

const things: Record<Stay['thing'], () => string> = {
	board: () => t('reseau', 'The board stays'),
	team: () => t('reseau', 'The team stays'),
	folder: () => t('reseau', 'The folder stays'),
	group: () => t('reseau', 'The group stays'),
}

/** What is not taken back, and why. */
export function staySentence({ thing, why, name }: Stay): string {
	return t('reseau', '{thing}: {why}', { thing: things[thing](), why: why === 'unlinked' ? keptSentence(name) : whyStays(why) })
}

/** Where the folder of a team is that goes. */
function keptSentence(name?: string): string {
	return name === undefined
		? t('reseau', 'it was the team’s own. An administrator finds it among the Team folders, with all that is in it, and can give it to whoever needs it.')
		: t('reseau', 'it was the team’s own. An administrator finds it as “{folder}” among the Team folders, with all that is in it, and can give it to whoever needs it.', { folder: name })
}

function whyStays(why: string): string {
	switch (why) {
		case 'joined':
			return t('reseau', 'others take part in it, or ask to. Its team, board and folder stay with it.')
		case 'not_owner':
			return t('reseau', 'it is somebody else’s.')
		case 'not_empty':
			return t('reseau', 'there are files in it.')
		case 'of_team':
			return t('reseau', 'it is the team’s own.')
		case 'unsafe':
			return t('reseau', 'its own folder could not be kept safe first, so nothing was deleted. Try again.')
		case 'offline':
		case 'server':
			return t('reseau', 'no answer came. Try again.')
		default:
			return t('reseau', 'it could not be taken away.')
	}
}

/** What a run has come to: what is safe, and what to do. */
export function endSentence({ end, reason, steps }: Pick<Outcome, 'end' | 'reason' | 'steps'>): string {
	switch (end) {
		case 'done':
			return doneSentence(steps)
		case 'incomplete':
			return t('reseau', 'What is done stays. Go on to do the rest, now or later.')
		case 'stopped':
			return t('reseau', 'Stopped. What is done stays; go on whenever you like.')
		case 'being_made':
			return t('reseau', 'Somebody else is making this group right now, maybe you in another tab. Wait two minutes, then go on.')
		case 'interrupted':
			return reason === 'login'
				? t('reseau', 'Your session has ended: log in again in another tab, then go on here.')
				: t('reseau', 'No answer came. What is done stays; go on when you are connected.')
	}
}

/** What a run that is done has made, and what it did without. */
function doneSentence(steps: Steps): string {
	const missing = leftOut(steps).map((step) => t('reseau', '{thing} ({why})', { thing: stepWord(step), why: stateWord(step, steps[step]) }))
	return missing.length === 0
		? t('reseau', 'All is made: the group is open.')
		: t('reseau', 'All is made, except: {what}. The group is open, and what is made stays. Once the reason is gone, go on with it to make the rest.', { what: missing.join(' · ') })
}
