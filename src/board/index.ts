/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export { boardUrl, cardUrl, useBoard, useBoardActions, useSnapshots } from './queries.ts'
export { default as BoardGlance } from './ui/BoardGlance.vue'
export { default as BoardSummary } from './ui/BoardSummary.vue'
export { useDeck } from './useDeck.ts'
