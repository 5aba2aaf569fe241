/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field } from './edit.ts'
import type { NoticeCriteria } from './find.ts'
import type { Notice, NoticeFacet, NoticeKind, NoticeList, NoticeMode, NoticeState, NoticeSummary } from './model.ts'

import { dateWords, listWords, n, t } from '../shared/l10n.ts'
import { daysBetween } from '../shared/lib/dates.ts'
import { entriesOf, isKind, isMode } from './find.ts'

const kinds: Record<NoticeKind, () => string> = {
	offer: () => t('reseau', 'Offer'),
	need: () => t('reseau', 'Need'),
	call: () => t('reseau', 'Call to take part'),
	practice: () => t('reseau', 'Exchange of practice'),
}

/** A kind of notice. */
export function kindWord(kind: NoticeKind): string {
	return kinds[kind]()
}

const manyKinds: Record<NoticeKind, () => string> = {
	offer: () => t('reseau', 'Open offers'),
	need: () => t('reseau', 'Open needs'),
	call: () => t('reseau', 'Open calls to take part'),
	practice: () => t('reseau', 'Open exchanges of practice'),
}

/** The notices of a kind. */
export function kindsWord(kind: NoticeKind): string {
	return manyKinds[kind]()
}

const kindHints: Record<NoticeKind, () => string> = {
	offer: () => t('reseau', 'Something you give, lend or know how to do.'),
	need: () => t('reseau', 'Something or someone you are looking for.'),
	call: () => t('reseau', 'An event or a project others can join.'),
	practice: () => t('reseau', 'You would like to compare ways of doing something.'),
}

/** A short description of a kind. */
export function kindHint(kind: NoticeKind): string {
	return kindHints[kind]()
}

const modes: Record<NoticeMode, () => string> = {
	gift: () => t('reseau', 'Gift'),
	exchange: () => t('reseau', 'Exchange'),
	loan: () => t('reseau', 'Loan'),
	paid: () => t('reseau', 'For payment'),
	voluntary: () => t('reseau', 'Volunteering'),
}

/** A mode, in words. */
export function modeWord(mode: NoticeMode): string {
	return modes[mode]()
}

const states: Record<NoticeState, () => string> = {
	open: () => '',
	paused: () => t('reseau', 'Not shown'),
	done: () => t('reseau', 'It is done'),
	ended: () => t('reseau', 'Ended'),
}

/** The state of a notice that is not simply open. */
export function stateWord(state: NoticeState): string {
	return states[state]()
}

const facets: Record<NoticeFacet, () => string> = {
	kind: () => t('reseau', 'Kind'),
	mode: () => t('reseau', 'Terms'),
	territory: () => t('reseau', 'Territory'),
	term: () => t('reseau', 'Theme'),
	group: () => t('reseau', 'Group'),
}

/** Label of a criterion. */
export function facetWord(facet: NoticeFacet): string {
	return facets[facet]()
}

/** The title of a criterion with the number of choices. */
export function facetTitle(facet: NoticeFacet, chosen: number): string {
	const criterion = facetWord(facet)
	return chosen === 0 ? criterion : n('reseau', '{criterion}: %n chosen', '{criterion}: %n chosen', chosen, { criterion })
}

/** Label of a choice of a criterion, if it does not come from the server. */
export function choiceLabel(facet: NoticeFacet, id: string): string | undefined {
	if (facet === 'kind' && isKind(id)) {
		return kindWord(id)
	}
	return facet === 'mode' && isMode(id) ? modeWord(id) : undefined
}

/** The words and choices of a search, one per line. */
export function criteriaLines({ q, facets: chosen }: NoticeCriteria, known: NoticeList['facets'], terms: ReadonlyMap<string, string>): string[] {
	const labelOf = (facet: NoticeFacet, id: string) => choiceLabel(facet, id) ?? known?.[facet].find((choice) => choice.id === id)?.label ?? terms.get(id) ?? id
	return [
		...q === '' ? [] : [t('reseau', '“{words}”', { words: q })],
		...entriesOf(chosen).map(([facet, ids]) => t('reseau', '{title}: {text}', { title: facetWord(facet), text: listWords(ids.map((id) => labelOf(facet, id)), 'or') })),
	]
}

/** Number of notices. */
export function noticesWords(count: number): string {
	return n('reseau', '%n notice', '%n notices', count)
}

/** How the notices were found, in a sentence each: with other words instead of misspelt ones, or by only some of them. */
export function howSentences({ corrected = [], near }: Pick<NoticeList, 'corrected' | 'near'>): string {
	return [
		...corrected.map((words) => t('reseau', 'No results for “{from}”; showing “{to}”.', words)),
		...near ? [t('reseau', 'No notice has all these words; these come closest.')] : [],
	].join(' ')
}

const fields: Record<Field, () => string> = {
	kind: () => t('reseau', 'What kind of notice is it?'),
	title: () => t('reseau', 'Title'),
	text: () => t('reseau', 'Text'),
	mode: () => t('reseau', 'On which terms?'),
	neededBy: () => t('reseau', 'Needed by'),
	free: () => t('reseau', 'When is it free?'),
	territories: () => t('reseau', 'Where'),
	terms: () => t('reseau', 'Sectors, themes and publics'),
	groupId: () => t('reseau', 'Group it comes from'),
	audience: () => t('reseau', 'Who can see it?'),
	until: () => t('reseau', 'Open until'),
}

/** Label of a field of a notice. */
export function fieldWord(field: Field): string {
	return fields[field]()
}

const hints: Partial<Record<Field, () => string>> = {
	title: () => t('reseau', 'In one line, as you would say it.'),
	text: () => t('reseau', 'What others need to know before they answer. Your address is not shown.'),
	neededBy: () => t('reseau', 'If it is urgent: the last day it helps. The notice ends then.'),
	free: () => t('reseau', 'For a place or equipment: on which days, at what time.'),
	territories: () => t('reseau', 'Commune, group of communes, département or region, by name.'),
	until: () => t('reseau', 'Before it ends you are asked whether it is still true.'),
}

/** Help for a field; empty without any. */
export function fieldHint(field: Field): string {
	return hints[field]?.() ?? ''
}

/** What is needed within so many days is urgent: NoticeRules::URGENT of lib/Notice. */
const URGENT = 7

/** The day it is needed by, in words, as NoticeWords::needed() of lib/Notice; near days are counted. */
export function neededWords(day: string, now: Date): string {
	const date = dateWords(day)
	const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
	const days = daysBetween(now, new Date(year, month - 1, dayOfMonth))
	if (days < 0) {
		return t('reseau', 'was needed by {date}', { date })
	}
	if (days === 0) {
		return t('reseau', 'urgent: needed today')
	}
	if (days === 1) {
		return t('reseau', 'urgent: needed by tomorrow')
	}
	return days <= URGENT
		? t('reseau', 'urgent: {text} ({date})', { text: n('reseau', 'needed within %n day', 'needed within %n days', days), date })
		: t('reseau', 'needed by {date}', { date })
}

/** Kind and mode, and the state if it is not simply open; for its author, whether it waits for a first answer. */
export function kindLine({ kind, mode, state, unanswered }: Pick<NoticeSummary, 'kind' | 'mode' | 'state' | 'unanswered'>): string {
	return [kindWord(kind), mode === null ? '' : modeWord(mode), stateWord(state), unanswered ? t('reseau', 'no answer yet') : ''].filter(Boolean).join(' · ')
}

/** Author, place and day, in a line. */
export function aboutLine({ by, group, territories, neededBy, state, until }: NoticeSummary, now: Date): string {
	return [
		by.name,
		group?.title,
		territories.map(({ name }) => name).join(', '),
		state === 'open' && neededBy !== null && neededWords(neededBy, now),
		state === 'open' && until !== undefined && until !== neededBy && t('reseau', 'open until {date}', { date: dateWords(until) }),
	].filter(Boolean).join(' · ')
}

/** The audience of a notice, in a sentence. */
export function audienceSentence({ audience, group }: Pick<Notice, 'audience'> & { group: { title: string } | null }): string {
	return audience === 'group' && group
		? t('reseau', 'Only the people of the group “{group}” can see it, with your name.', { group: group.title })
		: t('reseau', 'All members of the network can see it, with your name.')
}
