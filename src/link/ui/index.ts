/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { registerReasons } from '../../shared/reasons.ts'
import { linkReasons } from '../reasons.ts'

export type { Ref, Thing } from '../model.ts'

export { default as AroundCount } from './AroundCount.vue'
export { default as NetworkAside } from './NetworkAside.vue'
export { default as NetworkPanel } from './NetworkPanel.vue'
export { default as ThingIcon } from './ThingIcon.vue'
export { ThingSchema } from '../model.ts'
export { useNeighbourhood } from '../queries.ts'
export { aroundWords } from '../words.ts'

// Loaded when a panel is opened, on any page, together with its sentences.
registerReasons(linkReasons)
