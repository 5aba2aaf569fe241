/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Addresses of WebDAV, written and read. Who writes one chooses which signs it escapes: browsers leave `'` and escape `@`, the server does the
// reverse. So addresses are compared by their decoded parts, never as strings.

/** The first part of each address, below which everything of an account is. */
const ROOT = 'dav'

/** The address of a path below a part of WebDAV, as `dav/files/ann%40example.org/R%C3%A9cits`. */
export function addressOf(base: readonly string[], path: string): string {
	return [ROOT, ...base, ...path.split('/').filter((name) => name !== '')].map(encodeURIComponent).join('/')
}

/**
 * The path an address has below a part of WebDAV, such as `/Récits` below `['files', 'ann@example.org']`, whatever stands before that part.
 *
 * @return null where it is not below
 */
export function pathBelow(href: string, base: readonly string[]): string | null {
	const parts = href.split('/').filter((part) => part !== '').map(decoded)
	const from = [ROOT, ...base]
	// What a server stands in comes first and is called as it likes; behind the part that was asked there may be anything, too.
	const at = parts.findIndex((_, index) => from.every((part, offset) => parts[index + offset] === part))
	return at < 0 ? null : `/${parts.slice(at + from.length).join('/')}`
}

/** A part of an address as it is meant; escapes that stand for no character stay as they are. */
function decoded(part: string): string {
	return part.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes)
		} catch {
			return escapes
		}
	})
}
