/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache } from '@pinia/colada'

/**
 * Refetches everything a change may have affected, without waiting for it. If a request fails, the error is in its query, where
 * the page shows it; a cancelled one was cancelled for a newer state. Neither is an error of the change.
 */
export function invalidateQueries(cache: QueryCache, filters?: Parameters<QueryCache['invalidateQueries']>[0]): void {
	cache.invalidateQueries(filters).catch(() => undefined)
}
