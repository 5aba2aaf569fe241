/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

/** People who were invited to a group and have not answered, for the group's page. */
export const GroupAsks = laterPart(later(() => import('./ask/ui/GroupAsks.vue')))

export { minutesRoutes } from './routes.ts'
export { runHere } from './useRuns.ts'
