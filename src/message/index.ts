/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SendMessage } from '../member/index.ts'

import WriteTo from './ui/WriteTo.vue'
import { later } from '../shared/later.ts'

export { messageReasons } from './reasons.ts'
export { messageRoutes } from './routes.ts'
export { WriteTo }

const loadQueries = later(() => import('./queries.ts'))

/** Sends a message to the person of a card, for domains that messages build on; the code is loaded when it is needed. */
export const sendMessage: SendMessage = async (memberId, message) => (await loadQueries()).sendMessage(memberId, message)
