/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Conversation, ConversationSummary, Message, Person } from '../model.ts'

/** Yamina by default. */
export function samplePerson(person: Partial<Person> = {}): Person {
	return { id: 7, uid: 'yamina', name: 'Yamina Ould-Saïd', ...person }
}

/** A message to the viewer. */
export function sampleMessage(message: Partial<Message> = {}): Message {
	return { id: 1, mine: false, from: 'Yamina Ould-Saïd', author: false, by: null, how: null, text: 'La grange est-elle libre ?', at: '2026-11-24T10:00:00+00:00', bulk: null, carried: null, introduced: null, direct: false, undelivered: null, ...message }
}

const summary = {
	id: 3,
	with: [samplePerson()],
	anonymous: false,
	for: null,
	about: { type: 'member' as const, id: 7, title: 'Yamina Ould-Saïd' },
	state: 'open' as const,
	unread: false,
	muted: false,
	reported: false,
	at: '2026-11-24T10:00:00+00:00',
}

/** With Yamina, and nothing unread. */
export function sampleSummary(change: Partial<ConversationSummary> = {}): ConversationSummary {
	return { ...summary, last: 'La grange est-elle libre ?', bulk: null, ...change }
}

/** A conversation with its messages, as one of the two people sees it. */
export function sampleConversation(change: Partial<Conversation> = {}): Conversation {
	return {
		...summary,
		messages: [sampleMessage()],
		pause: null,
		can: { close: true, reopen: false, reveal: false, carry: false, mute: true, report: true, settle: false, stop: false },
		...change,
	}
}
