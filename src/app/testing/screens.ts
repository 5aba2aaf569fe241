/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache } from '@pinia/colada'
import type { RouteRecordRaw } from 'vue-router'
import type { Asker } from './recordedServer.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { seedMembers } from '../../member/index.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import { controls, keyOf, nameOf, outline } from './outline.ts'
import { answered, server } from './recordedServer.ts'

type Provided = NonNullable<Parameters<typeof mountPage>[1]>['provide']

interface Options {
	routes: readonly RouteRecordRaw[]
	provide?: Provided
	/** Who sees the page; two people by default. */
	askers?: readonly Asker[]
	/** Adds what the page needs to the cache, besides words and the own card. */
	seed?: (cache: QueryCache) => void
}

// Times are shown in the zone of the reader.
process.env.TZ = 'UTC'

/** The day the answers were recorded. */
const NOW = new Date('2026-11-24T12:00:00Z')

const SESSIONS = {
	facilitator: { uid: 'crowd00', name: 'Crowd 0', facilitator: true, admin: true, kept: 9 },
	member: { uid: 'linh', name: 'Linh', facilitator: false, admin: false, kept: 0 },
} as const

/** Rounds without a change after which a page is taken to be complete. */
const STILL = 3
const ROUNDS = 40
const MOMENT = 3000

/** Milliseconds that one page may take on a busy machine. */
const PATIENCE = 600_000

async function settled(): Promise<void> {
	await still()
	// What waits a moment, such as saving a draft, is done too.
	await vi.advanceTimersByTimeAsync(MOMENT)
	await still()
}

async function still(): Promise<void> {
	let before = ''
	for (let round = 0, same = 0; round < ROUNDS && same < STILL; round++) {
		await flushPromises()
		await vi.dynamicImportSettled()
		const now = document.body.innerHTML
		same = now === before ? same + 1 : 0
		before = now
	}
}

/** A page of the app at an address, opened by an account that may see it. */
async function open(address: string, asker: Asker, { routes, provide = [], seed }: Options) {
	server.asker = asker
	localStorage.clear()
	sessionStorage.clear()
	useUndo().dismiss()
	document.body.innerHTML = '<div id="skip-actions"></div>'
	document.head.dataset.user = SESSIONS[asker].uid
	const elsewhere = defineComponent({ setup: () => () => h('p', 'elsewhere') })
	const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/:path(.*)*', component: elsewhere }] })
	for (const name of ['home', 'me', 'members', 'member', 'first-meetings', 'group', 'library', 'notice', 'conversation'].filter((one) => !router.hasRoute(one))) {
		router.addRoute({ path: `/named/${name}/:id?`, name, component: elsewhere })
	}
	await router.push(address)
	const session = { email: `${SESSIONS[asker].uid}@example.org`, network: 'Cordée', region: '76', departements: [], facilitators: [{ uid: 'crowd00', name: 'Crowd 0' }], deck: 'used', teams: true, talk: true, library: '/Réseau commun', preset: 'request', ...SESSIONS[asker] }
	const { page } = mountPage(RouterView, {
		router,
		provide: [[sessionKey, session], ...provide],
		seed(cache) {
			seedVocabulary(cache, answered('/vocabulary') as never)
			seedMembers(cache, answered('/members/me') as never, { path: '' } as never)
			seed?.(cache)
		},
	})
	await settled()
	return { page, router }
}

type Act = (control: HTMLElement) => void

const press: Act = (control) => {
	control.focus()
	control.click()
}

/** What a person would enter. */
const TYPED: Record<string, string> = { date: '2026-12-24', email: 'ici@example.org', number: '3', time: '18:30', url: 'https://example.org', tel: '0468000000' }

const enter: Act = (control) => {
	const field = control as HTMLInputElement
	field.focus()
	field.value = TYPED[field.type] ?? 'Du foin'
	field.dispatchEvent(new Event('input', { bubbles: true }))
	field.dispatchEvent(new Event('change', { bubbles: true }))
}

const choose: Act = (control) => {
	const select = control as HTMLSelectElement
	select.focus()
	select.selectedIndex = select.options.length - 1
	select.dispatchEvent(new Event('change', { bubbles: true }))
}

function actOn(control: HTMLElement): Act {
	const { type } = control as HTMLInputElement
	return control.tagName === 'SELECT' ? choose : control.tagName === 'TEXTAREA' || (control.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(type)) ? enter : press
}

/** Keys that move in lists, menus and the like. */
const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'Home', 'End', 'Enter', 'Escape']
const WITH_KEYS = '[role=combobox], [role=tab], [role=option], [role=menuitem], [role=row], [role=treeitem], [aria-haspopup]'

/** One act by its name, upon a control or a form. */
interface Move {
	name: string
	/** Does it, and tells what fields it sends; false where there is nothing to act upon. */
	act: (sends: (fields: string[]) => void) => boolean
}

/** What is written in the fields of a part of the page. */
function writtenIn(root: Element) {
	return [...root.querySelectorAll<HTMLInputElement>('input[type=text], input:not([type]), textarea')]
		.filter(({ value }) => value !== '').map((field) => `${nameOf(field)}: ${field.value}`)
}

const at = (key: string) => controls(document.body).find((one) => keyOf(one) === key)

/** What a person may do on the page as it is now: each control once, keys, and each form with everything filled in. */
function moves(): Move[] {
	const upon = (key: string, name: string, does: Act): Move => ({
		name,
		act() {
			const control = at(key)
			if (control) {
				does(control)
			}
			return control !== undefined
		},
	})
	return [
		...controls(document.body).flatMap((control) => {
			const key = keyOf(control)
			const keys = control.matches(WITH_KEYS) ? KEYS : []
			return [upon(key, key, (one) => actOn(one)(one)), ...keys.map((one) => upon(key, `${key}, ${one}`, (found) => {
				found.focus()
				found.dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true, cancelable: true }))
			}))]
		}),
		...[...document.forms].map((_, place): Move => ({
			name: `form ${place + 1}, filled in and sent`,
			act(sends) {
				const form = document.forms[place]
				if (form) {
					controls(form).filter((one) => actOn(one) !== press).forEach((one) => actOn(one)(one))
					sends(writtenIn(form))
					form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
				}
				return form !== undefined
			},
		})),
	]
}

/** The maximum number of actions tried on a page, and of follow-up actions. */
const MOST = 24
const MOST_THEN = 4

/** What two people see on a page, and the effect of each control: requests, another address, other texts, another focus. */
async function screen(address: string, options: Options): Promise<string> {
	const texts: string[] = []
	for (const asker of options.askers ?? ['facilitator', 'member'] as const) {
		server.asked = []
		const { page, router } = await open(address, asker, options)
		const first = outline(document.body)
		const possible = moves().map(({ name }) => name)
		texts.push(`\n# ${address} as ${asker}${router.currentRoute.value.fullPath === address ? '' : `, led to ${router.currentRoute.value.fullPath}`}`, ...server.asked.map((one) => `asks ${one}`), '', ...first)
		page.unmount()
		for (const name of asker === 'facilitator' ? possible.slice(0, MOST) : []) {
			texts.push(...await story(address, [name], first, possible, options))
		}
	}
	return `${texts.join('\n').trim()}\n`
}

/** Undoes what was done, where that is offered: the person is where they were, with what they had written. */
async function undo(address: string, written: readonly string[], before: readonly string[], leads: () => string): Promise<string[]> {
	const offered = useUndo().message.value
	if (!offered?.undo) {
		return []
	}
	server.asked = []
	await offered.undo()
	await settled()
	const now = outline(document.body)
	const lost = written.filter((field) => !writtenIn(document.body).includes(field))
	expect(lost, `lost by undoing “${offered.text}”`).toEqual([])
	return [
		`undone: “${offered.text}”`,
		...leads() === address ? [] : [`  leads to ${leads()}`],
		...server.asked.map((one) => `  asks ${one}`),
		...now.filter((line) => !before.includes(line)).map((line) => `  + ${line}`),
		...before.filter((line) => !now.includes(line)).map((line) => `  - ${line}`),
	]
}

/** The effect of a sequence of actions, then of each action that became possible. */
async function story(address: string, names: readonly string[], before: readonly string[], known: readonly string[], options: Options, away = false): Promise<string[]> {
	const { page, router } = await open(address, 'facilitator', options)
	let written: string[] = []
	for (const [place, name] of names.entries()) {
		server.asked = []
		server.away = away && place === names.length - 1
		written = []
		if (!moves().find((one) => one.name === name)?.act((fields) => written.push(...fields))) {
			page.unmount()
			server.away = false
			return []
		}
		await settled()
	}
	const now = outline(document.body)
	const focus = document.activeElement && document.activeElement !== document.body ? keyOf(document.activeElement).slice(0, 80) : ''
	const leads = router.currentRoute.value.fullPath
	const last = names.at(-1)!
	const became = [
		...leads === address ? [] : [`leads to ${leads}`],
		...server.asked.map((one) => `asks ${one}`),
		...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
		...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
		...last.startsWith(focus) ? [] : [`focus: ${focus}`],
	]
	const possible = moves().map(({ name }) => name)
	const undone = away ? [] : await undo(address, written, before, () => router.currentRoute.value.fullPath)
	page.unmount()
	server.away = false
	const texts = became.length === 0 ? [] : [`\n${'>'.repeat(names.length)} ${last}${away ? ', while the server is away' : ''}`, ...became, ...undone]
	if (!away && became.some((line) => /^asks (?!GET)/.test(line))) {
		texts.push(...await story(address, names, before, known, options, true))
	}
	if (!away && names.length === 1 && leads === address) {
		for (const name of possible.filter((one) => !known.includes(one)).slice(0, MOST_THEN)) {
			texts.push(...await story(address, [...names, name], now, possible, options))
		}
	}
	return texts
}

/** Holds the pages at these addresses to tests/fixtures/screens. */
export function itShows(domain: string, addresses: readonly string[], options: Options): void {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'], now: NOW })
		vi.spyOn(console, 'error').mockImplementation(() => {})
		vi.spyOn(console, 'warn').mockImplementation(() => {})
		window.print = () => server.asked.push('to be printed')
	})
	afterEach(() => {
		vi.useRealTimers()
		vi.restoreAllMocks()
		document.body.replaceChildren()
	})
	it.each(addresses)('%s, and what each control does', async (address) => {
		const name = address === '/' ? 'home' : address.slice(1).replace(/\W+/g, '-')
		await expect(await screen(address, options)).toMatchFileSnapshot(`../../../tests/fixtures/screens/${domain}/${name}.txt`)
	}, PATIENCE)
}
