/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LeavingStep } from './leaving.ts'
import type { AskOutcome, Channel, Facilitator, GroupStatus, GroupSummary, MyMembership, RosterRow } from './model.ts'
import type { Place } from './waiting.ts'

import { isReason } from '../api/apiError.ts'
import { mailAddress, webAddress } from '../member/index.ts'
import { dateWords, listWords, n, t } from '../shared/l10n.ts'
import { LEAVING } from './leaving.ts'
import { GROUP_LIMITS } from './model.ts'

const statuses: Record<GroupStatus, () => string> = {
	forming: () => t('reseau', 'Forming'),
	active: () => t('reseau', 'Active'),
	dormant: () => t('reseau', 'At rest'),
	closed: () => t('reseau', 'Closed'),
}

/** State of a group. */
export function groupStatusWord(status: GroupStatus): string {
	return statuses[status]()
}

function facilitatorWords({ name, until }: Facilitator): string {
	return until === null ? name : t('reseau', '{name} (until {date})', { name, date: dateWords(until) })
}

/** Who facilitates a group, in a line; empty where there is nobody one may see. */
export function facilitatedWords(facilitators: readonly Facilitator[], terms: boolean): string {
	return facilitators.length === 0
		? ''
		: t('reseau', 'facilitated by {names}', { names: listWords(facilitators.map((one) => terms ? facilitatorWords(one) : one.name)) })
}

/** State of a group and who facilitates it. */
export function stateLine({ status, facilitators }: Pick<GroupSummary, 'status' | 'facilitators'>): string {
	return [groupStatusWord(status), facilitatedWords(facilitators, true)].filter(Boolean).join(' · ')
}

/** How one stands to a group; empty where one does not. */
export function mineWords(mine: MyMembership | null): string {
	switch (mine?.state) {
		case 'invited':
			return t('reseau', 'You are invited')
		case 'requested':
			return t('reseau', 'You have asked to come in')
		case 'active':
			return mine.facilitates ? t('reseau', 'You facilitate it') : t('reseau', 'You are in it')
		case 'unsigned':
			return t('reseau', 'You are in its team, without an engagement')
		default:
			return ''
	}
}

/** That an engagement is over. */
export function overWords(until: string): string {
	return t('reseau', 'Your engagement ended on {date}', { date: dateWords(until) })
}

/** On what somebody engages, with their role. */
export function engagedOn({ role, facilitates, commitment }: Pick<RosterRow, 'role' | 'facilitates' | 'commitment'>): string {
	const as = role || (facilitates ? t('reseau', 'facilitates the group') : '')
	return [as, commitment].filter(Boolean).join(' · ')
}

/** Somebody who is gone, in a sentence. */
export function leftSentence({ member: { name }, left, exitNote, leftInTeams }: RosterRow): string {
	const date = left ? dateWords(left) : ''
	if (exitNote) {
		return t('reseau', '{name} left the group on {date}: “{note}”', { name, date, note: exitNote })
	}
	return leftInTeams
		? t('reseau', '{name} left the team in Nextcloud on {date}.', { name, date })
		: t('reseau', '{name} left the group on {date}.', { name, date })
}

/** What a group's state means, where it is not simply active. */
export function statusSentence(status: GroupStatus): string {
	switch (status) {
		case 'dormant':
			return t('reseau', 'This group is at rest. Its people, its board and its folder are still there.')
		case 'closed':
			return t('reseau', 'This group is closed: nobody comes into it any more. What it has done can still be read.')
		default:
			return ''
	}
}

/** Where a conversation is opened; undefined where there is none. */
export function channelHref(channel: Channel | null): string | undefined {
	if (channel === null) {
		return undefined
	}
	return channel.kind === 'mail' ? mailAddress(channel.value) : webAddress(channel.value) ?? undefined
}

/** Who asks one into the group, and what yes means. */
export function invitedSentence({ invitedBy, facilitates }: MyMembership): string {
	const by = invitedBy?.name
	if (facilitates) {
		return by
			? t('reseau', '{name} asks you to facilitate this group. You are in it once you say yes.', { name: by })
			: t('reseau', 'You are asked to facilitate this group. You are in it once you say yes.')
	}
	return by
		? t('reseau', '{name} invites you into this group. You are in it once you say yes.', { name: by })
		: t('reseau', 'You are invited into this group. You are in it once you say yes.')
}

/** That somebody is asked, to whoever keeps their card. */
export function askedForSentence({ member: { name }, invitedBy }: RosterRow): string {
	return invitedBy
		? t('reseau', '{by} asks {name}, whose card you keep, into this group. Ask them, then write down their answer.', { by: invitedBy.name, name })
		: t('reseau', '{name}, whose card you keep, is asked into this group. Ask them, then write down their answer.', { name })
}

/** The one thing to do for who is not in a group but may come in. */
export function joinWord({ join, mine }: Pick<GroupSummary, 'join' | 'mine'>): string {
	switch (mine?.state) {
		case 'invited':
			return t('reseau', 'Answer the invitation')
		case 'unsigned':
			return t('reseau', 'Say what I engage for')
		case 'active':
		case 'requested':
			return ''
		default:
			return join === 'open' ? t('reseau', 'Join') : t('reseau', 'Ask to join')
	}
}

/** What became of somebody's place in the team. */
export type TeamPlace = 'in' | 'asked' | 'none' | 'absent'

/** What has become of somebody who said they come in. */
export function joinedSentence(state: 'active' | 'requested', place: TeamPlace): string {
	if (state === 'requested') {
		return t('reseau', 'You have asked to come in. Somebody who facilitates the group will answer.')
	}
	switch (place) {
		case 'in':
			return t('reseau', 'You are in the group and in its team: its board and its folder are open to you.')
		case 'asked':
			return t('reseau', 'You are in the group. Somebody who facilitates it still lets you into its team; then its board and folder open to you.')
		case 'absent':
			return t('reseau', 'You are in the group. Teams is not there for you, so its board and folder stay closed to you: ask who administers Nextcloud.')
		case 'none':
			return t('reseau', 'You are in the group. It has no team yet, so there is no board and no folder to open.')
	}
}

/** What is safe, and what to do, where the place in the team did not come about. */
export function teamProblem(error: unknown): string {
	if (isReason(error, 'absent')) {
		return t('reseau', 'You are in the group. Teams is not there, so its board and folder stay closed to you:')
	}
	if (isReason(error, 'refused', 'not_allowed')) {
		return t('reseau', 'You are in the group. Its team takes people in by their facilitators only: write to one of them, and the board and the folder open to you.')
	}
	if (isReason(error, 'not_found')) {
		return t('reseau', 'You are in the group. Its team is not there any more; whoever facilitates the group can make it anew.')
	}
	return t('reseau', 'You are in the group, but not in its team yet, which opens its board and its folder.')
}

const leavingParts: Record<LeavingStep, () => string> = {
	facilitation: () => t('reseau', 'the facilitation is handed over'),
	cards: () => t('reseau', 'your cards are handed over'),
	board: () => t('reseau', 'the board is seen to'),
	group: () => t('reseau', 'you are out of the group'),
	team: () => t('reseau', 'you are out of its team'),
}

/** What of leaving a group is done. */
export function leavingDone(done: ReadonlySet<LeavingStep>): string {
	return t('reseau', 'Done: {steps}.', { steps: listWords(LEAVING.filter((step) => done.has(step)).map((step) => leavingParts[step]())) })
}

/** What of leaving a group did not go, and what that leaves as it was. */
export function leavingProblem(step: LeavingStep): string {
	switch (step) {
		case 'facilitation':
			return t('reseau', 'The facilitation was not handed over. You are still in the group.')
		case 'cards':
			return t('reseau', 'Not all of your cards were handed over. You are still in the group, and can go on from here.')
		case 'board':
			return t('reseau', 'Your cards are handed over, the board itself is still yours. You are still in the group.')
		case 'group':
			return t('reseau', 'You are still in the group.')
		case 'team':
			return t('reseau', 'You have left the group, but not its team: its board and folder are still open to you.')
	}
}

/** Where somebody stands who is not wholly in a group. */
export function waitingWord(place: Place): string {
	switch (place) {
		case 'requested':
			return t('reseau', 'asked to come in')
		case 'at_team':
			return t('reseau', 'in the group, waits to be let into its team')
		case 'outside_team':
			return t('reseau', 'in the group, not in its team: the board and the folder are closed to them')
		case 'unsigned':
			return t('reseau', 'in the team in Nextcloud, has not said yet what they engage for')
		case 'invited':
			return t('reseau', 'invited, has not answered')
		case 'at_keeper':
			return t('reseau', 'asked through whoever keeps their card, has not answered')
		case 'declined':
			return t('reseau', 'declined the invitation')
	}
}

/** How asking somebody went. */
export function askedSentence(outcome: AskOutcome, name: string): string {
	switch (outcome) {
		case 'notified':
			return t('reseau', '{name} is invited, and finds it among the notifications.', { name })
		case 'keeper_asked':
			return t('reseau', '{name} has no account: whoever keeps their card is asked, and answers with them.', { name })
		case 'no_account':
			return t('reseau', '{name} has no account: ask them yourself, then write down below that they come.', { name })
		case 'asked_already':
			return t('reseau', '{name} is invited already and has not answered yet.', { name })
		case 'refused_before':
			return t('reseau', '{name} said no to this group before, and is not asked again. They can still join it.', { name })
		case 'in_already':
			return t('reseau', '{name} is in the group already.', { name })
	}
}

/** How people come in, and what that means. */
export function presetWords(preset: GroupSummary['join']): { name: string, hint: string } {
	switch (preset) {
		case 'request':
			return { name: t('reseau', 'They ask, and a facilitator lets them in'), hint: t('reseau', 'Everybody finds the group, and may ask.') }
		case 'open':
			return { name: t('reseau', 'Whoever wants comes in'), hint: t('reseau', 'Everybody who joins will see what members show to their groups.') }
		case 'private':
			return { name: t('reseau', 'By invitation only'), hint: t('reseau', 'Everybody sees that the group exists; a facilitator asks people in.') }
	}
}

/** Why a column of the mandate cannot be kept. */
export function lineSentence(problem: 'too_many' | 'too_long' | null): string {
	switch (problem) {
		case 'too_many':
			return n('reseau', 'At most %n line. Nothing is cut: bring some together.', 'At most %n lines. Nothing is cut: bring some together.', GROUP_LIMITS.mandate)
		case 'too_long':
			return n('reseau', 'One line is longer than %n character. Nothing is cut: shorten it.', 'One line is longer than %n characters. Nothing is cut: shorten it.', GROUP_LIMITS.mandateLine)
		case null:
			return ''
	}
}
