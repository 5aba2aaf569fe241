/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export type { Side } from './model.ts'

/** Asks what a need or an offer is about. */
export const AboutChoice = laterPart(later(() => import('./ui/AboutChoice.vue')))
