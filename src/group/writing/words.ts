/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary } from '../model.ts'
import type { GroupObstacle, GroupWriting } from './model.ts'

import { n, t } from '../../shared/l10n.ts'

/** The link to write to a group, from the data of its page; empty if there is nobody to write to. */
export function writeWord({ mine, people, facilitators }: Pick<GroupSummary, 'mine' | 'people' | 'facilitators'>): string {
	if (mine?.state === 'active') {
		return people > 1 ? t('reseau', 'Write to the group') : ''
	}
	return facilitators.length > 0 ? t('reseau', 'Write to the facilitators') : ''
}

/** Who gets the message, in a sentence. */
export function readersSentence({ to, people }: Pick<GroupWriting, 'to' | 'people'>): string {
	return to === 'people'
		? n('reseau', 'Your message goes to %n person of the group.', 'Your message goes to %n people of the group.', people)
		: n('reseau', 'You are not in this group: your message goes to %n person who facilitates it.', 'You are not in this group: your message goes to %n people who facilitate it.', people)
}

/** That people whose cards the viewer keeps do not get it; empty without any. */
export function keptSentence({ kept }: Pick<GroupWriting, 'kept'>): string {
	return kept === 0 ? '' : n('reseau', 'You keep the card of %n more person of the group: pass it on to them yourself.', 'You keep the cards of %n more people of the group: pass it on to them yourself.', kept)
}

/** Label of the button. */
export function sendWord(people: number): string {
	return n('reseau', 'Send to %n person', 'Send to %n people', people)
}

/** Message after sending. */
export function sentSentence(people: number): string {
	return n('reseau', 'Your message was sent to %n person.', 'Your message was sent to %n people.', people)
}

/** Why nothing can be written to a group. */
export function groupObstacleWords(obstacle: GroupObstacle): string {
	switch (obstacle) {
		case 'no_card':
			return t('reseau', 'To write to someone, make your card first: they see who writes.')
		case 'card_hidden':
			return t('reseau', 'To write to someone, show your card first: they see who writes.')
		case 'nobody_else':
			return t('reseau', 'There is no one else in this group you can write to at the moment.')
		case 'only_kept':
			return t('reseau', 'You keep the cards of everyone else in this group: pass it on to them yourself.')
		case 'nobody_facilitates':
			return t('reseau', 'Nobody facilitates this group at the moment. The facilitators of the network can help.')
		case 'group_too_large':
			return t('reseau', 'This group is too large for a message to everyone. Write to its facilitators one by one, from their cards.')
	}
}
