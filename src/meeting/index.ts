/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { meetingRoutes } from './routes.ts'

/** The next meetings on the page of a group. */
export const GroupMeetings = laterPart(later(() => import('./ui/GroupMeetings.vue')))
