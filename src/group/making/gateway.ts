/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Making } from '../model.ts'

import { call } from '../../api/client.ts'
import { makingApi } from './api.ts'

/** Begins to undo a group, or goes on with that. */
export function beginUndo(group: number, runner: string): Promise<Making> {
	return call(makingApi.beginUndo, { path: { group }, body: { runner } })
}

/** Undoes a group no further. */
export function endUndo(group: number, runner: string): Promise<null> {
	return call(makingApi.endUndo, { path: { group }, query: { runner } })
}
