/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CallSheet } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import PaperPage from './PaperPage.vue'
import { ApiError } from '../../api/apiError.ts'
import * as memberGateway from '../../member/gateway.ts'
import { keptMember } from '../../member/testing/sample.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import * as gateway from '../gateway.ts'
import { paperSectionsKey } from './sections.ts'

vi.mock('../gateway.ts')
vi.mock('../../member/gateway.ts')
const server = vi.mocked(gateway)
const members = vi.mocked(memberGateway)

const person = (id: number) => ({ id, name: `Personne ${id}`, phone: null, email: null, refused: false, called: null })
const sheet = (id: number): CallSheet => ({ ...person(id), letter: null, due: false, messages: [], lines: [], groups: [], calls: [] })

/** A section that says it has come when it is pressed. */
const Section = defineComponent({
	props: { memberId: { type: Number, required: true } },
	emits: ['ready'],
	setup: ({ memberId }, { emit }) => () => h('button', { class: `section-${memberId}`, onClick: () => emit('ready') }),
})

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	server.listWithoutMail.mockResolvedValue({ people: [person(1), person(2)], next: null })
	server.getSheet.mockImplementation(async (id) => sheet(id))
	members.getMember.mockImplementation(async (id) => keptMember({ id }))
})

async function paper(sections = [Section], at = '/kept/without-mail/print') {
	const { page } = mountPage(PaperPage, {
		provide: [[sessionKey, { uid: 'kader', name: 'Kader', network: 'Le réseau' }], [paperSectionsKey, sections]],
		router: await routerAt(at),
		seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] }),
	})
	await flushPromises()
	const named = (name: string) => page.findAll('button').find((one) => one.text() === name)!
	return { page, named, waits: () => named('Print').attributes('disabled') !== undefined }
}

describe('pages for people without mail', () => {
	it('are printed once all of them has come', async () => {
		const { page, waits, named } = await paper()
		expect(waits()).toBe(true)
		expect(page.get('[role=status]').text()).toBe('Printing has to wait: the pages of 2 people are not complete yet.')
		await page.get('.section-2').trigger('click')
		expect(page.get('[role=status]').text()).toBe('Printing has to wait: the pages of 1 person are not complete yet.')
		await page.get('.section-1').trigger('click')
		expect(waits()).toBe(false)
		expect(page.get('[role=status]').text()).toBe('')
		const print = vi.fn()
		window.print = print
		await named('Print').trigger('click')
		expect(print).toHaveBeenCalledOnce()
	})

	it('wait for every section of a page', async () => {
		const { page, waits } = await paper([Section, Section], '/kept/without-mail/print?id=1')
		const [first, second] = page.findAll('.section-1')
		await first!.trigger('click')
		await first!.trigger('click')
		expect(waits()).toBe(true)
		await second!.trigger('click')
		expect(waits()).toBe(false)
	})

	it('show the card that they ask about', async () => {
		members.getMember.mockImplementation(async (id) => keptMember({ id, offers: [{ text: 'Une grange', terms: [] }] }))
		const { page } = await paper([], '/kept/without-mail/print?id=1')
		expect(page.get('.paper .paper__card').text()).toContain('Une grange')
	})

	it('are not printed while one could not be loaded', async () => {
		server.getSheet.mockImplementation(async (id) => {
			if (id === 2) {
				throw new ApiError(500, 'unknown')
			}
			return sheet(id)
		})
		const { waits, named } = await paper([])
		expect(waits()).toBe(true)
		server.getSheet.mockImplementation(async (id) => sheet(id))
		await named('Try again').trigger('click')
		await flushPromises()
		expect(waits()).toBe(false)
	})
})
