/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Claim } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import ClaimPage from './ClaimPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { sampleMember } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const claim: Claim = { name: 'Sans Compte', stewardName: 'Alice', hasCard: false, expires: '2026-12-24T10:00:00+00:00' }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
})

async function show(answer: Claim | ApiError) {
	if (answer instanceof Error) {
		server.getClaim.mockRejectedValueOnce(answer)
	} else {
		server.getClaim.mockResolvedValueOnce(answer)
	}
	const mounted = mountPage(ClaimPage, { props: { token: 'abc' }, router: await routerAt('/claim/abc') })
	await flushPromises()
	return {
		...mounted,
		text: () => mounted.page.text(),
		async press(words: string) {
			await mounted.page.findAll('button').find((one) => one.text() === words)!.trigger('click')
			await flushPromises()
		},
	}
}

describe('taking over a kept card', () => {
	it('says whose it is, who kept it and until when, and changes nothing when opened', async () => {
		const { page, text } = await show(claim)
		expect(server.getClaim).toHaveBeenCalledExactlyOnceWith('abc', expect.anything())
		expect(page.get('h1').text()).toBe('The card of Sans Compte')
		expect(text()).toContain('Alice kept this card for Sans Compte.')
		expect(text()).toContain('The link works once, until')
		expect(text()).not.toContain('You already have a card.')
		expect(server.takeOver).not.toHaveBeenCalled()
	})

	it('leads to the own card', async () => {
		const { router, press } = await show(claim)
		server.takeOver.mockResolvedValueOnce(sampleMember())
		await press('Take over the card')
		expect(server.takeOver).toHaveBeenCalledExactlyOnceWith('abc', false)
		expect(router.currentRoute.value.path).toBe('/me')
		expect(useUndo().message.value?.text).toContain('The card is yours.')
	})

	it('merges two cards if the person already has one', async () => {
		const { text, press } = await show({ ...claim, hasCard: true, stewardName: '' })
		expect(text()).toContain('The facilitators kept this card for Sans Compte.')
		expect(text()).toContain('You already have a card.')
		server.takeOver.mockResolvedValueOnce(sampleMember())
		await press('Merge the two cards')
		expect(server.takeOver).toHaveBeenCalledExactlyOnceWith('abc', true)
	})

	it('merges nothing without asking: a card made meanwhile is reported first', async () => {
		const { router, text, press } = await show(claim)
		server.takeOver.mockRejectedValueOnce(new ApiError(409, 'has_card'))
		server.getClaim.mockResolvedValueOnce({ ...claim, hasCard: true })
		await press('Take over the card')
		expect(server.takeOver).toHaveBeenCalledExactlyOnceWith('abc', false)
		expect(text()).toContain('You already have a card.')
		expect(router.currentRoute.value.path).toBe('/claim/abc')
	})

	it('says that the link is used up, before or meanwhile', async () => {
		const before = await show(new ApiError(404, 'claim_gone'))
		expect(before.text()).toContain('This link no longer works')
		const meanwhile = await show(claim)
		server.takeOver.mockRejectedValueOnce(new ApiError(404, 'claim_gone'))
		await meanwhile.press('Take over the card')
		expect(meanwhile.text()).toContain('This link no longer works')
	})

	it('loads the link again after a failure', async () => {
		const { text, press } = await show(new ApiError(0, 'offline'))
		expect(text()).toContain('it still works')
		server.getClaim.mockResolvedValueOnce(claim)
		await press('Try again')
		expect(text()).toContain('Alice kept this card')
	})
})
