/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Await, News, Work } from './model.ts'

import { dateWords, listWords, n, t, weekdayWord } from '../../shared/l10n.ts'
import { fixSpaces } from '../../shared/lib/fixSpaces.ts'

/** What waits for a person, in words: the same as lib/Member/Home/AwaitWords.php, both held to tests/fixtures/rules/awaits.json. */
export interface AwaitWords {
	sentence: string
	/** How it is answered in place. */
	buttons: string[]
	/** The link next to it, empty without one, and its target. */
	action: string
	to: string
}

type Here = 'making' | 'undoing' | null | undefined

/** The page with all of a kind. */
const PLACES: Partial<Record<Await['kind'], string>> = {
	group_invited: '/groups',
	group_kept_invited: '/groups',
	group_unsigned: '/groups',
	group_over: '/groups',
	group_requests: '/groups',
	ask_questions: '/groups',
	minutes: '/minutes',
	charter_asked: '/charter',
	letter: '/notifications',
	messages: '/messages',
	notice_ending: '/notices/mine',
	notice_unanswered: '/notices/mine',
	said: '/said',
	said_pairs: '/said',
	reports: '/messages/reported',
	visitors: '/visitors',
	introductions: '/matches',
	outcomes: '/matches',
	mediations: '/mediations',
	consents: '/kept',
	kept_due: '/kept',
}

function placeOf({ kind, conversation, group, member, minutes }: Await, here: Here): string {
	if (conversation !== undefined) {
		return `/messages/${conversation}`
	}
	if (minutes) {
		return `/minutes/${minutes.id}${here ? '' : '?resume'}`
	}
	if (kind === 'group_requests' && member) {
		return `/members/${member.id}`
	}
	if (group) {
		return `/groups/${group.id}${kind === 'group_over' ? '/leave' : kind === 'ask_questions' ? '#facilitate' : ''}`
	}
	return PLACES[kind] ?? '/me'
}

function messageSentence({ by, member, text }: Await): string {
	const words = { by: by ?? '', name: member?.name ?? '', text: fixSpaces(text ?? '') }
	if (by === undefined) {
		return text === undefined ? t('reseau', 'You have a new message.') : t('reseau', 'You have a new message: “{text}”', words)
	}
	if (member) {
		return text === undefined
			? t('reseau', '{by} wrote to {name}, whose card you keep.', words)
			: t('reseau', '{by} wrote to {name}, whose card you keep: “{text}”', words)
	}
	return text === undefined ? t('reseau', '{by} wrote to you.', words) : t('reseau', '{by} wrote to you: “{text}”', words)
}

function introductionSentence({ by, member }: Await): string {
	const words = { by: by ?? '', name: member?.name ?? '' }
	if (member) {
		return by === undefined
			? t('reseau', 'Someone would like to get to know {name}, whose card you keep.', words)
			: t('reseau', '{by} would like to get to know {name}, whose card you keep.', words)
	}
	return by === undefined ? t('reseau', 'Someone would like to get to know you.') : t('reseau', '{by} would like to get to know you.', words)
}

function saidSentence({ by, member, text, said }: Await): string {
	const words = { by: by ?? '', name: member?.name ?? '', text: fixSpaces(text ?? ''), date: said ? dateWords(said.day) : '' }
	if (by !== undefined) {
		return member
			? t('reseau', '{name}, whose card you keep, could be introduced to {by}, as was said in the session of {date}.', words)
			: t('reseau', 'You could be introduced to {by}, as was said in the session of {date}.', words)
	}
	return member
		? t('reseau', '{name}, whose card you keep, said in the session of {date}: “{text}”', words)
		: t('reseau', 'You said in the session of {date}: “{text}”', words)
}

function textsOf(line: Await, here: Here): [sentence: string, action: string] {
	const { kind, by, text, count = 0 } = line
	const words = { by: by ?? '', name: line.member?.name ?? '', group: fixSpaces(line.group?.title ?? ''), text: fixSpaces(text ?? '') }
	switch (kind) {
		case 'card_draft':
			return [t('reseau', 'Your card is a draft: no one else sees it yet.'), t('reseau', 'Review and show it')]
		case 'card_paused':
			return [t('reseau', 'Your card is paused: no one else sees it and nothing is lost.'), t('reseau', 'Go to my card')]
		case 'card_withdrawn':
			return [t('reseau', 'Your card is withdrawn: no one else sees it.'), t('reseau', 'Go to my card')]
		case 'still_true':
			return [t('reseau', 'Your card has not changed for a year. Is it still true?'), t('reseau', 'Review my card')]
		case 'group_invited':
			return [by === undefined ? t('reseau', 'You are invited to “{group}”.', words) : t('reseau', '{by} invites you to “{group}”.', words), t('reseau', 'Accept or decline')]
		case 'group_kept_invited':
			return [
				by === undefined
					? t('reseau', '{name}, whose card you keep, is invited to “{group}”.', words)
					: t('reseau', '{by} invites {name}, whose card you keep, to “{group}”.', words),
				t('reseau', 'Go to the group'),
			]
		case 'group_unsigned':
			return [t('reseau', 'You are in the team of “{group}” without having said what you are committing to.', words), t('reseau', 'Enter it, or leave')]
		case 'group_over':
			return [t('reseau', 'Your commitment in “{group}” has ended.', words), t('reseau', 'Leave the group')]
		case 'group_requests':
			return [
				text === undefined ? t('reseau', '{name} is asking to join “{group}”.', words) : t('reseau', '{name} is asking to join “{group}”: “{text}”', words),
				t('reseau', 'See the card'),
			]
		case 'ask_questions':
			return [by === undefined ? t('reseau', 'Someone you invited to “{group}” asks: “{text}”', words) : t('reseau', '{by}, invited by you to “{group}”, asks: “{text}”', words), t('reseau', 'Reply')]
		case 'minutes':
			if (here) {
				return [
					here === 'making' ? t('reseau', 'The groups of the minutes “{text}” are being created.', words) : t('reseau', 'What was created from the minutes “{text}” is being undone.', words),
					t('reseau', 'See the progress'),
				]
			}
			return line.minutes?.undoing
				? [t('reseau', 'What was created from the minutes “{text}” is not all undone.', words), t('reseau', 'Finish undoing')]
				: [t('reseau', 'The groups of the minutes “{text}” are not all created.', words), t('reseau', 'Resume')]
		case 'charter_asked':
			return [t('reseau', 'The network’s charter is waiting for you to accept it.'), '']
		case 'letter':
			return [t('reseau', 'The network sends a letter by email now and then: what has changed, who is new, what is looked for. Do you want it?'), '']
		case 'messages':
			return [messageSentence(line), t('reseau', 'Reply')]
		case 'notice_ending':
			return [n('reseau', '%n notice ends soon.', '%n notices end soon.', count), t('reseau', 'Go to my notices')]
		case 'notice_unanswered':
			return [n('reseau', '%n notice of yours has had no answer for a week.', '%n notices of yours have had no answer for a week.', count), t('reseau', 'See what else can be done')]
		case 'said':
		case 'said_pairs':
			return [saidSentence(line), '']
		case 'reports':
			return [n('reseau', '%n conversation was reported to the facilitators.', '%n conversations were reported to the facilitators.', count), t('reseau', 'Read and decide')]
		case 'visitors':
			return [n('reseau', '%n visitor of the public showcase wrote and has no answer yet.', '%n visitors of the public showcase wrote and have no answer yet.', count), t('reseau', 'Read and answer')]
		case 'introductions':
			return [introductionSentence(line), t('reseau', 'Read and answer')]
		case 'outcomes':
			return [n('reseau', '%n introduction was some weeks ago: what came of it?', '%n introductions were some weeks ago: what came of them?', count), t('reseau', 'Say what came of it')]
		case 'mediations':
			return [n('reseau', '%n introduction is waiting for a facilitator.', '%n introductions are waiting for a facilitator.', count), t('reseau', 'Go to the introductions')]
		case 'kept_due':
			return [n('reseau', '%n card you keep is more than a year old.', '%n cards you keep are more than a year old.', count), t('reseau', 'Go to the cards I keep')]
		case 'consents':
			return [n('reseau', '%n card you keep is waiting for an agreement.', '%n cards you keep are waiting for an agreement.', count), t('reseau', 'Go to the cards I keep')]
	}
}

function buttonsOf(kind: Await['kind']): string[] {
	switch (kind) {
		case 'still_true':
			return [t('reseau', 'Yes, still true')]
		case 'group_requests':
			return [t('reseau', 'Approve'), t('reseau', 'Decline')]
		case 'group_kept_invited':
			return [t('reseau', 'They will come'), t('reseau', 'They will not come')]
		case 'group_over':
			return [t('reseau', 'Continue')]
		case 'charter_asked':
			return [t('reseau', 'Read the charter')]
		case 'letter':
			return [t('reseau', 'Yes, send it to me'), t('reseau', 'No, thank you')]
		case 'said':
			return [t('reseau', 'Publish'), t('reseau', 'Edit'), t('reseau', 'Do not publish')]
		case 'said_pairs':
			return [t('reseau', 'I would like that'), t('reseau', 'Not for me')]
		default:
			return []
	}
}

/**
 * The most frequent actions and their pages: as in doings() of lib/Member/FirstAnswer/FirstHome.php.
 *
 * @param library whether the network has a library
 */
export function doings(library: boolean): { text: string, to: string }[] {
	return [
		{ text: t('reseau', 'Find someone'), to: '/members' },
		{ text: t('reseau', 'Offer or ask for something'), to: '/notices/new' },
		...library
			? [
					{ text: t('reseau', 'Share an experience'), to: '/library/tell' },
					{ text: t('reseau', 'Read stories'), to: '/library' },
				]
			: [],
		{ text: t('reseau', 'See the groups'), to: '/groups' },
	]
}

/**
 * One line of what waits for a person.
 *
 * @param line what waits
 * @param here what this tab is doing with the minutes of the line
 */
export function awaitWords(line: Await, here: Here = null): AwaitWords {
	const to = placeOf(line, here)
	if (line.others !== undefined) {
		return { sentence: n('reseau', 'And %n other.', 'And %n others.', line.others), buttons: [], action: t('reseau', 'See all of them'), to }
	}
	const [sentence, action] = textsOf(line, here)
	return { sentence, buttons: buttonsOf(line.kind), action, to }
}

/** Identifies a line among the others. */
export function awaitKey({ kind, group, member, conversation, minutes, said, others }: Await): string {
	return [kind, group?.id, member?.id, conversation, minutes?.id, said?.id, others].join(' ')
}

/** What happened in a group, like news() of lib/Member/Card/CardWords.php. */
export function newsSentence(news: News): string {
	const group = fixSpaces(news.group.title)
	if (news.kind === 'joined') {
		const { names, others } = news
		return t('reseau', 'New in “{group}”: {names}.', { group, names: listWords([...names, ...others > 0 ? [n('reseau', '%n other', '%n others', others)] : []]) })
	}
	const day = dateWords(news.day)
	return news.by === undefined
		? t('reseau', 'The mandate of “{group}” changed on {day}.', { group, day })
		: t('reseau', '{by} changed the mandate of “{group}” on {day}.', { by: news.by, group, day })
}

/** The activity in Deck and Files of a group, which is not named if it is the person's `only` one; `today` as YYYY-MM-DD. */
export function workSentence(work: Work, today: string, only: boolean): string {
	const group = fixSpaces(work.group.title)
	if (work.kind === 'file') {
		// The name of a file is not changed.
		const title = work.sheet ? fixSpaces(work.title) : work.title
		return only ? t('reseau', 'New or changed: “{title}”', { title }) : t('reseau', 'New or changed in “{group}”: “{title}”', { group, title })
	}
	const words = { group, title: fixSpaces(work.title) }
	if (work.day < today) {
		const late = { ...words, day: dateWords(work.day) }
		return only ? t('reseau', 'Late since {day}: “{title}”', late) : t('reseau', 'Late since {day}: “{title}” — {group}', late)
	}
	if (work.day === today) {
		return only ? t('reseau', 'For today: “{title}”', words) : t('reseau', 'For today: “{title}” — {group}', words)
	}
	const due = { ...words, day: weekdayWord(work.day) }
	return only ? t('reseau', 'For {day}: “{title}”', due) : t('reseau', 'For {day}: “{title}” — {group}', due)
}
