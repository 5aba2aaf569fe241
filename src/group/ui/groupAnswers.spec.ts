/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Await } from '../../member/index.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { sendMessageKey } from '../../member/index.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { isoDay } from '../../shared/lib/dates.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import * as teams from '../teams.ts'
import { sampleGroup, sampleRow } from '../testing/sample.ts'
import { groupAwaits } from './awaits.ts'

vi.mock('../gateway.ts')
vi.mock('../teams.ts', async (original) => ({ ...await original<typeof teams>(), listMembers: vi.fn(), addMember: vi.fn() }))
const server = vi.mocked(gateway)
const team = vi.mocked(teams)
const send = vi.fn()
const undo = useUndo()

const group = { id: 5, title: 'Manger d’ici', teamId: 'team' }
const member = { id: 8, uid: 'ida', name: 'Ida Roux' }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	undo.dismiss()
})

function show(kind: keyof typeof groupAwaits, line: Partial<Await> = {}) {
	const { page } = mountPage(groupAwaits[kind], {
		props: { line: { kind, group, member, ...line } },
		provide: [[sessionKey, { uid: 'remi', teams: true }], [sendMessageKey, send]],
	})
	const click = async (text: string) => {
		await page.findAll('button').find((one) => one.text() === text)!.trigger('click')
		await flushPromises()
	}
	return { page, click }
}

describe('a request to join', () => {
	it('is approved, in the group and in its team', async () => {
		team.listMembers.mockResolvedValueOnce([])
		const { click } = show('group_requests')
		await click('Approve')
		expect(server.admitMember).toHaveBeenCalledWith(5, 8)
		expect(team.addMember).toHaveBeenCalledWith('team', 'ida')
		expect(undo.message.value?.text).toBe('Ida Roux was approved.')
	})

	it('is approved even if the team fails, and says so', async () => {
		team.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { click } = show('group_requests')
		await click('Approve')
		expect(undo.message.value?.text).toContain('Ida Roux is in the group, but could not be added to its team.')
	})

	it('is declined with a message, which goes first', async () => {
		server.removePerson.mockImplementationOnce(async () => {
			expect(send).toHaveBeenCalledTimes(2)
			return null
		})
		send.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { page, click } = show('group_requests')
		await click('Decline')
		expect(document.activeElement).toBe(page.get('textarea').element)
		await page.get('textarea').setValue(' Plutôt au printemps. ')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.removePerson).not.toHaveBeenCalled()
		expect(page.get('[role=alert]').text()).not.toBe('')
		await page.get('form').trigger('submit')
		await flushPromises()
		// The same key keeps it one message.
		expect(send.mock.calls[1]).toEqual(send.mock.calls[0])
		expect(send.mock.calls[0]).toEqual([8, { text: 'Plutôt au printemps.', key: expect.stringMatching(/^[\w-]{8,64}$/) }])
		expect(server.removePerson).toHaveBeenCalledWith(5, 8)
	})

	it('is declined without one, and left as it is by Escape', async () => {
		const { page, click } = show('group_requests')
		await click('Decline')
		await page.get('form').trigger('keydown', { key: 'Escape' })
		await flushPromises()
		expect(document.activeElement?.textContent).toContain('Decline')
		expect(server.removePerson).not.toHaveBeenCalled()
		await click('Decline')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect([send.mock.calls.length, server.removePerson.mock.calls.length]).toEqual([0, 1])
	})
})

it('for a person whose card I keep, I say no, or yes and how they agreed', async () => {
	server.getCharter.mockResolvedValue(null)
	server.acceptFor.mockResolvedValueOnce(sampleRow())
	const { page, click } = show('group_kept_invited', { member: { ...member, uid: null } })
	await click('They will not come')
	expect(server.declineFor).toHaveBeenCalledWith(5, 8)
	await click('They will come')
	await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
	await page.get('textarea').setValue('Au téléphone')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.acceptFor.mock.calls[0]!.slice(0, 2)).toEqual([5, 8])
	expect(page.find('form').exists()).toBe(false)
})

it('a commitment that has ended goes on for half a year, and can be undone', async () => {
	server.changeEngagement.mockResolvedValue(sampleGroup())
	const { click } = show('group_over', { until: '2026-11-01' })
	await click('Continue')
	const { until } = server.changeEngagement.mock.calls[0]![1]
	expect(until! > isoDay(new Date())).toBe(true)
	await pressUndo('You continue until {date}.')
	expect(server.changeEngagement.mock.calls[1]).toEqual([5, { until: '2026-11-01' }])
})

it('the charter is read before it is accepted', async () => {
	server.getCharter.mockResolvedValue({ version: 3, date: '2026-11-01T00:00:00+00:00', text: 'Tenir parole.', accepted: null, asked: true })
	server.acceptCharter.mockResolvedValueOnce(null)
	const { page, click } = show('charter_asked', { version: 3 })
	expect(page.text()).not.toContain('I accept it')
	await click('Read the charter')
	await vi.waitFor(() => expect(page.text()).toContain('Tenir parole.'))
	await click('I accept it')
	expect(server.acceptCharter).toHaveBeenCalledWith(3)
})
