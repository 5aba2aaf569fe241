/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Session } from './useSession.ts'

export { sessionKey, SessionSchema, useSession } from './useSession.ts'
