/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import KeptNewPage from './KeptNewPage.vue'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { keptMember } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

it.each([
	['name', 0, 120],
	['what they seek', 1, 500],
	['what they offer', 2, 500],
	['how they agreed', 4, 500],
])('does not cut %s: says by how much it is too long, and moves the focus there', async (_, position, max) => {
	const { page } = mountPage(KeptNewPage, { seed: (cache) => seedMembers(cache, null, { path: '/kept/new' }) })
	server.createMember.mockResolvedValue(keptMember({ uid: null }))
	server.recordConsent.mockResolvedValue(keptMember({ uid: null }))
	const fields = page.findAll<HTMLInputElement>('input:not([type=radio]), textarea')
	await fields[0]!.setValue('Jo')
	const field = fields[position]!
	await field.setValue('🌾'.repeat(max + 3))
	expect(field.element.value).toBe('🌾'.repeat(max + 3))
	expect(page.text()).toContain('3 characters too long.')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.createMember).not.toHaveBeenCalled()
	expect(document.activeElement).toBe(field.element)

	await field.setValue('🌾'.repeat(max))
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.createMember).toHaveBeenCalledOnce()
})

it('is filled in again when creating the card is undone', async () => {
	const show = () => mountPage(KeptNewPage, { seed: (cache) => seedMembers(cache, null, { path: '/kept/new' }) })
	const { page, router } = show()
	server.createMember.mockResolvedValue(keptMember({ id: 9, uid: null }))
	server.recordConsent.mockResolvedValue(keptMember({ id: 9, uid: null }))
	server.deleteMember.mockResolvedValue(null)
	const written = ['Josette Bru', 'Une remorque', 'Un pré', 'Au marché']
	const fields = (of: typeof page) => of.findAll<HTMLInputElement>('input:not([type=radio], [type=date]), textarea')
	for (const [place, text] of written.entries()) {
		await fields(page)[place]!.setValue(text)
	}
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(router.currentRoute.value.path).toBe('/members/9/edit')
	page.unmount()
	await pressUndo('The card was created as a draft that only you see.')
	expect(server.deleteMember).toHaveBeenCalledExactlyOnceWith(9)
	expect(router.currentRoute.value.path).toBe('/kept/new')
	expect(fields(show().page).map(({ element }) => element.value)).toEqual(written)
})
