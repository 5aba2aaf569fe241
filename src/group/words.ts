/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LeavingStep } from './leaving.ts'
import type { AskOutcome, Channel, Facilitator, GroupStatus, GroupSummary, MyMembership, RosterRow } from './model.ts'
import type { PendingState } from './pendingPeople.ts'

import { isReason } from '../api/apiError.ts'
import { mailAddress, webAddress } from '../member/index.ts'
import { dateWords, listWords, n, shortDate, t } from '../shared/l10n.ts'
import { LEAVING } from './leaving.ts'
import { GROUP_LIMITS } from './model.ts'
import { byInvitationSentence } from './reasons.ts'

const statuses: Record<GroupStatus, () => string> = {
	forming: () => t('reseau', 'Forming'),
	active: () => t('reseau', 'Active'),
	dormant: () => t('reseau', 'Dormant'),
	closed: () => t('reseau', 'Closed'),
}

/** State of a group. */
export function groupStatusWord(status: GroupStatus): string {
	return statuses[status]()
}

function facilitatorWords({ name, until }: Facilitator): string {
	return until === null ? name : t('reseau', '{name} (until {date})', { name, date: dateWords(until) })
}

/** The facilitators of a group, in a line; empty if the person can see none. */
export function facilitatedWords(facilitators: readonly Facilitator[], terms: boolean): string {
	return facilitators.length === 0
		? ''
		: t('reseau', 'facilitated by {names}', { names: listWords(facilitators.map((one) => terms ? facilitatorWords(one) : one.name)) })
}

/** State of a group and its facilitators. */
export function stateLine({ status, facilitators }: Pick<GroupSummary, 'status' | 'facilitators'>): string {
	return [groupStatusWord(status), facilitatedWords(facilitators, true)].filter(Boolean).join(' · ')
}

/** My membership of a group; empty without one. */
export function mineWords({ join, mine }: Pick<GroupSummary, 'join' | 'mine'>): string {
	switch (mine?.state) {
		case 'invited':
			return t('reseau', 'You are invited')
		case 'requested':
			return t('reseau', 'You asked to join')
		case 'active':
			return mine.facilitates ? t('reseau', 'You facilitate it') : t('reseau', 'You are a member')
		case 'unsigned':
			// Only an open group lets in who commits; in the others they are nobody the group let in.
			return join === 'open' ? t('reseau', 'You are in its team, without a commitment') : t('reseau', 'You are in its team, but not in the group')
		default:
			return ''
	}
}

/** That a commitment is over. */
export function overWords(until: string): string {
	return t('reseau', 'Your commitment ended on {date}', { date: dateWords(until) })
}

/** A person's commitment, with their role. */
export function engagedOn({ role, facilitates, commitment }: Pick<RosterRow, 'role' | 'facilitates' | 'commitment'>): string {
	const as = role || (facilitates ? t('reseau', 'facilitates the group') : '')
	return [as, commitment].filter(Boolean).join(' · ')
}

/** A former member, in a sentence. */
export function leftSentence({ member: { name }, left, exitNote, leftInTeams }: RosterRow): string {
	const date = left ? dateWords(left) : ''
	if (exitNote) {
		return t('reseau', '{name} left the group on {date}: “{note}”', { name, date, note: exitNote })
	}
	return leftInTeams
		? t('reseau', '{name} has not been in the group since {date}: their account was no longer in its team in Nextcloud.', { name, date })
		: t('reseau', '{name} left the group on {date}.', { name, date })
}

/** Meaning of a group's state, unless it is simply active. */
export function statusSentence(status: GroupStatus): string {
	switch (status) {
		case 'dormant':
			return t('reseau', 'This group is dormant. Its members, board and folder are still there.')
		case 'closed':
			return t('reseau', 'This group is closed: nobody can join any more. What it has done can still be read.')
		default:
			return ''
	}
}

/** The address of a conversation; undefined without one. */
export function channelHref(channel: Channel | null): string | undefined {
	if (channel === null) {
		return undefined
	}
	return channel.kind === 'mail' ? mailAddress(channel.value) : webAddress(channel.value) ?? undefined
}

/** Who invites the viewer, and what accepting means. */
export function invitedSentence({ invitedBy, facilitates }: MyMembership): string {
	const by = invitedBy?.name
	if (facilitates) {
		return by
			? t('reseau', '{name} asks you to facilitate this group. You join it once you say yes.', { name: by })
			: t('reseau', 'You are asked to facilitate this group. You join it once you say yes.')
	}
	return by
		? t('reseau', '{name} invites you to this group. You join it once you say yes.', { name: by })
		: t('reseau', 'You are invited to this group. You join it once you say yes.')
}

/** For the keeper of a card: the person is invited. */
export function askedForSentence({ member: { name }, invitedBy }: RosterRow): string {
	return invitedBy
		? t('reseau', '{by} invites {name}, whose card you keep, to this group. Ask them, then record their answer.', { by: invitedBy.name, name })
		: t('reseau', '{name}, whose card you keep, is invited to this group. Ask them, then record their answer.', { name })
}

/** Why a person who is not in a group cannot join it; null if they can, or are in it. It does not say whether they were refused. */
export function cannotJoin({ can, status, join, mine }: Pick<GroupSummary, 'can' | 'status' | 'join' | 'mine'>): 'closed' | 'invitation' | 'card' | null {
	if (can.join || can.engage) {
		return null
	}
	if (status === 'closed') {
		return 'closed'
	}
	return join === 'private' && mine?.state !== 'invited' ? 'invitation' : 'card'
}

/** The reason of cannotJoin() as a sentence. */
export function cannotJoinSentence(why: 'closed' | 'invitation' | 'card'): string {
	switch (why) {
		case 'closed':
			return statusSentence('closed')
		case 'invitation':
			return byInvitationSentence()
		case 'card':
			return t('reseau', 'To be in a group you need a card that members can see.')
	}
}

/** What it means that the viewer is in the team of a group but not in the group; empty for everyone else. */
export function onlyInTeamSentence({ join, mine }: Pick<GroupSummary, 'join' | 'mine'>): string {
	if (!mine?.inTeam || mine.state === 'active') {
		return ''
	}
	return join === 'open' && mine.state === 'unsigned'
		? t('reseau', 'You joined through the team in Nextcloud. Say what you are committing to: until then you do not see what the members of the group show to their groups, nor do they see what you show to yours.')
		: t('reseau', 'You are in the team of this group in Nextcloud, but not in the group. Until you are, you do not see what its members show to their groups, nor do they see what you show to yours.')
}

/** The one action for a person who is not in a group but may join. */
export function joinWord({ join, mine }: Pick<GroupSummary, 'join' | 'mine'>): string {
	switch (mine?.state) {
		case 'invited':
			return t('reseau', 'Answer the invitation')
		case 'active':
		case 'requested':
			return ''
		default:
			if (join !== 'open') {
				return t('reseau', 'Ask to join')
			}
			return mine?.state === 'unsigned' ? t('reseau', 'Enter my commitment') : t('reseau', 'Join')
	}
}

/** Result of joining the team of a group. `asked`: a facilitator has to add them; `gone`: it was deleted; `absent`: Teams is not available to them. */
export type TeamPlace = 'in' | 'asked' | 'none' | 'gone' | 'absent'

/** Result of joining. */
export function joinedSentence(state: 'active' | 'requested', place: TeamPlace): string {
	if (state === 'requested') {
		return t('reseau', 'You asked to join. A facilitator of the group will answer.')
	}
	switch (place) {
		case 'in':
			return t('reseau', 'You are in the group and its team: you have access to what the team shares (board, files).')
		case 'asked':
			return t('reseau', 'You are in the group. A facilitator still has to add you to its team, which gives access to what it shares (board, files).')
		case 'absent':
			return t('reseau', 'You are in the group. Teams is not available to you, so you cannot access its board and folder: ask a Nextcloud administrator.')
		case 'gone':
			return t('reseau', 'You are in the group. Its team no longer exists; a facilitator of the group can create it again.')
		case 'none':
			return t('reseau', 'You are in the group. It has no team yet, so there is no board or folder to open.')
	}
}

/** That the team did not answer, which can be tried again. */
export function teamProblem(state: 'active' | 'requested'): string {
	return state === 'requested'
		? t('reseau', 'You asked to join the group, but not yet its team, which gives access to its board and folder.')
		: t('reseau', 'You are in the group, but not yet in its team, which gives access to its board and folder.')
}

/** That the settings of a team could not be changed. */
export function teamSettingsProblem(error: unknown): string {
	return isReason(error, 'not_allowed')
		? t('reseau', 'The team in Nextcloud still lets people in as before: only people who manage it there can change that.')
		: t('reseau', 'The team in Nextcloud still lets people in as before.')
}

const leavingParts: Record<LeavingStep, () => string> = {
	facilitation: () => t('reseau', 'the facilitation was handed over'),
	cards: () => t('reseau', 'your cards were handed over'),
	board: () => t('reseau', 'the board is taken care of'),
	group: () => t('reseau', 'you left the group'),
	team: () => t('reseau', 'you left its team'),
}

/** Completed steps of leaving a group. */
export function leavingDone(done: ReadonlySet<LeavingStep>): string {
	return t('reseau', 'Done: {steps}.', { steps: listWords(LEAVING.filter((step) => done.has(step)).map((step) => leavingParts[step]())) })
}

/** Failed steps of leaving a group, and their consequences. */
export function leavingProblem(step: LeavingStep): string {
	switch (step) {
		case 'facilitation':
			return t('reseau', 'The facilitation was not handed over. You are still in the group.')
		case 'cards':
			return t('reseau', 'Not all of your cards were handed over. You are still in the group, and can continue from here.')
		case 'board':
			return t('reseau', 'Your cards were handed over; you still own the board. You are still in the group.')
		case 'group':
			return t('reseau', 'You are still in the group.')
		case 'team':
			return t('reseau', 'You left the group, but not its team: you can still access its board and folder.')
	}
}

/** The state of a person who is not fully in a group. */
export function waitingWord(place: PendingState): string {
	switch (place) {
		case 'requested':
			return t('reseau', 'asked to join')
		case 'at_team':
			return t('reseau', 'in the group, waiting to be added to its team')
		case 'outside_team':
			return t('reseau', 'in the group, but not in its team: they cannot access what it shares (board, files)')
		case 'cannot_lead':
			return t('reseau', 'facilitates the group, but cannot add people to its team')
		case 'invited':
			return t('reseau', 'invited, no answer yet')
		case 'at_keeper':
			return t('reseau', 'asked through the keeper of their card, no answer yet')
		case 'declined':
			return t('reseau', 'declined the invitation')
	}
}

/** Result of an invitation. */
export function askedSentence(outcome: AskOutcome, name: string): string {
	switch (outcome) {
		case 'notified':
			return t('reseau', '{name} was invited with a notification.', { name })
		case 'keeper_asked':
			return t('reseau', '{name} has no account: the keeper of their card is asked and answers for them.', { name })
		case 'no_account':
			return t('reseau', '{name} has no account: ask them yourself, then record their answer below.', { name })
		case 'asked_already':
			return t('reseau', '{name} is already invited and has not answered yet.', { name })
		case 'refused_before':
			return t('reseau', '{name} declined to join this group and will not be invited again. They can still join it.', { name })
		case 'in_already':
			return t('reseau', '{name} is already in the group.', { name })
	}
}

/** How people join, and what that means. */
export function presetWords(preset: GroupSummary['join']): { name: string, hint: string } {
	switch (preset) {
		case 'request':
			return { name: t('reseau', 'People ask, and a facilitator approves'), hint: t('reseau', 'Everyone can find the group and ask to join.') }
		case 'open':
			return { name: t('reseau', 'Anyone can join'), hint: t('reseau', 'Everyone who joins will see what members show to their groups.') }
		case 'private':
			return { name: t('reseau', 'By invitation only'), hint: t('reseau', 'Everyone can see the group; a facilitator invites people.') }
	}
}

/** Why a column of the mandate is refused. */
export function lineSentence(problem: 'too_many' | 'too_long' | null): string {
	switch (problem) {
		case 'too_many':
			return n('reseau', 'At most %n line. Nothing is cut off: combine some.', 'At most %n lines. Nothing is cut off: combine some.', GROUP_LIMITS.mandate)
		case 'too_long':
			return n('reseau', 'A line is longer than %n character. Nothing is cut off: shorten it.', 'A line is longer than %n characters. Nothing is cut off: shorten it.', GROUP_LIMITS.mandateLine)
		case null:
			return ''
	}
}

/** How much, until when and with which limits a person offers to take part, in one line. */
export function offeredWords({ hours, until, limits }: Pick<RosterRow, 'hours' | 'until' | 'limits'>): string {
	return [hours, until ? t('reseau', 'until {date}', { date: shortDate(until) }) : '', limits].filter(Boolean).join(' · ')
}
