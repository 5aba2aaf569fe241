/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export type { Session } from './useSession.ts'

export { readWelcome } from './queries.ts'
export { sessionKey, SessionSchema, useSession } from './useSession.ts'

/** The form for a text of the network, for facilitators. */
export const NetworkTextForm = laterPart(later(() => import('./ui/NetworkTextForm.vue')))
