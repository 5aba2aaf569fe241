/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Member } from './model.ts'

export { inBrowser, sweepDrafts } from './draftStore.ts'
export { MemberSchema } from './model.ts'
export { FirstSchema, seedMembers, useMine } from './queries.ts'
export { memberReasons } from './reasons.ts'
export { memberRoutes } from './routes.ts'
