/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Choices, Kind, Timing } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import NotificationsPage from './NotificationsPage.vue'
import usual from '../../../tests/fixtures/rules/notifications.json'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { knowsReason, registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import { deliveryApi } from '../api.ts'
import * as gateway from '../gateway.ts'
import { KINDS, TIMINGS } from '../model.ts'
import { deliveryReasons } from '../reasons.ts'
import { kindWords, timingWords } from '../words.ts'
import { notificationSectionsKey } from './sections.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
const choices = usual as Record<Kind, Timing>

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	registerReasons(deliveryReasons)
})

async function show(answer: Choices | ApiError = { address: true, choices }) {
	server.getChoices.mockImplementationOnce(() => answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)).mockResolvedValue({ address: true, choices })
	const section = defineComponent({ render: () => h('p', 'A section of another domain') })
	const { page } = mountPage(NotificationsPage, { provide: [[notificationSectionsKey, [section]]] })
	await flushPromises()
	return page
}

describe('the page of notifications', () => {
	it('has each kind with its sentence and its choice, and what other domains add', async () => {
		const page = await show()
		const fields = page.findAll('.ui-field')
		expect(fields.map((field) => field.get('label').text())).toEqual(KINDS.map((kind) => kindWords(kind).name))
		for (const [i, kind] of KINDS.entries()) {
			const select = fields[i]!.get('select')
			expect((select.element as HTMLSelectElement).value).toBe(choices[kind])
			expect(page.get(`#${select.attributes('aria-describedby')}`).text()).toBe(kindWords(kind).what)
		}
		expect(page.text()).toContain('A section of another domain')
		expect(page.text()).not.toContain('Your account has no email address')
	})

	it('keeps a choice, and undoes it', async () => {
		const page = await show()
		server.choose.mockImplementation(({ kind, timing }) => Promise.resolve({ address: true, choices: { ...choices, [kind]: timing } }))
		const select = page.findAll('select')[KINDS.indexOf('linked')]!
		await select.setValue('never')
		await flushPromises()
		expect(server.choose).toHaveBeenLastCalledWith({ kind: 'linked', timing: 'never' })
		expect((select.element as HTMLSelectElement).value).toBe('never')
		const { message } = useUndo()
		expect(message.value?.text).toBe('Saved: Links, thanks and answers: never.')
		await pressUndo('Saved: Links, thanks and answers: never.')
		await flushPromises()
		expect(server.choose).toHaveBeenLastCalledWith({ kind: 'linked', timing: 'daily' })
		expect((select.element as HTMLSelectElement).value).toBe('daily')
	})

	it('shows the stored choice with the reason after a refusal', async () => {
		const page = await show()
		server.choose.mockRejectedValue(new ApiError(400, 'unknown_kind'))
		const select = page.findAll('select')[0]!
		await select.setValue('never')
		await flushPromises()
		expect(page.text()).toContain('This choice does not exist. Reload the page.')
		expect((select.element as HTMLSelectElement).value).toBe('now')
	})

	it('says what happens without an address', async () => {
		expect((await show({ address: false, choices })).text()).toContain('notifications take the place of the daily email')
	})

	it('says that it could not be loaded, and tries again', async () => {
		const page = await show(new ApiError(0, 'offline'))
		expect(page.findAll('select')).toHaveLength(0)
		await page.get('.ui-problem button').trigger('click')
		await flushPromises()
		expect(page.findAll('select')).toHaveLength(KINDS.length)
	})
})

it('has words of its own for every kind and timing, and a sentence for every refusal', () => {
	const words = KINDS.map(kindWords)
	expect(new Set(words.flatMap(({ name, what }) => [name, what])).size).toBe(2 * KINDS.length)
	expect(new Set(TIMINGS.map(timingWords)).size).toBe(TIMINGS.length)
	expect(Object.values(deliveryApi).flatMap(({ errors }) => errors as readonly string[]).filter((reason) => !knowsReason(reason))).toEqual([])
})

it('has the kinds of PHP', () => {
	expect(Object.keys(usual)).toEqual(KINDS)
})
