/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Choice } from './choices.ts'

export { steady } from './choices.ts'
export { default as FoundText } from './ui/FoundText.vue'
