/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../../api/endpoint.ts'
import type { BoardModels } from './model.ts'

import { call } from '../../api/client.ts'
import { modelsApi } from './api.ts'

/** The network's models of boards. */
export function getModels(signal?: AbortSignal): Promise<BoardModels> {
	return call(modelsApi.models, { signal })
}

/** Replaces all models. */
export function writeModels(body: BodyOf<typeof modelsApi.writeModels>): Promise<BoardModels> {
	return call(modelsApi.writeModels, { body })
}
