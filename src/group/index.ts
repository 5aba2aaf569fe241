/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import './ui/groups.css'

export type { Group, GroupSummary } from './model.ts'

export { FirstGroupsSchema, folderUrl, OwnGroupSchema, seedGroups, useGroups, useOwnGroups } from './queries.ts'
export { groupReasons } from './reasons.ts'
export { groupRoutes } from './routes.ts'
export { groupSectionsKey } from './ui/sections.ts'
