/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Loaded on profiles of people whose card shows what they seek or offer: keep it as small as possible.
import { loadState } from '@nextcloud/initial-state'
import { addSection } from './profile/registry.ts'
import { defineSection } from './profile/section.ts'

addSection({ id: 'reseau-card', order: 20, tagName: defineSection(loadState('reseau', 'profile', [])) })
