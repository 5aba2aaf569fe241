/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Choice, Choices } from './model.ts'

import { call } from '../api/client.ts'
import { deliveryApi } from './api.ts'

/** How I am notified. */
export function getChoices(signal?: AbortSignal): Promise<Choices> {
	return call(deliveryApi.show, { signal })
}

/** Says how I want to be notified of one kind. */
export function choose(body: Choice): Promise<Choices> {
	return call(deliveryApi.choose, { body })
}
