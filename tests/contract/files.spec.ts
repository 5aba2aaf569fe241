/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { occ } from '../e2e/support/occ.ts'
import { become, plain, refusal } from './browser.ts'

const dav = await import('../../src/library/files/dav.ts')
const folder = await import('../../src/group/folder.ts')

// The files of an account as the library asks for them, on the sandbox and on a real Nextcloud alike (see services.spec.ts).

const RUN = Date.now().toString(36)
const [ODILE, LINH] = ['odile', 'linh'].map((name) => `zz files l'${name}@${RUN}.example.org`) as [string, string]
const ROOT = '/zz-bibliothèque & « essais »'
const CHANGED = 1_700_000_000
const text = (content: string) => new Blob([content])

beforeAll(async () => {
	for (const uid of [ODILE, LINH]) {
		occ('user:add', '--password-from-env', `--display-name=${uid}`, uid)
	}
	await become(ODILE)
	await dav.mkcol(ROOT)
	await dav.mkcol(`${ROOT}/Récits`)
	await dav.mkcol(`${ROOT}/Récits/2026`)
	await dav.put(`${ROOT}/Récits/Le jardin sans clé.md`, text('# Le jardin\n'), null, CHANGED)
	await dav.put(`${ROOT}/Budget 50 %.csv`, text('a;b\n'), null, CHANGED)
	// A first login takes a real Nextcloud a while.
}, 120_000)

afterAll(() => {
	for (const uid of [ODILE, LINH]) {
		occ('user:delete', uid)
	}
}, 120_000)

const names = (entries: { name: string }[]) => entries.map(({ name }) => name).sort()
const read = async (path: string) => (await plain(`/remote.php/dav/files/${encodeURIComponent(ODILE)}${path.split('/').map(encodeURIComponent).join('/')}`, { headers: { 'OCS-APIRequest': 'true' } })).text()

describe('a folder', () => {
	it('lists itself and its content', async () => {
		const { self, inside } = await dav.list(`${ROOT}/Récits`)
		expect(self).toMatchObject({ path: `${ROOT}/Récits`, name: 'Récits', folder: true, mime: '', rights: { add: true, rename: true, move: true, remove: true, share: true } })
		expect(self.id).toMatch(/^\d+$/)
		expect(names(inside)).toEqual(['2026', 'Le jardin sans clé.md'])
		expect(inside.find(({ folder: isFolder }) => !isFolder)).toMatchObject({
			path: `${ROOT}/Récits/Le jardin sans clé.md`,
			mime: 'text/markdown',
			size: 12,
			mtime: CHANGED,
			etag: expect.stringMatching(/^".+"$/),
			rights: { write: true, remove: true },
		})
		expect(Math.abs(Date.now() / 1000 - self.mtime)).toBeLessThan(3600)
	})

	it('belongs to the account, and is shared with nobody', async () => {
		const { self, inside } = await dav.list(`${ROOT}/Récits`)
		for (const { ownership } of [self, ...inside]) {
			expect(ownership).toEqual({ where: 'own', owner: '', root: false, with: [] })
		}
	})

	it('that does not exist is not found', async () => {
		expect(await refusal(dav.list('/zz-nothere'))).toMatchObject({ reason: 'not_found' })
		expect(await refusal(dav.mkcol('/zz-nothere/a'))).toMatchObject({ reason: 'not_found' })
		expect(await refusal(dav.mkcol(ROOT))).toMatchObject({ reason: 'exists' })
	})

	it.each([['\\', 'a\\b'], ['too many bytes', 'a'.repeat(251)], ['a word that is kept', '.htaccess']])('cannot be named %s', async (_, name) => {
		expect(await refusal(dav.mkcol(`${ROOT}/${name}`))).toMatchObject({ reason: 'bad_name' })
	})

	it('is listed with all folders below it in one request, without itself', async () => {
		const found = await dav.listFolders(ROOT, 500)
		expect(found.map(({ path }) => path).sort()).toEqual([`${ROOT}/Récits`, `${ROOT}/Récits/2026`])
		expect(found[0]).toMatchObject({ folder: true, rights: { add: true } })
		// Nextcloud counts the folder itself among those it may give, and then leaves it out.
		expect((await dav.listFolders(ROOT, 2)).length).toBeGreaterThan(0)
	})

	it('is looked up alone, and so is a file; a missing one gives nothing', async () => {
		expect(await dav.stat(ROOT)).toMatchObject({ path: ROOT, folder: true })
		expect(await dav.stat(`${ROOT}/Récits/Le jardin sans clé.md`)).toMatchObject({ folder: false, size: 12 })
		expect(await dav.stat(`${ROOT}/zz-nothere`)).toBe(null)
	})

	it('is searched by id and by name', async () => {
		const { inside } = await dav.list(`${ROOT}/Récits`)
		const file = inside.find(({ folder: isFolder }) => !isFolder)!
		expect(await dav.findById(ROOT, file.id)).toMatchObject({ path: file.path, id: file.id })
		expect(await dav.findById(`${ROOT}/Récits/2026`, file.id)).toBe(null)
		expect(names(await dav.searchByName(ROOT, 'JARDIN', 10))).toEqual(['Le jardin sans clé.md'])
		expect(names(await dav.searchByName(ROOT, '50 %', 10))).toEqual(['Budget 50 %.csv'])
		expect(await dav.searchByName(ROOT, '5% ', 10)).toEqual([])
		expect(await dav.searchByName(ROOT, 'B_dget', 10)).toEqual([])
	})
})

describe('a file', () => {
	it('is moved and renamed, keeps its id, and overwrites nothing', async () => {
		await dav.put(`${ROOT}/a.txt`, text('a'), null, CHANGED)
		await dav.put(`${ROOT}/b.txt`, text('b'), null, CHANGED)
		const before = (await dav.list(`${ROOT}/a.txt`)).self
		expect(await refusal(dav.move(`${ROOT}/a.txt`, `${ROOT}/b.txt`))).toMatchObject({ reason: 'exists' })
		expect(await refusal(dav.move(`${ROOT}/a.txt`, `${ROOT}/pas là/a.txt`))).toMatchObject({ reason: 'not_found' })
		expect(await refusal(dav.move(`${ROOT}/pas là.txt`, `${ROOT}/c.txt`))).toMatchObject({ reason: 'not_found' })
		expect(await refusal(dav.move(`${ROOT}/a.txt`, `${ROOT}/a\\b.txt`))).toMatchObject({ reason: 'bad_name' })
		await dav.move(`${ROOT}/a.txt`, `${ROOT}/Récits/2026/à #1.txt`)
		expect((await dav.list(`${ROOT}/Récits/2026/à #1.txt`)).self.id).toBe(before.id)
		expect(await read(`${ROOT}/b.txt`)).toBe('b')
	})

	it('is copied with a new id', async () => {
		await dav.copy(`${ROOT}/b.txt`, `${ROOT}/Récits/b.txt`)
		expect((await dav.list(`${ROOT}/Récits/b.txt`)).self.id).not.toBe((await dav.list(`${ROOT}/b.txt`)).self.id)
		expect(await refusal(dav.copy(`${ROOT}/b.txt`, `${ROOT}/Récits/b.txt`))).toMatchObject({ reason: 'exists' })
		expect(await read(`${ROOT}/Récits/b.txt`)).toBe('b')
	})

	it('overwrites nothing its sender does not know', async () => {
		await dav.put(`${ROOT}/texte.txt`, text('un'), null, CHANGED)
		expect(await refusal(dav.put(`${ROOT}/texte.txt`, text('deux'), null, CHANGED))).toMatchObject({ reason: 'exists' })
		expect(await refusal(dav.put(`${ROOT}/texte.txt`, text('deux'), '"abc"', CHANGED))).toMatchObject({ reason: 'exists' })
		expect(await read(`${ROOT}/texte.txt`)).toBe('un')
		const { self } = await dav.list(`${ROOT}/texte.txt`)
		expect(await dav.put(`${ROOT}/texte.txt`, text('deux'), self.etag, CHANGED)).toBe(self.id)
		expect(await read(`${ROOT}/texte.txt`)).toBe('deux')
		expect(await refusal(dav.put(`${ROOT}/pas là/a.txt`, text('a'), null, CHANGED))).toMatchObject({ reason: 'not_found' })
		expect(await refusal(dav.put(`${ROOT}/${'a'.repeat(251)}`, text('a'), null, CHANGED))).toMatchObject({ reason: 'bad_name' })
	})

	it('goes to the trash bin and is restored with its id', async () => {
		expect(await dav.hasTrashbin()).toBe(true)
		await dav.mkcol(`${ROOT}/à jeter`)
		const inside = await dav.put(`${ROOT}/à jeter/dedans.txt`, text('dedans'), null, CHANGED)
		const { self } = await dav.list(`${ROOT}/à jeter`)
		await dav.remove(`${ROOT}/à jeter`)
		expect(await refusal(dav.list(`${ROOT}/à jeter`))).toMatchObject({ reason: 'not_found' })
		const lying = (await dav.listTrash()).find(({ id }) => id === self.id)!
		expect(lying).toMatchObject({ originalPath: `${ROOT.slice(1)}/à jeter`, name: `à jeter.d${lying.deletedAt}` })
		expect(Math.abs(Date.now() / 1000 - lying.deletedAt)).toBeLessThan(3600)
		await dav.restore(lying.name)
		expect((await dav.list(`${ROOT}/à jeter`)).self.id).toBe(self.id)
		expect((await dav.list(`${ROOT}/à jeter/dedans.txt`)).self.id).toBe(inside)
		expect(await refusal(dav.remove(`${ROOT}/pas là`))).toMatchObject({ reason: 'not_found' })
	})

	it('is uploaded in chunks, which wait for the rest', async () => {
		const id = `reseau-${RUN}`
		const path = `${ROOT}/grand.bin`
		expect(await dav.startChunkedUpload(id, path)).toEqual(new Map())
		await dav.putChunk(id, 2, text('deux'), path, 12)
		await dav.putChunk(id, 1, text('un un '), path, 12)
		expect(await dav.startChunkedUpload(id, path)).toEqual(new Map([[1, 6], [2, 4]]))
		expect(await refusal(dav.assembleChunks(id, path, { total: 12, mtime: CHANGED, overwrite: false }))).toMatchObject({ reason: 'chunks_missing' })
		await dav.putChunk(id, 3, text(' 3'), path, 12)
		await dav.assembleChunks(id, path, { total: 12, mtime: CHANGED, overwrite: false })
		expect(await read(path)).toBe('un un deux 3')
		expect((await dav.list(path)).self).toMatchObject({ size: 12, mtime: CHANGED })
		expect(await dav.startChunkedUpload(id, path)).toEqual(new Map())
		await dav.putChunk(id, 1, text('autre'), path, 5)
		expect(await refusal(dav.assembleChunks(id, path, { total: 5, mtime: CHANGED, overwrite: false }))).toMatchObject({ reason: 'exists' })
		await dav.assembleChunks(id, path, { total: 5, mtime: CHANGED, overwrite: true })
		expect(await read(path)).toBe('autre')
		await dav.deleteChunks(id)
	})

	it('is refused over the quota', async () => {
		occ('user:setting', ODILE, 'files', 'quota', '1 KB')
		try {
			expect(await refusal(dav.put(`${ROOT}/plein.bin`, text('x'.repeat(5000)), null, CHANGED))).toMatchObject({ reason: 'no_room' })
		} finally {
			occ('user:setting', ODILE, 'files', 'quota', 'none')
		}
	})
})

describe('a read-only folder', () => {
	it('says so, and refuses changes', async () => {
		const body = new URLSearchParams({ path: `${ROOT}/Récits`, shareType: '0', shareWith: LINH, permissions: '1' })
		expect((await plain('/ocs/v2.php/apps/files_sharing/api/v1/shares', { method: 'POST', body, headers: { 'OCS-APIRequest': 'true' } })).status).toBe(200)
		// Its owner sees the people it is shared with, both in the folder and on the file itself.
		const shared = { where: 'own', owner: '', root: false, with: [{ type: 0, name: LINH }] }
		expect((await dav.list(ROOT)).inside.find(({ name }) => name === 'Récits')!.ownership).toEqual(shared)
		expect((await dav.list(`${ROOT}/Récits`)).self.ownership).toEqual(shared)
		await become(LINH)
		try {
			const { self, inside } = await dav.list('/Récits')
			expect(self.ownership).toEqual({ where: 'shared', owner: ODILE, root: true, with: [] })
			expect(inside[0]!.ownership).toEqual({ where: 'shared', owner: ODILE, root: false, with: [] })
			expect((await dav.findById('', inside[0]!.id))!.ownership).toMatchObject({ where: 'shared', owner: ODILE })
			expect(self.rights).toMatchObject({ add: false, share: false })
			expect(inside.find(({ name }) => name.endsWith('.md'))!.rights).toEqual({ write: false, add: false, rename: false, move: false, remove: false, share: false })
			expect(await refusal(dav.mkcol('/Récits/à moi'))).toMatchObject({ status: 403, reason: 'not_allowed' })
			expect(await refusal(dav.put('/Récits/à moi.txt', text('a'), null, CHANGED))).toMatchObject({ reason: 'not_allowed' })
			expect(await refusal(dav.put('/Récits/Le jardin sans clé.md', text('a'), inside.find(({ name }) => name.endsWith('.md'))!.etag, CHANGED))).toMatchObject({ reason: 'not_allowed' })
			expect(await refusal(dav.move('/Récits/Le jardin sans clé.md', '/Récits/Autre.md'))).toMatchObject({ reason: 'not_allowed' })
			expect(await refusal(dav.remove('/Récits/Le jardin sans clé.md'))).toMatchObject({ reason: 'not_allowed' })
			expect((await dav.listFolders('/Récits', 10)).map(({ path }) => path)).toEqual(['/Récits/2026'])
		} finally {
			await become(ODILE)
		}
		expect(await folder.stat(`${ROOT}/Récits`)).toMatchObject({ mayWrite: true })
	})
})

describe('a picture', () => {
	it('has a thumbnail, but a text with scripts never has', async () => {
		const dot = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAACXBIWXMAAA7EAAAOxAGVKw4bAAAATUlEQVRo3u3PQQ0AAAgEIDX1xTeFDzdoQCepz6aeExAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQELi3HCAB6IxeezIAAAAASUVORK5CYII='), (character) => character.charCodeAt(0))
		await dav.put(`${ROOT}/point.png`, new Blob([dot]), null, CHANGED)
		await dav.put(`${ROOT}/dessin.svg`, text('<svg xmlns="http://www.w3.org/2000/svg"/>'), null, CHANGED)
		const { self } = await dav.list(`${ROOT}/point.png`)
		expect(self).toMatchObject({ mime: 'image/png', preview: true })
		expect((await dav.list(`${ROOT}/dessin.svg`)).self).toMatchObject({ mime: 'image/svg+xml', preview: false })
		const answer = await plain(dav.previewUrl(self, 64))
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
		expect(dav.fileUrl(self.id)).toContain(`/f/${self.id}`)
	})
})
