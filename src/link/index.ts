/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What is around a thing, for other domains; the panel, which weighs more, is behind ui/index.ts.
export { useAllOfKind } from './queries.ts'
export { aroundWords, neighbourLine } from './words.ts'
