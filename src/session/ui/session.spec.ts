/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ending } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AwaitSaid from './AwaitSaid.vue'
import EndPage from './EndPage.vue'
import SaidPage from './SaidPage.vue'
import SessionPage from './SessionPage.vue'
import SessionsPage from './SessionsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { memberReasons } from '../../member/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import * as gateway from '../gateway.ts'
import { sampleSession } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ getHome: vi.fn(), listMembers: vi.fn(async () => ({ members: [{ id: 9, uid: null, name: 'Odette Bru', line: 'Quillan' }] })) }))
vi.mock('../../member/gateway.ts', () => members)

beforeEach(() => {
	vi.resetAllMocks()
	members.listMembers.mockResolvedValue({ members: [{ id: 9, uid: null, name: 'Odette Bru', line: 'Quillan' }] })
	server.listFits.mockResolvedValue({ fits: [] })
	document.body.innerHTML = ''
	useUndo().dismiss()
	registerReasons(memberReasons)
})

type Page = ReturnType<typeof mountPage>['page']

async function show(session = sampleSession()): Promise<Page> {
	server.getSession.mockResolvedValue(session)
	const { page } = mountPage(SessionPage, { props: { id: 4 }, seed: (cache) => seedVocabulary(cache, { terms: [], glossary: [] } as never) })
	await flushPromises()
	return page
}

const button = (page: Page, text: string) => page.findAll('button, a').find((one) => one.text() === text)!
const said = () => ({ name: document.querySelector<HTMLInputElement>('.say-form [role=combobox]')! })

describe('a session that goes on', () => {
	it('records a row of a new person with their agreements, and continues with the next name', async () => {
		const page = await show()
		server.addRow.mockResolvedValue({ row: 12, session: sampleSession({ version: 4, rows: [{ person: 1 }, { person: 2 }, { person: 2, text: 'Du levain' }] }) })
		await page.get('.say-form [role=combobox]').setValue('Rose')
		const boxes = page.findAll('.say-form input[type=checkbox]')
		expect(boxes).toHaveLength(2)
		await boxes[0]!.setValue(true)
		await page.get('.say-form input[value=offer]').setValue()
		await page.get('.say-form__text input').setValue('Du levain')
		await page.get('.say-form').trigger('submit')
		await flushPromises()
		expect(server.addRow).toHaveBeenCalledWith(4, { name: 'Rose', kind: 'offer', text: 'Du levain', key: expect.stringMatching(/^[\w-]{8,64}$/), agreed: true, listed: false })
		expect(document.activeElement).toBe(said().name)
		expect(said().name.value).toBe('')
		expect(server.listFits).toHaveBeenCalledWith(4, 12, expect.anything())
		await page.get('.say-form [role=combobox]').setValue('marcel')
		expect(page.findAll('.say-form input[type=checkbox]')).toHaveLength(0)
	})

	it('sends the same key again after a failure, and keeps what was written', async () => {
		const page = await show()
		server.addRow.mockRejectedValue(new ApiError(0, 'offline'))
		await page.get('.say-form [role=combobox]').setValue('Rose')
		await page.get('.say-form__text input').setValue('Du levain')
		await page.get('.say-form').trigger('submit')
		await flushPromises()
		await page.get('.say-form').trigger('submit')
		await flushPromises()
		const [first, second] = server.addRow.mock.calls
		expect(first![1].key).toBe(second![1].key)
		expect(page.get<HTMLInputElement>('.say-form__text input').element.value).toBe('Du levain')
		expect(page.text()).toContain('The server did not answer')
	})

	it('takes a member who was chosen from the list', async () => {
		const page = await show()
		server.addRow.mockResolvedValue({ row: 12, session: sampleSession() })
		await page.get('.say-form [role=combobox]').setValue('Odette')
		await flushPromises()
		await page.get('[role=option]').trigger('click')
		await page.get('.say-form__text input').setValue('Du foin')
		await page.get('.say-form').trigger('submit')
		await flushPromises()
		expect(server.addRow.mock.calls[0]![1]).toMatchObject({ member: 9, agreed: false })
		expect(server.addRow.mock.calls[0]![1]).not.toHaveProperty('name')
	})

	it('shows what fits with its reason, from the room and from the network', async () => {
		server.listFits.mockResolvedValue({ fits: [
			{ person: 2, name: 'Marcel', reason: 'Odile Marcenac seeks “Réparer mon vélo” — Marcel offers “Un atelier de cycle”.', degree: 'sure' },
			{ member: 9, name: 'Odette Bru', reason: 'Odile Marcenac seeks “Réparer mon vélo” — Odette Bru offers “Des outils”.', degree: 'perhaps' },
		] })
		const page = await show()
		expect(page.get('.session-fits').text()).toContain('As soon as something is added')
		await button(page, 'What fits').trigger('click')
		await flushPromises()
		const fits = page.findAll('.session-fits li')
		expect(fits.map((fit) => fit.find('a').exists())).toEqual([false, true])
		expect(fits[0]!.text()).toContain('in the room')
		expect(page.findAll('.session-fits ul')).toHaveLength(2)
		expect(page.get('.session-fits__also').text()).toBe('Perhaps also')
	})

	it('says what one can do where nothing fits', async () => {
		const page = await show()
		await button(page, 'What fits').trigger('click')
		await flushPromises()
		expect(page.get('.session-fits').text()).toContain('you can link any two people yourself')
		expect(page.find('.session-fits ul').exists()).toBe(false)
	})

	it('removes a row and restores it with the agreements of the person', async () => {
		const page = await show()
		server.removeRow.mockResolvedValue(sampleSession({ people: [], rows: [] }))
		// The last one is first.
		await button(page, 'Take out').trigger('click')
		await flushPromises()
		expect(server.removeRow).toHaveBeenCalledWith(4, 11)
		server.addRow.mockResolvedValue({ row: 13, session: sampleSession() })
		await pressUndo('Taken out: “Un atelier de cycle”')
		expect(server.addRow.mock.calls[0]![1]).toMatchObject({ name: 'Marcel', kind: 'offer', text: 'Un atelier de cycle', agreed: true, listed: false })
	})

	it('does not overwrite what another facilitator corrected: shows it, and saves when it was read', async () => {
		const page = await show()
		await button(page, 'Edit').trigger('click')
		await page.get('.session-row form input.ui-control').setValue('Un grand atelier')
		server.changeRow.mockRejectedValueOnce(new ApiError(409, 'stale_version'))
		server.getSession.mockResolvedValue(sampleSession({ rows: [{ person: 1 }, { person: 2, kind: 'offer', text: 'Deux ateliers', version: 2 }] }))
		await page.get('.session-row form').trigger('submit')
		await flushPromises()
		expect(page.text()).toContain('“Deux ateliers”')
		server.changeRow.mockResolvedValue(sampleSession())
		await page.get('.session-row form').trigger('submit')
		await flushPromises()
		expect(server.changeRow.mock.calls.map(([, , changes]) => changes.version)).toEqual([1, 2])
	})

	it('has a conversation in Talk, if Talk is installed, which can be removed again', async () => {
		const url = 'https://cloud.example.org/call/abc'
		const page = await show()
		expect(page.text()).not.toContain('Talk')
		page.unmount()
		const possible = await show(sampleSession({ can: { talk: true } }))
		expect(possible.text()).toContain('Anyone who has its address can join the conversation, also without an account.')
		server.makeTalk.mockRejectedValueOnce(new ApiError(409, 'talk_failed')).mockResolvedValue(sampleSession({ version: 4, talk: url }))
		const make = async () => {
			await button(possible, 'Create a conversation in Talk').trigger('click')
			await flushPromises()
		}
		await make()
		expect(possible.get('.session-talk [role=alert]').text()).toContain('Talk is not installed, or did not create a conversation.')
		await make()
		expect(possible.get('.session-talk a').attributes('href')).toBe(url)
		server.removeTalk.mockResolvedValue(sampleSession({ version: 5 }))
		await button(possible, 'Remove the conversation from the session').trigger('click')
		await flushPromises()
		expect(server.removeTalk).not.toHaveBeenCalled()
		await button(possible, 'Remove it').trigger('click')
		await flushPromises()
		expect(possible.find('.session-talk').exists()).toBe(false)
		expect(useUndo().message.value!.text).toBe('The session no longer has the conversation. It is still in Talk.')
	})

	it('looks again while it is on screen', async () => {
		vi.useFakeTimers()
		await show()
		server.getSession.mockClear()
		await vi.advanceTimersByTimeAsync(10_000)
		expect(server.getSession).toHaveBeenCalledTimes(1)
		vi.useRealTimers()
	})

	it('writes down that a person may be on the list', async () => {
		const page = await show()
		server.setAgreement.mockResolvedValue(sampleSession())
		await page.get('[aria-label="Marcel agreed to be on the printed list"]').setValue(true)
		expect(server.setAgreement).toHaveBeenCalledWith(4, 2, { listed: true })
	})
})

describe('a session that has ended', () => {
	it('links to the notices and can no longer be written in', async () => {
		const page = await show(sampleSession({ state: 'ended', rows: [{ person: 1, notice: 33, text: 'Réparer mon vélo' }] }))
		expect(page.find('.say-form').exists()).toBe(false)
		expect(page.get('a[href="/notices/33"]').text()).toBe('Réparer mon vélo')
		expect(page.text()).toContain('are deleted on January 11, 2027')
	})
})

describe('ending a session', () => {
	const ending: Ending = {
		session: sampleSession(),
		people: [{ person: 1, becomes: 'asked', newCard: false, own: false }, { person: 2, becomes: 'published', newCard: true, own: false }],
		pairs: [{ people: [1, 2], names: ['Odile Marcenac', 'Marcel'], reason: 'Odile Marcenac seeks “Réparer mon vélo” — Marcel offers “Un atelier de cycle”.', degree: 'sure' }],
	}

	it('says what is made, and makes it from that version with the introductions that were ticked', async () => {
		server.previewEnding.mockResolvedValue(ending)
		const { page, router } = mountPage(EndPage, { props: { id: 4 } })
		await flushPromises()
		expect(page.findAll('h2').map((one) => one.text())).toEqual(['Published now as notices, for 60 days', 'Asked first', 'Introductions'])
		expect(page.text()).toContain('gets a card, which you keep')
		await page.get('input[type=checkbox]').setValue(true)
		server.endSession.mockRejectedValueOnce(new ApiError(409, 'stale_version'))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.previewEnding).toHaveBeenCalledTimes(2)
		expect(page.text()).toContain('This was changed elsewhere in the meantime')
		server.endSession.mockResolvedValue(sampleSession({ state: 'ended' }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.endSession).toHaveBeenLastCalledWith(4, { version: 3, pairs: [[1, 2]] })
		expect(router.currentRoute.value.path).toBe('/sessions/4')
	})

	/** Rose has a card, Lise only a name. */
	const four: Ending = {
		session: sampleSession({
			people: [...sampleSession().people, { id: 3, name: 'Rose', member: 8, agreed: false, listed: true }, { id: 4, name: 'Lise', member: null, agreed: false, listed: false }],
			rows: [{ person: 1, text: 'Réparer mon vélo' }, { person: 2, kind: 'offer', text: 'Un atelier de cycle' }, { person: 3, kind: 'offer', text: 'Du levain' }, { person: 4, text: 'Un banc' }],
		}),
		people: [...ending.people, { person: 3, becomes: 'asked', newCard: false, own: false }, { person: 4, becomes: 'kept', newCard: false, own: false }],
		pairs: [{ ...ending.pairs[0]!, degree: 'perhaps' }],
	}
	const boxes = (page: Page) => page.findAll<HTMLInputElement>('input[type=checkbox]')

	it('links any two people who have, or get, a card, by a line of each; this can be undone', async () => {
		server.previewEnding.mockResolvedValue(four)
		const { page } = mountPage(EndPage, { props: { id: 4 } })
		await flushPromises()
		expect(page.get('.session-end__also').text()).toBe('Perhaps also')
		const [one, other] = page.findAll('select')
		expect(one!.findAll('option').map((option) => option.text())).toEqual(['(not specified)', 'Odile Marcenac · Need · Réparer mon vélo', 'Marcel · Offer · Un atelier de cycle', 'Rose · Offer · Du levain'])
		expect(button(page, 'Link these two').attributes('disabled')).toBeDefined()
		await one!.setValue('10')
		expect(other!.findAll('option').map((option) => option.text())).not.toContain('Odile Marcenac · Need · Réparer mon vélo')
		await other!.setValue('12')
		await button(page, 'Link these two').trigger('click')
		expect(boxes(page).map((box) => box.element.checked)).toEqual([true, false])
		expect(page.get('.session-end__pairs li').text()).toBe('Odile Marcenac “Réparer mon vélo” — Rose “Du levain”')
		await pressUndo('Ticked: Odile Marcenac and Rose')
		expect(boxes(page).map((box) => box.element.checked)).toEqual([false])
		await one!.setValue('10')
		await other!.setValue('12')
		await button(page, 'Link these two').trigger('click')
		server.endSession.mockResolvedValue(sampleSession({ state: 'ended' }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.endSession).toHaveBeenLastCalledWith(4, { version: 3, pairs: [[1, 3]] })
	})

	it('ticks the two who were proposed already, and keeps them once', async () => {
		server.previewEnding.mockResolvedValue(four)
		const { page } = mountPage(EndPage, { props: { id: 4 } })
		await flushPromises()
		const [one, other] = page.findAll('select')
		await one!.setValue('11')
		await other!.setValue('10')
		await button(page, 'Link these two').trigger('click')
		expect(boxes(page).map((box) => box.element.checked)).toEqual([true])
	})
})

describe('needs and offers of a person', () => {
	it('is published as it is, or in other words', async () => {
		server.publishSaid.mockResolvedValue({ notice: 33 })
		const { page } = mountPage(AwaitSaid, { props: { line: { kind: 'said', text: 'Réparer mon vélo', said: { id: 12, kind: 'need', day: '2026-12-12' } } } })
		await button(page, 'Publish').trigger('click')
		await flushPromises()
		expect(server.publishSaid).toHaveBeenCalledWith(12, {})
		await button(page, 'Edit').trigger('click')
		expect(page.get<HTMLInputElement>('input.ui-control').element.value).toBe('Réparer mon vélo')
		await page.get('input.ui-control').setValue('Réparer deux vélos')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.publishSaid).toHaveBeenLastCalledWith(12, { kind: 'need', text: 'Réparer deux vélos' })
	})

	it('is not published, silently, which can be undone', async () => {
		server.listSaid.mockResolvedValue({ rows: [{ id: 12, session: { id: 4, title: 'À la mairie', day: '2026-12-12' }, for: null, kind: 'need', text: 'Réparer mon vélo' }], pairs: [] })
		const { page } = mountPage(SaidPage)
		await flushPromises()
		expect(page.text()).toContain('À la mairie, December 12, 2026')
		await button(page, 'Do not publish').trigger('click')
		await flushPromises()
		expect(server.declineSaid).toHaveBeenCalledWith(12)
		await pressUndo('It is not published, and the facilitators are not informed.')
		expect(server.undoDeclineSaid).toHaveBeenCalledWith(12)
	})
})

it('a session is begun once', async () => {
	server.listSessions.mockResolvedValue({ sessions: [sampleSession()] })
	server.createSession.mockResolvedValue(sampleSession())
	const { page, router } = mountPage(SessionsPage)
	await flushPromises()
	expect(page.get('.sessions').text()).toContain('December 12, 2026 · Limoux · goes on')
	await page.findAll('input')[0]!.setValue('Au café')
	await page.get('form').trigger('submit')
	await page.get('form').trigger('submit')
	await flushPromises()
	expect(server.createSession).toHaveBeenCalledTimes(1)
	expect(server.createSession.mock.calls[0]![0]).toMatchObject({ title: 'Au café', place: '', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
	expect(router.currentRoute.value.path).toBe('/sessions/4')
})
