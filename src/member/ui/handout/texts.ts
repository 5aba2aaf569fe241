/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from '../../model.ts'
import type { CardPart } from '../../parts.ts'
import type { Labels } from '../partTexts.ts'

import { t } from '../../../shared/l10n.ts'
import { CARD_PARTS } from '../../parts.ts'
import { foundWord, keptByWord } from '../../words.ts'
import { partTexts } from '../partTexts.ts'

/** The parts with a field in an address book (vcard.ts). */
const PLACED: readonly CardPart[] = ['values', 'trades', 'organisation', 'role']

/** The note of a card in an address book, one line per part. */
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
