/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The folder of the bench in the library, and how many folders are in it, in each of these, and in each of those. */
export const NAME = 'zz-bench'
export const LEVELS = [['Territoire', 5], ['Atelier', 9], ['Séance', 10]]
/** Files in each of them. */
export const FILES = 20

/** Names of the folders of a level. */
export const namesOf = ([name, count]) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`)

/** Paths of the folders below that of the bench, the outer ones first. */
export function folderPaths() {
	const below = (path, [level, ...deeper]) => level ? namesOf(level).flatMap((name) => [`${path}/${name}`, ...below(`${path}/${name}`, deeper)]) : []
	return below(`/${NAME}`, LEVELS)
}

const fileNames = Array.from({ length: FILES }, (_, i) => `Compte rendu ${String(i + 1).padStart(2, '0')}.md`)

/** The files of an account over WebDAV; paths begin with a slash. */
function davOf(base, uid, password) {
	const encoded = (path) => path.split('/').map(encodeURIComponent).join('/')
	const headers = { Authorization: `Basic ${Buffer.from(`${uid}:${password}`).toString('base64')}`, 'OCS-APIRequest': 'true' }
	const url = (path) => `${base}/remote.php/dav${encoded(path)}`
	async function call(method, path, { body, to } = {}) {
		const response = await fetch(url(path), { method, body, headers: { ...headers, ...to && { Destination: url(to), Overwrite: 'F' } } })
		if (!response.ok && !(method === 'DELETE' && response.status === 404)) {
			throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 300)}`)
		}
		return response.text()
	}
	return call
}

/**
 * Makes the folders and files of the bench in the library of an account, by copies of what is there: each of them is one request.
 *
 * @param {string} base of the server
 * @param {string} uid
 * @param {string} password
 * @param {string} library path of the library's folder among the account's files
 * @return {Promise<{remove: () => Promise<void>}>} deletes them again, from the trash too
 */
export async function makeTree(base, uid, password, library) {
	const call = davOf(base, uid, password)
	const root = `/files/${uid}${library}/${NAME}`
	async function remove() {
		await call('DELETE', root)
		const trash = await call('PROPFIND', `/trashbin/${uid}/trash`).catch(() => '')
		const lying = new Set([...trash.matchAll(new RegExp(`/trash/(${NAME}\\.d\\d+)/?<`, 'g'))].map(([, name]) => name))
		for (const name of lying) {
			await call('DELETE', `/trashbin/${uid}/trash/${name}`)
		}
	}
	await remove()
	const paths = [root]
	for (const level of LEVELS) {
		paths.push(`${paths.at(-1)}/${namesOf(level)[0]}`)
	}
	await call('MKCOL', root)
	for (const path of paths.slice(1)) {
		await call('MKCOL', path)
		for (const name of fileNames) {
			await call('PUT', `${path}/${name}`, { body: `# ${name}\n\n${'Ce qui a été dit. '.repeat(20)}\n` })
		}
	}
	// The innermost first: what is copied is whole.
	for (const level of [...LEVELS].reverse()) {
		const path = paths.pop()
		for (const name of namesOf(level).slice(1)) {
			await call('COPY', path, { to: `${path.slice(0, path.lastIndexOf('/'))}/${name}` })
		}
	}
	return { remove }
}

/**
 * The same as Nextcloud answers it, for a server that has none of it: the library then is this folder alone.
 *
 * @param {import('playwright-core').BrowserContext} context whose searches for folders and looks are answered
 * @param {string} uid
 * @param {string} library path of the library's folder among the account's files
 */
export async function pretendTree(context, uid, library) {
	const encoded = (path) => path.split('/').map(encodeURIComponent).join('/')
	const base = `/remote.php/dav/files/${encodeURIComponent(uid)}`
	const paths = [`/${NAME}`, ...folderPaths()].map((path) => library + path)
	const ids = new Map([library, ...paths].map((path, i) => [path, 900_001 + i]))
	const response = (path, props) => `<d:response><d:href>${base}${encoded(path)}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
	const answer = (responses) => ({
		status: 207,
		contentType: 'application/xml; charset=utf-8',
		body: `<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns">${responses.join('')}</d:multistatus>`,
	})
	const found = (path) => response(`${path}/`, `<oc:fileid>${ids.get(path)}</oc:fileid><oc:permissions>RGDNVCK</oc:permissions>`)
	const common = (id) => `<d:getlastmodified>Tue, 24 Nov 2026 09:00:00 GMT</d:getlastmodified><d:getetag>&quot;${id}&quot;</d:getetag><oc:fileid>${id}</oc:fileid><nc:mount-type></nc:mount-type><oc:owner-display-name>Romain Vielfaure</oc:owner-display-name><nc:is-mount-root>false</nc:is-mount-root><nc:sharees/>`
	const folder = (path) => response(`${path}/`, `<d:resourcetype><d:collection/></d:resourcetype>${common(ids.get(path))}<oc:permissions>RGDNVCK</oc:permissions><oc:size>8000</oc:size>`)
	const file = (path, id) => response(path, `<d:resourcetype/><d:getcontenttype>text/markdown</d:getcontenttype>${common(id)}<oc:permissions>RGDNVW</oc:permissions><oc:size>400</oc:size><nc:has-preview>false</nc:has-preview>`)
	const folders = answer(paths.map(found))
	await context.route((url) => url.pathname.startsWith('/remote.php/dav/'), (route) => {
		const request = route.request()
		const path = decodeURIComponent(new URL(request.url()).pathname.slice(base.length)).replace(/\/$/, '')
		if (request.method() === 'SEARCH') {
			const id = Number(request.postData().match(/<oc:fileid\/><\/d:prop><d:literal>(\d+)</)?.[1])
			return route.fulfill(id ? answer([...ids].filter(([, one]) => one === id).map(([one]) => folder(one))) : folders)
		}
		if (request.method() !== 'PROPFIND' || !ids.has(path)) {
			return route.fallback()
		}
		const inside = paths.filter((one) => one.slice(0, one.lastIndexOf('/')) === path)
		const files = path === library ? [] : fileNames.map((name, i) => file(`${path}/${name}`, 1_000_000 + ids.get(path) * 100 + i))
		return route.fulfill(answer([folder(path), ...inside.map(folder), ...files]))
	})
}
