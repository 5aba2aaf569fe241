/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Meeting } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import GroupMeetings from './GroupMeetings.vue'
import MeetingsPage from './MeetingsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { sampleMeeting } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers({ now: new Date('2026-12-01T10:00:00Z'), toFake: ['Date'] })
	document.body.innerHTML = ''
	useUndo().dismiss()
})
afterEach(() => {
	vi.useRealTimers()
})

type Page = ReturnType<typeof mountPage>['page']
const button = (page: Page, text: string) => page.findAll('button, a').find((one) => one.text() === text)

async function show(meetings: Meeting[], { write = true, open = '', showcase = false } = {}): Promise<Page> {
	server.listMeetings.mockResolvedValue({ meetings, can: { write, add: write } })
	const { page } = mountPage(MeetingsPage, { props: { id: 5, open }, provide: [[sessionKey, { showcase }]], seed: (cache) => cache.setQueryData(['groups', 'own'], [{ id: 5, title: 'Eau de pluie' }]) })
	await flushPromises()
	return page
}

/** Fills the form by the labels of its fields. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
	for (const [label, value] of Object.entries(fields)) {
		const id = page.findAll('label').find((one) => one.text() === label)!.attributes('for')
		await page.get(`#${id}`).setValue(value)
	}
}

describe('on the page of a group', () => {
	async function onGroup(meetings: Meeting[], write: boolean): Promise<Page> {
		server.listMeetings.mockResolvedValue({ meetings, can: { write, add: write } })
		const { page } = mountPage(GroupMeetings, { props: { group: { id: 5 } } })
		await flushPromises()
		return page
	}

	it('are the next three, each to be added to a calendar', async () => {
		const page = await onGroup([1, 2, 3, 4, 5].map((id) => sampleMeeting({ id, title: `Réunion ${id}` })), false)
		expect(page.findAll('article h3').map((one) => one.text())).toEqual(['Réunion 1', 'Réunion 2', 'Réunion 3'])
		expect(button(page, 'Add to my calendar')!.attributes('href')).toMatch(/\/apps\/reseau\/calendar\/meeting\/1\.ics$/)
		expect(button(page, 'And 2 other meetings')!.attributes('href')).toBe('/groups/5/meetings')
		expect(button(page, 'Edit')).toBeUndefined()
		expect(button(page, 'Plan a meeting')).toBeUndefined()
	})

	it('can be planned and changed by facilitators', async () => {
		const page = await onGroup([sampleMeeting()], true)
		expect(button(page, 'Edit')!.attributes('href')).toBe('/groups/5/meetings?open=12')
		expect(button(page, 'Plan a meeting')!.attributes('href')).toBe('/groups/5/meetings?open=new')
	})

	it('are not to be changed where they are cancelled', async () => {
		expect(button(await onGroup([sampleMeeting({ cancelled: true })], true), 'Edit')).toBeUndefined()
	})

	it('say that they are missing or could not be loaded', async () => {
		expect((await onGroup([sampleMeeting({ over: true })], false)).text()).toContain('No meeting is planned.')
		server.listMeetings.mockRejectedValue(new ApiError(0, 'offline'))
		const { page } = mountPage(GroupMeetings, { props: { group: { id: 6 } } })
		await flushPromises()
		expect(page.text()).toContain('Could not load the meetings.')
	})
})

describe('the page of the meetings of a group', () => {
	it('lists those to come and past ones, a cancelled one as such, and nothing to do for a member', async () => {
		const page = await show([sampleMeeting(), sampleMeeting({ id: 13, title: '', cancelled: true }), sampleMeeting({ id: 9, title: 'La dernière', over: true })], { write: false })
		expect(page.findAll('section').map((one) => [one.get('h2').text(), one.findAll('h3').map((title) => title.text().replace(/\s+/g, ' '))])).toEqual([
			['Next meetings', ['Choisir la pompe', 'Meeting · cancelled']], ['Past meetings', ['La dernière']],
		])
		expect(page.findAll('.meeting--cancelled')).toHaveLength(1)
		expect(page.findAll('button')).toHaveLength(0)
		expect(page.findAll('.meeting a').filter((one) => one.text() === 'Add to my calendar')).toHaveLength(1)
	})

	it('plans one, by the clock of this device, once however often it is sent', async () => {
		const page = await show([], { open: 'new' })
		await fill(page, { Title: 'Le devis', Day: '2026-12-09', 'Starts at': '18:30', 'Ends at': '20:00', 'Place or link': 'Au foyer', Agenda: '- La pompe' })
		server.createMeeting.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.text()).toContain('What you wrote is still here.')
		server.createMeeting.mockResolvedValue(sampleMeeting({ id: 20, title: 'Le devis', place: 'Au foyer', agenda: '- La pompe' }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.editMeeting).not.toHaveBeenCalled()
		const [first, second] = server.createMeeting.mock.calls
		expect(second).toEqual([5, { title: 'Le devis', day: '2026-12-09', time: '18:30', endDay: null, endTime: '20:00', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, place: 'Au foyer', agenda: '- La pompe', showcased: false, key: first![1].key }])
		expect(page.find('form').exists()).toBe(false)
		expect(useUndo().message.value?.text).toBe('The meeting is planned.')
		await pressUndo('The meeting is planned.')
		expect(server.cancelMeeting).toHaveBeenCalledWith(5, 20, 3)
		expect(page.get('form').attributes('aria-label')).toBe('Plan a meeting')
		expect(page.get<HTMLInputElement>('form input').element.value).toBe('Le devis')
		expect(page.get<HTMLTextAreaElement>('form textarea').element.value).toBe('- La pompe')
	})

	it('plans one as it was corrected, where the first answer was lost', async () => {
		const page = await show([], { open: 'new' })
		await fill(page, { Title: 'Le devi', Day: '2026-12-09' })
		server.createMeeting.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await page.get('form').trigger('submit')
		await flushPromises()
		await fill(page, { Title: 'Le devis' })
		server.createMeeting.mockResolvedValue(sampleMeeting({ id: 20, title: 'Le devi', version: 1 }))
		server.editMeeting.mockResolvedValue(sampleMeeting({ id: 20, title: 'Le devis', version: 2 }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.editMeeting).toHaveBeenCalledWith(5, 20, expect.objectContaining({ title: 'Le devis', version: 1 }))
		await pressUndo('The meeting is planned.')
		expect(server.cancelMeeting).toHaveBeenCalledWith(5, 20, 2)
	})

	it('shows one in the public showcase where that is allowed, if it is chosen', async () => {
		expect((await show([], { open: 'new' })).find('input[type="checkbox"]').exists()).toBe(false)
		const page = await show([], { open: 'new', showcase: true })
		const box = page.get<HTMLInputElement>('input[type="checkbox"]')
		expect(box.element.checked).toBe(false)
		expect(page.get(`#${box.attributes('aria-describedby')}`).text()).toMatch(/^Anyone can read it there/)
		await fill(page, { Day: '2026-12-09' })
		await box.setValue(true)
		server.createMeeting.mockResolvedValue(sampleMeeting({ showcased: true }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.createMeeting.mock.calls[0]![1]).toMatchObject({ showcased: true })
	})

	it('says which are for the public showcase too, and takes one out also where it is no longer allowed', async () => {
		const page = await show([sampleMeeting({ showcased: true }), sampleMeeting({ id: 13 }), sampleMeeting({ id: 14, showcased: true, cancelled: true })], { open: '12' })
		const box = page.get<HTMLInputElement>('input[type="checkbox"]')
		expect(box.element.checked).toBe(true)
		await box.setValue(false)
		server.editMeeting.mockResolvedValue(sampleMeeting())
		server.listMeetings.mockResolvedValue({ meetings: [sampleMeeting({ showcased: true }), sampleMeeting({ id: 13 })], can: { write: true, add: true } })
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.editMeeting).toHaveBeenCalledWith(5, 12, expect.objectContaining({ showcased: false }))
		expect(page.text().match(/For the public showcase too/g)).toHaveLength(1)
	})

	it('opens one form at a time, with the keyboard in it', async () => {
		const page = await show([sampleMeeting(), sampleMeeting({ id: 13, cancelled: true })])
		expect(page.findAll('button').filter((one) => one.text() === 'Edit')).toHaveLength(1)
		await button(page, 'Plan a meeting')!.trigger('click')
		expect(document.activeElement).toBe(page.get('form input').element)
		expect(button(page, 'Edit')).toBeUndefined()
		await button(page, 'Cancel')!.trigger('click')
		await button(page, 'Edit')!.trigger('click')
		expect(page.findAll('form')).toHaveLength(1)
		expect(button(page, 'Plan a meeting')).toBeUndefined()
	})

	it('says what is missing or does not fit before anything is sent', async () => {
		const page = await show([], { open: 'new' })
		await page.get('form').trigger('submit')
		expect(page.text()).toContain('Choose the day.')
		await fill(page, { Day: '2026-12-09', 'Starts at': '18:30', 'Ends at': '17:00' })
		expect(page.get('.meeting-form__problem').text()).toContain('The end is after the start')
		await fill(page, { 'Ends at': '', Title: 'x'.repeat(121) })
		expect(page.text()).toContain('1 character too long')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.createMeeting).not.toHaveBeenCalled()
	})

	it('changes one in the time zone it was planned in, and can undo that', async () => {
		const page = await show([sampleMeeting({ zone: 'America/Cayenne' })], { open: '12' })
		await fill(page, { 'Starts at': '19:00' })
		server.editMeeting.mockResolvedValue(sampleMeeting({ version: 4 }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.editMeeting).toHaveBeenCalledWith(5, 12, expect.objectContaining({ time: '19:00', endTime: '20:00', zone: 'America/Cayenne', version: 3 }))
		await pressUndo('The meeting is saved.')
		expect(server.editMeeting).toHaveBeenLastCalledWith(5, 12, expect.objectContaining({ time: '18:30', version: 4 }))
		expect(page.get<HTMLInputElement>('form input[type=time]').element.value).toBe('19:00')
	})

	it('gives back what was written once no other form is open, so that it replaces nothing', async () => {
		const page = await show([sampleMeeting(), sampleMeeting({ id: 13, title: 'Le lavoir' })], { open: '12' })
		await fill(page, { Title: 'Le devis du puits' })
		server.editMeeting.mockResolvedValue(sampleMeeting({ version: 4 }))
		await page.get('form').trigger('submit')
		await flushPromises()
		const other = page.findAll('li').find((row) => row.text().includes('Le lavoir'))!
		await other.findAll('button').find((one) => one.text() === 'Edit')!.trigger('click')
		await fill(page, { Agenda: 'Le toit' })
		await pressUndo('The meeting is saved.')
		const title = () => page.get<HTMLInputElement>('form input').element.value
		expect([title(), page.get<HTMLTextAreaElement>('form textarea').element.value]).toEqual(['Le lavoir', 'Le toit'])
		await button(page, 'Cancel')!.trigger('click')
		await flushPromises()
		expect(title()).toBe('Le devis du puits')
	})

	it('overwrites nothing that was changed elsewhere: one sees the other version and chooses', async () => {
		const page = await show([sampleMeeting()], { open: '12' })
		await fill(page, { 'Place or link': 'À la mairie' })
		const theirs = sampleMeeting({ place: 'Au lavoir', version: 5 })
		server.editMeeting.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: theirs }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.get('.ui-conflict').text()).toContain('Au lavoir')
		expect(document.activeElement).toBe(page.get('.ui-conflict').element)
		server.editMeeting.mockResolvedValue(sampleMeeting({ version: 6 }))
		await button(page, 'Keep mine')!.trigger('click')
		await flushPromises()
		expect(server.editMeeting).toHaveBeenLastCalledWith(5, 12, expect.objectContaining({ place: 'À la mairie', version: 5 }))
		expect(page.find('form').exists()).toBe(false)
	})

	it('takes the other version where one chooses it', async () => {
		const page = await show([sampleMeeting()], { open: '12' })
		await fill(page, { 'Place or link': 'À la mairie' })
		server.editMeeting.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: sampleMeeting({ place: 'Au lavoir', version: 5 }) }))
		await page.get('form').trigger('submit')
		await flushPromises()
		await button(page, 'Use the other')!.trigger('click')
		expect(page.findAll<HTMLInputElement>('input').map(({ element }) => element.value)).toContain('Au lavoir')
		expect(server.editMeeting).toHaveBeenCalledOnce()
	})

	it('cancels one, which can be undone, and restores one that was cancelled', async () => {
		const page = await show([sampleMeeting(), sampleMeeting({ id: 13, cancelled: true, version: 8 })])
		server.cancelMeeting.mockResolvedValue(sampleMeeting({ cancelled: true, version: 4 }))
		await button(page, 'Cancel the meeting')!.trigger('click')
		await flushPromises()
		expect(server.cancelMeeting).toHaveBeenCalledWith(5, 12, 3)
		expect(useUndo().message.value?.text).toBe('The meeting is cancelled.')
		await pressUndo('The meeting is cancelled.')
		expect(server.restoreMeeting).toHaveBeenCalledWith(5, 12, 4)
		await button(page, 'Restore the meeting')!.trigger('click')
		await flushPromises()
		expect(server.restoreMeeting).toHaveBeenLastCalledWith(5, 13, 8)
	})

	it('says why it could not be cancelled', async () => {
		const page = await show([sampleMeeting()])
		server.cancelMeeting.mockRejectedValue(new ApiError(403, 'not_yours'))
		await button(page, 'Cancel the meeting')!.trigger('click')
		await flushPromises()
		expect(page.get('[role=alert]').text()).not.toBe('')
	})
})
