/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Passing } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import NoticePage from '../NoticePage.vue'
import PeoplePage from './PeoplePage.vue'
import PersonPage from './PersonPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { keptMember } from '../../../member/testing/sample.ts'
import { sampleConversation } from '../../../message/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../gateway.ts'
import { noticeReasons } from '../../reasons.ts'
import { sampleNotice, samplePassing } from '../../testing/sample.ts'

vi.mock('../../gateway.ts')
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ keptMembers: vi.fn(), getHome: vi.fn() }))
vi.mock('../../../member/gateway.ts', () => members)

const session = (kept: number) => [sessionKey, { uid: 'peire', library: '', kept }] as [symbol, unknown]

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(noticeReasons)
	useUndo().dismiss()
	server.getNotice.mockResolvedValue(sampleNotice())
	server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
	server.getPassed.mockResolvedValue({ people: [] })
})

async function person(passing: Passing | ApiError) {
	if (passing instanceof Error) {
		server.getPassing.mockRejectedValue(passing)
	} else {
		server.getPassing.mockResolvedValue(passing)
	}
	const mounted = mountPage(PersonPage, { props: { id: 4, member: 12 }, provide: [session(1)] })
	await flushPromises()
	await vi.dynamicImportSettled()
	await flushPromises()
	return mounted
}

describe('a notice', () => {
	it.each([[0, false], [2, true]])('links a keeper of %i cards to their people: %s', async (kept, leads) => {
		const { page } = mountPage(NoticePage, { props: { id: 4 }, provide: [session(kept)] })
		await flushPromises()
		expect(page.find('a[href="/notices/4/for"]').exists()).toBe(leads)
	})
})

describe('the people without an account', () => {
	it('are those whose cards I keep and that are shown', async () => {
		members.keptMembers.mockResolvedValue({ members: [keptMember({ id: 12, name: 'Berthe Fournil', status: 'published' }), keptMember({ id: 13, name: 'Jeanne Bru', status: 'draft' })], total: 2, next: null })
		server.getPassed.mockResolvedValue({ people: [{ id: 12, sent: '2026-11-24T12:00:00+00:00' }] })
		const { page } = mountPage(PeoplePage, { props: { id: 4 } })
		await flushPromises()
		expect(page.get('.notice-people li').text()).toContain('Sent to them by email on November 24, 2026.')
		expect(page.findAll('.notice-people a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Berthe Fournil', '/notices/4/for/12']])
	})

	it('may be none', async () => {
		members.keptMembers.mockResolvedValue({ members: [], total: 0, next: null })
		const { page } = mountPage(PeoplePage, { props: { id: 4 } })
		await flushPromises()
		expect(page.text()).toContain('You keep no card that is shown.')
	})

	it('can be asked for again after a failure', async () => {
		members.keptMembers.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { page } = mountPage(PeoplePage, { props: { id: 4 } })
		await flushPromises()
		members.keptMembers.mockResolvedValue({ members: [keptMember({ id: 12, status: 'published' })], total: 1, next: null })
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.find('.notice-people a').exists()).toBe(true)
	})
})

describe('one of them', () => {
	it('is answered for', async () => {
		const { page, router } = await person(samplePassing())
		expect(server.getWriting).toHaveBeenCalledExactlyOnceWith(4, 12)
		server.answerNotice.mockResolvedValueOnce(sampleConversation({ id: 9 }))
		await page.get('textarea').setValue('Elle en voudrait un.')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.answerNotice).toHaveBeenCalledExactlyOnceWith(4, { text: 'Elle en voudrait un.', key: expect.any(String), for: 12 })
		expect(router.currentRoute.value.path).toBe('/messages/9')
	})

	it('writes already', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: 9, keeper: null })
		const { page, router } = await person(samplePassing({ obstacle: 'already_writing', mail: null }))
		expect(page.get('a[href="/messages/9"]').text()).toBe('Go on in their conversation')
		expect(router.currentRoute.value.path).not.toBe('/messages/9')
		expect(page.text()).toContain('write to each other about it already')
	})

	it('whose author I keep the card of as well cannot be answered', async () => {
		server.getWriting.mockResolvedValue({ obstacle: 'kept_card', conversation: null, keeper: 'Peire' })
		const { page } = await person(samplePassing({ obstacle: 'kept_author', mail: null }))
		expect(page.text()).toContain('You keep the cards of both people')
		expect(page.find('textarea').exists()).toBe(false)
	})

	it('gets the very email that was shown', async () => {
		const { page } = await person(samplePassing())
		const part = page.get('.pass-notice')
		expect(part.text()).toContain('This email will be sent to berthe@example.org.')
		expect(part.get('figure').text()).toContain('Deux établis')
		server.passNotice.mockResolvedValueOnce(samplePassing({ obstacle: 'already_sent', sent: '2026-11-24T12:00:00+00:00', mail: null }))
		await part.get('button').trigger('click')
		await flushPromises()
		expect(server.passNotice).toHaveBeenCalledExactlyOnceWith(12, 4, 'as-it-is')
		expect(part.text()).toContain('Sent to them by email on November 24, 2026.')
		expect(part.find('button').exists()).toBe(false)
	})

	it('gets nothing if the email changed meanwhile, and the new one is shown', async () => {
		const { page } = await person(samplePassing())
		server.passNotice.mockRejectedValueOnce(new ApiError(409, 'mail_changed'))
		const { mail } = samplePassing()
		server.getPassing.mockResolvedValue(samplePassing({ mail: { ...mail!, text: 'Trois établis', seen: 'new' } }))
		await page.get('.pass-notice button').trigger('click')
		await flushPromises()
		expect(page.get('.pass-notice').text()).toContain('nothing was sent')
		expect(page.get('figure').text()).toContain('Trois établis')
	})

	it('whose card I do not keep is not there', async () => {
		const { page } = await person(new ApiError(403, 'not_yours'))
		expect(page.text()).toContain('you do not keep the card of this person')
	})

	it('can be asked for again after a failure', async () => {
		const { page } = await person(new ApiError(0, 'offline'))
		server.getPassing.mockResolvedValue(samplePassing())
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.find('.pass-notice').exists()).toBe(true)
	})
})
