/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import WriteTo from './ui/WriteTo.vue'

export { useSendMessage } from './queries.ts'
export { messageReasons } from './reasons.ts'
export { messageRoutes } from './routes.ts'
export { WriteTo }
