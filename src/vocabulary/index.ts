/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { VocabularySchema } from './model.ts'
export { seedVocabulary, useTermLabels, useTermMeaning, useVocabulary } from './queries.ts'
export { vocabularyReasons } from './reasons.ts'
export { vocabularyRoutes } from './routes.ts'
export { labelsOf } from './terms.ts'

/** Suggests themes of a text being written: text in, ids of terms out. */
export const ThemeSuggestions = laterPart(later(() => import('./ui/ThemeSuggestions.vue')))
