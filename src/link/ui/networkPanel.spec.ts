/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Neighbourhood, Relation } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import UiUndo from '../../shared/ui/UiUndo.vue'
import AroundCount from './AroundCount.vue'
import NetworkAside from './NetworkAside.vue'
import NetworkPanel from './NetworkPanel.vue'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { LATE_KIND } from '../model.ts'
import { linkReasons } from '../reasons.ts'
import { madeBond, sampleAround, sampleBond, sampleNeighbour, sampleRelations, sampleThing } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const quitterie = { type: 'member', id: '3' } as const
const group = sampleNeighbour({ type: 'group', id: '2', title: 'Petites villes', url: '/apps/reseau/groups/2', icon: 'group', uid: null, bonds: [sampleBond('facilitates it')] })
const garden = sampleThing({ type: 'file', id: '40', title: 'Le jardin sans clé', url: '/apps/files/f/40', icon: 'sheet', uid: null, line: 'Récit' })
const person = (id: number) => sampleNeighbour({ id: String(id), title: `Person ${id}`, url: `/apps/reseau/members/${id}` })

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	useUndo().dismiss()
	registerReasons(linkReasons)
	server.listRelations.mockResolvedValue(sampleRelations)
})

afterEach(() => {
	mounted?.page.unmount()
	vi.useRealTimers()
})

/** The server sends files in a separate answer. */
function serve(around: Neighbourhood): void {
	const only = (late: boolean): Neighbourhood => ({ ...around, kinds: around.kinds.filter(({ kind }) => (kind === LATE_KIND) === late) })
	server.getNeighbourhood.mockResolvedValue(only(false))
	server.getFilesAround.mockResolvedValue(only(true))
}

async function show(around: Neighbourhood | ApiError, props: Record<string, unknown> = {}) {
	if (around instanceof Error) {
		server.getNeighbourhood.mockRejectedValue(around)
	} else {
		serve(around)
	}
	mounted = mountPage(NetworkPanel, { props: { subject: quitterie, ...props } })
	await flushPromises()
	return mounted.page
}

type Page = Awaited<ReturnType<typeof show>>
const button = (page: Page, name: string) => page.findAll('button').find((one) => one.isVisible() && (one.attributes('aria-label') ?? one.text()) === name)!
async function press(page: Page, name: string) {
	await button(page, name).trigger('click')
	await flushPromises()
}
const rows = (page: Page) => page.findAll('section').map((section) => [section.get('h3').text(), ...section.findAll('.neighbour').map((row) => `${row.get('.neighbour__title').text()}: ${row.get('.neighbour__line').text()}`)])

async function type(page: Page, words: string) {
	await page.get('input').setValue(words)
	vi.advanceTimersByTime(300)
	await flushPromises()
}

/** Chooses what was found first. */
async function choose(page: Page) {
	await page.get('input').trigger('keydown', { key: 'ArrowDown' })
	await page.get('input').trigger('keydown', { key: 'Enter' })
	await flushPromises()
}

describe('the neighbourhood', () => {
	it('is shown by kind, three each, with a link to all of them only if there are more', async () => {
		const page = await show(sampleAround([
			{ kind: 'people', total: 5, items: [1, 2, 3, 4].map(person) },
			{ kind: 'groups', total: 1, items: [group] },
		]))
		expect(rows(page)).toEqual([
			['People', 'Person 1: in the same group', 'Person 2: in the same group', 'Person 3: in the same group'],
			['Groups', 'Petites villes: facilitates it'],
		])
		expect(page.findAll('.neighbours__all').map((all) => all.text())).toEqual(['See all: 5'])
		expect(page.findAll('.neighbour a').map((link) => link.attributes('href'))[3]).toBe('/apps/reseau/groups/2')
		expect(server.getNeighbourhood).toHaveBeenCalledExactlyOnceWith(quitterie, null, expect.anything())
	})

	it('shows all of a kind in its place, and returns to the previous position', async () => {
		const page = await show(sampleAround([{ kind: 'people', total: 5, items: [1, 2, 3].map(person) }, { kind: 'groups', total: 1, items: [group] }]))
		server.getNeighbourhood.mockResolvedValue(sampleAround([{ kind: 'people', total: 5, items: [1, 2, 3, 4, 5].map(person) }]))
		await press(page, 'See all: People, 5')
		expect(server.getNeighbourhood).toHaveBeenLastCalledWith(quitterie, 'people', expect.anything())
		expect(page.findAll('.neighbour')).toHaveLength(5)
		expect(document.activeElement?.textContent).toBe('People')
		await page.get('.neighbour a').trigger('keydown', { key: 'Escape' })
		await flushPromises()
		expect(page.findAll('section')).toHaveLength(2)
		expect(document.activeElement?.textContent?.trim()).toBe('See all: 5')
	})

	it('says that a file is gone, without a link to it', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...garden, gone: true, url: '' })] }]))
		expect(rows(page)).toEqual([['Resources', 'Le jardin sans clé: no longer exists · in the same group']])
		expect(page.find('.neighbour a').exists()).toBe(false)
	})

	it('links to the sheet of a deleted file', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...garden, gone: true, url: '/apps/reseau/library/sheet/40' })] }]))
		expect(rows(page)).toEqual([['Resources', 'Le jardin sans clé: no longer exists · in the same group']])
		expect(page.get('.neighbour a').attributes('href')).toBe('/apps/reseau/library/sheet/40')
	})

	it('is never empty: without content it offers to link, with permission', async () => {
		const page = await show(sampleAround())
		expect(page.get('.network__empty').text()).toBe('Nothing you can see is linked here yet.')
		expect(page.get('h3').text()).toBe('Link to…')
		expect(page.get('.link-picker input').isVisible()).toBe(true)
		// Nobody asked for it, and there is nothing to go back to.
		expect(document.activeElement).toBe(document.body)
		expect(page.findAll('button').filter((one) => one.isVisible())).toEqual([])
		mounted!.page.unmount()
		const other = await show(sampleAround([], { can: { link: false, linkWithCard: false } }))
		expect(other.get('.network').text()).toBe('Nothing you can see is linked here yet.')
	})

	it('next to its own page, is requested without what that page shows', async () => {
		const own = { ...quitterie, own: true }
		const page = await show(sampleAround([{ kind: 'people', total: 5, items: [1, 2, 3].map(person) }]), { subject: own })
		await press(page, 'See all: People, 5')
		expect(server.getNeighbourhood.mock.calls.map(([of, kind]) => [of, kind])).toEqual([[own, null], [own, 'people']])
		expect(server.getFilesAround.mock.calls.map(([of]) => of)).toEqual([own])
	})

	it('can be reloaded after a failure', async () => {
		const page = await show(new ApiError(0, 'offline'))
		expect(page.get('[role=alert]').text()).toContain('Could not load what is related.')
		serve(sampleAround([{ kind: 'groups', total: 1, items: [group] }]))
		await press(page, 'Try again')
		expect(rows(page)).toHaveLength(1)
	})

	describe('its files', () => {
		const notice = sampleNeighbour({ type: 'notice', id: '5', title: 'Une grange', icon: 'notice', uid: null })
		const around = sampleAround([{ kind: 'notices', total: 1, items: [notice] }])
		const files = sampleAround([{ kind: 'resources', total: 4, items: [sampleNeighbour({ ...garden })] }])

		/** A panel whose files have not come yet. */
		async function waiting(first = around) {
			let come: (files: Neighbourhood | Error) => void = () => undefined
			server.getFilesAround.mockReturnValueOnce(new Promise((resolve, reject) => {
				come = (answer) => answer instanceof Error ? reject(answer) : resolve(answer)
			}))
			server.getNeighbourhood.mockResolvedValue(first)
			mounted = mountPage(NetworkPanel, { props: { subject: quitterie } })
			await flushPromises()
			return { page: mounted.page, come: async (answer: Neighbourhood | Error) => {
				come(answer)
				await flushPromises()
			} }
		}

		it('come after the rest, in the place of a line that waits for them', async () => {
			const { page, come } = await waiting()
			expect(server.getFilesAround).toHaveBeenCalledExactlyOnceWith(quitterie, expect.anything())
			expect(rows(page)).toEqual([['Notices', 'Une grange: in the same group']])
			expect(page.get('section + *').classes()).toContain('ui-skeleton')
			await come(files)
			expect(rows(page)).toEqual([['Notices', 'Une grange: in the same group'], ['Resources', 'Le jardin sans clé: in the same group']])
			expect(page.find('.ui-skeleton').exists()).toBe(false)
			expect(page.get('.neighbours__all').text()).toBe('See all: 4')
		})

		it('are waited for before anything is called empty', async () => {
			const { page, come } = await waiting(sampleAround())
			expect(page.find('.network__empty').exists()).toBe(false)
			await come(sampleAround())
			expect(page.find('.network__empty').exists()).toBe(true)
		})

		it('can be requested again after a failure, which leaves the rest', async () => {
			const { page, come } = await waiting()
			await come(new ApiError(0, 'offline'))
			expect(page.get('[role=alert]:not(:empty)').text()).toContain('Could not load the files.')
			expect(rows(page)).toHaveLength(1)
			server.getFilesAround.mockResolvedValue(files)
			await press(page, 'Try again')
			expect(rows(page)).toHaveLength(2)
			expect(server.getNeighbourhood).toHaveBeenCalledTimes(1)
		})

		it('are not asked for of what does not exist', async () => {
			await show(new ApiError(404, 'not_found'))
			expect(server.getFilesAround).not.toHaveBeenCalled()
		})
	})

	it('says that a thing does not exist, and does not request it again', async () => {
		const page = await show(new ApiError(404, 'not_found'))
		expect(page.get('[role=alert]').text()).toBe('This no longer exists, or is not shown to you.')
		expect(page.findAll('button').filter((one) => one.isVisible())).toEqual([])
	})

	it('names its thing in a page of its own', async () => {
		serve(sampleAround())
		mounted = mountPage(NetworkAside, { props: { subject: quitterie, focused: true } })
		expect(document.activeElement?.textContent?.trim()).toBe('Réseau panel')
		await flushPromises()
		expect(mounted.page.get('h2').text()).toBe('Around Quitterie Loubensan')
		await mounted.page.get('h2').trigger('keydown', { key: 'Escape' })
		expect(mounted.page.emitted('close')).toHaveLength(1)
	})
})

describe('the words of its button', () => {
	async function words(around: Neighbourhood) {
		serve(around)
		mounted = mountPage(AroundCount, { props: { subject: quitterie } })
		const before = mounted.page.text()
		await flushPromises()
		return { words: [before, mounted.page.text()], none: mounted.page.emitted('none')?.at(-1) }
	}

	it('say how much is around, files too, once all of it is known', async () => {
		const around = sampleAround([{ kind: 'people', total: 5, items: [person(1)] }, { kind: 'resources', total: 2, items: [sampleNeighbour({ ...garden })] }])
		expect(await words(around)).toEqual({ words: ['Around', 'Around (7)'], none: [false] })
	})

	it('offer to link where nothing is, and say where there is nothing to open', async () => {
		expect(await words(sampleAround())).toEqual({ words: ['Around', 'Link to…'], none: [false] })
		mounted!.page.unmount()
		expect((await words(sampleAround([], { can: { link: false, linkWithCard: false } }))).none).toEqual([true])
	})

	it('count what the panel next to the page shows', async () => {
		serve(sampleAround([{ kind: 'people', total: 5, items: [person(1)] }]))
		mounted = mountPage(AroundCount, { props: { subject: { ...quitterie, own: true } } })
		await flushPromises()
		expect(server.getNeighbourhood).toHaveBeenCalledExactlyOnceWith({ ...quitterie, own: true }, null, expect.anything())
		expect(mounted.page.text()).toBe('Around (5)')
	})

	it('give no number where something could not be loaded', async () => {
		server.getNeighbourhood.mockResolvedValue(sampleAround())
		server.getFilesAround.mockRejectedValue(new ApiError(0, 'offline'))
		mounted = mountPage(AroundCount, { props: { subject: quitterie } })
		await flushPromises()
		expect(mounted.page.text()).toBe('Around')
	})
})

describe('linking', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		server.findThings.mockResolvedValue([garden, sampleThing({ id: '8', title: 'Jardine Roux' }), sampleThing({ ...garden, id: '41', title: 'Un autre jardin' }), sampleThing({ id: '3', title: 'Quitterie' })])
	})

	async function picker(props = {}) {
		const page = await show(sampleAround([{ kind: 'groups', total: 1, items: [group] }]), props)
		await press(page, 'Link to…')
		return page
	}

	it('finds everything in one field, by type, without the thing itself', async () => {
		const page = await picker()
		expect(document.activeElement).toBe(page.get('input').element)
		await type(page, ' jardin ')
		expect(server.findThings).toHaveBeenCalledExactlyOnceWith('jardin', expect.anything())
		expect(page.findAll('[role=group]').map((one) => [one.attributes('aria-label'), ...one.findAll('[role=option] > :first-child').map((option) => option.text())])).toEqual([
			['Files and folders', 'Le jardin sans clé', 'Un autre jardin'],
			['People', 'Jardine Roux'],
		])
		expect(page.get('.ui-combobox [role=status]').text()).toBe('3 options')
	})

	it('requests only after typing has stopped, and cancels outdated requests', async () => {
		const signals: AbortSignal[] = []
		server.findThings.mockImplementation((_, signal) => {
			signals.push(signal!)
			return new Promise(() => undefined)
		})
		const page = await picker()
		await page.get('input').setValue('j')
		vi.advanceTimersByTime(100)
		await type(page, 'ja')
		await type(page, 'jar')
		expect(server.findThings.mock.calls.map(([q]) => q)).toEqual(['ja', 'jar'])
		expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
	})

	it('takes the one thing behind an address with Enter', async () => {
		server.findThings.mockResolvedValue([garden])
		const page = await picker()
		await type(page, 'https://cloud.example.org/f/40')
		await page.get('input').trigger('keydown', { key: 'Enter' })
		await flushPromises()
		expect(page.get('.link-picker__chosen').text()).toContain('Le jardin sans clé')
	})

	it('reads as a sentence in both directions, and is shown immediately', async () => {
		const page = await picker()
		await type(page, 'jardin')
		await choose(page)
		expect(document.activeElement?.textContent?.trim()).toBe('Link')
		expect(page.get('.link-sentence').text()).toBe('Quitterie Loubensan see also Le jardin sans clé')
		expect(button(page, 'Reverse direction')).toBeUndefined()
		expect(page.findAll('option').map((option) => option.text())).toEqual(['carries', 'inspired by', 'see also'])
		await page.get('select').setValue('inspired-by')
		await press(page, 'Reverse direction')
		expect(page.get('.link-sentence').text()).toBe('Le jardin sans clé inspired by Quitterie Loubensan')

		let answer: (link: { id: number }) => void = () => undefined
		server.createLink.mockImplementation((body) => new Promise((resolve) => {
			answer = ({ id }) => resolve({ id, ...body })
		}))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.createLink).toHaveBeenCalledExactlyOnceWith({ a: { type: 'file', id: '40' }, b: quitterie, relation: 'inspired-by' })
		expect(rows(page)).toEqual([['Groups', 'Petites villes: facilitates it'], ['Resources', 'Le jardin sans clé: Quitterie Loubensan inspired Le jardin sans clé']])
		expect(document.activeElement?.textContent?.trim()).toBe('Link to…')

		serve(sampleAround([{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...garden, bonds: [madeBond(12, { inverse: true }, 'inspired')] })] }]))
		answer({ id: 12 })
		await flushPromises()
		const { message } = useUndo()
		expect(message.value?.text).toBe('Linked: Le jardin sans clé inspired by Quitterie Loubensan')
		await pressUndo('Linked: Le jardin sans clé inspired by Quitterie Loubensan')
		expect(server.removeLink).toHaveBeenCalledExactlyOnceWith(12)

		// The next time it begins with what was chosen.
		await press(page, 'Link to…')
		await type(page, 'jardin')
		await choose(page)
		expect(page.get('.link-sentence').text()).toBe('Le jardin sans clé inspired by Quitterie Loubensan')
	})

	it('restores everything after a refusal, with the chosen thing and the reason', async () => {
		const page = await picker()
		await type(page, 'jardin')
		await choose(page)
		server.createLink.mockRejectedValue(new ApiError(422, 'too_many'))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.get('.link-picker [role=alert]').text()).toContain('You have reached the maximum number of links here. Remove one you no longer need.')
		expect(page.get('.link-sentence').text()).toContain('Le jardin sans clé')
		await press(page, 'Back to everything around')
		expect(rows(page)).toEqual([['Groups', 'Petites villes: facilitates it']])
	})

	it('offers no undo for a link that already existed', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...garden, bonds: [madeBond(12, {}, 'see also')] })] }]))
		await press(page, 'Link to…')
		await type(page, 'jardin')
		await choose(page)
		server.createLink.mockImplementation(async (body) => ({ id: 12, ...body }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(useUndo().message.value).toMatchObject({ text: 'They were already linked like this: Quitterie Loubensan see also Le jardin sans clé', undo: undefined })
	})

	describe('before the relations are loaded', () => {
		async function pressed() {
			const page = await picker()
			await type(page, 'jardin')
			await choose(page)
			server.createLink.mockImplementation(async (body) => ({ id: 12, ...body }))
			await page.get('form').trigger('submit')
			await flushPromises()
			return page
		}

		it('is queued, announced, and done once when they are loaded', async () => {
			let come: (relations: typeof sampleRelations) => void = () => undefined
			server.listRelations.mockReturnValue(new Promise((resolve) => {
				come = resolve
			}))
			const page = await pressed()
			expect(button(page, 'Link').attributes('aria-busy')).toBe('true')
			expect(page.get('.link-sentence[role=status]').text()).toBe('Loading the relations…')
			await page.get('form').trigger('submit')
			expect(server.createLink).not.toHaveBeenCalled()
			come(sampleRelations)
			await flushPromises()
			expect(server.createLink).toHaveBeenCalledExactlyOnceWith({ a: quitterie, b: { type: 'file', id: '40' }, relation: 'see-also' })
		})

		it('shows an error if they cannot be loaded, and requests them again', async () => {
			server.listRelations.mockRejectedValue(new ApiError(0, 'offline'))
			const page = await pressed()
			expect(page.get('form [role=alert]').text()).toContain('Could not load the relations of the network.')
			expect(button(page, 'Link').attributes('aria-busy')).toBe('false')
			expect(server.createLink).not.toHaveBeenCalled()
			server.listRelations.mockResolvedValue(sampleRelations)
			await page.get('form').trigger('submit')
			await flushPromises()
			expect(server.createLink).toHaveBeenCalledTimes(1)
		})

		it('is dropped when the user goes back', async () => {
			let come: (relations: typeof sampleRelations) => void = () => undefined
			server.listRelations.mockReturnValue(new Promise((resolve) => {
				come = resolve
			}))
			const page = await pressed()
			await press(page, 'Change')
			come(sampleRelations)
			await flushPromises()
			expect(server.createLink).not.toHaveBeenCalled()
			expect(Object.keys(localStorage)).toEqual([])
		})
	})

	it('says in advance that a card is needed, with a link to it', async () => {
		const page = await show(sampleAround([{ kind: 'groups', total: 1, items: [group] }], { can: { link: false, linkWithCard: true } }))
		await press(page, 'Link to…')
		expect(page.find('input').exists()).toBe(false)
		expect(page.get('.link-card-needed').text()).toContain('publish your card first')
		expect(page.get('.link-card-needed a').attributes('href')).toContain('/apps/reseau/me')
		expect(document.activeElement?.textContent?.trim()).toBe('Link to…')
		await press(page, 'Back to everything around')
		expect(rows(page)).toHaveLength(1)
		mounted!.page.unmount()
		expect((await show(sampleAround([], { can: { link: false, linkWithCard: true } }))).find('.link-card-needed').exists()).toBe(true)
	})

	it('says if nothing is found', async () => {
		server.findThings.mockResolvedValue([])
		const page = await picker()
		await type(page, 'xyz')
		expect(page.get('.link-picker__nothing').text()).toBe('Nothing you can see matches these words.')
	})

	it('starts on request, with the focus in its field', async () => {
		const page = await show(sampleAround(), { linking: true })
		expect(document.activeElement).toBe(page.get('.link-picker input').element)
		expect(page.find('.network__empty').exists()).toBe(false)
	})

	it('where nothing was, makes the first link, and keeps the choice if it is refused', async () => {
		const page = await show(sampleAround())
		await type(page, 'jardin')
		await choose(page)
		server.createLink.mockRejectedValueOnce(new ApiError(422, 'wrong_relation'))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.get('.link-picker [role=alert]').text()).toContain('This relation makes no sense between these two.')
		expect(page.get('.link-sentence').text()).toContain('Le jardin sans clé')
		server.createLink.mockImplementation(async (body) => ({ id: 12, ...body }))
		serve(sampleAround([{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...garden, bonds: [madeBond(12, {}, 'see also')] })] }]))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(rows(page)).toEqual([['Resources', 'Le jardin sans clé: Quitterie Loubensan see also Le jardin sans clé']])
		expect(page.find('.link-picker').exists()).toBe(false)
	})

	it('says if no relation makes sense between the two', async () => {
		server.listRelations.mockResolvedValue(sampleRelations.map((relation): Relation => ({ ...relation, from: ['board'], to: ['board'] })))
		server.findThings.mockResolvedValue([garden])
		const page = await picker()
		await type(page, 'jardin')
		await choose(page)
		expect(page.get('form').text()).toContain('None of the network’s relations makes sense between these two.')
	})
})

describe('removing a link', () => {
	const linked = sampleNeighbour({ ...garden, bonds: [sampleBond('wrote it'), madeBond(12)] })

	it('shows who made it, is done immediately, and can be undone', async () => {
		const page = await show(sampleAround([{ kind: 'groups', total: 1, items: [group] }, { kind: 'resources', total: 1, items: [linked] }]))
		expect(page.findAll('.neighbour__more')).toHaveLength(1)
		await press(page, 'About the link to “Le jardin sans clé”')
		expect(page.get('.neighbour__link span').text()).toBe('“Quitterie Loubensan inspired by Le jardin sans clé”: linked by Zohra Mekhloufi')
		server.removeLink.mockImplementation(async () => {
			serve(sampleAround([{ kind: 'resources', total: 1, items: [{ ...linked, bonds: [sampleBond('wrote it')] }] }]))
			return null
		})
		await press(page, 'Remove the link: Quitterie Loubensan inspired by Le jardin sans clé')
		expect(server.removeLink).toHaveBeenCalledExactlyOnceWith(12)
		expect(rows(page).at(-1)).toEqual(['Resources', 'Le jardin sans clé: wrote it'])
		server.createLink.mockImplementation(async (body) => ({ id: 13, ...body }))
		await pressUndo('The link with “Le jardin sans clé” was removed.')
		expect(server.createLink).toHaveBeenCalledExactlyOnceWith({ a: quitterie, b: { type: 'file', id: '40' }, relation: 'inspired-by' })
	})

	it('is reverted after a refusal, with the reason', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [linked] }]))
		await press(page, 'About the link to “Le jardin sans clé”')
		server.removeLink.mockRejectedValue(new ApiError(0, 'offline'))
		await press(page, 'Remove the link: Quitterie Loubensan inspired by Le jardin sans clé')
		expect(page.get('[role=alert]:not(:empty)').text()).toContain('Could not remove the link.')
		expect(rows(page)).toEqual([['Resources', 'Le jardin sans clé: wrote it · Quitterie Loubensan inspired by Le jardin sans clé']])
	})

	it('is for those who may; others see who made it', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [{ ...linked, bonds: [madeBond(12, { can: { remove: false } })] }] }]))
		await press(page, 'About the link to “Le jardin sans clé”')
		expect(page.find('.neighbour__link button').exists()).toBe(false)
	})

	it('has no details if its maker is not shown and it may not be removed', async () => {
		const page = await show(sampleAround([{ kind: 'resources', total: 1, items: [{ ...linked, bonds: [madeBond(12, { by: null, can: { remove: false } })] }] }]))
		expect(page.find('.neighbour__more').exists()).toBe(false)
	})
})

describe('several panels in a page of another app', () => {
	it('confirm an action where it was done, one at a time', async () => {
		const linked = sampleNeighbour({ ...garden, bonds: [madeBond(12)] })
		serve(sampleAround([{ kind: 'resources', total: 1, items: [linked] }]))
		server.removeLink.mockResolvedValue(null)
		const panel = () => h(NetworkPanel, { subject: quitterie, compact: true })
		mounted = mountPage(() => h('div', [panel(), panel(), h(UiUndo)]))
		const { page } = mounted
		await flushPromises()
		const undoable = () => page.findAll('.ui-undo').map((one) => one.find('button').exists())
		expect(undoable()).toEqual([false, false, false])
		for (const [i, expected] of [[0, [true, false, false]], [1, [false, true, false]]] as const) {
			const one = page.findAll('.network')[i]!
			await one.get('.neighbour__more').trigger('click')
			await one.get('.neighbour__link button').trigger('click')
			await flushPromises()
			expect(undoable()).toEqual(expected)
		}
	})
})
