/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Library from '../../library/index.ts'
import type { Letter, LetterSummary, Passage, Recipients, Rendering, Report } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import EditorPage from './editor/EditorPage.vue'
import LetterPage from './LetterPage.vue'
import LettersPage from './LettersPage.vue'
import PaperLetters from './PaperLetters.vue'
import PrintLetter from './PrintLetter.vue'
import SendPage from './SendPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { ChoosePicture, keepText } from '../../library/index.ts'
import * as settingsGateway from '../../settings/gateway.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { letterReasons } from '../reasons.ts'
import { letterRoutes } from '../routes.ts'
import { sampleLetter, samplePassage } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('./editor/shrink.ts', () => ({ shrink: async () => 'TkVX' }))
vi.mock('../../library/index.ts', async (original) => ({ ...await original<typeof Library>(), keepText: vi.fn() }))
const library = vi.mocked(keepText)
const server = vi.mocked(gateway)
vi.mock('../../settings/gateway.ts')
const settings = vi.mocked(settingsGateway)

const provide = (facilitator = true): [symbol, unknown][] => [[sessionKey, { uid: 'fanny', facilitator, library: '/Bibliothèque', region: null, departements: [] }]]
const rendering: Rendering = { html: '<html><head></head><body>Le courriel</body></html>', text: 'Le texte', page: '<html><head></head><body>La page</body></html>', bytes: 900, unseen: [], gone: [], changed: [] }
const passages = [
	samplePassage(),
	samplePassage({ id: 2, title: 'Un banc' }),
	samplePassage({ kind: 'date', id: 9, title: 'Eau de pluie', reach: 'group', of: 'Eau de pluie', group: '9' }),
]

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(letterReasons)
	useUndo().dismiss()
	server.renderLetter.mockResolvedValue(rendering)
	server.editLetter.mockImplementation(async (_, { title, language, editorial, from, until, items, version }) => sampleLetter({ title, language, editorial, from: from ?? null, until: until ?? null, items, version: version + 1 }))
})

afterEach(() => vi.useRealTimers())

async function edit(letter: Letter, found: Passage[] = passages) {
	server.getLetter.mockResolvedValue(letter)
	server.listPassages.mockResolvedValue({ passages: found, more: [] })
	const router = createRouter({ history: createMemoryHistory(), routes: [...letterRoutes, { path: '/:path(.*)*', component: { render: () => null } }] })
	await router.push('/letters/3/edit')
	const mounted = mountPage(RouterView, { provide: provide(), router })
	await flushPromises()
	return mounted
}

type Page = Awaited<ReturnType<typeof edit>>['page']

const inside = (page: Page) => page.findAll('.editor-item__title').map((one) => one.text())
const button = (page: Page, name: string) => page.findAll('button, a').find((one) => one.text() === name || one.attributes('aria-label') === name)!

async function press(page: Page, name: string) {
	await button(page, name).trigger('click')
	await flushPromises()
}

/** By the keyboard, in a list that is opened for it. */
async function pressFocused(page: Page, name: string) {
	page.get<HTMLDetailsElement>('details').element.open = true
	const pressed = button(page, name).element as HTMLElement
	pressed.focus()
	expect(document.activeElement).toBe(pressed)
	await press(page, name)
}

describe('a letter is written', () => {
	it('from what happened, without what is for a few', async () => {
		const { page } = await edit(sampleLetter())
		expect(inside(page)).toEqual(['Un four à prêter', 'Un banc'])
		expect(page.get('.left-out').text()).toContain('Eau de pluie')
		expect(page.get('.left-out').text()).toContain('only the people of Eau de pluie')
		expect(page.get('.editor-item').text()).toContain('Not everyone will see this passage: only members.')
	})

	it('with the texts with which each letter begins and ends', async () => {
		const { page } = await edit(sampleLetter({ editorial: 'Bonjour à **tous**,', items: [{ kind: 'block', id: null, taken: true, text: 'À bientôt.', hash: null }] }))
		expect(inside(page).slice(0, 2)).toEqual(['Un four à prêter', 'Un banc'])
		expect(page.findAll('textarea').map(({ element }) => element.value)).toEqual(['Bonjour à **tous**,', 'À bientôt.'])
		await press(page, 'Save')
		expect(server.editLetter.mock.calls[0]![1].items.map(({ kind }) => kind)).toEqual(['notice', 'notice', 'block'])
	})

	it('by leaving out, taking, moving and shortening, each of which can be undone', async () => {
		const { page } = await edit(sampleLetter())
		await press(page, 'Move “Un banc” up')
		expect(inside(page)).toEqual(['Un banc', 'Un four à prêter'])
		expect(document.activeElement?.getAttribute('aria-label')).toBe('Move “Un banc” down')
		await press(page, 'Leave out “Un banc”')
		expect(inside(page)).toEqual(['Un four à prêter'])
		await pressUndo('“Un banc” is left out.')
		expect(inside(page)).toEqual(['Un banc', 'Un four à prêter'])
		await press(page, 'Take “Eau de pluie” into the letter')
		expect(inside(page)).toEqual(['Un banc', 'Un four à prêter', 'Eau de pluie'])
		await press(page, 'Add a text')
		await page.findAll('.editor-item textarea').at(-1)!.setValue('À **bientôt**.')
		await press(page, 'Save')
		expect(server.editLetter.mock.calls[0]![1]).toMatchObject({
			version: 1,
			items: [{ kind: 'notice', id: 2, taken: true }, { kind: 'notice', id: 1, taken: true }, { kind: 'date', id: 9, taken: true }, { kind: 'block', id: null, text: 'À **bientôt**.' }],
		})
		expect(page.text()).toContain('Saved')
	})

	it('and is kept in the browser until it is saved', async () => {
		const { page } = await edit(sampleLetter())
		await page.findAll('textarea')[0]!.setValue('Un mot')
		page.unmount()
		const again = (await edit(sampleLetter())).page
		expect(again.text()).toContain('was not saved; this browser kept it')
		expect((again.findAll('textarea')[0]!.element as HTMLTextAreaElement).value).toBe('Un mot')
		await press(again, 'Delete this draft')
		expect((again.findAll('textarea')[0]!.element as HTMLTextAreaElement).value).toBe('')
	})

	it('with what someone else stored meanwhile, and a choice where both changed something', async () => {
		const { page } = await edit(sampleLetter({ version: 4, editorial: 'Avant' }))
		await page.findAll('textarea')[0]!.setValue('À moi')
		const current = sampleLetter({ version: 5, editorial: 'À eux', title: 'Leur titre' })
		server.editLetter.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current }))
		await press(page, 'Save')
		expect((page.get('input').element as HTMLInputElement).value).toBe('Leur titre')
		expect(page.text()).toContain('Changed on both sides: Editorial.')
		expect(server.editLetter).toHaveBeenCalledTimes(1)
		await press(page, 'Use the other')
		expect((page.findAll('textarea')[0]!.element as HTMLTextAreaElement).value).toBe('À eux')
	})

	it('and is previewed as each kind of readers gets it', async () => {
		const { page } = await edit(sampleLetter())
		expect(page.get('iframe').attributes('srcdoc')).toContain('Le courriel')
		expect(page.get('iframe').attributes('sandbox')).not.toContain('scripts')
		server.renderLetter.mockResolvedValue({ ...rendering, unseen: ['notice 1'], bytes: 70_000 })
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		await page.get('.letter-preview select').setValue('outside')
		await vi.advanceTimersByTimeAsync(700)
		await flushPromises()
		expect(server.renderLetter.mock.lastCall![1].as).toBe('outside')
		expect(page.text()).toContain('1 passage is left out for this reader.')
		expect(page.text()).toContain('too long for an email')
	})

	it('without treating a value stored in another form as a change', async () => {
		const { page } = await edit(sampleLetter({ version: 2 }))
		await page.findAll('textarea')[0]!.setValue('Un mot. \n')
		server.editLetter.mockImplementationOnce(async (_, { version, ...content }) => sampleLetter({ ...content, picture: null, from: '2026-11-01', until: '2026-11-30', readers: sampleLetter().readers, editorial: 'Un mot.', version: version + 1 }))
		await press(page, 'Save')
		expect(page.text()).toContain('Saved')
		expect((page.findAll('textarea')[0]!.element as HTMLTextAreaElement).value).toBe('Un mot.')
		expect(Object.keys(localStorage)).toEqual([])
	})

	it('and what is typed after a move is not undone with it', async () => {
		const { page } = await edit(sampleLetter())
		await press(page, 'Add a text')
		await press(page, 'Move “Un banc” up')
		expect(useUndo().message.value?.undo).toBeDefined()
		await page.get('.editor-item textarea').setValue('À bientôt.')
		expect(useUndo().message.value).toBeNull()
	})

	it('with a passage its facilitator cannot see, and both possible actions', async () => {
		const { page } = await edit(sampleLetter({ version: 2, items: [{ kind: 'notice', id: 77, taken: true, text: null, hash: null }] }))
		expect(page.get('.editor-item').text()).toContain('You cannot see this passage, or it no longer exists: if you send the letter, it will not be in it.')
	})

	it('and what is typed after the draft was erased stays when that is undone', async () => {
		const first = (await edit(sampleLetter({ version: 2 }))).page
		await first.get('input').setValue('Un titre')
		first.unmount()
		const { page } = await edit(sampleLetter({ version: 2 }))
		await press(page, 'Delete this draft')
		await page.findAll('textarea')[0]!.setValue('Un mot')
		await pressUndo('Draft deleted.')
		await flushPromises()
		expect((page.get('input').element as HTMLInputElement).value).toBe('Un titre')
		expect((page.findAll('textarea')[0]!.element as HTMLTextAreaElement).value).toBe('Un mot')
		expect(page.text()).toContain('was not saved; this browser kept it')
		expect(Object.values(localStorage).join()).toContain('Un mot')
	})

	it('and what the other wrote, taken instead, is put back without what was typed since; not where that was typed in the same place', async () => {
		const { page } = await edit(sampleLetter({ version: 4, editorial: 'Avant' }))
		const editorial = () => page.findAll('textarea')[0]!
		await editorial().setValue('À moi')
		server.editLetter.mockRejectedValueOnce(new ApiError(409, 'stale_version', { current: sampleLetter({ version: 5, editorial: 'À eux' }) }))
		await press(page, 'Save')
		await press(page, 'Use the other')
		expect((editorial().element as HTMLTextAreaElement).value).toBe('À eux')
		await page.get('input').setValue('Un titre')
		await pressUndo('What the other stored is in the letter.')
		await flushPromises()
		expect((page.get('input').element as HTMLInputElement).value).toBe('Un titre')
		expect((editorial().element as HTMLTextAreaElement).value).toBe('À moi')
		await editorial().setValue('Avant')
		page.unmount()

		const again = (await edit(sampleLetter({ version: 5, editorial: 'À eux' }))).page
		await press(again, 'Delete this draft')
		expect(useUndo().message.value?.undo).toBeDefined()
		await again.findAll('textarea')[0]!.setValue('À nous')
		expect(useUndo().message.value).toBeNull()
	})

	it('with a shortened text that stays one when its passage goes while it is written', async () => {
		const { page, cache } = await edit(sampleLetter({ version: 2, items: [1, 2].map((id) => ({ kind: 'notice' as const, id, taken: true, text: null, hash: null })) }))
		const shorten = async (at: number) => {
			await page.findAll('.editor-item')[at]!.get('[aria-haspopup]').trigger('click')
			await flushPromises()
			await press(page, 'Shorten the text')
		}
		await shorten(0)
		await page.findAll('.editor-item textarea')[0]!.setValue('Un four.')
		await shorten(1)
		expect(page.findAll('.editor-item textarea')).toHaveLength(2)
		server.listPassages.mockResolvedValue({ passages: [], more: [] })
		await cache.invalidateQueries({ key: ['letters', 'passages', 3] })
		await flushPromises()
		// Of the other nothing was shortened: there is no text to go on with.
		expect(page.findAll('.editor-item textarea')).toHaveLength(1)
		await page.get('.editor-item textarea').setValue('Un four à pain.')
		await press(page, 'Save')
		expect(server.editLetter.mock.calls[0]![1].items).toEqual([
			{ kind: 'notice', id: 1, taken: true, text: 'Un four à pain.', hash: 'a'.repeat(64) },
			{ kind: 'notice', id: 2, taken: true, text: null, hash: null },
		])
	})

	it('and the keyboard goes on where the last passage was', async () => {
		const { page } = await edit(sampleLetter(), [samplePassage()])
		await press(page, 'Leave out “Un four à prêter”')
		expect(document.activeElement?.textContent.trim()).toBe('Add a text')
	})

	it('and is not lost where the browser keeps nothing', async () => {
		const { page, router } = await edit(sampleLetter({ version: 2 }))
		vi.stubGlobal('localStorage', null)
		const asked = vi.fn(() => false)
		window.confirm = asked
		await page.findAll('textarea')[0]!.setValue('Un mot')
		await router.push('/letters')
		expect(asked).toHaveBeenCalledOnce()
		expect(router.currentRoute.value.path).toBe('/letters/3/edit')
		server.deleteLetter.mockResolvedValue(null)
		await press(page, 'Delete the draft…')
		await press(page, 'Delete the draft')
		expect(router.currentRoute.value.path).toBe('/letters')
		expect(asked).toHaveBeenCalledOnce()
		vi.unstubAllGlobals()
	})

	it('and leaves the editor unasked where the browser keeps what is written', async () => {
		const { page, router } = await edit(sampleLetter({ version: 2 }))
		const asked = vi.fn(() => false)
		window.confirm = asked
		await page.findAll('textarea')[0]!.setValue('Un mot')
		await router.push('/letters')
		expect(router.currentRoute.value.path).toBe('/letters')
		expect(asked).not.toHaveBeenCalled()
	})

	it('and previewed without sending its picture each time', async () => {
		const picture = { file: '12', alt: 'Une grange', image: 'QUJD' }
		const { page } = await edit(sampleLetter({ picture }))
		server.renderLetter.mockResolvedValue({ ...rendering, html: '<html><head></head><body><img src="cid:letter.jpg"></body></html>' })
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		await page.findAll('textarea')[0]!.setValue('Un mot')
		await vi.advanceTimersByTimeAsync(700)
		await flushPromises()
		expect(server.renderLetter.mock.lastCall![1].picture).toEqual({ file: '12', alt: 'Une grange' })
		expect(page.get('iframe').attributes('srcdoc')).toContain('src="data:image/jpeg;base64,QUJD"')
	})

	it('and another picture is not put away by taking back that the first one was left out', async () => {
		const picture = { file: '12', alt: 'Une grange', image: 'QUJD' }
		const { page } = await edit(sampleLetter({ picture }))
		const shown = () => page.get('.editor-picture__image').attributes('src')
		await press(page, 'Leave it out')
		expect(useUndo().message.value?.text).toBe('The picture is left out.')
		await pressUndo('The picture is left out.')
		await flushPromises()
		expect(shown()).toBe('data:image/jpeg;base64,QUJD')
		await press(page, 'Leave it out')
		await press(page, 'Choose a picture…')
		page.getComponent(ChoosePicture).vm.$emit('choose', { id: '13', url: '/grange.jpg' })
		await flushPromises()
		expect(shown()).toBe('data:image/jpeg;base64,TkVX')
		expect(useUndo().message.value).toBeNull()
	})

	it('and does not exist for people who cannot write it', async () => {
		server.getLetter.mockRejectedValue(new ApiError(403, 'not_yours'))
		const { page } = mountPage(EditorPage, { props: { id: 3 }, provide: provide(false) })
		await flushPromises()
		expect(page.text()).toContain('Could not load the letter.')
		expect(page.find('form').exists()).toBe(false)
	})
})

describe('a letter is sent', () => {
	const recipients: Recipients = {
		total: 120,
		account: 60,
		kept: 40,
		outside: 20,
		nothing: { account: 0, kept: 0, outside: 20 },
		unreached: { total: 0, people: [] },
		key: 'k',
		readers: [{ id: 7, name: 'Odile', kind: 'account', why: 'member', on: '2026-11-02', manner: '' }, { id: 8, name: '', kind: 'outside', why: 'told', on: '2026-11-03', manner: 'au marché' }],
	}
	const report: Report = { state: 'sending', note: null, running: true, total: 120, counts: { waiting: 120, begun: 0, sent: 0, refused: 0, perhaps: 0, left: 0, nothing: 0 }, refused: [], perhaps: [], next: { refused: null, perhaps: null }, withheld: 0 }

	async function sendPage(of: Partial<Recipients> = {}, letter: Partial<Letter> = {}, at = '/letters/3/send') {
		server.getLetter.mockResolvedValue(sampleLetter({ version: 2, ...letter }))
		server.countRecipients.mockResolvedValue({ ...recipients, ...of })
		const mounted = mountPage(SendPage, { props: { id: 3 }, provide: provide(), router: await routerAt(at) })
		await flushPromises()
		return mounted
	}

	/** The reason is in the place of the button, without what only concerns sending. */
	function expectNoSending(page: Page) {
		expect(page.text()).toContain('It cannot be sent at the moment: nobody would get it, for the reasons above.')
		expect(page.findAll('button').map((one) => one.text())).not.toContain('Send')
		expect(page.find('input[type=checkbox]').exists()).toBe(false)
		expect(page.text()).not.toContain('Once it is being sent')
	}

	it('to a number of people, each with a reason', async () => {
		const { page, router } = await sendPage()
		expect(page.text()).toContain('100 people get it')
		expect(page.text()).toContain('For 20 people it would be empty')
		expect(page.text()).toContain('60 members with an account · 40 members without an account')
		expect(page.text().match(/20 people who are not members/g)).toHaveLength(1)
		expect(page.get('label.ui-check').text()).toBe('Keep a copy in the library')
		expect(page.text()).toContain('member with an account · asked for it in the app on')
		expect(page.text()).toContain('An address without a name')
		expect(page.text()).toContain('au marché')
		server.listRecipients.mockResolvedValue({ readers: [{ id: 9, name: 'Linh', kind: 'kept', why: 'told', on: '2026-11-02', manner: '' }] })
		await press(page, 'See more: 118 are left')
		expect(server.listRecipients.mock.lastCall!.slice(0, 2)).toEqual([3, 8])
		expect(page.text()).toContain('Linh')
		server.sendLetter.mockResolvedValue(report)
		await press(page, 'Send to 100 people')
		expect(server.sendLetter).toHaveBeenCalledExactlyOnceWith(3, { version: 2, readers: 'k' })
		expect(router.currentRoute.value.path).toBe('/letters/3')
	})

	it('to people who are all named, with the focus on the first of the last ones', async () => {
		const { page } = await sendPage({ total: 3 })
		server.listRecipients.mockResolvedValue({ readers: [{ id: 9, name: 'Linh', kind: 'kept', why: 'told', on: '2026-11-02', manner: '' }] })
		await pressFocused(page, 'See more: 1 is left')
		expect(document.activeElement?.textContent).toContain('Linh')
	})

	it.each([[true, true], [false, false]])('and a copy into the library, unless that is not wanted (%s)', async (wanted, kept) => {
		const { page, router } = await sendPage()
		await page.get('input[type=checkbox]').setValue(wanted)
		server.sendLetter.mockResolvedValue(report)
		await press(page, 'Send to 100 people')
		expect(router.options.history.state.keep).toBe(kept)
	})

	it('and a copy, where it was sent but the answer was lost', async () => {
		const { page, router } = await sendPage()
		server.sendLetter.mockRejectedValue(new ApiError(504, 'server'))
		server.getLetter.mockResolvedValue(sampleLetter({ version: 3, state: 'sending' }))
		await press(page, 'Send to 100 people')
		expect(router.currentRoute.value.path).toBe('/letters/3')
		expect(router.options.history.state.keep).toBe(true)
	})

	it('without a copy, where another person sent it meanwhile', async () => {
		const { page, router } = await sendPage()
		server.sendLetter.mockRejectedValue(new ApiError(409, 'stale_version'))
		server.getLetter.mockResolvedValue(sampleLetter({ version: 3, state: 'sending' }))
		await press(page, 'Send to 100 people')
		expect(router.currentRoute.value.path).toBe('/letters/3')
		expect(router.options.history.state.keep).toBe(false)
	})

	it('without a copy, where it is for one group or a message', async () => {
		for (const letter of [{ readers: { kind: 'group', of: '4', name: 'Eau' } }, { kind: 'statutory' }] as const) {
			const { page, router } = await sendPage({}, letter)
			expect(page.find('input[type=checkbox]').exists()).toBe(false)
			server.sendLetter.mockResolvedValue(report)
			await press(page, 'Send to 100 people')
			expect(router.options.history.state.keep).toBe(false)
			page.unmount()
		}
	})

	it('after a test to oneself', async () => {
		const { page } = await sendPage()
		await page.get('select').setValue('kept')
		server.testLetter.mockResolvedValue({ address: 'fanny@example.org' })
		await press(page, 'Send me a test')
		expect(server.testLetter).toHaveBeenCalledExactlyOnceWith(3, 'kept')
		expect(page.text()).toContain('Sent to fanny@example.org.')
	})

	it('to nobody without readers, with a message', async () => {
		const { page } = await sendPage({ total: 0, account: 0, kept: 0, outside: 0, nothing: { account: 0, kept: 0, outside: 0 }, readers: [] }, { readers: { kind: 'theme', of: 'eau', name: 'Eau' } })
		expect(page.text()).toContain('Nobody gets it')
		expect(page.text()).toContain('is among “Eau”')
		expectNoSending(page)
	})

	it('to nobody, where the letter would be empty for everyone', async () => {
		const { page } = await sendPage({ total: 2, account: 0, kept: 0, outside: 2, nothing: { account: 0, kept: 0, outside: 2 } })
		expect(page.get('h2').text()).toBe('Nobody gets it')
		expect(page.text()).toContain('For 2 people it would be empty')
		expect(page.text().match(/2 people who are not members/g)).toHaveLength(1)
		expect(page.text()).toContain('These are: 2 people who are not members')
		expectNoSending(page)
	})

	it('to as many as are reached, and names the others', async () => {
		const unreached = { total: 1, people: [{ id: 5, name: 'Linh', member: null, why: 'no_address' as const }] }
		const { page } = await sendPage({ nothing: { account: 60, kept: 0, outside: 20 }, unreached })
		expect(page.text()).toContain('40 people get it')
		expect(page.text()).toContain('For 80 people it would be empty')
		expect(page.text()).toContain('60 members with an account · 20 people who are not members')
		expect(page.text()).toContain('No email is sent to 1 person on the list: who, and why')
		expect(page.text()).toMatch(/Linh\s*The account has no email address/)
	})

	it('to nobody, where no mail reaches those who subscribed', async () => {
		const unreached = { total: 1, people: [{ id: 5, name: 'Linh', member: null, why: 'no_address' as const }] }
		const { page } = await sendPage({ total: 0, account: 0, kept: 0, outside: 0, nothing: { account: 0, kept: 0, outside: 0 }, readers: [], unreached })
		expect(page.text()).toContain('Nobody gets it')
		expect(page.text()).not.toContain('Nobody has subscribed')
		expect(page.text()).toContain('No email is sent to 1 person on the list')
		expectNoSending(page)
	})

	it('only as it was read, also when someone stored another one since', async () => {
		const { page } = await sendPage({}, { version: 6 }, '/letters/3/send?version=5')
		server.sendLetter.mockRejectedValue(new ApiError(409, 'stale_version'))
		await press(page, 'Send to 100 people')
		await press(page, 'Send to 100 people')
		expect(server.sendLetter.mock.calls.map(([, { version }]) => version)).toEqual([5, 5])
		expect(page.find('[role=alert]').exists()).toBe(true)
		expect(button(page, 'Go on writing').attributes('href')).toBe('/letters/3/edit')
	})

	it('only to the readers that were seen', async () => {
		const { page } = await sendPage()
		server.sendLetter.mockRejectedValue(new ApiError(409, 'readers_changed'))
		server.countRecipients.mockResolvedValue({ ...recipients, total: 121, account: 61, key: 'l' })
		await press(page, 'Send to 100 people')
		expect(page.text()).toContain('101 people get it')
		expect(page.find('[role=alert]').exists()).toBe(true)
	})
})

describe('a letter that goes out', () => {
	const summary: LetterSummary = { id: 3, kind: 'letter', title: 'Des nouvelles', from: '2026-11-01', until: '2026-11-30', readers: { kind: 'all', of: '', name: '' }, language: 'fr', state: 'sending', sent: '2026-11-24T12:00:00+00:00', changed: '2026-11-24T12:00:00+00:00', note: null, file: null }
	const report: Report = {
		state: 'stopped',
		note: 'mail_server',
		running: false,
		total: 10,
		counts: { waiting: 4, begun: 0, sent: 2, refused: 1, perhaps: 1, left: 2, nothing: 0 },
		refused: [{ name: 'Odile', reason: 'bad_address' }],
		perhaps: [{ name: '', reason: null }],
		next: { refused: 17, perhaps: null },
		withheld: 1,
	}

	async function letterPage(of: Partial<Report> = {}, facilitator = true, letter: Partial<LetterSummary> = {}) {
		server.listLetters.mockResolvedValue({ letters: [{ ...summary, ...letter }] })
		server.readLetter.mockResolvedValue({ ...summary, html: '<p>Bonjour <strong>à vous</strong></p>' })
		server.getReport.mockResolvedValue({ ...report, ...of })
		const mounted = mountPage(LetterPage, { props: { id: 3 }, provide: provide(facilitator) })
		await flushPromises()
		return mounted
	}

	it('says what was done, what is left and what went wrong', async () => {
		const { page } = await letterPage()
		for (const text of ['Stopped: the mail server takes no emails', '2 emails sent', '4 emails waiting', '2 people left in the meantime', '1 passage was withdrawn', '1 email was refused', 'Odile · not a valid address', '1 email was perhaps sent', 'nobody gets the letter twice', 'An address without a name']) {
			expect(page.text()).toContain(text)
		}
	})

	it('names all who were refused, some at a time', async () => {
		const { page } = await letterPage()
		server.getReport.mockResolvedValue({ ...report, refused: [{ name: 'Linh', reason: 'not_accepted' }], next: { refused: null, perhaps: null } })
		await pressFocused(page, 'Show the next ones')
		expect(document.activeElement?.textContent).toContain('Linh')
		expect(server.getReport.mock.lastCall!.slice(0, 2)).toEqual([3, 17])
		expect(page.get('details').findAll('li').map((one) => one.text().split(' ·')[0])).toEqual(['Odile', 'Linh'])
		expect(button(page, 'Show the next ones')).toBeUndefined()
	})

	it('is sent again to those who may not have it, not while it is stopped', async () => {
		const stopped = (await letterPage({ note: null })).page
		expect(stopped.text()).toContain('1 email was refused')
		expect(stopped.text()).toContain('the rest waits until someone continues')
		expect(['Try again', 'Send again', 'Print it for them'].map((name) => button(stopped, name))).toEqual([undefined, undefined, undefined])
		stopped.unmount()
		const { page } = await letterPage({ state: 'sent', note: null })
		expect(button(page, 'Try again')).toBeDefined()
		server.sendAgain.mockResolvedValue({ ...report, state: 'sending', note: null, counts: { ...report.counts, waiting: 5, perhaps: 0 } })
		await press(page, 'Send again')
		expect(server.sendAgain).toHaveBeenCalledExactlyOnceWith(3, 'perhaps')
		expect(page.text()).toContain('Being sent')
	})

	it('is stopped, which can be undone', async () => {
		const { page } = await letterPage({ state: 'sending', note: null, running: true })
		server.stopSending.mockResolvedValue({ ...report, note: null })
		await press(page, 'Stop')
		expect(page.text()).toContain('What was sent stays sent')
		server.resumeSending.mockResolvedValue({ ...report, state: 'sending', note: null, running: true })
		await pressUndo('Sending is stopped.')
		expect(server.resumeSending).toHaveBeenCalledOnce()
	})

	it.each([['fr', 'Lettres'], ['en', 'Letters'], ['oc', 'Letras'], ['ca', 'Butlletins'], ['es', 'Boletines'], ['de', 'Letters']])('in %s is kept in the folder “%s” of the library, whoever does it', async (language, folder) => {
		const { page } = await letterPage({ state: 'sent', note: null }, true, { language })
		server.getFileText.mockResolvedValue({ text: 'Bonjour' })
		library.mockResolvedValue('12')
		server.keepFile.mockResolvedValue(sampleLetter({ file: '12' }))
		await press(page, 'Keep it in the library')
		expect(library).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ folder, name: '2026-11-24 Des nouvelles.md', text: 'Bonjour' }))
	})

	it('is kept in the library once, where that was chosen when it was sent; the button does it again', async () => {
		server.listLetters.mockResolvedValue({ letters: [summary] })
		server.readLetter.mockResolvedValue({ ...summary, html: '<p>Bonjour</p>' })
		server.getReport.mockResolvedValue({ ...report, state: 'sending', note: null, running: true })
		server.getFileText.mockResolvedValue({ text: 'Bonjour' })
		library.mockResolvedValue('12')
		server.keepFile.mockResolvedValue(sampleLetter({ file: '12' }))
		const replaced = vi.spyOn(history, 'replaceState')
		let forgotten = true
		library.mockImplementationOnce(async () => {
			forgotten = replaced.mock.calls.some(([state]) => state.keep === false)
			throw new ApiError(404, 'no_library')
		})
		const router = await routerAt('/letters/3/send')
		await router.replace({ path: '/letters/3', state: { keep: true } })
		const { page } = mountPage(LetterPage, { props: { id: 3 }, provide: provide(), router })
		await flushPromises()
		expect(library).toHaveBeenCalledOnce()
		expect(page.text()).toContain('The copy was not put into the library.')
		expect(forgotten, 'not before it is done').toBe(false)
		expect(replaced).toHaveBeenLastCalledWith(expect.objectContaining({ keep: false }), '')
		replaced.mockRestore()
		expect(server.keepFile).not.toHaveBeenCalled()
		await press(page, 'Keep it in the library')
		expect(library).toHaveBeenCalledTimes(2)
		expect(server.keepFile).toHaveBeenCalledExactlyOnceWith(3, '12')
	})

	it('is read by members, without how it was sent', async () => {
		const { page } = await letterPage({}, false)
		expect(page.get('article').html()).toContain('<strong>à vous</strong>')
		expect(page.get('article').attributes('lang')).toBe('fr')
		expect(page.find('.letter-report').exists()).toBe(false)
		expect(server.getReport).not.toHaveBeenCalled()
	})

	it('to all members is read again by the person who sent it', async () => {
		server.listLetters.mockResolvedValue({ letters: [{ ...summary, kind: 'statutory', from: null, until: null, state: 'sent' }] })
		server.readLetter.mockResolvedValue({ ...summary, html: '<p>Venez à l’assemblée.</p>' })
		server.getReport.mockResolvedValue({ ...report, state: 'sent', note: null })
		const { page } = mountPage(LetterPage, { props: { id: 3 }, provide: provide() })
		await flushPromises()
		expect(page.get('article').text()).toBe('Venez à l’assemblée.')
		expect(page.text()).not.toContain('Keep it in the library')
	})

	it('goes into the library unless it is for one group', async () => {
		const { page } = await letterPage({ state: 'sent', note: null }, true, { readers: { kind: 'group', of: '4', name: 'Eau' } })
		expect(page.text()).not.toContain('Keep it in the library')
	})

	it('is printed for those whose email was refused', async () => {
		const { page } = await letterPage({ state: 'sent', note: null })
		expect(button(page, 'Print it for them').attributes('href')).toBe('/letters/3/print')
		page.unmount()
		server.listPapers.mockResolvedValue({ papers: [{ title: 'Des nouvelles', language: 'fr', html: '<p>Bonjour</p>' }], people: [{ name: 'Odile', paper: 0 }, { name: '', paper: 0 }], next: 17 })
		const { page: paper } = mountPage(PrintLetter, { props: { id: 3 }, provide: provide() })
		await flushPromises()
		expect(paper.findAll('.letter-paper').map((one) => one.text())).toEqual(['Des nouvellesFor OdileBonjour', 'Des nouvellesBonjour'])
		expect(paper.get('.letter-paper h2').attributes('lang')).toBe('fr')
		expect(paper.text()).toContain('For 2 people whose email was refused.')
		server.listPapers.mockResolvedValue({ papers: [{ title: 'Des nouvelles', language: 'fr', html: '<p>Bonsoir</p>' }], people: [{ name: 'Linh', paper: 0 }], next: null })
		await press(paper, 'Show the next ones')
		expect(server.listPapers.mock.lastCall!.slice(0, 2)).toEqual([3, 17])
		expect(paper.findAll('.letter-paper').map((one) => one.text())).toEqual(['Des nouvellesFor LinhBonsoir'])
		expect(paper.text()).not.toContain('Show the next ones')
	})

	it('is on the paper of a person without email', async () => {
		server.listPapersOf.mockResolvedValue({ name: 'Jeanne Bru', papers: [{ title: 'Convocation', language: 'fr', html: '<p>Venez.</p>' }, { title: 'Des nouvelles', language: 'fr', html: '<p>Bonjour</p>' }] })
		const { page } = mountPage(PaperLetters, { props: { memberId: 8 } })
		await flushPromises()
		expect(server.listPapersOf.mock.lastCall![0]).toBe(8)
		expect(page.findAll('.letter-paper').map((one) => one.text())).toEqual(['ConvocationFor Jeanne BruVenez.', 'Des nouvellesFor Jeanne BruBonjour'])
		expect(page.emitted('ready')).toHaveLength(1)
	})

	it('is not on that paper before it has come', async () => {
		server.listPapersOf.mockRejectedValue(new ApiError(500, 'unknown'))
		const { page } = mountPage(PaperLetters, { props: { memberId: 8 } })
		await flushPromises()
		expect(page.text()).toContain('Could not load the letter.')
		expect(page.emitted('ready')).toBeUndefined()
		server.listPapersOf.mockResolvedValue({ name: 'Jeanne Bru', papers: [] })
		await press(page, 'Try again')
		expect(page.emitted('ready')).toHaveLength(1)
	})

	it('is among the letters; drafts are only for facilitators', async () => {
		server.listLetters.mockResolvedValue({ letters: [{ ...summary, state: 'sent' }] })
		const { page } = mountPage(LettersPage, { provide: provide(false) })
		await flushPromises()
		expect(page.get('a[href="/letters/3"]').text()).toBe('Des nouvelles')
		expect(page.text()).not.toContain('A new letter')
		page.unmount()
		server.listLetters.mockResolvedValue({ letters: [{ ...summary, state: 'draft', sent: null }] })
		const mine = mountPage(LettersPage, { provide: provide() }).page
		await flushPromises()
		expect(mine.find('a[href="/letters/3/edit"]').exists()).toBe(true)
		expect(mine.text()).toContain('A new letter')
	})

	it('begins and ends with words that facilitators write where they begin letters', async () => {
		server.listLetters.mockResolvedValue({ letters: [] })
		settings.getText.mockImplementation(async (which) => `Texte ${which}`)
		const { page } = mountPage(LettersPage, { provide: provide() })
		await flushPromises()
		expect(settings.getText).not.toHaveBeenCalled()
		await page.get('details').trigger('toggle')
		await vi.dynamicImportSettled()
		await flushPromises()
		expect(page.findAll<HTMLTextAreaElement>('details textarea').map(({ element }) => element.value)).toEqual(['Texte opening', 'Texte closing'])
		page.unmount()
		const member = mountPage(LettersPage, { provide: provide(false) }).page
		await flushPromises()
		expect(member.find('details').exists()).toBe(false)
	})

	it('begins with a title, a convocation without one', async () => {
		server.listLetters.mockResolvedValue({ letters: [] })
		const { page } = mountPage(LettersPage, { provide: provide() })
		await flushPromises()
		const title = page.get<HTMLInputElement>('input:not([type=radio], [type=date])')
		const choose = (kind: string) => page.get(`input[value=${kind}]`).setValue()
		const { value: news } = title.element
		expect(news).not.toBe('')
		await choose('statutory')
		expect(title.element.value).toBe('')
		await choose('letter')
		expect(title.element.value).toBe(news)
		await title.setValue('Assemblée')
		await choose('statutory')
		expect(title.element.value).toBe('Assemblée')
	})
})
