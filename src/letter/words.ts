/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LetterLanguage, LetterSummary, Passage, PassageKind, ReaderKind, Recipient, Refusal, Segment, SegmentKind } from './model.ts'

import { dateWords, t } from '../shared/l10n.ts'

/** A kind of passages, as the heading above them in the letter. */
export function passageHeading(kind: PassageKind): string {
	switch (kind) {
		case 'person':
			return t('reseau', 'New in the network')
		case 'notice':
			return t('reseau', 'Notices')
		case 'outcome':
			return t('reseau', 'What came of notices')
		case 'group':
			return t('reseau', 'Groups that begin')
		case 'seeking':
			return t('reseau', 'What groups are looking for')
		case 'closed':
			return t('reseau', 'Groups that end, and what they leave')
		case 'story':
			return t('reseau', 'Stories: what worked and what did not')
		case 'help':
			return t('reseau', 'Asking for help')
		case 'date':
			return t('reseau', 'Dates')
		case 'session':
			return t('reseau', 'Sessions of needs and offers')
	}
}

/** Who sees a passage; empty if everyone does. */
export function reachSentence({ reach, of }: Pick<Passage, 'reach' | 'of'>): string {
	switch (reach) {
		case 'everyone':
			return ''
		case 'members':
			return t('reseau', 'Not everyone will see this passage: only members.')
		case 'library':
			return t('reseau', 'Not everyone will see this passage: only members with an account who have this file in the library.')
		case 'group':
			return t('reseau', 'Not everyone will see this passage: only the people of {group}.', { group: of })
	}
}

/** The readers a letter can have. */
export function segmentWord(kind: SegmentKind): string {
	switch (kind) {
		case 'all':
			return t('reseau', 'Everyone who gets the letter')
		case 'territory':
			return t('reseau', 'Members of a territory')
		case 'theme':
			return t('reseau', 'Members who have a theme')
		case 'group':
			return t('reseau', 'The people of a group')
	}
}

/** The readers of a letter. */
export function readersWords({ kind, name }: Segment): string {
	return kind === 'all' ? segmentWord('all') : name
}

/** The period of a letter; empty for a statutory message. */
export function periodWords({ from, until }: Pick<LetterSummary, 'from' | 'until'>): string {
	return from === null || until === null ? '' : t('reseau', 'from {from} to {until}', { from: dateWords(from), until: dateWords(until) })
}

/** A language in its own name. */
export function languageWord(language: LetterLanguage): string {
	return { fr: 'Français', en: 'English', oc: 'Occitan', ca: 'Català', es: 'Español' }[language]
}

/** Folder of the letters in the library, in the language of the content: the same for everyone. */
export function lettersFolder(language: string): string {
	return new Map([['fr', 'Lettres'], ['en', 'Letters'], ['oc', 'Letras'], ['ca', 'Butlletins'], ['es', 'Boletines']]).get(language) ?? 'Letters'
}

/** A kind of readers for the preview of a letter. */
export function readerKindWord(kind: ReaderKind): string {
	switch (kind) {
		case 'account':
			return t('reseau', 'A member with an account: you')
		case 'kept':
			return t('reseau', 'A member without an account')
		case 'outside':
			return t('reseau', 'Someone who is not a member')
	}
}

/** A kind of reader. */
export function readerKindShort(kind: ReaderKind): string {
	switch (kind) {
		case 'account':
			return t('reseau', 'member with an account')
		case 'kept':
			return t('reseau', 'member without an account')
		case 'outside':
			return t('reseau', 'not a member')
	}
}

/** Why a person gets it. */
export function whySentence({ why, on, manner }: Pick<Recipient, 'why' | 'on' | 'manner'>): string {
	const date = on === null ? '' : dateWords(on)
	switch (why) {
		case 'member':
			return t('reseau', 'asked for it in the app on {date}', { date })
		case 'confirmed':
			return t('reseau', 'asked for it by the form, and confirmed the address on {date}', { date })
		case 'imported':
		case 'told':
			return manner === '' ? t('reseau', 'agreed on {date}', { date }) : t('reseau', 'agreed on {date}: {manner}', { date, manner })
		case 'statutory':
			return t('reseau', 'is a member')
	}
}

/** Why a mail was not sent. */
export function refusalWords(reason: Refusal | null): string {
	switch (reason) {
		case 'bad_address':
			return t('reseau', 'not a valid address')
		case 'no_answer':
			return t('reseau', 'the mail server did not answer in time')
		case 'not_made':
			return t('reseau', 'it could not be written; the log of the server says why')
		default:
			return t('reseau', 'the mail server did not take it')
	}
}

/** The state of a letter between draft and readers; a draft has its own heading instead. */
export function stateWord({ state, sent }: Pick<LetterSummary, 'state' | 'sent'>): string {
	switch (state) {
		case 'draft':
			return ''
		case 'sending':
			return t('reseau', 'being sent')
		case 'stopped':
			return t('reseau', 'sending stopped')
		case 'sent':
			return sent === null ? t('reseau', 'sent') : t('reseau', 'sent on {date}', { date: dateWords(sent) })
	}
}
