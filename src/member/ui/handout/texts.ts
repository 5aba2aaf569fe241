/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from '../../model.ts'
import type { CardPart } from '../../parts.ts'
import type { Labels } from '../partTexts.ts'

import { t } from '../../../shared/l10n.ts'
import { CARD_PARTS, isOf } from '../../parts.ts'
import { cardKindName, foundWord, keptByWord } from '../../words.ts'
import { partTexts } from '../partTexts.ts'

/** The parts that an address book has a place for (vcard.ts). */
const PLACED: readonly CardPart[] = ['values', 'trades', 'organisation', 'role']

/** The note of a card in an address book, a line a part. */
export function noteText(member: Handout, labels: Labels, made: string): string {
	const lines = CARD_PARTS.filter((part) => !PLACED.includes(part))
		.map((part) => ({ title: foundWord(part), text: partTexts(part, member[part], labels).join(' · ') }))
		.filter(({ text }) => text !== '')
	return [
		...lines.map((line) => t('reseau', '{title}: {text}', line)),
		...member.steward ? [keptByWord(member.steward, member.kind)] : [],
		made,
	].join('\n')
}

/** Cards as a table, the titles first. `addressOf` gives the page of a card, `made` is the day in words. */
export function handoutTable(members: readonly Handout[], labels: Labels, addressOf: (id: number) => string, made: string): string[][] {
	return [
		[
			t('reseau', 'Name'),
			t('reseau', 'Kind of card'),
			...CARD_PARTS.map(foundWord),
			t('reseau', 'Email'),
			foundWord('phone'),
			t('reseau', 'Website'),
			t('reseau', 'Kept by'),
			t('reseau', 'Address of the card'),
			t('reseau', 'Exported on'),
		],
		...members.map((member) => [
			member.name,
			cardKindName(member.kind ?? 'person'),
			// Seeks and offers: one on each line of the cell. Other lists: separated by commas.
			...CARD_PARTS.map((part) => partTexts(part, member[part], labels).join(isOf(part, 'items') ? '\n' : ', ')),
			member.contact?.email ?? '',
			member.contact?.phone ?? '',
			member.contact?.website ?? '',
			member.steward ? keptByWord(member.steward, member.kind) : '',
			addressOf(member.id),
			made,
		]),
	]
}
