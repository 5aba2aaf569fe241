/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Place } from './model.ts'

export { loadIndex, loadNear, loadRegion } from './load.ts'
export { uniqueTerritories } from './model.ts'
export { searchEntries as placeEntries } from './search.ts'
export { default as TerritoryPicker } from './ui/TerritoryPicker.vue'
export { useTerritoryIndex } from './queries.ts'
export { placeKindWord } from './words.ts'
