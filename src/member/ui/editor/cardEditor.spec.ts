/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'
import type { Member } from '../../model.ts'

import { setInfiniteQueryData } from '@pinia/colada'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, ref } from 'vue'
import MemberEditor from './MemberEditor.vue'
import { memberWith } from '../../../../tests/support/cards.ts'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { versionOf } from '../../../shared/lib/versionOf.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import { seedVocabulary } from '../../../vocabulary/index.ts'
import * as gateway from '../../gateway.ts'
import { memberKeys, seedMembers } from '../../queries.ts'
import { memberReasons } from '../../reasons.ts'
import { savedNeedKey } from '../sections.ts'

vi.mock('../../gateway.ts')
vi.mock('../../../vocabulary/gateway.ts')
const server = vi.mocked(gateway)
registerReasons(memberReasons)

const vocabulary = {
	values: [{ id: 'ecoute', label: 'Écoute', meaning: 'Entendre avant de répondre.' }, { id: 'sobriete', label: 'Sobriété' }],
	sectors: [{ id: 'agriculture', label: 'Agriculture' }],
	themes: [{ id: 'jardins', label: 'Jardins partagés' }],
	publics: [{ id: 'enfants', label: 'Enfants' }],
}
const session = { uid: 'yvonne', name: 'Yvonne Cazalis', email: 'yvonne@example.org', facilitator: false, admin: false, network: 'Cordée', facilitators: [], kept: 0 }

/** What the server holds. */
let stored: Member
/** Whether the editor's page is shown. */
const shown = ref(true)
let page: VueWrapper
let cache: ReturnType<typeof mountPage>['cache']
let router: ReturnType<typeof mountPage>['router']

beforeEach(() => {
	vi.useFakeTimers()
	vi.resetAllMocks()
	localStorage.clear()
	useUndo().dismiss()
	document.body.innerHTML = ''
	stored = memberWith({ drives: 'Le pain.', seeks: [{ text: 'Un four', terms: [] }], skills: ['soudure'] })
	server.saveMember.mockImplementation(async (_, { version, audience, ...changes }) => {
		if (version !== stored.version) {
			throw new ApiError(409, 'stale_version', { current: stored })
		}
		stored = { ...stored, ...changes, audience: { ...stored.audience!, ...audience }, version: version + 1 }
		return stored
	})
	server.previewMember.mockImplementation(async () => ({ ...stored, audience: undefined, seeks: undefined }))
})
afterEach(() => {
	page.unmount()
	vi.useRealTimers()
})

/** The editor as the page opens it. */
async function open(id?: number, provide: [symbol, unknown][] = []) {
	shown.value = true
	const mounted = mountPage(() => shown.value ? h(MemberEditor, { id }) : null, {
		provide: [[sessionKey, session], ...provide],
		seed(queries) {
			seedVocabulary(queries, vocabulary)
			seedMembers(queries, id ? null : stored, { path: '/me', member: stored })
		},
	})
	page = mounted.page
	cache = mounted.cache
	router = mounted.router
	await flushPromises()
}

/** Another page takes its place. */
async function leave() {
	shown.value = false
	await flushPromises()
}

/** A section by its title, and in it the control of a name. */
function section(title: string) {
	return page.findAll('.editor-section').find((one) => one.get('.editor-section__title').text() === title)!
}
const text = (title: string, index = 0) => section(title).findAll('textarea')[index]!
const field = (label: string) => page.findAll('.editor-field').find((one) => one.find('.editor-field__label').exists() && one.get('.editor-field__label').text() === label)!
const audience = (title: string) => section(title).get('select')
const button = (name: string) => page.findAll('button').find((one) => one.text() === name)!
const status = () => page.get('.editor-status').text()
const sent = () => server.saveMember.mock.calls.map(([, edit]) => edit)

/** Long enough for a pause in writing, and for the answer. */
async function pause() {
	await vi.advanceTimersByTimeAsync(900)
	await flushPromises()
}

/** Another person saved something. */
function elsewhere(changes: Partial<Member>) {
	stored = { ...stored, ...changes, version: versionOf(stored) + 1 }
}

it('shows who could help with a need that was just saved, and not while it is written', async () => {
	const people = { props: ['member', 'item'], template: '<p class="people">{{ member.version }} {{ item.text }}</p>' }
	await open(undefined, [[savedNeedKey as symbol, [people]]])
	expect(page.find('.people').exists()).toBe(false)
	const need = page.findAll('textarea').find((one) => one.element.value === 'Un four')!
	await need.setValue('Un four à pain')
	expect(page.find('.people').exists()).toBe(false)
	await pause()
	expect(page.get('.people').text()).toBe(`${stored.version} Un four à pain`)
})

describe('the own card', () => {
	it('has its sections in a natural order', async () => {
		await open()
		expect(page.findAll('.editor-section > .editor-section__head > .ui-section-title').map((title) => title.text())).toEqual([
			'Name and headline', 'What motivates me', 'What I seek', 'What I offer', 'What I can do', 'What matters to me',
			'Where I speak from', 'My other networks', 'My availability and my limits', 'How to reach me',
		])
	})

	it('has a label for every control', async () => {
		await open()
		for (const control of page.findAll('textarea, input, select, button')) {
			const ids = control.attributes('aria-labelledby')?.split(' ') ?? []
			const name = [...ids.map((id) => document.getElementById(id)?.textContent), control.attributes('aria-label'), control.text(), control.element.closest('label')?.textContent]
			expect(name.some((word) => word?.trim()), control.html()).toBe(true)
		}
	})

	it('saves only the changes after a pause, and says so', async () => {
		await open()
		await text('What motivates me').setValue('Le pain et le four. ')
		expect(status()).toBe('Saving…')
		await pause()
		expect(sent()).toEqual([{ drives: 'Le pain et le four.', version: 3 }])
		expect(status()).toBe('Saved just now')
		expect(localStorage.length).toBe(0)
		await text('What I offer').setValue('Une grange')
		await section('What I offer').get('.editor-field').trigger('focusout')
		await flushPromises()
		expect(sent()[1]).toEqual({ offers: [{ text: 'Une grange', terms: [] }], version: 4 })
	})

	it('saves the audience of a part, and shows the card again as others see it', async () => {
		await open()
		server.previewMember.mockClear()
		await audience('What I seek').setValue('public')
		await pause()
		expect(sent()).toEqual([{ audience: { seeks: 'public' }, version: 3 }])
		expect(server.previewMember).toHaveBeenCalledTimes(1)
		expect(page.get('.card-preview').text()).toContain('“What I seek”')
	})

	it('sets the audience line by line on request', async () => {
		await open()
		await audience('Where I speak from').setValue('mixed')
		await field('Role').get('select').setValue('me')
		await pause()
		expect(sent()).toEqual([{ audience: { role: 'me' }, version: 3 }])
		await audience('Where I speak from').setValue('public')
		expect(field('Role').find('select').exists()).toBe(false)
		await pause()
		expect(sent()[1]!.audience).toEqual({ territories: 'public', sectors: 'public', trades: 'public', organisation: 'public', role: 'public', languages: 'public' })
	})

	it('leaves out an invalid field, says why next to it, and saves the rest', async () => {
		server.saveMember.mockRejectedValueOnce(new ApiError(400, 'bad_address', { field: 'contact.email' }))
		await open()
		await field('Email address').get('textarea').setValue('nulle part')
		await text('What motivates me').setValue('Le blé.')
		await pause()
		expect(stored.drives).toBe('Le blé.')
		const email = field('Email address').get('textarea')
		expect(email.attributes('aria-invalid')).toBe('true')
		expect(document.getElementById(email.attributes('aria-describedby')!)?.textContent).toContain('This is not a valid address: “How to reach me”')
		expect(status()).toBe('Not saved')
		await email.setValue('yvonne@example.org')
		await pause()
		expect(stored.contact).toEqual({ email: 'yvonne@example.org', phone: null, website: null })
		expect(status()).toBe('Saved just now')
	})

	it('counts down near the limit, and does not cut longer text', async () => {
		await open()
		const headline = field('In one line').get('textarea')
		await headline.setValue('x'.repeat(50))
		expect(field('In one line').text()).not.toContain('left')
		await headline.setValue('x'.repeat(70))
		expect(field('In one line').text()).toContain('10 characters left')
		await headline.setValue('x'.repeat(85))
		await pause()
		expect(field('In one line').text()).toContain('5 characters too long')
		expect(stored.headline).toBeUndefined()
		expect(localStorage.length).toBe(1)
		expect(headline.element.value).toHaveLength(85)
	})
})

describe('lines about needs', () => {
	it('are added, expanded, and removed with an undo', async () => {
		await open()
		await button('Add a line').trigger('click')
		await flushPromises()
		expect(document.activeElement).toBe(text('What I seek', 1).element)
		await text('What I seek', 1).setValue('Un pré')
		const line = section('What I seek').findAll('.item-line')[1]!
		await line.get('.item-line__about button').trigger('click')
		await line.get('select').setValue('place')
		await line.get('input').setValue('jard')
		await line.get('input').trigger('keydown', { key: 'Enter' })
		await pause()
		expect(stored.seeks).toEqual([{ text: 'Un four', terms: [] }, { text: 'Un pré', terms: ['jardins'], kind: 'place' }])

		await section('What I seek').get('[aria-label="Remove line 1"]').trigger('click')
		await pause()
		expect(stored.seeks!.map((item) => item.text)).toEqual(['Un pré'])
		expect(document.activeElement).toBe(text('What I seek').element)
		await pressUndo('Line removed.')
		await pause()
		expect(stored.seeks!.map((item) => item.text)).toEqual(['Un four', 'Un pré'])
	})

	it('are saved with what they are about, also when another line changes', async () => {
		await open()
		page.getComponent({ name: 'AboutChoice' }).vm.$emit('choose', 'thing/bread-oven')
		await pause()
		expect(stored.seeks).toEqual([{ text: 'Un four', terms: [], about: 'thing/bread-oven' }])
		await button('Add a line').trigger('click')
		await text('What I seek', 1).setValue('Un pré')
		await pause()
		expect(stored.seeks!.map(({ about }) => about)).toEqual(['thing/bread-oven', undefined])
		page.getComponent({ name: 'AboutChoice' }).vm.$emit('choose', undefined)
		await pause()
		expect(stored.seeks![0]).toEqual({ text: 'Un four', terms: [] })
	})

	it('are restored also after leaving the page, and a failure is shown', async () => {
		await open()
		await section('What I seek').get('[aria-label="Remove line 1"]').trigger('click')
		await pause()
		await leave()
		const undo = useUndo().message.value!.undo!
		server.saveMember.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await expect(undo()).rejects.toThrow('offline')
		expect(stored.seeks).toEqual([])
		await undo()
		expect(stored.seeks).toEqual([{ text: 'Un four', terms: [] }])
	})

	it('show their own error, next to empty lines', async () => {
		await open()
		server.saveMember.mockRejectedValueOnce(new ApiError(400, 'bad_text', { field: 'seeks.0.text' }))
		await button('Add a line').trigger('click')
		await text('What I seek').setValue('')
		await text('What I seek', 1).setValue('Un four\u0007')
		await pause()
		const [blank, line] = section('What I seek').findAll('.item-line')
		expect(blank!.find('.item-line__problem').exists()).toBe(false)
		expect(line!.get('.item-line__problem').text()).toContain('contains characters that cannot be saved')
		expect(line!.get('textarea').attributes('aria-invalid')).toBe('true')
	})
})

describe('words', () => {
	it('are added by Enter, comma and paste, and edited by Backspace', async () => {
		await open()
		const input = section('What I can do').get('input')
		await input.setValue('feutre')
		await input.trigger('keydown', { key: 'Enter' })
		await input.setValue('taille, ')
		await input.trigger('paste', { clipboardData: { getData: () => '- greffe\n- cidre\n- soudure' } })
		await pause()
		expect(stored.skills).toEqual(['soudure', 'feutre', 'taille', 'greffe', 'cidre'])
		await input.trigger('keydown', { key: 'Backspace' })
		expect(input.element.value).toBe('cidre')
		await input.trigger('blur')
		await pause()
		expect(stored.skills!.at(-1)).toBe('cidre')
	})

	it.each([
		['What I can do', () => stored.skills, ['soudure', 'feutre']],
		['What matters to me', () => stored.values, ['Feutre']],
	])('typed but not yet added are saved when leaving: %s', async (title, words, kept) => {
		await open()
		const input = section(title).get('input')
		input.element.focus()
		await input.setValue('feutre')
		await leave()
		expect(words()).toEqual(kept)
	})

	it('typed but not yet added are kept when the page closes', async () => {
		server.saveMember.mockRejectedValue(new ApiError(0, 'offline'))
		await open()
		const input = section('What I can do').get('input')
		input.element.focus()
		await input.setValue('feutre')
		const leaving = new Event('beforeunload', { cancelable: true })
		window.dispatchEvent(leaving)
		expect(leaving.defaultPrevented).toBe(true)
		expect(localStorage.getItem('reseau.draft.yvonne.7')).toContain('feutre')
		expect(document.activeElement).toBe(input.element)
	})

	it('for values come from the network or are own ones, capitalised', async () => {
		await open()
		const input = section('What matters to me').get('input')
		await input.trigger('click')
		expect(section('What matters to me').text()).toContain('Entendre avant de répondre.')
		await input.setValue('patience')
		await input.trigger('keydown', { key: 'Enter' })
		await input.setValue('SOBRIETE')
		await input.trigger('keydown', { key: 'Enter' })
		await pause()
		expect(stored.values).toEqual(['Patience', 'sobriete'])
		expect(section('What matters to me').text()).toContain('Sobriété')
	})
})

describe('a card changed elsewhere meanwhile', () => {
	it('takes over changes made only there, and says so', async () => {
		await open()
		elsewhere({ role: 'meunière' })
		await text('What motivates me').setValue('Le blé.')
		await pause()
		expect(field('Role').get('textarea').element.value).toBe('meunière')
		expect(stored).toMatchObject({ drives: 'Le blé.', role: 'meunière' })
		expect(useUndo().message.value!.text).toContain('“Role”')
	})

	it.each([
		['Keep mine', 'Le blé.'],
		['Use the other', 'Le seigle.'],
		['Keep both', 'Le seigle.\n\nLe blé.'],
	])('shows both texts and overwrites nothing before a choice: %s', async (choice, kept) => {
		await open()
		elsewhere({ drives: 'Le seigle.' })
		await text('What motivates me').setValue('Le blé.')
		await field('Role').get('textarea').setValue('meunière')
		await pause()
		expect(stored).toMatchObject({ drives: 'Le seigle.', role: 'meunière' })
		const panel = page.get('.ui-conflict')
		expect(panel.findAll('dd').map((version) => version.text())).toEqual(['Le blé.', 'Le seigle.'])
		expect(status()).toBe('Not saved')
		await button(choice).trigger('click')
		await pause()
		expect(stored.drives).toBe(kept)
		expect(page.find('.ui-conflict').exists()).toBe(false)
		expect(document.activeElement).toBe(text('What motivates me').element)
		expect(status()).toBe('Saved just now')
	})

	it.each([
		['Use the other', 'Le seigle.', 0],
		['Keep both', 'Le seigle.\n\nLe blé\u0007.', 1],
	])('shows no old error for a changed text: %s', async (choice, kept, saves) => {
		await open()
		server.saveMember.mockRejectedValueOnce(new ApiError(400, 'bad_text', { field: 'drives' }))
		await text('What motivates me').setValue('Le blé\u0007.')
		await pause()
		expect(text('What motivates me').attributes('aria-invalid')).toBe('true')
		elsewhere({ drives: 'Le seigle.' })
		cache.setQueryData(memberKeys.mine, stored)
		await flushPromises()
		server.saveMember.mockClear()
		await button(choice).trigger('click')
		await pause()
		expect(text('What motivates me').attributes('aria-invalid')).toBeUndefined()
		expect(stored.drives).toBe(kept)
		expect(sent()).toHaveLength(saves)
	})

	it('closes for the welcome page when it is deleted elsewhere', async () => {
		await open()
		await field('In one line').get('textarea').setValue('x'.repeat(85))
		cache.setQueryData(memberKeys.mine, null)
		await flushPromises()
		expect(router.currentRoute.value.name).toBe('home')
		expect(localStorage.length).toBe(0)
		expect(useUndo().message.value).toBeNull()
	})

	it('follows updates of the page', async () => {
		await open()
		elsewhere({ drives: 'Le seigle.' })
		cache.setQueryData(memberKeys.mine, stored)
		await flushPromises()
		expect(text('What motivates me').element.value).toBe('Le seigle.')
		expect(sent()).toEqual([])
	})
})

describe('unsaved input', () => {
	it('is kept in this browser, announced, and saved when the network is back', async () => {
		await open()
		server.saveMember.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await text('What motivates me').setValue('Le blé.')
		await pause()
		expect(page.get('.editor-trouble').text()).toContain('no connection')
		expect(localStorage.length).toBe(1)
		const leaving = new Event('beforeunload', { cancelable: true })
		window.dispatchEvent(leaving)
		expect(leaving.defaultPrevented).toBe(true)
		window.dispatchEvent(new Event('online'))
		await flushPromises()
		expect(stored.drives).toBe('Le blé.')
		expect(localStorage.length).toBe(0)
		expect(page.find('.editor-trouble').exists()).toBe(false)
	})

	it('is offered again after a crash, and restored or discarded', async () => {
		server.saveMember.mockRejectedValue(new ApiError(0, 'offline'))
		await open()
		await text('What motivates me').setValue('Le blé.')
		await pause()
		page.unmount()
		await flushPromises()
		expect(useUndo().message.value!.text).toContain('This browser keeps it')
		await open()
		expect(page.get('.draft-notice').text()).toContain('“What motivates me”')
		expect(text('What motivates me').element.value).toBe('Le pain.')
		await button('Restore this text').trigger('click')
		expect(text('What motivates me').element.value).toBe('Le blé.')
		expect(page.find('.draft-notice').exists()).toBe(false)
		page.unmount()
		await open()
		expect(page.get('.draft-notice dd').text()).toBe('Le blé.')
		await button('Delete this draft').trigger('click')
		expect(localStorage.length).toBe(0)
		expect(text('What motivates me').element.value).toBe('Le pain.')
		await pressUndo('Draft deleted.')
		expect(page.get('.draft-notice dd').text()).toBe('Le blé.')
		expect(localStorage.length).toBe(1)
	})

	it.each([[404, 'not_found'], [403, 'not_yours']])('is removed with the card: %i %s', async (code, reason) => {
		server.saveMember.mockRejectedValue(new ApiError(code, reason))
		await open()
		await text('What motivates me').setValue('Le blé.')
		await pause()
		expect(localStorage.length).toBe(0)
		expect(status()).toBe('Not saved')
		await text('What motivates me').setValue('Le blé noir.')
		await leave()
		expect(localStorage.length).toBe(0)
		expect(useUndo().message.value).toBeNull()
	})

	it('is removed with a deleted card, also with errors in it', async () => {
		server.deleteMember.mockResolvedValue(undefined as never)
		await open()
		await field('In one line').get('textarea').setValue('x'.repeat(85))
		await pause()
		expect(localStorage.length).toBe(1)
		await page.get('.card-leaving').findAll('button').at(-1)!.trigger('click')
		await flushPromises()
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(localStorage.length).toBe(0)
		expect(useUndo().message.value!.text).toBe('The card was deleted, with everything that belonged to it.')
	})

	it('is removed with a kept card that is handed over', async () => {
		stored = memberWith({ uid: null, steward: { uid: 'yvonne', name: 'Yvonne Cazalis' }, can: { ...stored.can, passOn: true } })
		server.passOn.mockResolvedValue(undefined as never)
		await open(7)
		await field('In one line').get('textarea').setValue('x'.repeat(85))
		await pause()
		expect(localStorage.length).toBe(1)
		await button('Pass the card on').trigger('click')
		await flushPromises()
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.passOn).toHaveBeenCalled()
		await leave()
		expect(localStorage.length).toBe(0)
		expect(useUndo().message.value!.text).toContain('The card is now kept by')
	})

	it('is not removed by another tab, nor for good', async () => {
		const key = 'reseau.draft.yvonne.7'
		await open()
		localStorage.setItem(key, 'of another tab')
		elsewhere({ role: 'meunière' })
		cache.setQueryData(memberKeys.mine, stored)
		await flushPromises()
		expect(localStorage.getItem(key)).toBe('of another tab')

		server.saveMember.mockRejectedValue(new ApiError(0, 'offline'))
		await text('What motivates me').setValue('Le blé.')
		await pause()
		localStorage.removeItem(key)
		window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
		expect(localStorage.getItem(key)).toContain('Le blé.')
	})
})

describe('a card kept for another person', () => {
	it('is worded for its keeper', async () => {
		stored = memberWith({ uid: null, steward: { uid: 'yvonne', name: 'Yvonne Cazalis' } })
		await open(7)
		expect(page.get('h1').text()).toBe('Card of Yvonne Cazalis')
		expect(section('What motivates this person').exists()).toBe(true)
		expect(field('Email address').get('textarea').attributes('autocomplete')).toBe('off')
	})

	it('can be edited as loaded by a list', async () => {
		stored = memberWith({ uid: null, steward: { uid: 'yvonne', name: 'Yvonne Cazalis' } })
		server.getMember.mockReturnValue(new Promise(() => {}))
		const mounted = mountPage(MemberEditor, {
			props: { id: 7 },
			provide: [[sessionKey, session]],
			seed(queries) {
				seedVocabulary(queries, vocabulary)
				setInfiniteQueryData(queries, memberKeys.kept, { pages: [{ members: [stored], next: null }], pageParams: [''] })
			},
		})
		page = mounted.page
		await flushPromises()
		expect(page.find('textarea').exists()).toBe(true)
	})

	it('is not available to those who do not keep it', async () => {
		localStorage.setItem('reseau.draft.yvonne.7', '{}')
		stored = memberWith({ can: { ...stored.can, edit: false } })
		await open(7)
		expect(page.text()).toContain('This card does not exist, or is kept by someone else.')
		expect(page.find('textarea').exists()).toBe(false)
		expect(localStorage.length).toBe(0)
	})
})
