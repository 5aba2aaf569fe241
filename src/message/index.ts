/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SendMessage } from '../member/index.ts'

import WriteTo from './ui/WriteTo.vue'
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

/** Who can begin a conversation with me, for the page of notifications. */
export const WhoWrites = laterPart(later(() => import('./ui/WhoWrites.vue')))

export type { Conversation, FirstMessage, NewMessage, Writing } from './model.ts'

export { WAYS } from './model.ts'
export { messageReasons } from './reasons.ts'
export { messageRoutes } from './routes.ts'
export { messageSectionsKey } from './ui/sections.ts'
export { wayWords } from './words.ts'
export { WriteTo }

/** A first message about something of a higher domain, or why writing is not possible. */
export const MessageAbout = laterPart(later(() => import('./ui/MessageAbout.vue')))

/** The text field of a message with its button; the browser keeps the input until it is sent. */
export const MessageForm = laterPart(later(() => import('./ui/MessageForm.vue')))

const loadQueries = later(() => import('./queries.ts'))

/** Sends a message to the person of a card, for domains that use messages; the code is loaded when it is needed. */
export const sendMessage: SendMessage = async (memberId, message) => (await loadQueries()).sendMessage(memberId, message)
