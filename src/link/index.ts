/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The neighbourhood of a thing, for other domains; the panel, which is larger, is in ui/index.ts.
export { useAllOfKind } from './queries.ts'
export { aroundWords, neighbourLine } from './words.ts'
