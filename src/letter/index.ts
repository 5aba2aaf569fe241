/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { letterRoutes } from './routes.ts'

/** Recent letters for printing, for a person email cannot reach. */
export const PaperLetters = laterPart(later(() => import('./ui/PaperLetters.vue')))
