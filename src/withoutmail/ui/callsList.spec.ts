/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Call, CallSheet } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import CallsList from './CallsList.vue'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const call: Call = { id: 3, day: '2026-11-20', how: 'phone', note: 'Elle viendra', by: 'Kader' }
const sheet = (calls: Call[]) => ({ calls }) as CallSheet

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	server.removeCall.mockResolvedValue(sheet([]))
})

it('notes a call, and gives the note back to the form by undo, with what was begun since', async () => {
	const { page } = mountPage(CallsList, { props: { id: 8, calls: [] } })
	server.addCall.mockResolvedValue(sheet([call]))
	await page.get('textarea').setValue('Elle viendra')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get('textarea').element.value).toBe('')
	await page.get('textarea').setValue('Le soir')
	await pressUndo('Noted: you reached them.')
	expect(server.removeCall).toHaveBeenCalledExactlyOnceWith(8, 3)
	expect(page.get('textarea').element.value).toBe('Elle viendra\nLe soir')
})

it('removes a note, and notes it again by undo', async () => {
	const { page } = mountPage(CallsList, { props: { id: 8, calls: [call] } })
	await page.get('li button').trigger('click')
	await flushPromises()
	server.addCall.mockResolvedValue(sheet([call]))
	await pressUndo('The note was removed.')
	expect(server.addCall).toHaveBeenCalledExactlyOnceWith(8, expect.objectContaining({ day: call.day, how: call.how, note: call.note }))
})
