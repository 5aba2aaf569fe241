/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Vocabulary } from './model.ts'

import { call } from '../api/client.ts'
import { settingsApi } from './api.ts'

/** The network's shared words. */
export function getVocabulary(signal?: AbortSignal): Promise<Vocabulary> {
	return call(settingsApi.vocabulary, { signal })
}
