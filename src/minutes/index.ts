/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineAsyncComponent } from 'vue'

/** People who were asked into a group and have not answered, for the group's page. */
export const GroupAsks = defineAsyncComponent(() => import('./ask/ui/GroupAsks.vue'))

export { minutesReasons } from './reasons.ts'
export { minutesRoutes } from './routes.ts'
