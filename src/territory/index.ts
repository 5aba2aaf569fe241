/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Place, PlaceKind, Territory } from './model.ts'
export { default as TerritoryPicker } from './ui/TerritoryPicker.vue'
export { placeKindWord } from './words.ts'
