/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary } from '../group/index.ts'
import type { GroupRun } from '../group/making/index.ts'
import type { ReadReason } from '../shared/lib/readError.ts'
import type { AskedOutcome } from './ask/model.ts'
import type { Minutes, MinutesSummary } from './model.ts'
import type { Column, Lines } from './parse/reading.ts'
import type { Step } from './read/messages.ts'
import type { Group } from './review/draft.ts'
import type { ContactWay } from './review/known.ts'
import type { PlanProblem } from './review/plan.ts'
import type { RunKind } from './useRuns.ts'

import { failedSentence, skippedSteps, STEPS } from '../group/making/index.ts'
import { dateWords, n, t } from '../shared/l10n.ts'

/** Name of a group in a sentence. */
export function groupWord({ title, number }: Pick<Group, 'title' | 'number'>): string {
	return title || (number === null ? t('reseau', 'Group without a title') : t('reseau', 'Group {number}', { number }))
}

/** “line 41” or “lines 41–43”, counted as people do. */
export function linesWord({ from, to }: Lines): string {
	return from === to
		? t('reseau', 'line {line}', { line: from + 1 })
		: t('reseau', 'lines {from}–{to}', { from: from + 1, to: to + 1 })
}

const columns: Record<Column, () => string> = {
	mayAdvance: () => t('reseau', 'Can or must advance'),
	mustNot: () => t('reseau', 'Cannot or must not'),
	with: () => t('reseau', 'Can work with'),
}

/** Heading of a column of the mandate. */
export function columnWord(column: Column): string {
	return columns[column]()
}

/** The content of the mandate, in one line. */
export function mandateWord({ mandate, unfilled }: Pick<Group, 'mandate' | 'unfilled'>): string {
	const { mayAdvance, mustNot, with: together } = mandate
	if (mayAdvance.length + mustNot.length + together.length === 0) {
		return unfilled === 'absent' ? t('reseau', 'Not in the text') : t('reseau', 'Not filled in')
	}
	return [
		n('reseau', '%n to carry forward', '%n to carry forward', mayAdvance.length),
		n('reseau', '%n limit', '%n limits', mustNot.length),
		n('reseau', '%n to work with', '%n to work with', together.length),
	].join(' · ')
}

const ways: Record<ContactWay, () => string> = {
	member: () => t('reseau', 'already a member'),
	mail: () => t('reseau', 'invitation to send'),
	by_hand: () => t('reseau', 'to invite another way'),
	several: () => t('reseau', 'several cards with this name'),
}

/** How a person is invited. */
export function wayWord(way: ContactWay): string {
	return ways[way]()
}

const unread: Record<ReadReason, () => string> = {
	too_big: () => t('reseau', 'This file is too large and was not read. Minutes as text take a few hundred kilobytes; remove the pictures, or paste the text.'),
	too_much: () => t('reseau', 'There is far more in this file than minutes hold, so it was not read. Paste the part that you need.'),
	too_slow: () => t('reseau', 'Reading this file takes too long and was stopped. Save it as .txt, or paste the text.'),
	empty: () => t('reseau', 'This file is empty.'),
	binary: () => t('reseau', 'This is not text. Choose .txt, .md, .docx, .odt or .pdf, or paste the text.'),
	unknown_kind: () => t('reseau', 'This file type is not supported. Save it as .docx, .odt, .pdf or .txt, or paste its text.'),
	password: () => t('reseau', 'This file is password-protected. Save it without a password, or open it and paste its text.'),
	no_text: () => t('reseau', 'This file contains no text, only images. Use text recognition (OCR) software, or type what matters.'),
	unreadable: () => t('reseau', 'This file is damaged or incomplete and could not be read. Save it again, or paste the text.'),
}

/** Why a file cannot be read, and what to do. */
export function readSentence(problem: ReadReason): string {
	return unread[problem]()
}

/** The current phase while a file is read. */
export function stepSentence(step: Step): string {
	switch (step.at) {
		case 'file':
			return t('reseau', 'Reading…')
		case 'page':
			return t('reseau', 'Reading page {page} of {pages}…', { page: step.page, pages: step.pages })
		default:
			return t('reseau', 'Looking for groups and people…')
	}
}

const hindered: Record<PlanProblem['why'], () => string> = {
	title_missing: () => t('reseau', 'A group has no title yet: write one, or leave the group out.'),
	title_long: () => t('reseau', 'The title of a group can be at most 120 characters.'),
	no_groups: () => t('reseau', 'There are no groups yet: select the line of the text where one begins, then “A group begins here”.'),
	too_many_groups: () => t('reseau', 'More than 100 groups at a time: skip some, and import them later.'),
}

/** What has to be corrected first. */
export function planProblemSentence(why: PlanProblem['why']): string {
	return hindered[why]()
}

/** Progress of imported minutes, and what this tab is doing with them; where their groups are known, those that are not finished are counted. */
export function stateSentence({ state, planned, made, groups }: Pick<MinutesSummary, 'state' | 'planned' | 'made'> & { groups?: Minutes['groups'] }, here: RunKind | null): string {
	if (here !== null) {
		return here === 'making' ? t('reseau', 'The groups are being created') : t('reseau', 'Undo in progress')
	}
	switch (state) {
		case 'draft':
		case 'making': {
			const unfinished = groups?.filter(({ status }) => status === 'forming').length
			return made === planned
				? unfinished
					? n('reseau', '%n unfinished group', '%n unfinished groups', unfinished)
					: n('reseau', '%n group started, not finished', '%n groups started, not all finished', planned)
				: t('reseau', '{made} of {planned} groups started', { made, planned })
		}
		case 'made':
			return made === planned
				? n('reseau', '%n group created', '%n groups created', planned)
				: t('reseau', '{made} of {planned} groups still exist', { made, planned })
		case 'undoing':
			return n('reseau', 'Not all undone: %n group is left', 'Not all undone: %n groups are left', made)
		case 'undone':
			return made > 0
				? n('reseau', 'Undone; %n group stays', 'Undone; %n groups stay', made)
				: t('reseau', 'Undone')
	}
}

/** Who imported the same text, and when. */
export function alreadySentence({ title, by, created }: Pick<MinutesSummary, 'title' | 'by' | 'created'>): string {
	const day = dateWords(created)
	return by.me
		? t('reseau', 'You imported this text on {day} as “{title}”.', { day, title })
		: by.name
			? t('reseau', '{name} imported this text on {day} as “{title}”.', { name: by.name, day, title })
			: t('reseau', 'This text was imported on {day} as “{title}”.', { day, title })
}

const outcomes: Record<AskedOutcome, (count: number) => string> = {
	notified: (count) => n('reseau', '%n member notified', '%n members notified', count),
	mailed: (count) => n('reseau', '%n invitation sent by email', '%n invitations sent by email', count),
	by_hand: (count) => n('reseau', '%n person to invite another way: no address', '%n people to invite another way: no address', count),
	asked_already: (count) => n('reseau', '%n already invited, no answer yet', '%n already invited, no answer yet', count),
	in_already: (count) => n('reseau', '%n already in the group', '%n already in the group', count),
	refused: (count) => n('reseau', '%n not contacted: they asked not to be', '%n not contacted: they asked not to be', count),
	restricted: (count) => n('reseau', '%n not contacted: the rules of this Nextcloud do not allow it', '%n not contacted: the rules of this Nextcloud do not allow it', count),
	bad_address: (count) => n('reseau', '%n invalid email address', '%n invalid email addresses', count),
	mail_failed: (count) => n('reseau', 'Could not send %n email', 'Could not send %n emails', count),
	later: (count) => n('reseau', '%n to be asked later, because of the hourly or daily limit', '%n to be asked later, because of the hourly or daily limit', count),
	gone: (count) => n('reseau', '%n card no longer exists', '%n cards no longer exist', count),
}

/** The result of inviting some people. */
export function askedCount(outcome: AskedOutcome, count: number): string {
	return outcomes[outcome](count)
}

const stages = {
	idle: () => '',
	groups: () => t('reseau', 'Groups started'),
	making: () => t('reseau', 'Groups with their team, board and folder'),
}

/** The current phase. */
export function stageWord(stage: keyof typeof stages): string {
	return stages[stage]()
}

/** State of a group: from the current or last run, else from the list of groups. */
export function groupStateWord(run: GroupRun | null, made: Pick<GroupSummary, 'status'> | null): string {
	switch (run?.state) {
		case 'running':
			return t('reseau', 'in progress')
		case 'done':
			return skippedSteps(run.steps).length > 0 ? t('reseau', 'partially created') : t('reseau', 'created')
		case 'incomplete':
			return t('reseau', 'incomplete')
		case 'being_made':
			return t('reseau', 'someone else is working on it')
		case 'interrupted':
		case 'stopped':
			return t('reseau', 'to resume')
	}
	return made === null
		? t('reseau', 'to do')
		: made.status === 'forming' ? t('reseau', 'started') : t('reseau', 'created')
}

/** What is safe and what remains after a run that ended early. */
export function stoppedSentence(groups: readonly GroupRun[], total: number, stopped: boolean): string {
	const whole = groups.filter(({ state }) => state === 'done').length
	const done = n('reseau', '%n group is complete', '%n groups are complete', whole)
	const rest = n('reseau', '%n left to resume', '%n left to resume', total - whole)
	const [failed] = groups.filter(({ state }) => state === 'incomplete' || state === 'interrupted')
	const step = failed && STEPS.map((name) => ({ name, state: failed.steps[name] })).find(({ state }) => state.state === 'failed')
	const why = stopped
		? t('reseau', 'Stopped.')
		: step?.state.state === 'failed' ? failedSentence(step.name, step.state.reason) : ''
	return [why, t('reseau', '{done}; {rest}. Nothing is created twice.', { done, rest })].filter(Boolean).join(' ')
}
