/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'
import type { LocalFile, LocalItem, Upload, UploadPorts } from './upload.ts'

import { describe, expect, it } from 'vitest'
import { ApiError, isReason } from '../../api/apiError.ts'
import { sampleEntry } from '../testing/entry.ts'
import { nameOf, parentPath } from './names.ts'
import { CHUNK_SIZE, chunkSize, planUpload, progress, resolveConflicts, retryFailed, runUpload, uploadId } from './upload.ts'

/** A fake of Nextcloud Files: `when` says whether a call fails, by its name and path. */
function world(files: Record<string, string | null>, when: (call: string) => 'before' | 'after' | ApiError | null = () => null) {
	const there = new Map(Object.entries(files))
	const times = new Map<string, number>()
	const pieces = new Map<string, Map<number, string>>()
	const calls: string[] = []
	const entry = (path: string): Entry => sampleEntry(there.get(path) === null ? `${path}/` : path, { size: there.get(path)?.length ?? 0, mtime: times.get(path) ?? 1, etag: `"${there.get(path)}"` })

	async function call<T>(name: string, work: () => T | Promise<T>): Promise<T> {
		calls.push(name)
		const fault = when(name)
		if (fault === 'before') {
			throw new ApiError(0, 'offline')
		}
		if (fault instanceof ApiError) {
			throw fault
		}
		const done = await work()
		if (fault === 'after') {
			throw new ApiError(0, 'offline')
		}
		return done
	}
	async function store(path: string, body: string, etag: string | null, changed: number): Promise<void> {
		if (there.get(parentPath(path)) !== null) {
			throw new ApiError(404, 'not_found')
		}
		if (etag === null ? there.has(path) : etag !== `"${there.get(path)}"`) {
			throw new ApiError(412, 'exists')
		}
		there.set(path, body)
		times.set(path, changed)
	}
	const ports: UploadPorts = {
		list: (path) => call(`list ${path}`, () => {
			if (!there.has(path)) {
				throw new ApiError(404, 'not_found')
			}
			return { self: entry(path), inside: [...there.keys()].filter((one) => one !== path && parentPath(one) === path).map(entry) }
		}),
		mkcol: (path) => call(`folder ${path}`, () => {
			if (there.has(path)) {
				throw new ApiError(405, 'exists')
			}
			there.set(path, null)
		}),
		put: (path, body, etag, changed, { onUploadProgress }) => call(`put ${path}`, async () => {
			onUploadProgress?.(body.size)
			await store(path, await body.text(), etag, changed)
		}),
		startChunkedUpload: (id) => call('begin', () => {
			pieces.set(id, pieces.get(id) ?? new Map())
			return new Map([...pieces.get(id)!].map(([number, body]) => [number, body.length]))
		}),
		putChunk: (id, number, body, _path, _total, { onUploadProgress }) => call(`piece ${number}`, async () => {
			onUploadProgress?.(body.size)
			pieces.get(id)!.set(number, await body.text())
		}),
		assembleChunks: (id, path, { mtime, overwrite, total }) => call('finish', async () => {
			const body = [...pieces.get(id)!].sort(([a], [b]) => a - b).map(([, text]) => text).join('')
			if (body.length !== total) {
				throw new ApiError(400, 'chunks_missing')
			}
			await store(path, body, overwrite && there.has(path) ? `"${there.get(path)}"` : null, mtime)
			pieces.delete(id)
		}),
		deleteChunks: (id) => call('give up', () => void pieces.delete(id)),
	}
	return { there, calls, ports, pieces }
}

function source(name: string, body = name, mtime = 5): LocalFile {
	return { name, size: body.length, mtime, slice: (from, to) => new Blob([body.slice(from, to)]) }
}

const bring = (...names: string[]): LocalItem[] => names.map((path) => ({ folders: path.split('/').slice(0, -1), file: path.endsWith('/') ? null : source(nameOf(`/${path}`)) }))
const never = new AbortController().signal
const statesOf = ({ items }: Upload) => items.map(({ path, state, error }) => [path, state, ...error === null ? [] : [(error as ApiError).reason]])

describe('an upload', () => {
	it('goes into existing folders and new ones, outer ones first', async () => {
		const { ports, there } = world({ '/B': null, '/B/a': null, '/B/a/x.md': 'x' })
		const { upload, conflicts } = await planUpload('/B', bring('a/y.md', 'b/c/z.md', 'b/vide/', 'a/.DS_Store', 'a/no\\name'), ports)
		expect(upload.folders).toEqual(['/B/b', '/B/b/c', '/B/b/vide'])
		expect(conflicts).toEqual([])
		const sent = await runUpload(upload, ports, () => undefined, never)
		expect(statesOf(sent)).toEqual([['/B/a/y.md', 'done'], ['/B/b/c/z.md', 'done'], ['/B/a/no\\name', 'failed', 'bad_name']])
		expect([there.get('/B/a/y.md'), there.get('/B/b/c/z.md'), there.get('/B/b/vide')]).toEqual(['y.md', 'z.md', null])
	})

	it.each([
		['both', [['/B/x (2).md', 'done'], ['/B/f (2)', 'done']], { '/B/x.md': 'old', '/B/x (2).md': 'x.md', '/B/f': null, '/B/f (2)': 'f' }],
		['replace', [['/B/x.md', 'done'], ['/B/f (2)', 'done']], { '/B/x.md': 'x.md', '/B/f': null, '/B/f (2)': 'f' }],
		['skip', [['/B/x.md', 'skipped'], ['/B/f', 'skipped']], { '/B/x.md': 'old', '/B/f': null }],
	] as const)('with an existing name is a conflict: %s', async (choice, states, files) => {
		const { ports, there } = world({ '/B': null, '/B/x.md': 'old', '/B/f': null })
		const { upload, conflicts } = await planUpload('/B', bring('x.md', 'f'), ports)
		expect(conflicts.map(({ path }) => path)).toEqual(['/B/x.md', '/B/f'])
		expect(statesOf(await runUpload(resolveConflicts(upload, conflicts, choice, () => ['x.md', 'f']), ports, () => undefined, never))).toEqual(states)
		expect(Object.fromEntries(there)).toEqual({ '/B': null, ...files })
	})

	it('does not overwrite a file that was added in the meantime', async () => {
		const { ports, there } = world({ '/B': null })
		const { upload } = await planUpload('/B', bring('x.md'), ports)
		there.set('/B/x.md', 'somebody else’s')
		expect(statesOf(await runUpload(upload, ports, () => undefined, never))).toEqual([['/B/x.md', 'failed', 'exists']])
		expect(there.get('/B/x.md')).toBe('somebody else’s')
	})
})

describe('a refusal', () => {
	it.each(['locked', 'bad_name', 'not_allowed', 'too_big'])('%s concerns one file; the others continue, and it can be retried', async (reason) => {
		let locked = true
		const { ports, there } = world({ '/B': null }, (call) => locked && call === 'put /B/a.md' ? new ApiError(423, reason) : null)
		const { upload } = await planUpload('/B', bring('a.md', 'b.md'), ports)
		const sent = await runUpload(upload, ports, () => undefined, never)
		expect(statesOf(sent)).toEqual([['/B/a.md', 'failed', reason], ['/B/b.md', 'done']])
		expect(progress(sent)).toMatchObject({ done: 1, total: 2, sent: 4, size: 8 })
		locked = false
		expect(statesOf(await runUpload(retryFailed(sent), ports, () => undefined, never))).toEqual([['/B/a.md', 'done'], ['/B/b.md', 'done']])
		expect(there.get('/B/a.md')).toBe('a.md')
	})

	it.each(['no_room', 'offline', 'login'])('%s stops everything, and nothing is lost', async (reason) => {
		let full = true
		const { ports, there } = world({ '/B': null }, (call) => full && call === 'put /B/b.md' ? new ApiError(507, reason) : null)
		let last = (await planUpload('/B', bring('a.md', 'b.md', 'c.md'), ports)).upload
		await expect(runUpload(last, ports, (now) => {
			last = now
		}, never)).rejects.toMatchObject({ reason })
		expect(statesOf(last)).toEqual([['/B/a.md', 'done'], ['/B/b.md', 'waiting'], ['/B/c.md', 'waiting']])
		full = false
		expect(statesOf(await runUpload(last, ports, () => undefined, never)).map(([, state]) => state)).toEqual(['done', 'done', 'done'])
		expect([...there.keys()]).toEqual(['/B', '/B/a.md', '/B/b.md', '/B/c.md'])
	})

	it('of a folder concerns its content', async () => {
		const { ports } = world({ '/B': null }, (call) => call === 'folder /B/a' ? new ApiError(403, 'not_allowed') : null)
		const { upload } = await planUpload('/B', bring('a/x.md', 'y.md'), ports)
		expect(statesOf(await runUpload(upload, ports, () => undefined, never))).toEqual([['/B/a/x.md', 'failed', 'not_allowed'], ['/B/y.md', 'done']])
	})

	it('of the device says that the file is gone from there', async () => {
		const { ports, calls } = world({ '/B': null })
		const gone: LocalFile = { ...source('a.md'), slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as unknown as Blob }
		const { upload } = await planUpload('/B', [{ folders: [], file: gone }], ports)
		expect(statesOf(await runUpload(upload, ports, () => undefined, never))).toEqual([['/B/a.md', 'failed', 'unreadable']])
		expect(calls).not.toContain('put /B/a.md')
	})
})

describe('a large file', () => {
	const large = () => source('grand.bin', 'x'.repeat(2 * CHUNK_SIZE) + 'fin', 7)

	it('says how much of it has arrived, piece by piece', async () => {
		const { ports } = world({ '/B': null })
		const body = 'x'.repeat(CHUNK_SIZE) + 'fin'
		const { upload } = await planUpload('/B', [{ folders: [], file: source('long.mp4', body) }], ports)
		const sent: number[] = []
		await runUpload(upload, ports, (now) => sent.push(now.items[0]!.sent), never)
		expect([...new Set(sent)]).toEqual([0, CHUNK_SIZE, CHUNK_SIZE + 3])
		expect(sent).toEqual([...sent].sort((one, other) => one - other))
	})

	it('continues where it was interrupted, in another tab too', async () => {
		let cut = true
		const { ports, there, calls } = world({ '/B': null }, (call) => cut && call === 'piece 2' ? 'before' : null)
		const { upload } = await planUpload('/B', [{ folders: [], file: large() }], ports)
		await expect(runUpload(upload, ports, () => undefined, never)).rejects.toMatchObject({ reason: 'offline' })
		cut = false
		calls.length = 0
		// The tab was closed: the same file is chosen again.
		const resumed = await planUpload('/B', [{ folders: [], file: large() }], ports)
		expect(statesOf(await runUpload(resumed.upload, ports, () => undefined, never))).toEqual([['/B/grand.bin', 'done']])
		expect(calls).toEqual(['list /B', 'begin', 'piece 2', 'piece 3', 'finish'])
		expect(there.get('/B/grand.bin')).toBe('x'.repeat(2 * CHUNK_SIZE) + 'fin')
	})

	it('replaces another one, unless that was changed or renamed meanwhile', async () => {
		for (const [meanwhile, state, left] of [[undefined, ['done'], 'x'.repeat(2 * CHUNK_SIZE) + 'fin'], ['autre', ['failed', 'exists'], 'autre'], [null, ['failed', 'exists'], undefined]] as const) {
			const { ports, there } = world({ '/B': null, '/B/grand.bin': 'old' })
			const { upload, conflicts } = await planUpload('/B', [{ folders: [], file: large() }], ports)
			const replacing = resolveConflicts(upload, conflicts, 'replace', () => [])
			const putPiece = ports.putChunk
			ports.putChunk = async (...args) => {
				await putPiece(...args)
				if (meanwhile === null) {
					there.delete('/B/grand.bin')
				} else if (meanwhile !== undefined) {
					there.set('/B/grand.bin', meanwhile)
				}
			}
			expect(statesOf(await runUpload(replacing, ports, () => undefined, never))).toEqual([['/B/grand.bin', ...state]])
			expect(there.get('/B/grand.bin')).toBe(left)
		}
	})

	it('starts again if its chunks do not fit together', async () => {
		const { ports, pieces, calls } = world({ '/B': null })
		const file = large()
		pieces.set(uploadId('/B/grand.bin', file), new Map([[4, 'of another time']]))
		const { upload } = await planUpload('/B', [{ folders: [], file }], ports)
		const sent = await runUpload(upload, ports, () => undefined, never)
		expect(statesOf(sent)).toEqual([['/B/grand.bin', 'failed', 'chunks_missing']])
		expect(calls.at(-1)).toBe('give up')
		expect(statesOf(await runUpload(retryFailed(sent), ports, () => undefined, never))).toEqual([['/B/grand.bin', 'done']])
	})

	it('is split into no more chunks than Nextcloud accepts', () => {
		expect(chunkSize(CHUNK_SIZE * 3)).toBe(CHUNK_SIZE)
		const huge = CHUNK_SIZE * 30_000
		expect(Math.ceil(huge / chunkSize(huge))).toBeLessThanOrEqual(10_000)
	})

	it('is recognised by its path, its size and its time', () => {
		const id = uploadId('/B/a', { size: 1, mtime: 2 })
		expect(uploadId('/B/a', { size: 1, mtime: 2 })).toBe(id)
		expect(new Set([id, uploadId('/B/b', { size: 1, mtime: 2 }), uploadId('/B/a', { size: 2, mtime: 2 }), uploadId('/B/a', { size: 1, mtime: 3 })]).size).toBe(4)
	})
})

it('keeps the uploaded files when stopped, and leaves the rest waiting', async () => {
	const stop = new AbortController()
	const { ports, there } = world({ '/B': null })
	let last = (await planUpload('/B', bring('a.md', 'b.md'), ports)).upload
	await expect(runUpload(last, ports, (now) => {
		last = now
		if (now.items[0]!.state === 'done') {
			stop.abort(new Error('stopped'))
		}
	}, stop.signal)).rejects.toThrow('stopped')
	expect(statesOf(last)).toEqual([['/B/a.md', 'done'], ['/B/b.md', 'waiting']])
	expect(statesOf(await runUpload(last, ports, () => undefined, never)).map(([, state]) => state)).toEqual(['done', 'done'])
	expect(there.get('/B/b.md')).toBe('b.md')
})

describe('after a failure of any call, done or not, the next try has the same result', () => {
	const files = () => [...bring('a/x.md', 'a/b/y.md', 'z.md'), { folders: ['a'], file: source('grand.bin', 'g'.repeat(CHUNK_SIZE + 1)) }]
	const expected = { '/B': null, '/B/a': null, '/B/a/b': null, '/B/a/x.md': 'x.md', '/B/a/b/y.md': 'y.md', '/B/z.md': 'z.md', '/B/a/grand.bin': 'g'.repeat(CHUNK_SIZE + 1) }

	it.each(['before', 'after'] as const)('%s it reached the server', async (fault) => {
		const undisturbed = world({ '/B': null })
		const { upload } = await planUpload('/B', files(), undisturbed.ports)
		await runUpload(upload, undisturbed.ports, () => undefined, never)
		const changes = undisturbed.calls.filter((call) => !call.startsWith('list'))
		expect(changes.length).toBeGreaterThan(8)
		for (const failing of changes) {
			let failed = false
			const { ports, there } = world({ '/B': null }, (call) => {
				if (call !== failing || failed) {
					return null
				}
				failed = true
				return fault
			})
			let last = (await planUpload('/B', files(), ports)).upload
			try {
				last = await runUpload(last, ports, (now) => {
					last = now
				}, never)
			} catch (error) {
				expect(isReason(error, 'offline')).toBe(true)
				last = await runUpload(last, ports, () => undefined, never)
			}
			expect(failed).toBe(true)
			expect(new Set(last.items.map(({ state }) => state)), failing).toEqual(new Set(['done']))
			expect(Object.fromEntries(there), failing).toEqual(expected)
		}
	}, 60_000)
})
