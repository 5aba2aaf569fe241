/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { DeckCard, DeckStack } from './model.ts'
export type { BoardModel } from './models/model.ts'

export { boardUrl, useBoard, useBoardActions, useModels, useSnapshots } from './queries.ts'
export { boardReasons } from './reasons.ts'
export { boardRoutes } from './routes.ts'
export { default as BoardGlance } from './ui/BoardGlance.vue'
export { default as BoardSummary } from './ui/BoardSummary.vue'
export { useDeck } from './useDeck.ts'
