/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Warning } from '../parse/reading.ts'
import type { Doubt, Group, Person } from './draft.ts'

import { n, t } from '../../shared/l10n.ts'
import { groupWord } from '../words.ts'
import { personLabel } from './draft.ts'

/** Subject of a doubt in a word or two: a heading for its question. */
export function doubtTitle(doubt: Doubt, group: Group, person: Person | null): string {
	if (doubt.kind === 'person') {
		return (person && personLabel(person)) || t('reseau', 'Someone without a name')
	}
	return groupWord(group)
}

/** The question, and what to know before answering. */
export function doubtSentences(doubt: Doubt, group: Group): string[] {
	switch (doubt.kind) {
		case 'unmarked':
			return [t('reseau', 'No heading names a group: the whole text was read as one. What is it called?')]
		case 'mandate':
			return [t('reseau', 'The columns of the mandate were mixed up; they were separated as well as possible. Is this right?')]
		case 'contact':
			return [t('reseau', 'This text contains an address or phone number. It does not leave this page: the card shows … instead. Do you want to rephrase it?')]
		case 'number':
			return doubt.warnings.map((warning) => numberSentence(warning, group))
		case 'count':
			return doubt.warnings.map((warning) => countSentence(warning, group))
		case 'person':
			return personSentences(doubt.warnings)
		case 'reading':
			return [t('reseau', 'Réseau is not sure how to read these lines. Are they where they belong?')]
		case 'unplaced':
			return [n('reseau', '%n answer of the mandate is in no column. Which one does it belong to?', '%n answers of the mandate are in no column. Which one does each belong to?', group.unplaced.length)]
	}
}

function numberSentence(warning: Warning, { number }: Group): string {
	const read = warning.code === 'number-misread' ? warning.read : ''
	return number === null
		? t('reseau', 'The group number reads “{read}”. Which number is it?', { read })
		: t('reseau', 'The group number reads “{read}”; judging by the other groups it is {number}. Is this right?', { read, number })
}

function countSentence(warning: Warning, { roster }: Group): string {
	const found = n('reseau', '%n read', '%n read', roster.length)
	if (warning.code === 'count-mismatch') {
		const declared = n('reseau', '%n person announced', '%n people announced', warning.declared)
		return roster.length < warning.declared
			? t('reseau', '{declared}, {found}. Is someone missing?', { declared, found })
			: t('reseau', '{declared}, {found}. Is someone listed by mistake?', { declared, found })
	}
	const read = 'read' in warning ? warning.read : ''
	return t('reseau', 'The text says “{read}”; {found}. Is the list complete?', { read, found })
}

/** Several warnings about one person make one text. */
function personSentences(warnings: readonly Warning[]): string[] {
	const codes = new Set(warnings.map(({ code }) => code))
	if (warnings.length === 0) {
		return [t('reseau', 'Several cards have this name. Which one is it?')]
	}
	const facts = warnings.map(personFact).filter((fact) => fact !== '')
	const question = codes.has('missing-email') && codes.has('name-incomplete')
		? t('reseau', 'No address and no full name. Who is it?')
		: codes.has('missing-email')
			? t('reseau', 'No address. Do you know it?')
			: codes.has('name-incomplete')
				? t('reseau', 'The name is incomplete. Who is it?')
				: codes.has('missing-name')
					? t('reseau', 'An address without a name. Whose is it?')
					: t('reseau', 'Is that right?')
	return [...facts, question]
}

function personFact(warning: Warning): string {
	switch (warning.code) {
		case 'two-emails':
			return t('reseau', 'There are two addresses; {other} was ignored.', { other: warning.other })
		case 'two-phones':
			return t('reseau', 'There are two phone numbers; {other} was ignored.', { other: warning.other })
		case 'address-repaired':
			return t('reseau', '“{read}” was read as {meant}.', { read: warning.read, meant: warning.address })
		case 'address-conflict':
			return warning.footer === null
				? t('reseau', 'This group says {listed}, another one {kept}, which was kept.', { listed: warning.listed, kept: warning.kept })
				: t('reseau', 'The list says {listed}, the page footer {footer}: {kept} was kept.', { listed: warning.listed, footer: warning.footer, kept: warning.kept })
		case 'address-elsewhere':
			return t('reseau', 'Another group spells this address {other}.', { other: warning.other })
		case 'address-unreadable':
			return t('reseau', 'Could not read the address from “{read}”.', { read: warning.read })
		case 'phone-repaired':
		case 'phone-regrouped':
			return t('reseau', '“{read}” was read as {meant}.', { read: warning.read, meant: warning.phone })
		case 'phone-unreadable':
			return t('reseau', '“{read}” is not a complete phone number and was not kept.', { read: warning.read })
		case 'stray-mark':
			return t('reseau', '“{read}” does not belong to a name and was left out.', { read: warning.read })
		case 'person-twice':
			return t('reseau', 'Listed twice in this group, counted once.')
		default:
			return ''
	}
}
