/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import CalendarPage from './CalendarPage.vue'
import HomeDates from './HomeDates.vue'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { sampleDate, sampleFeeds } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const ADDRESS = 'https://cloud.example.org/apps/reseau/calendar/abc.ics'

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	server.listDates.mockResolvedValue({ dates: [sampleDate()] })
	server.listFeeds.mockResolvedValue(sampleFeeds())
})

async function show(component = CalendarPage) {
	const { page } = mountPage(component)
	await flushPromises()
	return page
}
type Page = Awaited<ReturnType<typeof show>>
const button = (page: Page, text: string) => page.findAll('button, a').find((one) => one.text() === text)
/** A button of the open dialog. */
const inDialog = (page: Page, text: string) => page.findAll('dialog button').find((one) => one.text() === text)!

it('lists the dates, each with the way to its page', async () => {
	const page = await show()
	const [line] = page.findAll('[aria-labelledby=calendar-dates] li')
	expect(line!.get('a').text()).toBe('Eau de pluie – Choisir la pompe')
	expect(line!.get('a').attributes('href')).toBe('/groups/5/meetings')
	expect(line!.text()).toContain('Salle du foyer')
})

it('makes an address, which is shown to be copied and to be subscribed to', async () => {
	const page = await show()
	server.makeFeed.mockResolvedValue(sampleFeeds({ made: true, address: ADDRESS }))
	await button(page, 'Create an address')!.trigger('click')
	await flushPromises()
	expect(server.makeFeed).toHaveBeenCalledWith(0)
	const field = page.get<HTMLInputElement>('input[readonly]')
	expect(field.element.value).toBe(ADDRESS)
	expect(document.activeElement).toBe(field.element)
	expect(button(page, 'Subscribe on this device')!.attributes('href')).toBe(ADDRESS.replace('https', 'webcal'))
	const write = vi.fn(async () => {})
	vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } })
	await button(page, 'Copy the address')!.trigger('click')
	await flushPromises()
	expect(write).toHaveBeenCalledWith(ADDRESS)
	expect(page.text()).toContain('Copied.')
	vi.unstubAllGlobals()
})

it('renews and removes it after asking, since calendars lose it', async () => {
	server.listFeeds.mockResolvedValue(sampleFeeds({ made: true, address: ADDRESS }))
	const page = await show()
	vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: vi.fn(async () => {}) } })
	await button(page, 'Copy the address')!.trigger('click')
	await flushPromises()
	vi.unstubAllGlobals()
	server.makeFeed.mockResolvedValue(sampleFeeds({ made: true, address: ADDRESS.replace('abc', 'def') }))
	await button(page, 'Create a new address…')!.trigger('click')
	await flushPromises()
	expect(server.makeFeed).not.toHaveBeenCalled()
	await inDialog(page, 'Create a new address').trigger('click')
	await flushPromises()
	expect(page.get<HTMLInputElement>('input[readonly]').element.value).toContain('def')
	expect(page.text()).not.toContain('Copied.')
	expect(useUndo().message.value?.text).toBe('The former address no longer works. Enter the new one in your calendars.')
	server.removeFeed.mockResolvedValue(sampleFeeds())
	document.body.insertAdjacentHTML('beforeend', '<div id="content-vue"><h1 tabindex="-1">My calendar</h1></div>')
	await button(page, 'Remove…')!.trigger('click')
	await flushPromises()
	await inDialog(page, 'Remove the address').trigger('click')
	await flushPromises()
	expect(server.removeFeed).toHaveBeenCalledWith(0)
	expect(page.find('input[readonly]').exists()).toBe(false)
	expect(useUndo().message.value?.text).toBe('The address no longer works.')
	expect(document.activeElement?.tagName).toBe('H1')
})

it('has an address of one group, and says if one can no longer be shown', async () => {
	server.listFeeds.mockResolvedValue(sampleFeeds({}, { made: true }))
	const page = await show()
	expect(page.get('.calendar__group').text()).toContain('The address can no longer be shown. Create a new one.')
	expect(page.get('.calendar__group').find('input').exists()).toBe(false)
})

it('shows an error for each part that did not load', async () => {
	server.listDates.mockRejectedValue(new ApiError(0, 'offline'))
	const page = await show()
	expect(page.text()).toContain('Could not load your dates.')
	expect(button(page, 'Create an address')).toBeDefined()
})

it('shows the next dates on the home page, and nothing where there are none', async () => {
	const soon = new Date(Date.now() + 86_400_000).toISOString()
	server.listDates.mockResolvedValue({ dates: [sampleDate({ starts: soon, ends: null }), sampleDate({ id: 'later', starts: '2099-12-09T17:30:00+00:00' })] })
	expect((await show(HomeDates)).findAll('li')).toHaveLength(1)
	server.listDates.mockResolvedValue({ dates: [] })
	expect((await show(HomeDates)).find('section').exists()).toBe(false)
})
