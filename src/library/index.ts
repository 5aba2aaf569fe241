/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fileReasons } from './files/reasons.ts'
import { sheetReasons } from './sheet/reasons.ts'

export type { Library } from './model.ts'

export { libraryRoutes } from './routes.ts'
export { useLibrary } from './sheet/queries.ts'

/** Why something about sheets or files is refused. */
export const libraryReasons = { ...sheetReasons, ...fileReasons }
