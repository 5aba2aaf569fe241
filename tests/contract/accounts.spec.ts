/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { occ } from '../e2e/support/occ.ts'
import { account } from './account.ts'
import { become, plain } from './browser.ts'

const dav = await import('../../src/library/files/dav.ts')
const folder = await import('../../src/group/folder.ts')

// Everything that puts the name of an account into an address, for names that are hard on addresses. Those with other signs come from LDAP and
// single sign-on: the sandbox has such accounts too, on a Nextcloud no command makes one.

const RUN = Date.now().toString(36)
/** Valid names of Nextcloud accounts; the last is numeric, which PHP converts to an integer where it can. */
const OWN = [`ann.${RUN}@example.org`, `l'or bleu ${RUN}`, `_.-@'${RUN}`, String(Date.now())]
const OTHERS = [`jean (sncf) ${RUN}`, `Éloïse ñ ${RUN}`, `a+b=${RUN}`, `100%${RUN}`, `%41nn%2f${RUN}`, `c#?&;,!$*[]{}|^~${RUN}`, `<b>"${RUN}"`, `back\\slash ${RUN}`]
const NAMES = [...OWN, ...process.env.RESEAU_SANDBOX ? OTHERS : []]
const READER = `zz l'${RUN}@example.org`

beforeAll(() => {
	for (const uid of [...OWN, READER]) {
		occ('user:add', '--password-from-env', `--display-name=zz ${uid}`, uid)
	}
	for (const uid of NAMES.filter((name) => !OWN.includes(name))) {
		occ('sandbox:account', uid)
	}
	// A first login takes a real Nextcloud a while.
}, 120_000)

afterAll(() => {
	for (const uid of [...NAMES, READER]) {
		occ('user:delete', uid)
	}
}, 120_000)

describe.each(NAMES)('%s', (uid) => {
	const ROOT = '/zz-récits & « co » 100%'
	const text = (content: string) => new Blob([content])
	const paths = (entries: { path: string }[]) => entries.map(({ path }) => path).sort()

	it('has its files', async () => {
		await become(uid)
		await dav.mkcol(ROOT)
		await dav.mkcol(`${ROOT}/l'été (1)`)
		const id = await dav.put(`${ROOT}/l'été (1)/a@b.md`, text('a'), null, 1_700_000_000)
		expect((await dav.list(ROOT)).self.path).toBe(ROOT)
		expect(paths((await dav.list(`${ROOT}/l'été (1)`)).inside)).toEqual([`${ROOT}/l'été (1)/a@b.md`])
		expect(paths(await dav.listFolders(ROOT, 100))).toEqual([`${ROOT}/l'été (1)`])
		expect(paths(await dav.searchByName(ROOT, 'a@b', 10))).toEqual([`${ROOT}/l'été (1)/a@b.md`])
		expect((await dav.findById(ROOT, id))?.path).toBe(`${ROOT}/l'été (1)/a@b.md`)
		await dav.move(`${ROOT}/l'été (1)/a@b.md`, `${ROOT}/b.md`)
		await dav.copy(`${ROOT}/b.md`, `${ROOT}/c.md`)
		expect((await dav.stat(`${ROOT}/b.md`))?.id).toBe(id)
		expect(await folder.stat(`${ROOT}/l'été (1)`)).toMatchObject({ empty: true, mayWrite: true })
	})

	it('has its trash bin, and its uploads in progress', async () => {
		await become(uid)
		await dav.remove(`${ROOT}/b.md`)
		const lying = (await dav.listTrash()).find(({ originalPath }) => originalPath.endsWith('/b.md'))
		expect(lying).toBeDefined()
		await dav.restore(lying!.name)
		expect(await dav.stat(`${ROOT}/b.md`)).not.toBe(null)

		const upload = `zz-${RUN}`
		expect(await dav.startChunkedUpload(upload, `${ROOT}/d.txt`)).toEqual(new Map())
		await dav.putChunk(upload, 1, text('début '), `${ROOT}/d.txt`, 9)
		expect([...(await dav.startChunkedUpload(upload, `${ROOT}/d.txt`)).keys()]).toEqual([1])
		await dav.putChunk(upload, 2, text('fi'), `${ROOT}/d.txt`, 9)
		await dav.assembleChunks(upload, `${ROOT}/d.txt`, { total: 9, mtime: 1_700_000_000, overwrite: false })
		expect((await dav.stat(`${ROOT}/d.txt`))?.size).toBe(9)
	})

	it('shares with another one, and each sees who has it', async () => {
		await become(uid)
		const body = new URLSearchParams({ path: ROOT, shareType: '0', shareWith: READER, permissions: '1' })
		expect((await plain('/ocs/v2.php/apps/files_sharing/api/v1/shares', { method: 'POST', body, headers: { 'OCS-APIRequest': 'true' } })).status).toBe(200)
		expect((await dav.list(ROOT)).self.ownership.with).toEqual([{ type: 0, name: `zz ${READER}` }])
		await become(READER)
		const { self, inside } = await dav.list(ROOT)
		expect(self.ownership).toMatchObject({ where: 'shared', with: [] })
		expect(inside.length).toBeGreaterThan(0)
		// For the next one to share what is called the same.
		await dav.remove(ROOT)
	})

	it('has a card that is found, with its avatar', async () => {
		const own = account(uid)
		const name = `Zz ${RUN} ${NAMES.indexOf(uid)}`
		const { id } = await own.answers(memberApi.saveMine, { body: { version: 0, name, headline: 'Un nom difficile' } })
		expect(await own.answers(memberApi.mine)).toMatchObject({ id, uid, name })
		await become(uid)
		const headers = { 'OCS-APIRequest': 'true', Accept: 'application/json' }
		const found = await (await plain(`/ocs/v2.php/search/providers/reseau-members/search?term=${encodeURIComponent(name)}`, { headers })).json() as { ocs: { data: { entries: { title: string, thumbnailUrl: string }[] } } }
		const entry = found.ocs.data.entries.find(({ title }) => title === name)
		const { pathname } = new URL(entry!.thumbnailUrl)
		expect((await plain(pathname)).status).toBe(200)
		await own.answers(memberApi.deleteMine)
	})
})
