/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import RemoveFromCard from './RemoveFromCard.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { memberReasons } from '../reasons.ts'
import { keptMember, sampleMember } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const press = { text: 'Une  Presse à pommes', terms: ['outils'] }
const barn = { text: 'Une grange', terms: [] }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	registerReasons(memberReasons)
	useUndo().dismiss()
})

async function show(card: Member, props: object) {
	server.getMember.mockResolvedValue(card)
	const { page } = mountPage(RemoveFromCard, { props: { part: 'seeks', ...props }, provide: [[sessionKey, { uid: 'ida' }]], seed: (cache) => seedMembers(cache, card, { path: '/' }) })
	await flushPromises()
	return page
}

it('takes the words off my card, and puts them back where they were', async () => {
	const card = keptMember({ id: 1, uid: 'ida', seeks: [press, barn] })
	const page = await show(card, { texts: ['Autre chose', 'une  presse a pommes '] })
	expect(page.text()).toContain('The card still seeks')
	expect(page.get('button').text()).toBe('Remove it from my card too')
	server.saveMember.mockResolvedValueOnce({ ...card, seeks: [barn], version: 4 })
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.saveMember).toHaveBeenCalledExactlyOnceWith(1, { seeks: [barn], version: 3 })
	expect(page.find('button').exists()).toBe(false)
	server.saveMember.mockResolvedValueOnce({ ...card, version: 5 })
	await pressUndo('“Une  Presse à pommes” is no longer on the card.')
	expect(server.saveMember).toHaveBeenLastCalledWith(1, { seeks: [press, barn], version: 4 })
})

it('names the person of a card that I keep', async () => {
	const card = keptMember({ id: 8, uid: null, name: 'Berthe', offers: [barn] })
	const page = await show(card, { id: 8, part: 'offers', texts: ['Une grange'] })
	expect(page.text()).toContain('The card still offers')
	expect(page.get('button').text()).toBe('Remove it from the card of Berthe too')
})

it('does not appear without these words, nor on a card of another person', async () => {
	expect((await show(keptMember({ id: 1, seeks: [barn] }), { texts: ['Une presse'] })).text()).toBe('')
	expect((await show(sampleMember({ id: 7, seeks: [barn] }), { id: 7, texts: ['Une grange'] })).text()).toBe('')
})

it('says so when it cannot be saved', async () => {
	const page = await show(keptMember({ id: 1, uid: 'ida', seeks: [barn] }), { texts: ['Une grange'] })
	server.saveMember.mockRejectedValueOnce(new ApiError(0, 'offline'))
	await page.get('button').trigger('click')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('The server did not answer.')
	expect(page.find('button').exists()).toBe(true)
})
