/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'

export { sessionRoutes } from './routes.ts'

const loadAwaits = later(() => import('./ui/awaits.ts'))

/** Answers to needs and offers from sessions on the home page, by kind; loaded when something waits. */
export const sessionAnswers = async () => (await loadAwaits()).sessionAwaits
