/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RecordedChoice } from './model.ts'

import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export type { RecordedChoice } from './model.ts'
export { subscriptionRoutes } from './routes.ts'

/** Records a person's choice about the letter, made on the telephone or on paper. */
export const RecordForm = laterPart(later(() => import('./ui/RecordForm.vue')))

/** People of a list who get no mail, and what helps. */
export const UnreachedList = laterPart(later(() => import('./ui/UnreachedList.vue')))

const loadQueries = later(() => import('./queries.ts'))

/** Records the choice of the person of a card the current user keeps; the code is loaded when it is needed. */
export const recordChoiceOfCard = async (memberId: number, choice: RecordedChoice): Promise<boolean | null> => (await loadQueries()).recordChoiceOfCard(memberId, choice)

const loadAwaits = later(() => import('./ui/awaits.ts'))

/** The answer on the home page to whether the person wants the letter; loaded when it is asked. */
export const subscriptionAnswers = async () => (await loadAwaits()).subscriptionAwaits

/** On the page of notifications: whether the person gets the letter. */
export const LetterChoice = laterPart(later(() => import('./ui/LetterChoice.vue')))
