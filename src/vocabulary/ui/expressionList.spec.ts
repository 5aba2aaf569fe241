/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'
import type { Expression } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import UiTerms from '../../shared/ui/UiTerms.vue'
import ExpressionList from './ExpressionList.vue'
import limits from '../../../tests/fixtures/rules/expression-limits.json'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { EXPRESSION_LIMITS } from '../model.ts'
import { vocabularyReasons } from '../reasons.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
registerReasons(vocabularyReasons)

const SHED: Expression = { id: 3, version: 2, term: 'la ressourcerie', means: ['giving'], not: ['sorting'] }
const situations = [{ id: 'giving', label: 'donner des objets' }, { id: 'sorting', label: 'trier ses déchets' }]
let stored: Expression[]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	stored = [SHED]
	server.getExpressions.mockImplementation(async () => ({ expressions: stored, situations }))
})

async function list(): Promise<VueWrapper> {
	const { page } = mountPage(ExpressionList)
	await flushPromises()
	return page
}

async function press(page: VueWrapper, label: string): Promise<void> {
	await page.findAll('button').find(({ element }) => (element.getAttribute('aria-label') ?? element.textContent.trim()) === label)!.trigger('click')
	await flushPromises()
}

it('keeps to the limits of the server', () => {
	expect(EXPRESSION_LIMITS).toEqual(limits)
})

it('names what an expression means and does not mean', async () => {
	const page = await list()
	expect(page.get('[data-entry="3"] dl').text()).toMatch(/Means here\s*donner des objets\s*Does not mean here\s*trier ses déchets/)
})

it('says why the list could not be loaded', async () => {
	server.getExpressions.mockRejectedValue(new ApiError(403, 'not_yours'))
	expect((await list()).text()).toContain('Only facilitators of the network can do this.')
})

it('removes an expression, and undo adds it again', async () => {
	server.removeExpression.mockImplementation(async () => {
		stored = []
		return SHED
	})
	server.addExpression.mockResolvedValue(SHED)
	const page = await list()
	await press(page, 'Remove “la ressourcerie”')
	expect(page.text()).toContain('No expression of your network yet.')
	await pressUndo('“{term}” was removed.')
	expect(server.addExpression).toHaveBeenCalledExactlyOnceWith({ term: 'la ressourcerie', means: ['giving'], not: ['sorting'] })
})

it('shows what is understood of a sentence, and takes it into the form', async () => {
	server.readText.mockResolvedValue({
		need: ['donner des objets : trouver un lieu'],
		help: [],
		situations: [{ id: 'giving', name: 'donner des objets', words: ['ressourcerie'], known: ['donnerie'] }],
	})
	const page = await list()
	await page.get('.understood input').setValue('une place à la ressourcerie')
	await page.get('.understood').trigger('submit')
	await flushPromises()
	expect(server.readText).toHaveBeenCalledExactlyOnceWith('une place à la ressourcerie', expect.anything())
	expect(page.get('[role="status"]').text()).toMatch(/If it is a need\s*donner des objets\s*:\s*trouver un lieu/)
	expect(page.get('[role="status"]').text()).not.toContain('If it is an offer')
	expect(page.get('summary').text()).toContain('recognized by: ressourcerie')
	await press(page, 'Say what it means here')
	expect(page.get<HTMLInputElement>('.expression-form input').element.value).toBe('une place à la ressourcerie')
})

it('says why an expression is refused, until it is changed', async () => {
	server.addExpression.mockRejectedValueOnce(new ApiError(409, 'duplicate_term', { field: 'term', current: 'la ressourcerie' }))
	const page = await list()
	await press(page, 'Add an expression')
	await page.get('.expression-form input').setValue('les ressourceries')
	await page.findAllComponents(UiTerms)[0]!.vm.$emit('update:modelValue', ['giving'])
	await page.get('.expression-form').trigger('submit')
	await flushPromises()
	expect(page.get('.expression-form').text()).toContain('These words are already here, as “la ressourcerie”.')
	server.addExpression.mockResolvedValue({ ...SHED, id: 4, term: 'la donnerie' })
	await page.get('.expression-form input').setValue('la donnerie')
	await page.get('.expression-form').trigger('submit')
	await flushPromises()
	expect(server.addExpression).toHaveBeenLastCalledWith({ term: 'la donnerie', means: ['giving'], not: [] })
	expect(page.find('.expression-form').exists()).toBe(false)
	server.removeExpression.mockResolvedValue({ ...SHED, id: 4, term: 'la donnerie' })
	await pressUndo('“{term}” was saved. Needs and offers are now understood with it.')
	expect(server.removeExpression).toHaveBeenCalledExactlyOnceWith(4)
	expect(page.get<HTMLInputElement>('.expression-form input').element.value).toBe('la donnerie')
})

it('gives a change back to its form when it is undone', async () => {
	const changed = { ...SHED, version: 3, term: 'la recyclerie' }
	const put = (entry: Expression) => async () => {
		stored = [entry]
		return entry
	}
	server.changeExpression.mockImplementationOnce(put(changed)).mockImplementationOnce(put({ ...SHED, version: 4 }))
	const page = await list()
	await press(page, 'Change “la ressourcerie”')
	await page.get('.expression-form input').setValue('la recyclerie')
	await page.get('.expression-form').trigger('submit')
	await flushPromises()
	await pressUndo('“{term}” was saved. Needs and offers are now understood with it.')
	expect(server.changeExpression).toHaveBeenLastCalledWith(3, { version: 3, term: 'la ressourcerie', means: ['giving'], not: ['sorting'] })
	expect(page.get<HTMLInputElement>('.expression-form input').element.value).toBe('la recyclerie')
})

it('asks for a meaning, keeps what is written when it is refused, and shows what others saved', async () => {
	const page = await list()
	await press(page, 'Add an expression')
	await page.get('.expression-form input').setValue('la grange')
	await page.get('.expression-form').trigger('submit')
	await flushPromises()
	expect(server.addExpression).not.toHaveBeenCalled()
	expect(page.get('.expression-form').text()).toContain('Choose what it means, or what it does not mean.')
	await press(page, 'Close without saving')
	server.changeExpression.mockRejectedValue(new ApiError(409, 'stale_version', { current: { ...SHED, version: 3, term: 'la recyclerie' } }))
	await press(page, 'Change “la ressourcerie”')
	await page.get('.expression-form').trigger('submit')
	await flushPromises()
	expect(server.changeExpression).toHaveBeenCalledExactlyOnceWith(3, { version: 2, term: 'la ressourcerie', means: ['giving'], not: ['sorting'] })
	expect(page.get('.expression-form').text()).toContain('la recyclerie')
	expect(page.get<HTMLInputElement>('.expression-form input').element.value).toBe('la ressourcerie')
})
