/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type * as Client from '../api/client.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, onMounted, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import App from './App.vue'
import { ApiError } from '../api/apiError.ts'
import { seedMembers } from '../member/index.ts'
import { sessionKey } from '../settings/index.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import { seedVocabulary } from '../vocabulary/index.ts'
import { appRoutes } from './routes.ts'
import { safeApp, startSafely, withBoundary } from './safely.ts'

const panel = vi.hoisted(() => ({ broken: false }))
const fails = vi.hoisted(() => ({ with: null as unknown }))

vi.mock('../link/ui/index.ts', async () => {
	const { defineComponent, h } = await import('vue')
	return {
		AroundCount: () => h('span', 'Around it (1)'),
		NetworkAside: defineComponent({
			setup() {
				if (panel.broken) {
					throw new TypeError('planted')
				}
				return () => h('p', 'Around it')
			},
		}),
	}
})
vi.mock('../api/client.ts', async (original) => {
	const fail = async () => {
		throw fails.with
	}
	return { ...await original<typeof Client>(), call: fail, service: fail, serviceAnswer: fail }
})

const session = { uid: 'odile', name: 'Odile', email: 'odile@example.org', facilitator: true, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '/Bibliothèque', preset: 'request' }
/** An address of the page. */
const addressOf = ({ path }: RouteRecordRaw) => path.replace(/:section\?/, '').replace(/:\w+(?:\([^)]*\))?[?*]?/g, '7')
function boom(): never {
	throw new TypeError('planted')
}
let broken = true

const THROWERS: Record<string, () => Component | (() => Promise<Component>)> = {
	setup: () => defineComponent({ setup: () => broken ? boom() : () => h('p', 'Here') }),
	render: () => defineComponent({ setup: () => () => broken ? boom() : h('p', 'Here') }),
	update: () => defineComponent({
		setup() {
			const late = ref(false)
			onMounted(() => {
				late.value = true
			})
			return () => late.value && broken ? boom() : h('p', 'Here')
		},
	}),
	chunk: () => async () => broken ? boom() : defineComponent({ setup: () => () => h('p', 'Here') }),
}

async function show(routes: readonly RouteRecordRaw[], address: string, from = '/nowhere') {
	const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/nowhere', component: defineComponent({ setup: () => () => h('p', 'Before') }) }] })
	await router.push(from).catch(() => {})
	const mounted = mountPage(App, {
		router,
		provide: [[sessionKey, session]],
		seed(cache) {
			seedVocabulary(cache, { terms: [], glossary: [] } as never)
			seedMembers(cache, null, { path: '' } as never)
		},
	})
	await router.push(address).catch(() => {})
	await flushPromises()
	return { ...mounted, main: () => mounted.page.get('.app-page') }
}

beforeEach(() => {
	broken = true
	fails.with = new ApiError(0, 'offline')
	// Nextcloud's own part of the page, into which NcContent puts links.
	document.body.innerHTML = '<div id="skip-actions"></div>'
	vi.spyOn(console, 'error').mockImplementation(() => {})
	vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
	vi.restoreAllMocks()
	document.body.replaceChildren()
})

/** Pages, without those that only lead to another. */
const pages = appRoutes.filter(({ redirect }) => redirect === undefined)

describe.each(pages.map((route) => [route.path, route] as const))('the page %s', (_, route) => {
	it.each(Object.keys(THROWERS))('that throws in %s shows an error, and works again after a retry', async (where) => {
		const { page, main } = await show([{ ...route, beforeEnter: undefined, component: THROWERS[where]!() } as RouteRecordRaw], addressOf(route))
		expect(main().get('h1').text()).toBe('Could not display this page')
		expect(main().get('[role=alert]').text()).toContain('Everything that was saved is safe.')
		expect(main().get('a').attributes('href')).toMatch(/\/apps\/reseau\/$/)
		// What is around it is still there.
		expect(page.findAll('nav a').length).toBeGreaterThan(3)
		broken = false
		await main().get('.ui-failure button').trigger('click')
		await vi.waitFor(() => expect(main().text()).toContain('Here'))
		expect(main().find('.ui-failure').exists()).toBe(false)
		page.unmount()
	})

	it.each([['the server is away', new ApiError(0, 'offline')], ['an answer is not what was agreed', new TypeError('planted')]])('says something when %s', async (_, thrown) => {
		fails.with = thrown
		// With the others: a page may lead on to another.
		const { page, main } = await show(appRoutes, addressOf(route))
		await vi.waitFor(() => {
			expect(main().find('h1').text()).not.toBe('')
			// Not for ever on its way.
			expect(main().find('.ui-skeleton').exists()).toBe(false)
			expect(main().text().length).toBeGreaterThan(main().find('h1').text().length)
		})
		page.unmount()
	}, 60_000)
})

describe('a page whose code does not come', () => {
	it('keeps the way back to the previous page', async () => {
		const routes = [{ path: '/later', component: THROWERS.chunk!() as () => Promise<Component> }]
		const { page, main, router } = await show(routes, '/later')
		expect(main().text()).toContain('Could not load part of the app. The connection may be lost, or Réseau was just updated.')
		await router.push('/nowhere')
		await flushPromises()
		expect(main().text()).toBe('Before')
		page.unmount()
	})
})

describe('the Réseau panel', () => {
	const routes = [{ path: '/thing', component: defineComponent({ setup: () => () => h('p', 'The page') }), meta: { subject: () => ({ type: 'group' as const, id: '4' }) } }]

	it('that throws shows an error in its place, with its name and a close button', async () => {
		localStorage.setItem('reseau.panel.odile', 'open')
		panel.broken = true
		const { page, main } = await show(routes, '/thing')
		const beside = () => page.get('#reseau-aside')
		await vi.waitFor(() => expect(beside().find('[role=alert]').exists()).toBe(true))
		expect(beside().get('h2').text()).toBe('Réseau panel')
		expect(main().text()).toBe('The page')
		panel.broken = false
		await beside().get('.ui-failure button').trigger('click')
		await vi.waitFor(() => expect(beside().text()).toBe('Around it'))
		page.unmount()
	})
})

describe('wherever Vue begins', () => {
	it('an error that is thrown is shown, the properties are passed on', async () => {
		const Part = defineComponent({ props: { thing: { type: String, required: true } }, setup: ({ thing }) => broken ? boom() : () => h('p', thing) })
		const place = document.body.appendChild(document.createElement('div'))
		const app = safeApp(Part, { thing: 'Odile' }, true)
		app.mount(place)
		await flushPromises()
		expect(place.querySelector('[role=alert]')!.textContent).toContain('Everything that was saved is safe.')
		broken = false
		place.querySelector('button')!.click()
		await flushPromises()
		expect(place.textContent).toBe('Odile')
		app.unmount()
		expect(Object.keys((withBoundary(Part) as unknown as { props: object }).props)).toEqual(['thing'])
	})

	it('an error thrown before is shown next to the server’s output', () => {
		document.body.innerHTML = '<div id="first"><main>Members</main></div><div id="root"></div>'
		startSafely(boom, '#nothing', '#first main', '#root')
		const main = document.querySelector('#first main')!
		expect(main.querySelector('[role=alert]')!.textContent).toContain('Something went wrong in the app.')
		expect(main.textContent).toContain('Members')
		expect(document.querySelector('#root')!.textContent).toBe('')
	})
})
