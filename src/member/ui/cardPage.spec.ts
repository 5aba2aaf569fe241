/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import CardPage from './CardPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { keptMember, sampleDirectory, sampleMember, sampleSummary } from '../testing/sample.ts'
import { keepingSectionsKey } from './sections.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

const kept: Partial<Member> = { uid: null, steward: { uid: 'ida', name: 'Ida' } }

const session = { uid: 'ida', name: 'Ida', email: 'ida@example.org', facilitator: true, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 1 }

async function show(member: Member, provide: [symbol, unknown][] = []) {
	const { page } = mountPage(CardPage, {
		props: { id: member.id },
		provide: [[sessionKey, session], ...provide],
		seed(cache) {
			seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] })
			seedMembers(cache, null, { path: `/members/${member.id}`, member })
		},
	})
	await vi.dynamicImportSettled()
	await flushPromises()
	return page
}

describe('a kept card', () => {
	it('mentions the person’s groups to its keeper', async () => {
		const card = keptMember({ ...kept, seeks: [{ text: 'Un four', terms: [] }], contact: { email: 'a@example.org' } })
		server.previewMember.mockResolvedValueOnce(sampleMember({ ...kept, seeks: card.seeks, contact: card.contact }))
		const page = await show(card)
		expect(page.get('.card-viewpoint').text()).toContain('Their groups')
		await page.get('.card-viewpoint input[value=groups]').setValue()
		await flushPromises()
		expect(page.get('.card-viewpoint [role=status]').text()).toBe('Someone in their groups sees everything filled in.')
		expect(page.text()).not.toContain('my groups')
	})

	it('can be handed over by a facilitator who does not keep it, without other actions', async () => {
		const card = sampleMember({ ...kept, can: { ...sampleMember().can, invite: true } })
		const page = await show(card)
		expect(page.get('.card-keeping h2').text()).toBe('Link to take this card over')
		expect(page.findAll('.card-keeping h3').map((title) => title.text())).toEqual(['Hand the card over to the person'])
		expect(page.text()).toContain('If you create a link, any link given by the person keeping the card stops working.')
		server.inviteMember.mockResolvedValueOnce({ url: 'https://cloud.example.org/claim/abc', expires: '2026-12-24T10:00:00+00:00', mailed: false })
		await page.findAll('.card-keeping button').find((button) => button.text() === 'Create a link')!.trigger('click')
		await flushPromises()
		expect(page.get<HTMLInputElement>('.card-keeping input').element.value).toContain('/claim/abc')
	})

	it('has what its keeper decides about it below, not before the card', async () => {
		const Decides = () => h('p', { class: 'decides' }, 'Decided here')
		const text = (await show(keptMember({ ...kept, drives: 'Le vent' }), [[keepingSectionsKey, [Decides]]])).text()
		expect(text.indexOf('Le vent')).toBeGreaterThan(-1)
		expect(text.indexOf('Decided here')).toBeGreaterThan(text.indexOf('Le vent'))
		expect((await show(sampleMember(kept), [[keepingSectionsKey, [Decides]]])).find('.decides').exists()).toBe(false)
	})

	it('does not show to others how it is kept', async () => {
		expect((await show(sampleMember(kept))).find('.card-keeping').exists()).toBe(false)
	})
})

describe('see as…', () => {
	const mine = () => sampleMember({ uid: 'ida', can: { ...sampleMember().can, edit: true }, drives: 'Ce qui me porte', limits: 'Pas le mardi' })

	it('shows only what the server returns for that viewer', async () => {
		server.previewMember.mockResolvedValueOnce(sampleMember({ drives: 'Ce qui me porte' }))
		const page = await show(mine())
		expect(page.text()).toContain('Pas le mardi')
		await page.get('.card-viewpoint input[value=member]').setValue()
		// Until it is known nothing is shown that might be hidden.
		expect(page.text()).not.toContain('Pas le mardi')
		await flushPromises()
		expect(server.previewMember).toHaveBeenCalledExactlyOnceWith(mine().id, 'member', expect.anything())
		expect(page.text()).toContain('Ce qui me porte')
		expect(page.text()).not.toContain('Pas le mardi')
		await page.get('.card-viewpoint input[value=own]').setValue()
		expect(page.text()).toContain('Pas le mardi')
	})

	it('shows an error instead of a card if the request failed', async () => {
		server.previewMember.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(sampleMember({ drives: 'Ce qui me porte' }))
		const page = await show(mine())
		await page.get('.card-viewpoint input[value=visitor]').setValue()
		await flushPromises()
		expect(page.text()).toContain('Could not show what others see.')
		expect(page.text()).not.toContain('Pas le mardi')
		await page.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
		await flushPromises()
		expect(page.text()).toContain('Ce qui me porte')
		expect(page.text()).not.toContain('Could not show what others see.')
	})

	it('is offered only to the keeper', async () => {
		expect((await show(sampleMember())).find('.card-viewpoint').exists()).toBe(false)
	})
})

it('says why parts meant for groups are shown', async () => {
	expect((await show(sampleMember({ together: [{ id: 3, title: 'Eau de pluie' }, { id: 4, title: 'Fête' }] }))).text()).toContain('Groups in common: Eau de pluie· Fête')
})

it('writes only to the address on the card', async () => {
	const page = await show(sampleMember({ contact: { email: 'x?bcc=other@example.org' } }))
	expect(page.findAll('a[href^="mailto:"]').map((link) => link.attributes('href')))
		.toEqual(['mailto:x%3Fbcc%3Dother@example.org'])
})

it('has a name as soon as a list contains it, and a link back to the search', async () => {
	let answer!: (member: Member) => void
	server.getMember.mockReturnValueOnce(new Promise((resolve) => {
		answer = resolve
	}))
	history.replaceState({ back: '/members?q=laine' }, '')
	const { page } = mountPage(CardPage, {
		props: { id: 8 },
		provide: [[sessionKey, session]],
		seed(cache) {
			seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] })
			seedMembers(cache, null, { path: '/members', directory: sampleDirectory([sampleSummary({ id: 8, name: 'Jo Dupuy', line: 'Tondeur, Mende' })]) })
		},
	})
	history.replaceState(null, '')
	await flushPromises()
	const heading = page.get('h1')
	expect(heading.text()).toBe('Jo Dupuy')
	expect(page.text()).toContain('Tondeur, Mende')
	expect(page.find('.ui-skeleton').exists()).toBe(true)
	expect(page.get('.ui-page__back').attributes('href')).toBe('/members?q=laine')
	answer(sampleMember({ id: 8, name: 'Jo Dupuy', headline: 'Je tonds' }))
	await flushPromises()
	// The one the focus went to.
	expect(page.get('h1').element).toBe(heading.element)
	expect(page.text()).toContain('Je tonds')
	expect(page.find('.ui-skeleton').exists()).toBe(false)
})
