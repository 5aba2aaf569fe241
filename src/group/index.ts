/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import './ui/groups.css'

export { FirstGroupsSchema, OwnGroupSchema, seedGroups, useOwnGroups } from './queries.ts'
export { groupReasons } from './reasons.ts'
export { groupRoutes } from './routes.ts'
