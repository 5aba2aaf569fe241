/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Enquiry, EnquiryPage } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import VisitorsPage from './VisitorsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ getHome: vi.fn(async () => ({ awaits: [], beginning: [], searches: [], newest: [] })) }))
vi.mock('../../member/gateway.ts', () => members)

function enquiry(id: number, name: string, answered: Enquiry['answered'] = null): Enquiry {
	return { id, about: { type: 'network', id: 0, title: 'Cordée' }, said: { name, address: 'zoe@example.org', text: 'Bonjour' }, at: '2026-11-24T12:00:00+00:00', answered }
}

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = '<div id="content-vue"><h1 tabindex="-1">Messages from visitors</h1></div>'
	useUndo().dismiss()
})
afterEach(() => mounted?.page.unmount())

function lists(...enquiries: Enquiry[]): void {
	server.listEnquiries.mockResolvedValue({ enquiries, next: null })
}

async function show() {
	mounted = mountPage(VisitorsPage, { provide: [[sessionKey, { uid: 'odile' }]] })
	await flushPromises()
	const { page } = mounted
	const button = (name: string) => page.findAll('button').find((one) => [one.text(), one.attributes('aria-label')].includes(name))
	/** As a browser does, the button pressed has the focus. */
	const press = async (name: string) => {
		const pressed = button(name)!
		pressed.element.focus()
		await pressed.trigger('click')
		await vi.dynamicImportSettled()
		await flushPromises()
	}
	return { page, button, press }
}

it('keeps what one typed when someone else has answered, and says why it was not sent', async () => {
	lists(enquiry(1, 'Zoé'))
	const { page, button, press } = await show()
	await press('Reply to Zoé')
	await page.get('textarea').setValue('Bienvenue, mardi.')
	lists(enquiry(1, 'Zoé', { by: 'Noé', text: 'Bienvenue.', at: '2026-11-24T12:00:00+00:00' }))
	server.answerEnquiry.mockRejectedValue(new ApiError(409, 'already_answered'))
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get('.enquiry__answer').text()).toContain('Answered by Noé')
	expect(page.get('textarea').element.value).toBe('Bienvenue, mardi.')
	expect(page.get('form [role=alert]').text()).toContain('Someone else answered in the meantime.')
	expect(button('Reply to Zoé')).toBeUndefined()
	await press('Cancel')
	expect(page.find('form').exists()).toBe(false)
	expect(document.activeElement?.tagName).toBe('H1')
})

it('closes the form after an answer', async () => {
	lists(enquiry(1, 'Zoé'))
	const { page, button, press } = await show()
	await press('Reply to Zoé')
	expect(button('Cancel')).toBeUndefined()
	await page.get('textarea').setValue('Bienvenue.')
	server.answerEnquiry.mockResolvedValue(enquiry(1, 'Zoé'))
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.answerEnquiry).toHaveBeenCalledWith(1, { text: 'Bienvenue.', named: true })
	expect(page.find('form').exists()).toBe(false)
})

it('says whose message each button deletes, and keeps the focus on the page', async () => {
	lists(enquiry(2, 'Noé'), enquiry(1, 'Zoé'))
	const { page, button, press } = await show()
	expect(button('Delete the message from Zoé')).toBeDefined()
	await press('Delete the message from Noé')
	let reload: (page: EnquiryPage) => void = () => {}
	server.listEnquiries.mockReturnValue(new Promise((resolve) => {
		reload = resolve
	}))
	server.deleteEnquiry.mockResolvedValue(null)
	await press('Delete permanently')
	expect(server.deleteEnquiry).toHaveBeenCalledWith(2)
	// A browser gives the focus back to what opened the dialog.
	button('Delete the message from Noé')!.element.focus()
	reload({ enquiries: [enquiry(1, 'Zoé')], next: null })
	await flushPromises()
	expect(page.findAll('article')).toHaveLength(1)
	expect(document.activeElement?.tagName).toBe('H1')
})
