/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineAsyncComponent } from 'vue'
import { later } from '../shared/later.ts'

/** People who were asked into a group and have not answered, for the group's page. */
export const GroupAsks = defineAsyncComponent(later(() => import('./ask/ui/GroupAsks.vue')))

export { minutesReasons } from './reasons.ts'
export { minutesRoutes } from './routes.ts'
