/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { calendarRoutes } from './routes.ts'

/** The next dates, on the home page. */
export const HomeDates = laterPart(later(() => import('./ui/HomeDates.vue')))

/** The link to the calendar on the page of notifications and emails. */
export const CalendarChoice = laterPart(later(() => import('./ui/CalendarChoice.vue')))
