/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { entryOf, parseMultistatus } from './multistatus.ts'

const BASE = '/remote.php/dav/files/linh'
const OF_LINH = ['files', 'linh']

const answer = `<?xml version="1.0"?>
<x:multistatus xmlns:x="DAV:" xmlns:o="http://owncloud.org/ns" xmlns:n="http://nextcloud.org/ns">
	<x:response>
		<x:href>/cloud${BASE}/R%C3%A9cits%20%26%20co/</x:href>
		<x:propstat>
			<x:prop>
				<x:resourcetype><x:collection/></x:resourcetype><o:fileid>12</o:fileid><o:permissions>SRGDNVCK</o:permissions><n:is-mount-root>true</n:is-mount-root>
				<n:mount-type>shared</n:mount-type><o:owner-display-name>Odile</o:owner-display-name>
				<n:sharees>
					<n:sharee><n:id>linh</n:id><n:display-name>Linh</n:display-name><n:type>0</n:type></n:sharee>
					<n:sharee><n:id>abc</n:id><n:display-name> </n:display-name><n:type>7</n:type></n:sharee>
				</n:sharees>
			</x:prop>
			<x:status>HTTP/1.1 200 OK</x:status>
		</x:propstat>
		<x:propstat><x:prop><x:getcontenttype>none</x:getcontenttype></x:prop><x:status>HTTP/1.1 404 Not Found</x:status></x:propstat>
	</x:response>
	<x:response><x:href>/cloud${BASE}</x:href></x:response>
	<x:sync-token>1</x:sync-token>
</x:multistatus>`

it('reads each file regardless of namespace prefixes, without missing properties', () => {
	const [folder, root, ...others] = parseMultistatus(answer, OF_LINH)
	expect(others).toEqual([])
	expect(root!.path).toBe('/')
	expect([folder!.property('fileid'), folder!.property('getcontenttype'), folder!.property('size'), folder!.children('nothing')]).toEqual(['12', '', '', []])
	expect(entryOf(folder!, 'linh')).toMatchObject({
		id: '12',
		path: '/Récits & co',
		name: 'Récits & co',
		folder: true,
		mime: '',
		rights: { add: true, rename: false, remove: false, share: true },
		ownership: { where: 'shared', owner: 'Odile', root: true, with: [{ type: 7, name: '' }] },
	})
})

it.each([['', 'own'], ['group', 'team'], ['shared', 'shared'], ['external-session', 'elsewhere']])('mounted as “%s” it is %s', (type, where) => {
	const xml = `<d:multistatus xmlns:d="DAV:" xmlns:oc="o" xmlns:nc="n"><d:response><d:href>${BASE}/a</d:href><d:propstat><d:prop><nc:mount-type>${type}</nc:mount-type><oc:owner-display-name>Linh</oc:owner-display-name></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`
	expect(entryOf(parseMultistatus(xml, OF_LINH)[0]!, 'linh').ownership).toMatchObject({ where, owner: where === 'shared' ? 'Linh' : '' })
})

it.each([['ann@example.org', 'ann@example.org'], ['l\'or bleu', 'l%27or%20bleu'], ['jean (sncf)', 'jean%20(sncf)'], ['é%#?&+', '%c3%a9%25%23%3f%26%2b']])('recognises the files of %s in any spelling of the server', (uid, written) => {
	const xml = `<d:multistatus xmlns:d="DAV:"><d:response><d:href>/remote.php/dav/files/${written}/R%c3%a9cits/</d:href></d:response></d:multistatus>`
	expect(parseMultistatus(xml, ['files', uid]).map(({ path }) => path)).toEqual(['/Récits'])
})

it.each([
	['nothing', ''],
	['a page', '<!doctype html><html><body><p>Logging in…</body></html>'],
	['half an answer', '<d:multistatus xmlns:d="DAV:"><d:response>'],
	['a refusal', '<d:error xmlns:d="DAV:"/>'],
	['somebody else’s file', '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/remote.php/dav/files/odile/a</d:href></d:response></d:multistatus>'],
	['an address of nothing', '<d:multistatus xmlns:d="DAV:"><d:response/></d:multistatus>'],
])('%s counts as an unreadable answer, not as an empty folder', (_, xml) => {
	expect(() => parseMultistatus(xml, OF_LINH)).toThrow(expect.objectContaining({ reason: 'server', status: 200 }))
})
