/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sheet } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SheetAuthors from './SheetAuthors.vue'
import WriteToAuthorPage from './WriteToAuthorPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { messageReasons } from '../../../message/index.ts'
import { sampleConversation } from '../../../message/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleSheet } from '../../sheet/testing/sample.ts'

vi.mock('../../sheet/gateway.ts')
const server = vi.mocked(gateway)
const provide = [[sessionKey, { uid: 'remi' }]] as [symbol, unknown][]

const ODILE = { id: 9, name: 'Odile Marty', uid: 'odile-marty' }
const REMI = { id: 5, name: 'Rémi', uid: 'remi' }
const NUMA = { id: 7, name: 'Anselme Ginoulhac', uid: 'anselme-ginoulhac' }
const unnamed = (changes: Partial<Sheet> = {}): Sheet => sampleSheet({ anonymous: true, authors: [], reach: 'author', ...changes })

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	registerReasons(messageReasons)
	server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
})

describe('the way to write', () => {
	const links = (sheet: Sheet) => {
		const { page } = mountPage(SheetAuthors, { props: { sheet }, provide })
		return { text: page.text(), to: page.findAll('a').map((link) => link.attributes('href')).filter((href) => href?.includes('/write')) }
	}

	it('leads to the one author, or to a choice of them, never to oneself', () => {
		expect(links(sampleSheet({ authors: [NUMA, REMI] }))).toMatchObject({ text: expect.stringContaining('Write to Anselme Ginoulhac'), to: ['/library/sheet/12/write?to=7'] })
		expect(links(sampleSheet({ authors: [NUMA, ODILE] }))).toMatchObject({ text: expect.stringContaining('Write to those who lived it'), to: ['/library/sheet/12/write'] })
		expect(links(sampleSheet({ authors: [REMI] })).to).toEqual([])
		expect(links(sampleSheet({ status: 'draft' })).to).toEqual([])
	})

	it('leads to an anonymous author who chose so, and says so to them', () => {
		expect(links(unnamed())).toMatchObject({ text: expect.stringContaining('Write to those who lived it'), to: ['/library/sheet/12/write'] })
		expect(links(unnamed({ kind: 'method' })).text).toContain('Write to the author')
		expect(links(unnamed({ reach: null })).to).toEqual([])
		expect(links(unnamed({ reach: 'me' }))).toMatchObject({ text: expect.stringContaining('You can be written to about this sheet, and stay anonymous'), to: [] })
	})

	it('explains a missing link only if there is no one else to write to', () => {
		expect(links(sampleSheet({ authors: [], authorNames: 'Une voisine' })).text).toContain('The people named here are not members')
		expect(links(sampleSheet({ authorNames: 'Une voisine' })).text).not.toContain('not members')
	})
})

describe('writing to an author', () => {
	async function show(sheet: Sheet | Error, to?: number) {
		server.getSheet.mockImplementation(() => sheet instanceof Error ? Promise.reject(sheet) : Promise.resolve(sheet))
		const mounted = mountPage(WriteToAuthorPage, { props: { file: '12', to }, provide })
		await vi.dynamicImportSettled()
		await flushPromises()
		return mounted
	}

	async function send(page: Awaited<ReturnType<typeof show>>['page']) {
		await page.get('textarea').setValue('Comment avez-vous fait ?')
		await page.get('form').trigger('submit')
		await flushPromises()
	}
	const message = { text: 'Comment avez-vous fait ?', key: expect.stringMatching(/^[\w-]{8,64}$/) }

	it('who stays anonymous says what each of the two sees', async () => {
		const { page, router } = await show(unnamed())
		expect(page.get('h1').text()).toBe('Write to those who lived it')
		expect(page.text()).toContain('The author gets it and stays anonymous.')
		server.writeToAuthor.mockResolvedValueOnce(sampleConversation({ id: 3 }))
		await send(page)
		expect(server.writeToAuthor).toHaveBeenCalledExactlyOnceWith('12', message)
		expect(router.currentRoute.value.path).toBe('/messages/3')
	})

	it('who is a member goes to that member', async () => {
		const { page } = await show(sampleSheet({ authors: [NUMA, ODILE] }), 9)
		expect(page.get('h1').text()).toBe('Write to Odile Marty')
		expect(server.getWriting).toHaveBeenCalledExactlyOnceWith('12', 9)
		server.writeToAuthor.mockResolvedValueOnce(sampleConversation({ id: 3 }))
		await send(page)
		expect(server.writeToAuthor).toHaveBeenCalledExactlyOnceWith('12', { ...message, to: 9 })
	})

	it('asks for the author if there are several', async () => {
		const { page } = await show(sampleSheet({ authors: [NUMA, ODILE] }))
		expect(page.findAll('nav li').map((one) => one.text())).toEqual(['Anselme Ginoulhac', 'Odile Marty'])
		expect(server.getWriting).not.toHaveBeenCalled()
	})

	it('keeps the message when the author cannot be written to any more', async () => {
		const { page } = await show(unnamed())
		server.writeToAuthor.mockRejectedValueOnce(new ApiError(422, 'author_gone'))
		await send(page)
		expect(page.text()).toContain('Your message was not sent; it is kept here.')
		expect(page.get('textarea').element.value).toBe('Comment avez-vous fait ?')
	})

	it('is not offered where there is nobody, to oneself, or without the sheet', async () => {
		expect((await show(unnamed({ reach: null }))).page.text()).toContain('Nobody can be written to about this sheet.')
		expect((await show(unnamed({ reach: 'me' }))).page.text()).toContain('You wrote this sheet yourself.')
		expect((await show(new ApiError(404, 'not_found'))).page.text()).toContain('This sheet does not exist')
	})
})
