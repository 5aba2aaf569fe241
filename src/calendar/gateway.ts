/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Dates, Feeds } from './model.ts'

import { call } from '../api/client.ts'
import { calendarApi } from './api.ts'

/** My dates of the year to come. */
export function listDates(signal?: AbortSignal): Promise<Dates> {
	return call(calendarApi.dates, { signal })
}

/** The addresses of my calendar. */
export function listFeeds(signal?: AbortSignal): Promise<Feeds> {
	return call(calendarApi.addresses, { signal })
}

/** Makes an address of everything (0) or of a group, in the place of an earlier one. */
export function makeFeed(feed: number): Promise<Feeds> {
	return call(calendarApi.make, { path: { feed } })
}

/** Removes an address. */
export function removeFeed(feed: number): Promise<Feeds> {
	return call(calendarApi.remove, { path: { feed } })
}
