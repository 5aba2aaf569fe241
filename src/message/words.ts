/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Carried, ConversationSummary, Message, Pause, Undelivered, Way, Writers } from './model.ts'

import { dateWords, listWords, t } from '../shared/l10n.ts'
import { fixSpaces } from '../shared/lib/fixSpaces.ts'
import { obstacleWords } from './obstacles/words.ts'

/** The other person of a conversation, for its title; a person whose card is no longer shown has no name. */
export function withWords({ with: people, about }: Pick<ConversationSummary, 'with' | 'about'>): string {
	return listWords(people.map((person) => person === 'author' ? authorWords(about) : person?.name ?? t('reseau', 'a person whose card is no longer shown')))
}

/** The name of an anonymous author, as in lib/Message/AuthorName.php. */
export function authorWords(about: ConversationSummary['about']): string {
	return about ? t('reseau', 'The author of “{title}”', { title: fixSpaces(about.title) }) : t('reseau', 'An anonymous author')
}

/** The subject of a conversation, as a link. */
export function aboutLink({ type, id, title }: NonNullable<ConversationSummary['about']>): { text: string, to: string } {
	switch (type) {
		case 'member':
			return { text: t('reseau', 'card of {name}', { name: title }), to: `/members/${id}` }
		case 'notice':
			return { text: t('reseau', 'notice “{title}”', { title: fixSpaces(title) }), to: `/notices/${id}` }
		case 'group':
			return { text: t('reseau', 'group “{title}”', { title: fixSpaces(title) }), to: `/groups/${id}` }
		case 'sheet':
			return { text: t('reseau', 'sheet “{title}”', { title: fixSpaces(title) }), to: `/library/sheet/${id}` }
	}
}

/** Why nobody can write in a conversation at the moment. */
export function pauseWords(pause: Pause): string {
	switch (pause) {
		case 'hidden':
			return t('reseau', 'The card of this person is no longer shown: you cannot write to them at the moment.')
		case 'card_hidden':
			return t('reseau', 'The card you write for is not shown at the moment. Show it to write.')
		case 'closed':
			return t('reseau', 'This conversation is closed.')
		case 'stopped':
			return t('reseau', 'The facilitators stopped this conversation after a report.')
		case 'full':
			return t('reseau', 'This conversation is very long. To go on, begin a new one.')
		case 'kept_card':
		case 'only_groups':
		case 'only_facilitators':
		case 'author_gone':
			return obstacleWords(pause)
	}
}

/** Failed parts of the delivery of a message. */
export function undeliveredWords(undelivered: Undelivered): string {
	switch (undelivered) {
		case 'mail':
			return t('reseau', 'The email was not sent. Your message is here and in the notifications of the person.')
		case 'notification':
			return t('reseau', 'The notification was not sent. Your message is here, and the email was sent.')
		case 'both':
			return t('reseau', 'Neither the email nor the notification was sent. Your message is here: the person sees it when they open Réseau.')
	}
}

/** The ways in which a person without an account and the keeper of their card communicate. */
export function wayWords(way: Way): string {
	switch (way) {
		case 'mail':
			return t('reseau', 'by letter or email')
		case 'phone':
			return t('reseau', 'by telephone')
		case 'aloud':
			return t('reseau', 'in person')
	}
}

/** That the keeper passed a message on. */
export function carriedWords({ how, day }: Carried, name: string | null): string {
	const date = dateWords(day)
	if (name === null) {
		return t('reseau', 'The message was passed on {how}, on {date}.', { how: wayWords(how), date })
	}
	return t('reseau', '{name} passed the message on {how}, on {date}.', { name, how: wayWords(how), date })
}

/** When a message was written, by whom for another person, and how that person gave it. */
export function writtenWords({ by, how }: Pick<Message, 'by' | 'how'>, moment: string): string {
	if (by === null) {
		return moment
	}
	return how === null
		? t('reseau', '{moment}, written down by {name}', { moment, name: by })
		: t('reseau', '{moment}, {how}, written down by {name}', { moment, how: wayWords(how), name: by })
}

/** Who can begin a conversation with me. */
export function writersWords(writers: Writers): string {
	switch (writers) {
		case 'members':
			return t('reseau', 'the members of the network')
		case 'groups':
			return t('reseau', 'the people of my groups')
		case 'nobody':
			return t('reseau', 'nobody directly: only the facilitators')
	}
}
