/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Carried, Conversation, ConversationPage, ConversationSummary, FirstMessage, NewMessage, Writers, Writing } from './model.ts'

import { call } from '../api/client.ts'
import { messageApi } from './api.ts'

/** My conversations, a page of them. */
export function listConversations(cursor: string, signal?: AbortSignal): Promise<ConversationPage> {
	return call(messageApi.list, { query: cursor === '' ? {} : { cursor }, signal })
}

/** The conversations reported to the facilitators, a page of them. */
export function listReported(cursor: string, signal?: AbortSignal): Promise<ConversationPage> {
	return call(messageApi.reported, { query: cursor === '' ? {} : { cursor }, signal })
}

/** One conversation with its messages. */
export function getConversation(conversation: number, signal?: AbortSignal): Promise<Conversation> {
	return call(messageApi.get, { path: { conversation }, signal })
}

/** The conversations that end with the same message of mine to several people. */
export function getBulk(conversation: number, signal?: AbortSignal): Promise<ConversationSummary[]> {
	return call(messageApi.bulk, { path: { conversation }, signal })
}

/** Whether I can write to a person. */
export function getWriting(id: number): Promise<Writing> {
	return call(messageApi.writing, { path: { id }, query: {} })
}

/** Writes to the person of a card. */
export function startConversation(id: number, body: FirstMessage): Promise<Conversation> {
	return call(messageApi.start, { path: { id }, body })
}

/** Writes in a conversation. */
export function writeMessage(conversation: number, body: NewMessage): Promise<Conversation> {
	return call(messageApi.write, { path: { conversation }, body })
}

/** Sends the mail and the notification of a message again. */
export function deliverAgain(conversation: number, message: number): Promise<Conversation> {
	return call(messageApi.deliver, { path: { conversation, message } })
}

/** Records how the messages were passed on. */
export function carryMessages(conversation: number, body: Carried): Promise<Conversation> {
	return call(messageApi.carry, { path: { conversation }, body })
}

/** Reveals me as the anonymous author. */
export function revealAuthor(conversation: number): Promise<Conversation> {
	return call(messageApi.reveal, { path: { conversation } })
}

/** Saves up to which message I have seen a conversation. */
export function markRead(conversation: number, upTo: number): Promise<null> {
	return call(messageApi.read, { path: { conversation }, body: { upTo } })
}

/** Closes, reopens or stops a conversation. */
export function setState(conversation: number, state: Conversation['state']): Promise<null> {
	return call(messageApi.setState, { path: { conversation }, body: { state } })
}

/** Turns the notifications and mails of a conversation off or on. */
export function setMuted(conversation: number, muted: boolean): Promise<null> {
	return call(messageApi.mute, { path: { conversation }, body: { muted } })
}

/** Reports a conversation to the facilitators, or withdraws the report. */
export function setReported(conversation: number, reported: boolean): Promise<null> {
	return call(messageApi.report, { path: { conversation }, body: { reported } })
}

/** Who can begin a conversation with me. */
export function getWriters(signal?: AbortSignal): Promise<{ writers: Writers }> {
	return call(messageApi.writers, { signal })
}

/** Sets who can begin a conversation with me. */
export function setWriters(writers: Writers): Promise<{ writers: Writers }> {
	return call(messageApi.setWriters, { body: { writers } })
}
