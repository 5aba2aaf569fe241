/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Becomes, DraftLine } from './draft.ts'
import type { BroughtSummary, OrdinaryPlan } from './model.ts'
import type { Left } from './ports.ts'

import { rangeWords, t } from '../../shared/l10n.ts'

/** The outcome of a line. */
export function becomesWord(becomes: Becomes): string {
	switch (becomes) {
		case 'card':
			return t('reseau', 'A Deck card')
		case 'note':
			return t('reseau', 'In the card with all decisions')
		case 'nothing':
			return t('reseau', 'Nothing')
	}
}

/** The kind of a line. */
export function kindWord(kind: DraftLine['kind']): string {
	return kind === 'decision' ? t('reseau', 'Decision') : t('reseau', 'To do')
}

/** The state of minutes. */
export function broughtWord({ state, running }: Pick<BroughtSummary, 'state' | 'running'>): string {
	switch (state) {
		case 'making':
			return running ? t('reseau', 'in progress') : t('reseau', 'not finished')
		case 'made':
			return t('reseau', 'done')
		case 'undone':
			return t('reseau', 'undone, except for what others changed')
	}
}

/** “mardi 7 avril 2026, 18:30, salle du foyer”. */
export function meetingWords({ day, time, place }: NonNullable<OrdinaryPlan['meeting']>): string {
	return [rangeWords(day, day), time, place].filter(Boolean).join(', ')
}

/** What was not created, or stays, and why. */
export function leftSentence({ thing, name, why }: Left): string {
	const what = thing === 'meeting' ? t('reseau', 'The next meeting') : name
	switch (why) {
		case 'changed':
			return t('reseau', '{thing}: others have changed it since, or written on it. It is kept.', { thing: what })
		case 'not_mine':
			return t('reseau', '{thing}: it was not created in your name. It is kept; the person who created it can remove it.', { thing: what })
		case 'bad_name':
			return t('reseau', '{thing}: not created, because a file cannot have this name.', { thing: what })
		case 'no_board':
			return t('reseau', '{thing}: left out, because this group has no board that you can use.', { thing: what })
		case 'outside_group':
		case 'not_yours':
			return t('reseau', '{thing}: left out, because only people of the group write it.', { thing: what })
		case 'no_folder':
			return t('reseau', '{thing}: left out, because this group has no folder in your files.', { thing: what })
		case 'no_sheet':
			return t('reseau', '{thing}: the file is in the folder, but it could not be described in the library.', { thing: what })
		case 'not_assigned':
			return t('reseau', '{thing}: created without its person, who does not have access to the board.', { thing: what })
		default:
			return thing === 'meeting'
				? t('reseau', '{thing}: could not be planned. Plan it on the page of the group.', { thing: what })
				: t('reseau', '{thing}: could not be removed.', { thing: what })
	}
}
