/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Notice } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AnswerPage from './AnswerPage.vue'
import MakeNotice from './MakeNotice.vue'
import NoticePage from './NoticePage.vue'
import { ApiError } from '../../api/apiError.ts'
import { keptMember } from '../../member/testing/sample.ts'
import { sampleConversation } from '../../message/testing/sample.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { daysOn, isoDay } from '../../shared/lib/dates.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { noticeReasons } from '../reasons.ts'
import { CANNOT, ownNotice, sampleNotice } from '../testing/sample.ts'
import { noticePeopleKey } from './sections.ts'

vi.mock('../gateway.ts')
const knowledge = vi.hoisted(() => ({ proposeAbout: vi.fn() }))
vi.mock('../../knowledge/gateway.ts', () => knowledge)
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ getHome: vi.fn(async () => ({ awaits: [], beginning: [], meetings: [], searches: [], newest: [] })), listMembers: vi.fn(), getMember: vi.fn(), getMine: vi.fn() }))
vi.mock('../../member/gateway.ts', () => members)

const today = isoDay(new Date())
const next = daysOn(today, 60)

beforeEach(() => {
	vi.resetAllMocks()
	knowledge.proposeAbout.mockResolvedValue({ proposals: [{ about: 'lend/workshop', sentence: 'les ateliers : prêter' }] })
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(noticeReasons)
	useUndo().dismiss()
})

async function show(notice: Notice | ApiError) {
	if (notice instanceof Error) {
		server.getNotice.mockRejectedValue(notice)
	} else {
		server.getNotice.mockResolvedValue(notice)
	}
	const mounted = mountPage(NoticePage, { props: { id: 4 }, provide: [[sessionKey, { uid: 'odile', library: '/Bibliothèque', facilitators: [] }]] })
	await flushPromises()
	return mounted
}

type Page = Awaited<ReturnType<typeof show>>['page']

function button(page: Page, text: string) {
	return page.findAll('button, a').find((one) => one.text() === text)
}

describe('the notice of another person', () => {
	it('shows who, where and what, and the way to answer', async () => {
		const { page } = await show(sampleNotice({ group: { id: 5, title: 'Eau de pluie' }, free: 'Le samedi', steward: { uid: 'peire', name: 'Peire' }, how: 'phone' }))
		expect(page.get('h1').text()).toBe('Deux établis, de janvier à mars')
		expect(page.text()).toContain('Offer · Loan')
		expect(page.get('a[href="/members/7"]').text()).toBe('Yvonne Cazalis')
		expect(page.get('a[href="/groups/5"]').text()).toBe('Eau de pluie')
		expect(page.get('dl').text()).toContain('Peire passes answers on')
		expect(page.get('dl').text()).toContain('How they told youby telephone')
		expect(page.get('dl').text()).toContain('Le samedi')
		expect(button(page, 'Answer Yvonne Cazalis')!.attributes('href')).toBe('/notices/4/answer')
		expect(page.find('.notice-author').exists()).toBe(false)
	})

	it('that is over cannot be answered, and says so', async () => {
		const { page } = await show(sampleNotice({ state: 'ended', can: CANNOT }))
		expect(page.text()).toContain('it can no longer be answered')
		expect(button(page, 'Answer Yvonne Cazalis')).toBeUndefined()
	})

	it('that is done shows its outcome and thanks', async () => {
		const { page } = await show(sampleNotice({ state: 'done', can: CANNOT, outcome: 'Peire a prêté la sienne.', thanks: [{ id: 8, uid: null, name: 'Peire' }] }))
		const outcome = page.get('section[aria-labelledby=notice-outcome]')
		expect(outcome.text()).toContain('Peire a prêté la sienne.')
		expect(outcome.get('a').attributes('href')).toBe('/members/8')
		expect(outcome.find('button').exists()).toBe(false)
	})

	it('is ended by a facilitator after a question', async () => {
		const { page } = await show(sampleNotice({ can: { ...CANNOT, end: true, answer: true } }))
		server.endNotice.mockResolvedValueOnce(sampleNotice({ state: 'ended', can: CANNOT }))
		await button(page, 'End this notice…')!.trigger('click')
		expect(page.get('dialog').text()).toContain('Yvonne Cazalis is notified')
		await button(page, 'End the notice')!.trigger('click')
		await flushPromises()
		expect(server.endNotice).toHaveBeenCalledExactlyOnceWith(4)
		expect(page.text()).toContain('This notice has ended')
	})

	it('that is not there says so', async () => {
		expect((await show(new ApiError(404, 'not_found'))).page.text()).toContain('This notice does not exist, or is not shown to you.')
	})

	it('can be asked for again after a failure', async () => {
		const { page } = await show(new ApiError(0, 'offline'))
		server.getNotice.mockResolvedValue(sampleNotice())
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.find('dl').exists()).toBe(true)
	})
})

describe('my notice', () => {
	it('asks first what it is about, then who it is for; closing it is no primary action', async () => {
		const people = { props: ['notice'], template: '<p class="people">{{ notice.about }}</p>' }
		server.getNotice.mockResolvedValue(ownNotice())
		const { page } = mountPage(NoticePage, { props: { id: 4 }, provide: [[sessionKey, { uid: 'odile', library: '' }], [noticePeopleKey, [people]]] })
		await flushPromises()
		await vi.dynamicImportSettled()
		await flushPromises()
		expect(knowledge.proposeAbout).toHaveBeenCalledWith('Deux établis, de janvier à mars\nUn luthier laisse un atelier,\ndeux établis et un poêle.', 'help', undefined, expect.anything())
		expect(page.get('.notice').element.textContent).toMatch(/What is it about\?.*Un luthier laisse/s)
		expect(page.findAll('.notice > *').map((one) => one.classes()[0]).slice(0, 4)).toEqual(['ui-proposals', 'ui-problem', 'people', 'ui-text'])
		expect(page.find('.button-vue--primary').exists()).toBe(false)
		server.editNotice.mockResolvedValueOnce(ownNotice({ version: 4, about: 'lend/workshop' }))
		await page.get('.ui-proposals__one').trigger('click')
		await flushPromises()
		expect(server.editNotice).toHaveBeenCalledExactlyOnceWith(4, { version: 3, about: 'lend/workshop' })
		expect(page.get('.people').text()).toBe('lend/workshop')
		server.editNotice.mockResolvedValueOnce(ownNotice({ version: 5, about: null }))
		await page.get('.ui-proposals__one').trigger('click')
		await flushPromises()
		expect(server.editNotice).toHaveBeenLastCalledWith(4, { version: 4, about: null })
	})

	it('says that it was changed elsewhere, and reads it again', async () => {
		const { page } = await show(ownNotice())
		await vi.dynamicImportSettled()
		await flushPromises()
		server.editNotice.mockRejectedValueOnce(new ApiError(409, 'stale_version'))
		server.getNotice.mockResolvedValue(ownNotice({ title: 'Trois établis', version: 4 }))
		await page.get('.ui-proposals__one').trigger('click')
		await flushPromises()
		expect(page.find('[role=alert]').exists()).toBe(true)
		expect(page.get('h1').text()).toBe('Trois établis')
	})

	it('is renewed, and the renewal undone', async () => {
		const until = daysOn(today, 5)
		const { page } = await show(ownNotice({ until }))
		server.renewNotice.mockResolvedValueOnce(ownNotice({ until: next, version: 4 }))
		await page.findAll('.notice-author button').find((one) => one.text().startsWith('Still true'))!.trigger('click')
		await flushPromises()
		expect(server.renewNotice).toHaveBeenCalledExactlyOnceWith(4, { until: next })
		expect(page.text()).not.toContain('Still true')
		server.editNotice.mockResolvedValueOnce(ownNotice({ until, version: 5 }))
		await pressUndo('The notice is open until {date}.')
		expect(server.editNotice).toHaveBeenCalledExactlyOnceWith(4, { version: 4, until })
	})

	it.each([[-1, false], [-2, true]])('is offered to be renewed only for more than a day: the server may be a day behind (%i)', async (less, offered) => {
		const { page } = await show(ownNotice({ until: daysOn(next, less) }))
		expect(page.text().includes('Still true')).toBe(offered)
	})

	it('ends, and ends again after the renewal of one that had ended is undone', async () => {
		const { page } = await show(ownNotice({ until: daysOn(today, 5) }))
		server.endNotice.mockResolvedValue(ownNotice({ state: 'ended', can: { ...CANNOT, renew: true, delete: true } }))
		await button(page, 'Let it end')!.trigger('click')
		await flushPromises()
		expect(page.text()).toContain('it is no longer in the list')
		server.renewNotice.mockResolvedValue(ownNotice())
		await pressUndo('The notice has ended.')
		expect(server.renewNotice).toHaveBeenCalledExactlyOnceWith(4, { until: daysOn(today, 5) })
		await flushPromises()
		expect(page.text()).not.toContain('it is no longer in the list')
	})

	it('is done with an outcome and thanks, and reopened by undo', async () => {
		members.listMembers.mockResolvedValue({ members: [{ id: 8, uid: 'peire', name: 'Peire Cantaloube', line: 'Éleveur', joined: '2026-01-01' }], total: 1, next: null })
		const { page } = await show(ownNotice())
		await button(page, 'It is done')!.trigger('click')
		await vi.dynamicImportSettled()
		await flushPromises()
		expect(document.activeElement?.textContent).toContain('It is done')
		await page.get('textarea').setValue(' Huit familles relogées. ')
		await page.get('[role=combobox]').setValue('peire')
		await flushPromises()
		await page.get('[role=option]').trigger('click')
		server.closeNotice.mockResolvedValueOnce(ownNotice({ state: 'done', outcome: 'Huit familles relogées.', thanks: [{ id: 8, uid: 'peire', name: 'Peire Cantaloube' }], can: { ...CANNOT, close: true, reopen: true, delete: true } }))
		await page.get('.closing-form').trigger('submit')
		await flushPromises()
		expect(server.closeNotice).toHaveBeenCalledExactlyOnceWith(4, { outcome: 'Huit familles relogées.', thanks: [8] })
		expect(page.get('.notice-outcome').text()).toContain('Huit familles relogées.')
		server.reopenNotice.mockResolvedValueOnce(ownNotice())
		await pressUndo('Done: the notice is no longer in the list.')
		expect(server.reopenNotice).toHaveBeenCalledExactlyOnceWith(4)
		expect(page.get<HTMLTextAreaElement>('.closing-form textarea').element.value).toBe(' Huit familles relogées. ')
		expect(page.get('.closing-form').text()).toContain('Peire Cantaloube')
	})

	it('keeps what was written when closing fails', async () => {
		const { page } = await show(ownNotice())
		await button(page, 'It is done')!.trigger('click')
		await page.get('textarea').setValue('a'.repeat(2001))
		await page.get('.closing-form').trigger('submit')
		expect(page.text()).toContain('1 character too long')
		expect(server.closeNotice).not.toHaveBeenCalled()
		await page.get('textarea').setValue('Fait.')
		server.closeNotice.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await page.get('.closing-form').trigger('submit')
		await flushPromises()
		expect(page.get('.closing-form').text()).toContain('The server did not answer.')
		expect(page.get('textarea').element.value).toBe('Fait.')
	})

	it('is opened again, and closed as before by undo', async () => {
		const { page } = await show(ownNotice({ state: 'done', outcome: 'Fait.', thanks: [{ id: 8, uid: null, name: 'Peire' }], can: { ...CANNOT, close: true, reopen: true } }))
		server.reopenNotice.mockResolvedValueOnce(ownNotice())
		expect(button(page, 'Tell what happened')!.attributes('href')).toBe('/library/tell')
		await button(page, 'Open it again')!.trigger('click')
		await flushPromises()
		server.closeNotice.mockResolvedValueOnce(ownNotice({ state: 'done' }))
		await pressUndo('The notice is open again.')
		expect(server.closeNotice).toHaveBeenCalledExactlyOnceWith(4, { outcome: 'Fait.', thanks: [8] })
	})

	it('is deleted after saying what goes with it', async () => {
		const { page, router } = await show(ownNotice())
		await button(page, 'Delete…')!.trigger('click')
		expect(page.get('dialog').text()).toContain('Conversations about it stay.')
		server.deleteNotice.mockResolvedValueOnce(null)
		await button(page, 'Delete permanently')!.trigger('click')
		await flushPromises()
		expect(server.deleteNotice).toHaveBeenCalledExactlyOnceWith(4)
		expect(router.currentRoute.value.path).toBe('/notices/mine')
	})

	it('that nobody has answered says what else can be done', async () => {
		const steps = (page: Page) => page.findAll('.notice-unanswered li').map((one) => [one.text(), one.find('a').exists() ? one.get('a').attributes('href') : ''])
		const { page } = await show(ownNotice({ kind: 'need', unanswered: true, territories: [] }))
		await vi.dynamicImportSettled()
		expect(page.get('.notice-unanswered').text()).toContain('Nobody has answered yet')
		expect(steps(page).map(([text, to]) => [text!.slice(0, 15), to])).toEqual([
			['Say below what ', ''],
			['Say it in other', '/notices/4/edit'],
			['Add a place, so', '/notices/4/edit'],
			['Add the day it ', '/notices/4/edit'],
		])
		expect(steps((await show(ownNotice({ kind: 'need', unanswered: true, about: 'learn/x', neededBy: '2027-01-01' }))).page)).toHaveLength(1)
		expect((await show(ownNotice({ kind: 'need' }))).page.find('.notice-unanswered').exists()).toBe(false)
	})

	it('that is done offers to take the same words off the card', async () => {
		members.getMember.mockResolvedValue(keptMember({ id: 7, uid: 'odile', offers: [{ text: 'Deux établis, tout l’hiver', terms: [] }] }))
		const { page } = await show(ownNotice({ state: 'done', from: { part: 'offers', text: 'Deux établis, tout l’hiver' } }))
		await vi.dynamicImportSettled()
		await flushPromises()
		expect(page.get('.remove-from-card').text()).toContain('Deux établis, tout l’hiver')
		expect((await show(sampleNotice({ state: 'done', can: CANNOT }))).page.find('.remove-from-card').exists()).toBe(false)
	})

	it('that a facilitator ended says why it cannot be renewed', async () => {
		const { page } = await show(ownNotice({ state: 'ended', can: { ...CANNOT, renew: true } }))
		server.renewNotice.mockRejectedValueOnce(new ApiError(409, 'notice_stopped'))
		await page.get('.notice-author button').trigger('click')
		await flushPromises()
		expect(page.text()).toContain('A facilitator of the network ended this notice.')
	})
})

describe('answering', () => {
	async function answer(notice: Notice = sampleNotice()) {
		server.getNotice.mockResolvedValue(notice)
		const mounted = mountPage(AnswerPage, { props: { id: 4 }, provide: [[sessionKey, { uid: 'odile' }]] })
		await vi.dynamicImportSettled()
		await flushPromises()
		return mounted
	}

	it('writes to the author about the notice, and leads to the conversation', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
		const { page, router } = await answer()
		expect(page.get('h1').text()).toBe('Answer Yvonne Cazalis')
		expect(page.text()).toContain('Deux établis, de janvier à mars')
		server.answerNotice.mockResolvedValueOnce(sampleConversation({ id: 3, about: { type: 'notice', id: 4, title: 'Deux établis' } }))
		await page.get('textarea').setValue('Je viens samedi.')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.answerNotice).toHaveBeenCalledExactlyOnceWith(4, { text: 'Je viens samedi.', key: expect.stringMatching(/^[\w-]{8,64}$/) })
		expect(router.currentRoute.value.path).toBe('/messages/3')
	})

	it('keeps the message when the notice ended meanwhile', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
		const { page } = await answer()
		server.answerNotice.mockRejectedValueOnce(new ApiError(409, 'notice_ended'))
		await page.get('textarea').setValue('Je viens samedi.')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.text()).toContain('This notice has ended in the meantime')
		expect(page.get('textarea').element.value).toBe('Je viens samedi.')
	})

	it('goes on in the conversation there is', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: 3, keeper: null })
		expect((await answer()).router.currentRoute.value.path).toBe('/messages/3')
	})

	it('is not offered once the notice is over', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
		const { page } = await answer(sampleNotice({ state: 'done', can: CANNOT }))
		expect(page.text()).toContain('it can no longer be answered')
		expect(page.find('textarea').exists()).toBe(false)
	})
})

it('makes a notice of an item of a card that is shown', () => {
	const props = { member: keptMember({ id: 1 }), part: 'seeks', index: 2, item: { text: 'Une grange', terms: [] } }
	const { page } = mountPage(MakeNotice, { props })
	expect(page.get('a').attributes('href')).toBe('/notices/new?from=seeks:2&member=1')
	expect(page.get('a').attributes('aria-label')).toContain('Une grange')
	for (const change of [{ item: { text: ' ', terms: [] } }, { member: keptMember({ status: 'draft' }) }]) {
		expect(mountPage(MakeNotice, { props: { ...props, ...change } }).page.find('a').exists()).toBe(false)
	}
})
