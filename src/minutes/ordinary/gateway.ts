/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../../api/endpoint.ts'
import type { Brought, BroughtSummary } from './model.ts'

import { call } from '../../api/client.ts'
import { ordinaryApi } from './api.ts'

/** The minutes of meetings imported into a group, newest first. */
export function listBrought(group: number, signal?: AbortSignal): Promise<BroughtSummary[]> {
	return call(ordinaryApi.list, { path: { group }, signal })
}

/** Starts importing minutes into a group. */
export function startBringing(group: number, body: BodyOf<typeof ordinaryApi.start>): Promise<Brought> {
	return call(ordinaryApi.start, { path: { group }, body })
}

/** Minutes with what is created from them. */
export function getBrought(group: number, brought: number, signal?: AbortSignal): Promise<Brought> {
	return call(ordinaryApi.get, { path: { group, brought }, signal })
}

/** Saves the progress of a run. */
export function saveBrought(group: number, brought: number, body: BodyOf<typeof ordinaryApi.save>): Promise<Brought> {
	return call(ordinaryApi.save, { path: { group, brought }, body })
}

/** Deletes minutes that were undone. */
export function deleteBrought(group: number, brought: number): Promise<null> {
	return call(ordinaryApi.delete, { path: { group, brought } })
}
