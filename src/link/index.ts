/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { registerReasons } from '../shared/reasons.ts'
import { linkReasons } from './reasons.ts'

export type { Ref, Thing } from './model.ts'

export { default as NetworkAside } from './ui/NetworkAside.vue'
export { default as NetworkPanel } from './ui/NetworkPanel.vue'

// Loaded when somebody opens a panel, in whichever page: it brings its sentences along.
registerReasons(linkReasons)
