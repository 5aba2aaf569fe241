/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import WelcomePage from './WelcomePage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { knownMine, seedMembers } from '../queries.ts'
import { keptMember } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

function show() {
	const session = { uid: 'yvonne', name: 'Yvonne Cazalis', email: 'yvonne@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }
	return mountPage(WelcomePage, {
		provide: [[sessionKey, session]],
		seed: (cache) => seedMembers(cache, null, { path: '/' }),
	})
}

it('creates a card from one line, for the chosen audience, and offers to undo it', async () => {
	server.saveMine.mockResolvedValueOnce(keptMember())
	server.deleteMember.mockResolvedValueOnce(null)
	const { page, router, cache } = show()
	expect(page.get('input').element.value).toBe('Yvonne Cazalis')
	await page.get('textarea').setValue('  Un four à pain ')
	await page.get('select').setValue('groups')
	expect(page.text()).toContain('The members of your groups see this sentence.')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.saveMine.mock.calls[0]![0]).toEqual({
		name: 'Yvonne Cazalis',
		seeks: [{ text: 'Un four à pain', terms: [] }],
		audience: { seeks: 'groups' },
		version: 0,
	})
	expect(router.currentRoute.value.name).toBe('first-meetings')
	expect(knownMine(cache)?.id).toBe(7)

	page.unmount()
	await pressUndo('Your card is ready. Add to it whatever and whenever you like.')
	expect(knownMine(cache)).toBeNull()
	expect(router.currentRoute.value.name).toBe('home')
	const { page: again } = show()
	expect(again.get('textarea').element.value).toBe('  Un four à pain ')
	expect(again.get('select').element.value).toBe('groups')
	again.unmount()
	expect(show().page.get('textarea').element.value).toBe('')
})

it('asks for the missing line next to its field', async () => {
	const { page } = show()
	await page.get('form').trigger('submit')
	expect(server.saveMine).not.toHaveBeenCalled()
	expect(document.activeElement?.tagName).toBe('TEXTAREA')
	expect(page.get('textarea').attributes('aria-invalid')).toBe('true')
	expect(page.text()).toContain('One line is enough to start.')
})

it('cuts nothing: says by how much a text is too long, and moves the focus there', async () => {
	const { page } = show()
	await page.get('textarea').setValue('🌾'.repeat(502))
	expect(page.get('textarea').element.value).toBe('🌾'.repeat(502))
	expect(page.text()).toContain('2 characters too long.')
	await page.get('form').trigger('submit')
	expect(server.saveMine).not.toHaveBeenCalled()
	expect(document.activeElement?.tagName).toBe('TEXTAREA')
	await page.get('textarea').setValue('🌾'.repeat(500))
	expect(page.text()).not.toContain('Too long')
})

it('keeps the text when it cannot be saved', async () => {
	server.saveMine.mockRejectedValueOnce(new ApiError(0, 'offline'))
	const { page, router } = show()
	await page.get('textarea').setValue('Un four')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('What you wrote is still here.')
	expect(page.get('textarea').element.value).toBe('Un four')
	expect(router.currentRoute.value.name).not.toBe('me')
})
