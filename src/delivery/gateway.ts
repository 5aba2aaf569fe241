/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Choice, Choices } from './model.ts'

import { call } from '../api/client.ts'
import { deliveryApi } from './api.ts'

/** My notification settings. */
export function getChoices(signal?: AbortSignal): Promise<Choices> {
	return call(deliveryApi.show, { signal })
}

/** Sets how I am notified of one kind. */
export function choose(body: Choice): Promise<Choices> {
	return call(deliveryApi.choose, { body })
}
