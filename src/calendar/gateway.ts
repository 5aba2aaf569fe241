/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Dates, Feeds } from './model.ts'

import { call } from '../api/client.ts'
import { calendarApi } from './api.ts'

/** My dates of the next year. */
export function listDates(signal?: AbortSignal): Promise<Dates> {
	return call(calendarApi.dates, { signal })
}

/** The addresses of my calendar. */
export function listFeeds(signal?: AbortSignal): Promise<Feeds> {
	return call(calendarApi.addresses, { signal })
}

/** Creates an address for all dates (0) or for a group, replacing the previous one. */
export function makeFeed(feed: number): Promise<Feeds> {
	return call(calendarApi.make, { path: { feed } })
}

/** Deletes an address. */
export function removeFeed(feed: number): Promise<Feeds> {
	return call(calendarApi.remove, { path: { feed } })
}
