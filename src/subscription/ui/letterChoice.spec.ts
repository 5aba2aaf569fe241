/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OwnLetter } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import LetterChoice from './LetterChoice.vue'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

/** What the server holds. */
let stored: OwnLetter
let page: ReturnType<typeof mountPage>['page']

async function open(wants: boolean | null) {
	stored = { wants, address: true, record: wants === null ? [] : [{ what: 'The letter by email', on: '2026-11-24', how: 'chosen in the app' }] }
	page = mountPage(LetterChoice).page
	await flushPromises()
	return page.find('select')
}

beforeEach(() => {
	vi.resetAllMocks()
	useUndo().dismiss()
	server.getOwnLetter.mockImplementation(async () => stored)
	server.chooseLetter.mockImplementation(async (wants) => stored = { ...stored, wants })
})

afterEach(() => page.unmount())

it.each([['yes', true], ['no', false]])('accepts a first %s, which cannot be undone to no answer', async (answer, wants) => {
	const select = await open(null)
	expect(select.element.value).toBe('')

	await select.setValue(answer)
	await flushPromises()

	expect(server.chooseLetter.mock.calls).toEqual([[wants]])
	expect(select.element.value).toBe(answer)
	expect(useUndo().message.value?.text).toBeTruthy()
	expect(useUndo().message.value?.undo).toBeUndefined()
})

it('undoes a change', async () => {
	const select = await open(true)
	await select.setValue('no')
	await flushPromises()
	await pressUndo('Saved: you do not get the letter.')
	expect(server.chooseLetter.mock.calls).toEqual([[false], [true]])
})

it('shows what is recorded of the person', async () => {
	await open(true)
	expect(page.find('details').text()).toContain('The letter by email, chosen in the app')
})
