/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Voice } from '../../member/index.ts'
import type { Shown } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import NoticeShowcase from './NoticeShowcase.vue'
import ShowcaseChoice from './ShowcaseChoice.vue'
import ShowcasePage from './ShowcasePage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const closed = { allowed: true, open: false, indexed: false, address: 'https://example.org/apps/reseau/public', frames: [] as string[], can: { open: true }, groups: [] as { id: number, title: string }[], stories: [] as { fileId: string, title: string }[], notices: [] as { id: number, title: string }[] }
const out = { shown: false, address: null, can: { choose: true } }
const shown = { ...out, shown: true, address: 'https://example.org/apps/reseau/public/people/7' }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = '<div id="skip-actions"></div>'
	useUndo().dismiss()
})

async function show(state = closed) {
	server.getShowcase.mockResolvedValue(state)
	const { page } = mountPage(ShowcasePage, { provide: [[sessionKey as symbol, { uid: 'romain', showcase: true }]] })
	await flushPromises()
	return page
}

async function choice(props: { what: Shown, id: number, voice?: Voice, leaveOnly?: boolean }, now: typeof out | typeof shown = out) {
	server.getChoice.mockResolvedValue(now)
	const { page } = mountPage(ShowcaseChoice, { props })
	await flushPromises()
	return page
}

it('is opened by a facilitator, closed immediately, and this can be undone', async () => {
	const page = await show()
	server.changeShowcase.mockImplementation(async (open) => ({ ...closed, open }))
	server.getShowcase.mockResolvedValue({ ...closed, open: true })
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.changeShowcase).toHaveBeenLastCalledWith(true)
	expect(page.get('[role=status]').text()).toContain('It is open')
	expect(page.get('a').attributes('href')).toBe(closed.address)
	server.getShowcase.mockResolvedValue(closed)
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.changeShowcase).toHaveBeenLastCalledWith(false)
	expect(page.get('[role=status]').text()).toContain('It is closed')
	await pressUndo('The public showcase is closed: none of its pages can be read.')
	expect(server.changeShowcase).toHaveBeenLastCalledWith(true)
})

it('says why it cannot be opened, and shows others no button', async () => {
	const page = await show()
	server.changeShowcase.mockRejectedValueOnce(new ApiError(422, 'showcase_off'))
	await page.get('button').trigger('click')
	await flushPromises()
	expect(page.text()).toContain('Your administrator does not allow a public showcase.')
	const other = await show({ ...closed, can: { open: false } })
	expect(other.find('button').exists()).toBe(false)
})

it('gives facilitators the line that shows it on another site', async () => {
	const open = { ...closed, open: true, frames: ['https://www.example.org', 'https://ville.example.org'] }
	const page = await show(open)
	const line = page.get<HTMLInputElement>('input[readonly]')
	expect(line.element.value).toBe('<iframe src="https://example.org/apps/reseau/public?embed=1" title="Public showcase" width="100%" height="700"></iframe>')
	expect(page.text()).toContain('https://www.example.org')
	expect(page.text()).toContain('https://ville.example.org')
	await line.trigger('focus')
	expect([line.element.selectionStart, line.element.selectionEnd]).toEqual([0, line.element.value.length])
	const none = await show({ ...open, frames: [] })
	expect(none.find('input').exists()).toBe(false)
	expect(none.text()).toContain('Ask your Nextcloud administrator to list them.')
	for (const other of [{ ...open, open: false }, { ...open, can: { open: false } }]) {
		const page = await show(other)
		expect(page.find('input').exists()).toBe(false)
		expect(page.text()).not.toContain('Ask your Nextcloud administrator to list them.')
	}
})

it('lists my stories that are in it, to take them out', async () => {
	server.getChoice.mockResolvedValue(shown)
	server.choose.mockResolvedValue(out)
	const page = await show({ ...closed, can: { open: false }, stories: [{ fileId: '41', title: 'Un four' }] })
	expect(page.get('h2').text()).toBe('Un four')
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.choose).toHaveBeenLastCalledWith('sheet', '41', false, undefined)
})

it('lists my notices that are in it, to take them out', async () => {
	server.getChoice.mockResolvedValue(shown)
	server.choose.mockResolvedValue(out)
	const page = await show({ ...closed, can: { open: false }, notices: [{ id: 12, title: 'Un pressoir' }] })
	expect(page.get('h2').text()).toBe('Un pressoir')
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.choose).toHaveBeenLastCalledWith('notice', 12, false, undefined)
})

describe('on the page of a notice', () => {
	const notice = { id: 12, mine: true, by: { id: 3, uid: 'romain', name: 'Romain' }, state: 'open', audience: 'members', can: { end: true } }

	async function on(changes: object, now: typeof out | typeof shown = out, allowed = true) {
		server.getChoice.mockResolvedValue(now)
		const { page } = mountPage(NoticeShowcase, { props: { notice: { ...notice, ...changes } }, provide: [[sessionKey as symbol, { uid: 'romain', showcase: allowed }]] })
		await flushPromises()
		return page
	}

	it('its author puts it in, and reads whether they are named', async () => {
		const page = await on({})
		expect(page.text()).toContain('Your name is shown only if your card is in the public showcase too.')
		server.choose.mockResolvedValue(shown)
		await page.get('button').trigger('click')
		await flushPromises()
		expect(server.choose).toHaveBeenLastCalledWith('notice', 12, true, undefined)
	})

	it('the keeper of a card says when and how its author agreed', async () => {
		const page = await on({ by: { id: 3, uid: null, name: 'Jeanne' } })
		expect(page.text()).toContain('The author must have agreed to this')
		await page.get('button').trigger('click')
		await vi.dynamicImportSettled()
		await flushPromises()
		server.choose.mockResolvedValue(shown)
		await page.get('input[type=date]').setValue('2026-01-20')
		await page.get('input:not([type=date])').setValue('Au marché')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.choose).toHaveBeenCalledWith('notice', 12, true, { date: '2026-01-20', how: 'Au marché' })
	})

	it.each([
		['a facilitator of the network', { mine: false }],
		['the author of one for a group', { audience: 'group' }],
		['the author of one that is paused', { state: 'paused' }],
	])('%s only takes it out', async (_who, changes) => {
		expect((await on(changes)).text()).toBe('')
		const page = await on(changes, shown)
		expect(page.get('button').text()).toBe('Take it out of the public showcase')
		expect(page.text().includes('Your name')).toBe(!('mine' in changes))
	})

	it('no one else is asked, and nobody without a showcase', async () => {
		expect((await on({ mine: false, can: { end: false } }, shown)).text()).toBe('')
		expect((await on({}, out, false)).text()).toBe('')
	})
})

it('puts a group in and takes it out again', async () => {
	const page = await choice({ what: 'group', id: 4 })
	server.choose.mockImplementation(async (_what, _id, now) => now ? shown : out)
	server.getChoice.mockResolvedValue(shown)
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.choose).toHaveBeenLastCalledWith('group', 4, true, undefined)
	expect(page.get('a').attributes('href')).toBe(shown.address)
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.choose).toHaveBeenLastCalledWith('group', 4, false, undefined)
})

it('asks the keeper of a card when and how its person agreed', async () => {
	const page = await choice({ what: 'card', id: 7, voice: 'kept' })
	await page.get('button').trigger('click')
	expect(server.choose).not.toHaveBeenCalled()
	await vi.dynamicImportSettled()
	await flushPromises()
	server.choose.mockResolvedValue(shown)
	await page.get('input[type=date]').setValue('2026-01-20')
	await page.get('input:not([type=date])').setValue(' Au marché ')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.choose).toHaveBeenCalledWith('card', 7, true, { date: '2026-01-20', how: 'Au marché' })
})

it('asks the keeper of an organisation’s card who agreed for it', async () => {
	const page = await choice({ what: 'card', id: 7, voice: 'organisation' })
	expect(page.text()).toContain('The organisation must have agreed to this.')
	await page.get('button').trigger('click')
	await vi.dynamicImportSettled()
	await flushPromises()
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.text()).toContain('Say who agreed for it, and how.')
	expect(server.choose).not.toHaveBeenCalled()
})

it('is hidden from people who may not choose', async () => {
	const page = await choice({ what: 'sheet', id: 9 }, { ...out, can: { choose: false } })
	expect(page.text()).toBe('')
})

it('lets one leave when nothing can be put in', async () => {
	const page = await choice({ what: 'card', id: 7, leaveOnly: true }, shown)
	expect(page.get('button').text()).toBe('Take it out of the public showcase')
	const other = await choice({ what: 'card', id: 8, leaveOnly: true })
	expect(other.text()).toBe('')
})

it('takes a card in, and out again by undo', async () => {
	const page = await choice({ what: 'card', id: 7, voice: 'own' })
	server.choose.mockResolvedValue(shown)
	await page.get('button').trigger('click')
	await flushPromises()
	server.choose.mockResolvedValue(out)
	await pressUndo('It is in the public showcase.')
	expect(server.choose).toHaveBeenLastCalledWith('card', 7, false, undefined)
})

it('says when something is in it while it is closed', async () => {
	const page = await choice({ what: 'card', id: 7 }, { ...shown, address: null as unknown as string })
	expect(page.text()).toContain('Nobody sees it there at the moment')
})

it('lists the groups that are in it, to take them out', async () => {
	const page = await show({ ...closed, groups: [{ id: 3, title: 'Eau' }, { id: 4, title: 'Haies' }] })
	expect(page.findAll('.showcase-groups a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Eau', '/groups/3'], ['Haies', '/groups/4']])
	server.choose.mockResolvedValue(out)
	server.getShowcase.mockResolvedValue({ ...closed, groups: [{ id: 3, title: 'Eau' }] })
	await page.get('button[aria-label="Take the group “Haies” out of the public showcase"]').trigger('click')
	await flushPromises()
	expect(server.choose).toHaveBeenCalledWith('group', 4, false, undefined)
	expect(page.findAll('.showcase-groups a').map((link) => link.text())).toEqual(['Eau'])
	expect(useUndo().message.value).toMatchObject({ text: 'It is no longer in the public showcase.', undo: undefined })
})
