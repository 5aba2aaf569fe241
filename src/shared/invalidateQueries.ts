/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache } from '@pinia/colada'

/**
 * Reloads everything a change may have touched, without waiting for it. If a reload fails, the error is in its query, where
 * the page shows it; one that is cancelled was cancelled for a newer state. Neither is an error of the change.
 */
export function invalidateQueries(cache: QueryCache, filters?: Parameters<QueryCache['invalidateQueries']>[0]): void {
	cache.invalidateQueries(filters).catch(() => undefined)
}
