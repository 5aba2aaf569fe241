/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Term, Vocabulary } from './model.ts'
export type { Session } from './useSession.ts'

export { VocabularySchema } from './model.ts'
export { seedVocabulary, useTermLabels, useTermMeaning, useVocabulary } from './queries.ts'
export { settingsReasons } from './reasons.ts'
export { settingsRoutes } from './routes.ts'
export { labelled } from './terms.ts'
export { sessionKey, SessionSchema, useSession } from './useSession.ts'
