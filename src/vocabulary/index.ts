/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Term, Vocabulary } from './model.ts'

export { VocabularySchema } from './model.ts'
export { seedVocabulary, useTermLabels, useTermMeaning, useVocabulary } from './queries.ts'
export { vocabularyReasons } from './reasons.ts'
export { vocabularyRoutes } from './routes.ts'
export { labelsOf } from './terms.ts'
export { default as ThemeSuggestions } from './ui/ThemeSuggestions.vue'
