/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Proposals, Side } from './model.ts'

import { call } from '../api/client.ts'
import { knowledgeApi } from './api.ts'

/** What a text may be about, and what was chosen before. */
export function proposeAbout(text: string, side: Side, about: string | undefined, signal?: AbortSignal): Promise<Proposals> {
	return call(knowledgeApi.propose, { body: { text, side, about }, signal })
}
