/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftSummary, KeptDraft } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { NOTHING_CHOSEN } from '../ask/inviting.ts'
import { draftOf } from '../review/draft.ts'
import { sampleReading } from '../testing/sample.ts'
import { readContent } from './content.ts'
import * as gateway from './gateway.ts'
import { pack, unpack } from './packed.ts'
import { useKeptDraft } from './useKeptDraft.ts'

vi.mock('./gateway.ts')
const server = vi.mocked(gateway)

const draft = draftOf(sampleReading(), null)
const what = { hash: 'ab12', text: 'Été', draft, inviting: NOTHING_CHOSEN }
const offline = () => new ApiError(0, 'offline')
const keeping = useKeptDraft()

/** What the server has. */
let stored: KeptDraft | null = null
function summary(): DraftSummary {
	const { id, name, minutes, from, changed, until, version } = stored!
	return { id, name, minutes, from, changed, until, version }
}
const kept = async () => readContent(await unpack(stored!.content))!

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	stored = null
	keeping.leave()
	server.beginDraft.mockImplementation(async ({ name, content }) => {
		stored ??= { id: 3, name, minutes: null, from: null, changed: '', until: '', version: 1, content }
		return summary()
	})
	server.getDraft.mockImplementation(async () => stored ?? Promise.reject(new ApiError(404, 'not_found')))
	server.listDrafts.mockImplementation(async () => stored ? [summary()] : [])
	server.writeDraft.mockImplementation(async (_, { version, content, minutes }) => {
		if (!stored || stored.version !== version) {
			throw stored ? new ApiError(409, 'stale_version') : new ApiError(404, 'not_found')
		}
		stored = { ...stored, version: version + 1, content: content ?? stored.content, minutes: minutes ?? stored.minutes }
		return summary()
	})
})
afterEach(() => vi.useRealTimers())

it('packs a text to much less, and gives it back', async () => {
	const text = 'Un groupe d’été. '.repeat(10_000)
	const packed = await pack(text)
	expect(packed).toMatch(/^[\w+/]+=*$/)
	expect(packed.length).toBeLessThan(text.length / 20)
	expect(await unpack(packed)).toBe(text)
	await expect(unpack('AAAA')).rejects.toThrow()
	expect(readContent('null')).toBeNull()
	expect(readContent('{')).toBeNull()
})

it('is written a moment after it began and after each change, and not without one', async () => {
	keeping.start('Rencontre.odt', what)
	expect(keeping.state.value).toBe('saving')
	expect(await keeping.flush()).toBe(true)
	expect([keeping.id.value, keeping.state.value]).toEqual([3, 'saved'])
	expect(await kept()).toEqual({ form: 1, ...what })
	keeping.keep({ draft })
	expect(await keeping.flush()).toBe(true)
	expect(server.writeDraft).not.toHaveBeenCalled()
	keeping.keep({ draft: { ...draft, answered: ['a'] } })
	expect(keeping.unsaved.value).toBe(true)
	await vi.advanceTimersByTimeAsync(500)
	await vi.waitFor(() => expect(keeping.state.value).toBe('saved'))
	keeping.keep({}, 7)
	await keeping.flush()
	expect([(await kept()).draft.answered, stored!.version, stored!.minutes]).toEqual([['a'], 3, 7])
})

describe('without a connection', () => {
	it('waits, tries again automatically, and loses no change made meanwhile', async () => {
		server.beginDraft.mockRejectedValueOnce(offline())
		keeping.start('', what)
		expect(await keeping.flush()).toBe(false)
		expect([keeping.state.value, keeping.unsaved.value]).toEqual(['waiting', true])
		keeping.keep({ draft: { ...draft, answered: ['a'] } })
		expect(keeping.state.value).toBe('waiting')
		await vi.advanceTimersByTimeAsync(2000)
		await vi.waitFor(() => expect(keeping.state.value).toBe('saved'))
		expect((await kept()).draft.answered).toEqual(['a'])
	})

	it('what was written although its answer was lost is no other version', async () => {
		const begin = server.beginDraft.getMockImplementation()!
		server.beginDraft.mockImplementationOnce(async (body) => {
			await begin(body)
			throw offline()
		})
		keeping.start('', what)
		expect(await keeping.flush()).toBe(false)
		keeping.keep({ draft: { ...draft, answered: ['a'] } })
		expect(await keeping.flush()).toBe(true)
		expect((await kept()).draft.answered).toEqual(['a'])
		const write = server.writeDraft.getMockImplementation()!
		server.writeDraft.mockImplementationOnce(async (...args) => {
			await write(...args)
			throw offline()
		})
		keeping.keep({ draft: { ...draft, answered: ['b'] } })
		expect(await keeping.flush()).toBe(false)
		expect(await keeping.flush()).toBe(true)
		expect([keeping.state.value, (await kept()).draft.answered]).toEqual(['saved', ['b']])
	})

	it('says why the server refuses it, and tries again', async () => {
		server.beginDraft.mockRejectedValueOnce(new ApiError(422, 'too_many_drafts', { max: 20 }))
		keeping.start('', what)
		await keeping.flush()
		expect([keeping.state.value, keeping.error.value]).toMatchObject(['waiting', { reason: 'too_many_drafts' }])
	})
})

describe('changed elsewhere', () => {
	async function elsewhere(answered: string) {
		stored = { ...stored!, version: stored!.version + 1, content: await pack(JSON.stringify({ form: 1, ...what, draft: { ...draft, answered: [answered] } })) }
	}

	beforeEach(async () => {
		keeping.start('Rencontre.odt', what)
		await keeping.flush()
		await elsewhere('theirs')
	})

	it('nothing is overwritten: the other is taken', async () => {
		keeping.keep({ draft: { ...draft, answered: ['mine'] } })
		expect(await keeping.flush()).toBe(false)
		expect(keeping.state.value).toBe('changed')
		keeping.keep({ draft: { ...draft, answered: ['mine', 'more'] } })
		expect(await keeping.flush()).toBe(false)
		expect((await keeping.takeTheirs())?.draft.answered).toEqual(['theirs'])
		expect(keeping.state.value).toBe('saved')
		keeping.keep({ draft: { ...draft, answered: ['theirs', 'more'] } })
		expect(await keeping.flush()).toBe(true)
		expect((await kept()).draft.answered).toEqual(['theirs', 'more'])
	})

	it('or mine is kept as a copy', async () => {
		const theirs = stored
		keeping.keep({ draft: { ...draft, answered: ['mine'] } })
		await keeping.flush()
		stored = null
		expect(await keeping.keepCopy('Rencontre.odt (copie)')).toBe(true)
		expect([stored!.name, (await kept()).draft.answered]).toEqual(['Rencontre.odt (copie)', ['mine']])
		expect(server.beginDraft.mock.lastCall![0].key).not.toBe(server.beginDraft.mock.calls[0]![0].key)
		expect(theirs!.version).toBe(2)
	})

	it('is noticed on returning to the tab, before anything is saved', async () => {
		await keeping.checkServer()
		expect(keeping.state.value).toBe('changed')
	})

	it('deleted or handed on, what is here can be kept as a copy', async () => {
		stored = null
		keeping.keep({ draft: { ...draft, answered: ['mine'] } })
		await keeping.flush()
		expect(keeping.state.value).toBe('gone')
		expect(await keeping.keepCopy('')).toBe(true)
		expect((await kept()).draft.answered).toEqual(['mine'])
	})
})

it('is handed on with all that was changed, or not at all', async () => {
	keeping.start('', what)
	await keeping.flush()
	keeping.keep({ draft: { ...draft, answered: ['a'] } })
	server.writeDraft.mockRejectedValueOnce(offline())
	await expect(keeping.handOver('fanny')).rejects.toThrow('offline')
	expect(server.handOverDraft).not.toHaveBeenCalled()
	await keeping.handOver('fanny')
	expect(server.handOverDraft).toHaveBeenCalledWith(3, 2, 'fanny')
	expect(keeping.state.value).toBe('none')
	keeping.keep({ draft })
	await flushPromises()
	expect(keeping.state.value).toBe('none')
})

it('is forgotten, also where it is gone already', async () => {
	keeping.start('', what)
	await keeping.flush()
	server.deleteDraft.mockRejectedValueOnce(offline())
	await expect(keeping.forget()).rejects.toThrow('offline')
	expect(keeping.id.value).toBe(3)
	server.deleteDraft.mockRejectedValueOnce(new ApiError(404, 'not_found'))
	await keeping.forget()
	expect([keeping.id.value, keeping.state.value]).toEqual([null, 'none'])
})

it('opens an existing draft, and reports a missing one', async () => {
	keeping.start('Rencontre.odt', what)
	await keeping.flush()
	keeping.leave()
	expect((await keeping.open(3))?.content).toEqual({ form: 1, ...what })
	stored = { ...stored!, content: '' }
	expect(await keeping.open(3)).toBeNull()
	stored = null
	expect(await keeping.open(3)).toBeNull()
	server.getDraft.mockRejectedValueOnce(offline())
	await expect(keeping.open(3)).rejects.toThrow('offline')
})
