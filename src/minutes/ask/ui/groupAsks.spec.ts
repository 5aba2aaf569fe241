/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ask } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import GroupAsks from './GroupAsks.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'

const server = vi.hoisted(() => ({ listAsks: vi.fn(), askPeople: vi.fn(), askAgain: vi.fn(), revokeAsk: vi.fn(), replyToAsk: vi.fn() }))
vi.mock('../gateway.ts', () => server)

const ask = (words: Partial<Ask> = {}): Ask => ({ id: 3, name: 'Rosario Espinal', how: 'mail', on: '2026-11-10', until: '2026-12-10T00:00:00Z', talk: [], can: { again: false }, ...words })

beforeEach(() => {
	server.listAsks.mockReset().mockResolvedValue([])
	server.askPeople.mockReset()
	server.askAgain.mockReset()
	server.revokeAsk.mockReset()
})

async function show(facilitator = false) {
	const { page } = mountPage(GroupAsks, {
		props: { group: { id: 7, minutes: { id: 4, position: 0 } } },
		provide: [[sessionKey, { facilitator }]],
	})
	await flushPromises()
	return page
}

it('shows who was asked and how, but not the address', async () => {
	server.listAsks.mockResolvedValue([ask(), ask({ id: 4, name: 'S Labatut', how: 'by_hand' })])
	const page = await show()
	const lines = page.findAll('li').map((line) => line.text())
	expect(lines[0]).toContain('asked by email on November 10, 2026')
	expect(lines[1]).toContain('to invite another way')
	expect(page.text()).not.toContain('@')
	expect(page.find('a').exists()).toBe(false)
	expect((await show(true)).get('a').attributes('href')).toBe('/minutes/4')
})

it('asks a person by mail, and clears the address', async () => {
	server.askPeople.mockResolvedValue([{ key: 'one', outcome: 'mailed' }])
	const page = await show()
	const [name, email] = page.findAll<HTMLInputElement>('input')
	await name!.setValue(' Rosario Espinal ')
	await email!.setValue('rosario@example.org')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.askPeople).toHaveBeenCalledWith(7, [{ key: 'one', name: 'Rosario Espinal', email: 'rosario@example.org' }])
	expect(page.get('form [role=status]').text()).toBe('1 invitation sent by email')
	expect([name!.element.value, email!.element.value]).toEqual(['', ''])
	expect(server.listAsks).toHaveBeenCalledTimes(2)
})

it('Could not send keeps what was written where the email', async () => {
	server.askPeople.mockResolvedValueOnce([{ key: 'one', outcome: 'mail_failed' }]).mockRejectedValueOnce(new ApiError(0, 'offline'))
	const page = await show()
	await page.get('input[type=email]').setValue('rosario@example.org')
	for (let time = 0; time < 2; time++) {
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.get<HTMLInputElement>('input[type=email]').element.value).toBe('rosario@example.org')
	}
	expect(page.get('form [role=alert]').text()).not.toBe('')
})

it('sends a reminder when it is due, and withdraws an invitation', async () => {
	server.listAsks.mockResolvedValue([ask({ can: { again: true } })])
	server.askAgain.mockResolvedValue(ask())
	server.revokeAsk.mockResolvedValue(null)
	const page = await show()
	for (const button of page.findAll('li button')) {
		await button.trigger('click')
		await flushPromises()
	}
	expect(server.askAgain).toHaveBeenCalledWith(3)
	expect(server.revokeAsk).toHaveBeenCalledWith(3)
})

it('shows what a person asks before they answer, and writes back', async () => {
	server.listAsks.mockResolvedValue([ask({ talk: [{ mine: false, text: 'Est-ce loin ?', on: '2026-11-12T10:00:00Z' }] })])
	server.replyToAsk.mockResolvedValue(ask())
	const page = await show()
	expect(page.get('.ask-talk').text()).toContain('Est-ce loin')
	expect(page.get('.ask-talk').text()).toContain('Rosario Espinal asked on November 12, 2026')
	await page.get('.ask-talk form').trigger('submit')
	expect(server.replyToAsk).not.toHaveBeenCalled()
	await page.get('.ask-talk textarea').setValue(' À deux pas. ')
	await page.get('.ask-talk form').trigger('submit')
	await flushPromises()
	expect(server.replyToAsk).toHaveBeenCalledWith(3, 'À deux pas.')
	expect(server.listAsks).toHaveBeenCalledTimes(2)
})
