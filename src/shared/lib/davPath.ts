/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Writes and reads WebDAV addresses. Browsers escape `@` but not `'`, the server does the reverse, so addresses are compared by their decoded
// parts, never as strings.

/** The first part of each address. */
const ROOT = 'dav'

/**
 * The address of a path below a part of WebDAV, as `dav/files/ann%40example.org/R%C3%A9cits`.
 *
 * @throws {RangeError} the path has `.` or `..`: browsers resolve them, also escaped ones, and the address would be elsewhere
 */
export function davPath(base: readonly string[], path: string): string {
	const names = path.split('/').filter((name) => name !== '')
	if (names.some((name) => /^\.\.?$|(?:^|\\)\.\.(?:\\|$)/.test(name))) {
		throw new RangeError(`A path with dots: ${path}`)
	}
	return [ROOT, ...base, ...names].map(encodeURIComponent).join('/')
}

/**
 * The path of an address below a part of WebDAV, such as `/Récits` below `['files', 'ann@example.org']`, ignoring what comes before it.
 *
 * @return null if it is not below
 */
export function pathFromHref(href: string, base: readonly string[]): string | null {
	const parts = href.split('/').filter((part) => part !== '').map(decoded)
	const from = [ROOT, ...base]
	// The server's own path comes first and can be anything; so can the path after the requested part.
	const at = parts.findIndex((_, index) => from.every((part, offset) => parts[index + offset] === part))
	return at < 0 ? null : `/${parts.slice(at + from.length).join('/')}`
}

/** A decoded part of an address; invalid escapes stay as they are. */
function decoded(part: string): string {
	return part.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes)
		} catch {
			return escapes
		}
	})
}
