/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { davPath, pathFromHref } from './davPath.ts'

const bytes = (text: string) => [...new TextEncoder().encode(text)]
const hex = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`

/** As WebDAV’s library in Nextcloud writes a part of an address: `@ : ( )` as they are, `'` not, small letters. */
const sabre = (part: string) => bytes(part).map((byte) => /[\w.~()@:-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hex(byte)).join('')
/** As a careful proxy may: everything. */
const everything = (part: string) => bytes(part).map(hex).join('')
const capitals = (write: (part: string) => string) => (part: string) => write(part).replace(/%../g, (escape) => escape.toUpperCase())

const WAYS = [sabre, capitals(sabre), encodeURIComponent, everything, capitals(everything)]
const way = fc.constantFrom(...WAYS)
// No name is empty or of dots alone, and none holds a slash.
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/\/|^\.+$/.test(text))
const uid = fc.oneof(name, fc.constantFrom('ann@example.org', 'l\'or bleu', 'jean (sncf)', '20417', 'é+%#?&', '100%', '%41nn', 'a%2Fb', 'files', 'dav'))

it('finds the path of any file of any account, in any notation of the address', () => {
	fc.assert(fc.property(uid, fc.array(name, { maxLength: 4 }), way, fc.constantFrom('', '/cloud', '/a%20b/dav'), fc.boolean(), (account, names, write, root, folder) => {
		const href = `${root}/remote.php/${['dav', 'files', account, ...names].map(write).join('/')}${folder ? '/' : ''}`
		expect(pathFromHref(href, ['files', account])).toBe(`/${names.join('/')}`)
		expect(pathFromHref(`https://cloud.example.org${href}`, ['files', account])).toBe(`/${names.join('/')}`)
	}))
})

it('rejects files of other accounts', () => {
	fc.assert(fc.property(uid, uid, fc.array(name, { maxLength: 3 }), way, (account, other, names, write) => {
		fc.pre(account !== other)
		const href = `/remote.php/${['dav', 'files', other, ...names].map(write).join('/')}`
		expect(pathFromHref(href, ['files', account])).toBe(null)
	}))
})

it('never fails on any answer; invalid escapes are kept', () => {
	const piece = fc.oneof(fc.constantFrom('/', '/', '%', '%E', '%E9', '%zz', '%ff%fe', '%00', 'dav', 'files', 'ann', 'é', '\ud800', '?', '#'), fc.string())
	fc.assert(fc.property(fc.array(piece), (pieces) => {
		expect(() => pathFromHref(pieces.join(''), ['files', 'ann'])).not.toThrow()
	}))
	expect(pathFromHref('/remote.php/dav/files/ann/100%/%E9t%e9/%zz%41', ['files', 'ann'])).toBe('/100%/%E9t%e9/%zzA')
	expect(pathFromHref('/remote.php/dav/files', ['files', 'ann'])).toBe(null)
	expect(pathFromHref('', ['files', 'ann'])).toBe(null)
})

it('writes an address that can be read back', () => {
	fc.assert(fc.property(uid, fc.array(name, { maxLength: 4 }), (account, names) => {
		expect(pathFromHref(`/remote.php/${davPath(['files', account], `/${names.join('/')}`)}`, ['files', account])).toBe(`/${names.join('/')}`)
	}))
})

it('never writes an address that leads out of its part of WebDAV', () => {
	const dots = fc.constantFrom('.', '..', '..\\..', 'a\\..\\b')
	fc.assert(fc.property(uid, fc.array(name, { maxLength: 3 }), dots, fc.array(name, { maxLength: 3 }), (account, before, step, after) => {
		expect(() => davPath(['files', account], `/${[...before, step, ...after].join('/')}`)).toThrow(RangeError)
	}))
	fc.assert(fc.property(fc.webPath(), (path) => {
		let written: string
		try {
			written = davPath(['files', 'ann'], decodeURIComponent(path))
		} catch {
			return
		}
		// As a browser resolves it.
		expect(new URL(written, 'https://cloud.example.org/remote.php/').pathname).toMatch(/^\/remote\.php\/dav\/files\/ann(?:\/|$)/)
	}))
	expect(davPath(['files', 'ann'], '/Prix/..cachés/a..b/...')).toBe('dav/files/ann/Prix/..cach%C3%A9s/a..b/...')
})
