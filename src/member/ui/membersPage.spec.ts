/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Directory, MemberSummary } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import MembersPage from './MembersPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import { criteriaOf, readCriteria } from '../criteria.ts'
import * as gateway from '../gateway.ts'
import { memberKeys, seedMembers } from '../queries.ts'
import { keptMember, sampleChoices, sampleDirectory, sampleSummary } from '../testing/sample.ts'
import { alsoFoundKey } from './directory/alsoFound.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

let narrow = false
let unmount: (() => void) | undefined

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	narrow = false
	vi.spyOn(window, 'matchMedia').mockImplementation(() => ({ matches: narrow, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList)
})
afterEach(() => {
	unmount?.()
	vi.useRealTimers()
	document.body.innerHTML = ''
})

const ida = sampleSummary({ id: 8, name: 'Ida', line: 'Meunière, Mazamet', seeks: 'Du grain' })
const jo = sampleSummary({ id: 9, name: 'Jo', uid: null, steward: { uid: 'ida', name: 'Ida' }, values: ['Écoute', 'Lenteur'] })
const facets = sampleChoices({
	sector: [{ id: 'arts', label: 'Arts et culture', count: 3 }, { id: 'eau', label: 'Eau', count: 1 }],
	territory: [{ id: 'departement:11', label: 'Aude', count: 2 }],
})

async function show(directory: Directory | undefined, { address = '/members', mine = keptMember() as ReturnType<typeof keptMember> | null, provide = [] as NonNullable<Parameters<typeof mountPage>[1]>['provide'] } = {}) {
	const router = await routerAt(address)
	const { q, facets, sort } = readCriteria(router.currentRoute.value.query)
	const mounted = mountPage(MembersPage, {
		router,
		provide,
		seed(cache) {
			seedVocabulary(cache, { values: [], sectors: [{ id: 'arts', label: 'Arts et culture' }], themes: [], publics: [] })
			seedMembers(cache, mine, { path: '/members', query: { q, facet: facets as Record<string, string[]>, sort }, directory })
		},
	})
	unmount = () => mounted.page.unmount()
	await settle()
	return mounted
}

/** Lets the router and the queries come to rest. */
async function settle(): Promise<void> {
	for (let i = 0; i < 5; i++) {
		await flushPromises()
		vi.advanceTimersByTime(1)
	}
}

async function type(page: Awaited<ReturnType<typeof show>>['page'], text: string): Promise<void> {
	await page.get('[type=search]').setValue(text)
	vi.advanceTimersByTime(150)
	await settle()
}

const names = (page: Awaited<ReturnType<typeof show>>['page']) => page.findAll('h2').map((heading) => heading.text())
const asked = () => server.listMembers.mock.calls.map(([query]) => query)

describe('the list', () => {
	it('shows people by their cards, with the total and a link to the viewer’s own', async () => {
		const { page } = await show(sampleDirectory([ida, jo], { total: 48 }))
		expect(page.get('.members__total').text()).toBe('48 cards')
		expect(page.findAll('.member-tile__link').map((link) => link.attributes('href'))).toEqual(['/members/8', '/members/9'])
		expect(page.findAll('li.member-tile').map((tile) => [tile.attributes('aria-posinset'), tile.attributes('aria-setsize')])).toEqual([['1', '48'], ['2', '48']])
		expect(page.text()).toContain('Meunière, Mazamet')
		expect(page.text()).toContain('Card kept by Ida')
		expect(page.text()).toContain('Écoute · Lenteur')
		expect(page.text()).toContain('Complete my card')
		expect(page.find('.ui-more').exists()).toBe(false)
		expect(asked()).toEqual([])
	})

	it('loads more by a button, and offers to retry after a failure', async () => {
		server.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(sampleDirectory([jo], { total: 2 }))
		const { page } = await show(sampleDirectory([ida], { total: 2, next: 'after-ida' }))
		await page.get('.ui-more button').trigger('click')
		await settle()
		expect(page.get('[role=alert]').text()).toContain('what is above is complete')
		await page.get('.ui-more button').trigger('click')
		await settle()
		expect(names(page)).toEqual(['Ida', 'Jo'])
		expect(page.find('.ui-more').exists()).toBe(false)
	})

	it('says how many there are at least', async () => {
		const { page } = await show(sampleDirectory([ida], { total: 5000, more: true, facets: null }))
		expect(page.get('.members__total').text()).toMatch(/^more than 5.000 cards$/)
		expect(page.get('.member-tile').attributes('aria-setsize')).toBe('-1')
	})

	it('can be compact, which the address keeps', async () => {
		const { page, router } = await show(sampleDirectory([ida, jo]))
		await page.get('.search-field input[value=list]').setValue()
		await settle()
		expect(router.currentRoute.value.query.view).toBe('list')
		expect(page.findAll('.member-row')).toHaveLength(2)
		expect(page.get('.member-row').text()).toContain('Seeks Du grain')
		expect(asked()).toEqual([])
	})

	it('invites the first member to create a card', async () => {
		const { page } = await show(sampleDirectory([]), { mine: null })
		expect(page.text()).toContain('Nobody is here yet')
		expect(page.text()).toContain('Create my card')
	})

	it('shows an error if it cannot be loaded, and retries', async () => {
		server.listMembers.mockRejectedValueOnce(new ApiError(500, 'server')).mockResolvedValueOnce(sampleDirectory([ida]))
		const { page } = await show(undefined)
		expect(page.get('[role=alert]').text()).toContain('Could not load the list of members.')
		await page.get('[role=alert] button').trigger('click')
		await settle()
		expect(names(page)).toEqual(['Ida'])
	})
})

describe('words', () => {
	it('filter after a pause in typing, and the address follows without a history entry', async () => {
		server.listMembers.mockResolvedValue(sampleDirectory([jo]))
		const { page, router } = await show(sampleDirectory([ida, jo]))
		await page.get('[type=search]').setValue('jar')
		vi.advanceTimersByTime(100)
		await page.get('[type=search]').setValue('jardin ')
		vi.advanceTimersByTime(149)
		await settle()
		expect(asked()).toEqual([{ q: 'jardin' }])
		expect(router.currentRoute.value.query).toEqual({ q: 'jardin' })
		expect(page.get<HTMLInputElement>('[type=search]').element.value).toBe('jardin ')
		expect(names(page)).toEqual(['Jo'])
		router.back()
		await settle()
		expect(router.currentRoute.value.path).toBe('/before')
	})

	it('keep the earlier results until the new ones are loaded', async () => {
		let answer!: (directory: Directory) => void
		server.listMembers.mockReturnValueOnce(new Promise((resolve) => {
			answer = resolve
		}))
		const { page } = await show(sampleDirectory([ida, jo]))
		await type(page, 'jo')
		expect(names(page)).toEqual(['Ida', 'Jo'])
		expect(page.get('.members__list').attributes('aria-busy')).toBe('true')
		expect(page.get('.members__total').text()).toBe('2 cards')
		answer(sampleDirectory([jo]))
		await settle()
		expect(names(page)).toEqual(['Jo'])
		expect(page.get('.members__list').attributes('aria-busy')).toBe('false')
	})

	it('are kept when the request fails', async () => {
		server.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(sampleDirectory([jo]))
		const { page } = await show(sampleDirectory([ida, jo]))
		await type(page, 'jo')
		expect(page.get('[role=alert]').text()).toContain('Could not load the list of members.')
		expect(page.get<HTMLInputElement>('[type=search]').element.value).toBe('jo')
		await page.get('[role=alert] button').trigger('click')
		await settle()
		expect(names(page)).toEqual(['Jo'])
	})

	it('are cleared by a button, which returns the focus to the field', async () => {
		const { page, router } = await show(sampleDirectory([jo]), { address: '/members?q=jo&facet[sector][]=arts' })
		server.listMembers.mockResolvedValue(sampleDirectory([ida, jo]))
		await page.get('[aria-label="Clear the search"]').trigger('click')
		await settle()
		expect(router.currentRoute.value.query).toEqual({ 'facet[sector][]': ['arts'] })
		expect(document.activeElement).toBe(page.get('[type=search]').element)
		expect(page.find('[aria-label="Take the words out"]').exists()).toBe(false)
	})

	it('are searched for immediately on Enter, without another page', async () => {
		server.listMembers.mockResolvedValue(sampleDirectory([jo]))
		const { page } = await show(sampleDirectory([ida, jo]))
		await page.get('[type=search]').setValue('jo')
		await page.get('form').trigger('submit')
		await settle()
		expect(asked()).toEqual([{ q: 'jo' }])
	})

	it('are restored by the Back button', async () => {
		const { page, router, cache } = await show(sampleDirectory([jo]), { address: '/members?q=jo' })
		cache.setQueryData(memberKeys.directory(criteriaOf({ q: 'ida' })), { pages: [sampleDirectory([ida])], pageParams: [''] })
		await router.push('/members?q=ida')
		await settle()
		expect(page.get<HTMLInputElement>('[type=search]').element.value).toBe('ida')
		router.back()
		await settle()
		expect(page.get<HTMLInputElement>('[type=search]').element.value).toBe('jo')
		expect(names(page)).toEqual(['Jo'])
	})

	it('are marked in the results', async () => {
		const found: MemberSummary = {
			...ida,
			name: 'Ida Jardin',
			found: [
				{ part: 'drives', pieces: ['Un ', 'jardin', ' pour tous, des ', 'jardins', ' partout'] },
				{ part: 'seeks', pieces: ['Un coin de ', 'jardin', ''] },
				{ part: 'name', pieces: ['Ida ', 'Jardin', ''] },
			],
		}
		const { page } = await show(sampleDirectory([found]), { address: '/members?q=jardin' })
		const lines = page.findAll('.member-tile dt').map((label, index) => `${label.text()}: ${page.findAll('.member-tile dd')[index]!.text()}`)
		expect(lines).toEqual(['Seeks: Un coin de jardin', 'Driven by: Un jardin pour tous, des jardins partout'])
		expect(page.findAll('mark').map((mark) => mark.text())).toEqual(['Jardin', 'jardin', 'jardin', 'jardins'])
		expect(page.get('h2').text()).toBe('Ida Jardin')
	})

	it('that nobody wrote are shown with their corrections', async () => {
		const { page } = await show(sampleDirectory([ida], { corrected: [{ from: 'jadrin', to: 'jardin' }] }), { address: '/members?q=jadrin' })
		expect(page.get('.members__how').text()).toBe('No results for “jadrin”; showing “jardin”.')
		expect(page.get('.members__how').attributes('role')).toBe('status')
	})

	it('that nobody has all of lead to those who have some, and everyday words are named', async () => {
		const { page } = await show(sampleDirectory([ida], { near: 'only_you', leftOut: ['m’aider'] }), { address: '/members?q=grain m’aider serre' })
		expect(page.get('.members__how').text()).toBe('Searched without everyday words: m’aider. No one else has all these words; these people come closest.')
		expect(names(page)).toEqual(['Ida'])
	})
})

describe('people who say the same in other words', () => {
	const van = { ...ida, id: 77, name: 'Odile', found: [{ part: 'offers' as const, pieces: ['Je prête ma ', 'camionnette', ''] }] }

	it('come after the results, with what they say', async () => {
		const { page } = await show(sampleDirectory([ida], { alike: [van] }), { address: '/members?q=fourgon' })
		expect(page.get('.members__total').text()).toBe('1 card')
		const other = page.get('.members ~ .other-words')
		expect([other.get('h2').text(), other.get('h3').text(), other.get('mark').text()]).toEqual(['On the same subject, in other words', 'Odile', 'camionnette'])
		expect(other.get('a').attributes('href')).toBe('/members/77')
	})

	it('are shown where nobody has the words', async () => {
		const { page } = await show(sampleDirectory([], { total: 0, alike: [van] }), { address: '/members?q=fourgon' })
		expect(page.text()).toContain('Nobody matches these words and criteria.')
		expect(page.get('.other-words h3').text()).toBe('Odile')
	})
})

describe('what else is found', () => {
	/** Represents the part of a higher domain. */
	const Also = defineComponent({
		props: ['q', 'partly', 'corrected'],
		setup: ({ q, partly, corrected }) => () => h('p', { class: 'also' }, `${q} ${partly} ${corrected}`),
	})
	const many = (total: number, more: Partial<Directory> = {}) => sampleDirectory([ida], { total, ...more })

	it.each([
		['below few people', many(10), '/members?q=grain', 'grain false false'],
		['not below many', many(11), '/members?q=grain', null],
		['below any number who have only some of the words', many(40, { near: 'nobody' }), '/members?q=grain serre', 'grain serre true false'],
		['where nobody is found', { ...sampleDirectory([]), total: 0 }, '/members?q=grain', 'grain true false'],
		['for corrected words too', many(1, { corrected: [{ from: 'grian', to: 'grain' }] }), '/members?q=grian', 'grian false true'],
		['not without words', many(1), '/members?facet[sector][]=arts', null],
		['not for words that are not searched', { ...sampleDirectory([]), total: 0, everyday: true as const }, '/members?q=pour', null],
	])('is shown %s', async (_, directory, address, text) => {
		const { page } = await show(directory, { address, provide: [[alsoFoundKey, [Also]]] })
		expect(page.find('.also').exists() ? page.get('.also').text() : null).toBe(text)
	})
})

describe('criteria', () => {
	const sector = (page: Awaited<ReturnType<typeof show>>['page']) => page.findAll('.ui-popover__button').find((button) => button.text().startsWith('Sector'))!

	it('are chosen in a popover that stays open, each choice with a history entry', async () => {
		server.listMembers.mockResolvedValue(sampleDirectory([ida], { facets: sampleChoices({ ...facets, sector: [{ id: 'eau', label: 'Eau', count: 1 }] }) }))
		const { page, router } = await show(sampleDirectory([ida, jo], { facets }))
		await sector(page).trigger('click')
		expect(sector(page).attributes('aria-expanded')).toBe('true')
		expect(page.get('.facet-choices').text()).toContain('Any of those selected here, combined with the other criteria.')
		await page.get('.facet-choices input[value=eau]').setValue()
		await settle()
		expect(router.currentRoute.value.query).toEqual({ 'facet[sector][]': ['eau'] })
		expect(sector(page).text()).toBe('Sector: 1 chosen')
		// Choices keep their places, even without results, while the list of people is replaced.
		expect(page.findAll('.facet-choices__choice').map((choice) => choice.text())).toEqual(['Arts et culture 00 cards', 'Eau 11 card'])
		expect(names(page)).toEqual(['Ida'])

		await sector(page).trigger('keydown', { key: 'Escape' })
		expect(page.find('.facet-choices').exists()).toBe(false)
		expect(document.activeElement).toBe(sector(page).element)
		router.back()
		await settle()
		expect(sector(page).text()).toBe('Sector')
		expect(names(page)).toEqual(['Ida', 'Jo'])
	})

	it('are counted when opened, if the counts were not sent before', async () => {
		server.facetChoices.mockResolvedValueOnce([{ id: 'arts', label: 'Arts et culture', count: 1200 }])
		const { page } = await show(sampleDirectory([ida], { total: 5000, more: true, facets: null }), { address: '/members?q=a' })
		expect(server.facetChoices).not.toHaveBeenCalled()
		await sector(page).trigger('click')
		await settle()
		expect(server.facetChoices.mock.calls.map(([query]) => query)).toEqual([{ q: 'a', of: 'sector' }])
		expect(page.get('.facet-choices__choice').text()).toContain('Arts et culture')
	})

	it('with many choices can be filtered, and all are loaded if only the first were sent', async () => {
		const many = Array.from({ length: 40 }, (_, index) => ({ id: `t${index}`, label: `Thème ${index}`, count: 40 - index }))
		server.facetChoices.mockResolvedValueOnce([...many, { id: 'rare', label: 'Étang rare', count: 1 }])
		const { page } = await show(sampleDirectory([ida], { facets: sampleChoices({ theme: many }) }))
		await page.findAll('.ui-popover__button').find((button) => button.text() === 'Themes')!.trigger('click')
		await settle()
		await page.get('.facet-choices__filter input').setValue('etang')
		expect(page.findAll('.facet-choices__choice').map((choice) => choice.get('bdi').text())).toEqual(['Étang rare'])
		await page.get('.facet-choices__filter input').setValue('nothing')
		expect(page.text()).toContain('No matching option.')
	})

	it('without choices say so', async () => {
		const { page } = await show(sampleDirectory([ida], { facets }))
		await page.findAll('.ui-popover__button').find((button) => button.text() === 'Group')!.trigger('click')
		expect(page.get('.facet-choices').text()).toBe('The people found are not in any of your groups.')
	})

	it('name the kind of a territory', async () => {
		const { page } = await show(sampleDirectory([ida], { facets }))
		await page.findAll('.ui-popover__button').find((button) => button.text() === 'Territory')!.trigger('click')
		expect(page.get('.facet-choices__label').text()).toBe('Aude département')
	})

	it('are removed one by one, by their names, or all together', async () => {
		const { page, router } = await show(sampleDirectory([ida], { facets }), { address: '/members?q=a&facet[sector][]=eau&facet[sector][]=arts&facet[territory][]=departement:11' })
		server.listMembers.mockResolvedValue(sampleDirectory([ida, jo], { facets }))
		const remove = () => page.findAll('.ui-chip__remove').map((button) => button.attributes('aria-label'))
		expect(remove()).toEqual(['Remove Aude', 'Remove Eau', 'Remove Arts et culture'])
		await page.findAll('.ui-chip__remove')[1]!.trigger('click')
		await settle()
		expect(remove()).toEqual(['Remove Aude', 'Remove Arts et culture'])
		expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove Arts et culture')
		await page.get('.criteria-chips .ui-link').trigger('click')
		await settle()
		expect(router.currentRoute.value.query).toEqual({})
		expect(document.activeElement).toBe(page.get('[type=search]').element)
	})

	it('that are chosen have a label even without loaded choices', async () => {
		server.facetChoices.mockResolvedValue([{ id: 'region:76', label: 'Occitanie', count: 4000 }])
		const { page } = await show(sampleDirectory([ida], { facets: null }), { address: '/members?facet[territory][]=region:76&facet[sector][]=arts' })
		expect(page.findAll('.ui-chip__label').map((label) => label.text())).toEqual(['Occitanie', 'Arts et culture'])
		expect(server.facetChoices).toHaveBeenCalledOnce()
	})

	it('that are unknown are left out of the request', async () => {
		server.listMembers.mockResolvedValue(sampleDirectory([ida]))
		await show(undefined, { address: '/members?facet[colour][]=blue&facet[sector][]=arts&sort=stars' })
		expect(asked()).toEqual([{ facet: { sector: ['arts'] } }])
	})

	it('that are too narrow suggest wider ones', async () => {
		const { page, router } = await show(
			sampleDirectory([ida], {
				wider: [
					{ without: 'word', q: 'jardin', total: 3, more: false },
					{ without: 'q', total: 12, more: false },
					{ without: 'sector', total: 5000, more: true },
				],
			}),
			{ address: '/members?q=jardin salle&facet[sector][]=arts&sort=recent' },
		)
		const ways = page.findAll('.members-wider li')
		expect(ways.map((way) => way.text())).toEqual([
			'With only “jardin” there would be 3 cards. See them',
			'Without the words “jardin salle” there would be 12 cards. See them',
			'Without the criterion “Sector” there would be more than 5,000 cards. See them',
		])
		server.listMembers.mockResolvedValue(sampleDirectory([ida, jo]))
		await ways[0]!.get('a').trigger('click')
		await settle()
		expect(router.currentRoute.value.query).toEqual({ q: 'jardin', 'facet[sector][]': ['arts'], sort: 'recent' })
		expect(page.find('.members-wider').exists()).toBe(false)
	})

	it('without results can all be cleared', async () => {
		const { page, router } = await show(sampleDirectory([], { facets }), { address: '/members?q=zzz' })
		server.listMembers.mockResolvedValue(sampleDirectory([ida]))
		expect(page.text()).toContain('Nobody matches these words and criteria.')
		await page.get('.empty-content button').trigger('click')
		await settle()
		expect(router.currentRoute.value.query).toEqual({})
		expect(names(page)).toEqual(['Ida'])
	})

	it('without results say so when the words are too common to be searched', async () => {
		const { page } = await show(sampleDirectory([], { facets, everyday: true }), { address: '/members?q=quand' })
		expect(page.get('.empty-content__name').text()).toBe('Very common words are not searched. Try another word.')
		expect(page.find('.empty-content button').exists()).toBe(true)
	})

	it('can be put in another order, by relevance only with words', async () => {
		server.listMembers.mockResolvedValue(sampleDirectory([ida]))
		const { page, router } = await show(sampleDirectory([ida]))
		const sorts = () => page.findAll('.members-sort option').map((option) => option.text())
		expect(sorts()).toEqual(['Name', 'Recently joined'])
		await page.get('.members-sort select').setValue('recent')
		await settle()
		expect(router.currentRoute.value.query).toEqual({ sort: 'recent' })
		await type(page, 'grain')
		expect(sorts()).toEqual(['Relevance', 'Name', 'Recently joined'])
		expect(asked()).toEqual([{ sort: 'recent' }, { q: 'grain', sort: 'recent' }])
	})
})

describe('on a narrow page', () => {
	it('criteria are behind one button, with a way back to the people', async () => {
		narrow = true
		server.listMembers.mockResolvedValue(sampleDirectory([ida, jo], { facets }))
		const { page, router } = await show(sampleDirectory([ida, jo], { facets }))
		expect(page.find('.facet-bar').exists()).toBe(false)
		await page.get('.criteria-sheet__open').trigger('click')
		await nextTick()
		const details = page.findAll('.criteria-sheet__facet').find((facet) => facet.text().startsWith('Sector'))!
		;(details.element as HTMLDetailsElement).open = true
		await details.trigger('toggle')
		await details.get('input[value=arts]').setValue()
		await settle()
		expect(router.currentRoute.value.query).toEqual({ 'facet[sector][]': ['arts'] })
		expect(details.get('summary').text()).toBe('Sector: 1 chosen')
		expect(page.get('.criteria-sheet__open').text()).toBe('Criteria chosen: 1')
		const back = page.findAll('.criteria-sheet__foot button').at(-1)!
		expect(back.text()).toBe('See the 2 cards')
		await back.trigger('click')
		await nextTick()
		expect(page.find('.ui-sheet__body').exists()).toBe(false)
	})
})
