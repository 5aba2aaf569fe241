/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../../shared/later.ts'
import { laterPart } from '../../shared/laterPart.ts'

/* Loaded on a click, on pages that are shown first. */

export const AddPerson = laterPart(later(() => import('./AddPerson.vue')))
export const CharterText = laterPart(later(() => import('./CharterText.vue')))
export const FacilitateParts = laterPart(later(() => import('./FacilitateParts.vue')))
export const GroupTeam = laterPart(later(() => import('./GroupTeam.vue')))
