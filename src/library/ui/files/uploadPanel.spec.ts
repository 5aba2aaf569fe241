/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LocalFile } from '../../files/upload.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import UploadPanel from './UploadPanel.vue'
import { ApiError } from '../../../api/apiError.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import * as dav from '../../files/dav.ts'
import { sampleEntry } from '../../testing/entry.ts'
import { useUpload } from './useUpload.ts'

vi.mock('../../files/dav.ts')
const files = vi.mocked(dav)

const { add, dismiss } = useUpload()
const source = (name: string): LocalFile => ({ name, size: 2, mtime: 1, slice: () => new Blob(['ab']) })
const items = (...names: string[]) => names.map((name) => ({ folders: [], file: source(name) }))
const sent = () => files.put.mock.calls.map(([path]) => path)

beforeEach(() => {
	vi.resetAllMocks()
	files.list.mockResolvedValue({ self: sampleEntry('/Bib/'), inside: [] })
	dismiss()
})

async function show() {
	const { page } = mountPage(UploadPanel, { router: await routerAt('/library') })
	const press = async (text: string) => {
		await page.findAll('button').find((button) => button.text() === text)!.trigger('click')
		await flushPromises()
	}
	return { page, press }
}

it('uploads files added during an upload after the current ones', async () => {
	let arrive = () => {}
	files.put.mockReturnValueOnce(new Promise((resolve) => {
		arrive = () => resolve('1')
	}))
	const { page } = await show()
	const done = vi.fn()
	void add('/Bib', items('a.txt'), done)
	await flushPromises()
	void add('/Bib/Autre', items('b.txt', 'c.txt'), done)
	await flushPromises()
	expect(page.text()).toContain('2 more files are waiting for this to finish.')
	expect(sent()).toEqual(['/Bib/a.txt'])
	arrive()
	await flushPromises()
	expect(sent()).toEqual(['/Bib/a.txt', '/Bib/Autre/b.txt', '/Bib/Autre/c.txt'])
	expect(page.text()).toContain('2 files uploaded.')
	expect(page.text()).not.toContain('wait')
	expect(done).toHaveBeenCalledTimes(2)
})

it('keeps them if the current ones stop, until these are resumed or dropped', async () => {
	files.put.mockRejectedValueOnce(new ApiError(0, 'offline'))
	const { page, press } = await show()
	void add('/Bib', items('a.txt'), () => undefined)
	await flushPromises()
	void add('/Bib', items('b.txt'), () => undefined)
	await flushPromises()
	expect(page.text()).toContain('1 more file is waiting for this to finish.')
	// Nobody wrote anything: what is safe is what has arrived.
	expect(page.text()).not.toContain('What you wrote')
	await press('Skip the rest')
	expect(sent()).toEqual(['/Bib/a.txt', '/Bib/b.txt'])
	expect(page.text()).toContain('1 file uploaded.')
})

it('keeps failed files visible before it continues', async () => {
	files.put.mockRejectedValueOnce(new ApiError(423, 'locked'))
	const { page, press } = await show()
	void add('/Bib', items('a.txt', 'b.txt'), () => undefined)
	void add('/Bib', items('c.txt'), () => undefined)
	await flushPromises()
	expect(page.text()).toContain('Could not upload 1 file:a.txt')
	expect(sent()).toEqual(['/Bib/a.txt', '/Bib/b.txt'])
	await press('Close')
	expect(sent()).toEqual(['/Bib/a.txt', '/Bib/b.txt', '/Bib/c.txt'])
})
