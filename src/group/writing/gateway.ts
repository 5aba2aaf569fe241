/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupWriting, NewGroupMessage, SentToGroup } from './model.ts'

import { call } from '../../api/client.ts'
import { writingApi } from './api.ts'

/** The people of a group I would write to. */
export function getGroupWriting(group: number, signal?: AbortSignal): Promise<GroupWriting> {
	return call(writingApi.writing, { path: { group }, signal })
}

/** Writes to the people of a group. */
export function writeToGroup(group: number, body: NewGroupMessage): Promise<SentToGroup> {
	return call(writingApi.write, { path: { group }, body })
}
