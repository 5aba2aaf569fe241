/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The domains from the ground up; one uses those of the rows above its own, never its neighbours. Same words in lib/ and src/. */
const LAYERS = [
	['territory'],
	['search', 'settings'],
	['knowledge'],
	['vocabulary', 'delivery'],
	['member'],
	['board', 'link', 'message', 'subscription'],
	['group'],
	['notice', 'library', 'meeting'],
	['matching', 'minutes', 'showcase', 'map', 'kit'],
	['session', 'ownpage', 'enquiry'],
	['letter'],
	['calendar', 'withoutmail'],
]

const layer = (domain: string) => LAYERS.findIndex((names) => names.includes(domain.toLowerCase()))

/** Whether a folder is one of the domains. */
export function isDomain(name: string): boolean {
	return layer(name) >= 0
}

/** Whether one domain may use another. */
export function allowed(from: string, to: string): boolean {
	return from === to || (isDomain(from) && isDomain(to) && layer(to) < layer(from))
}
