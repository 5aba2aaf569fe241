/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { enquiryRoutes } from './routes.ts'

/** On the page of messages: a link to the messages of visitors, if there are any. */
export const VisitorsLink = laterPart(later(() => import('./ui/VisitorsLink.vue')))
