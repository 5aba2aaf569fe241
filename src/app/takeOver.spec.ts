/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeOver } from './takeOver.ts'

const PAGE = `
	<div id="reseau-first">
		<details class="first__toggle"><summary aria-label="Open navigation"></summary></details>
		<main>
			<h1>Members</h1>
			<form action="/members">
				<input type="search" name="q" value="jardin">
				<div class="facet-bar"><details><summary class="ui-popover__button">Sector</summary>
					<input type="checkbox" name="facet[sector][]" value="a" checked>
					<input type="checkbox" name="facet[sector][]" value="b">
				</details></div>
			</form>
			<ul><li><a href="/members/1">Odile</a> seeks   a hall</li><li><a href="/members/2">Peire</a></li></ul>
		</main>
	</div>
	<div id="reseau">
		<button aria-label="Open navigation"></button>
		<main>
			<h1 tabindex="-1">Members</h1>
			<input type="search" name="q" value="jardin">
			<div class="facet-bar"><button class="ui-popover__button" aria-label="Sector: 1 chosen">Sector</button></div>
			<ul><li><span><a href="/members/1">Odile</a></span><p>seeks a hall</p></li><li><a href="/members/2">Peire</a></li></ul>
		</main>
	</div>`

let frames: FrameRequestCallback[] = []
let time = 0

const query = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector)!
const first = () => document.querySelector('#reseau-first')
const firstField = () => query<HTMLInputElement>('#reseau-first [name=q]')
const field = () => query<HTMLInputElement>('#reseau [name=q]')

/** Runs the next frame after the given number of milliseconds. */
async function frame(passed = 16): Promise<void> {
	await Promise.resolve()
	time += passed
	frames.splice(0).forEach((callback) => callback(time))
	await new Promise((resolve) => {
		setTimeout(resolve)
	})
}

function type(text: string): void {
	firstField().focus()
	firstField().value = text
	firstField().dispatchEvent(new Event('input', { bubbles: true }))
}

function start(follow = vi.fn<(query: string) => Promise<unknown>>(async () => undefined)) {
	void takeOver({ first: query('#reseau-first'), root: query('#reseau'), ready: Promise.resolve(), follow, now: () => time })
	return follow
}

beforeEach(() => {
	document.body.innerHTML = PAGE
	frames = []
	time = 5000
	vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
})
afterEach(() => vi.unstubAllGlobals())

describe('the app takes the place of the first answer', () => {
	it('in the next frame, without a request', async () => {
		const follow = start()
		expect(first()).not.toBeNull()
		await frame()
		expect(first()).toBeNull()
		expect(follow).not.toHaveBeenCalled()
		expect(document.activeElement).toBe(document.body)
	})

	it('once its view no longer waits for the server', async () => {
		query('#reseau main').insertAdjacentHTML('beforeend', '<div class="ui-skeleton"></div>')
		start()
		await frame()
		expect(first()).not.toBeNull()
		query('.ui-skeleton').remove()
		await frame()
		expect(first()).toBeNull()
	})

	it('waits while a person is typing', async () => {
		start()
		type('jardin p')
		await frame(900)
		type('jardin partagé')
		await frame(900)
		expect(first()).not.toBeNull()
		await frame(200)
		await frame()
		expect(first()).toBeNull()
	})

	it('but not right after text was typed before it was ready', async () => {
		type('jardins')
		start()
		await frame(500)
		expect(first()).not.toBeNull()
	})

	it('but not during composition, however long it takes', async () => {
		start()
		firstField().focus()
		firstField().dispatchEvent(new Event('compositionstart', { bubbles: true }))
		await frame(60_000)
		expect(first()).not.toBeNull()
		firstField().dispatchEvent(new Event('compositionend', { bubbles: true }))
		await frame(2000)
		expect(first()).toBeNull()
	})

	it('but not during a press or while scrolling', async () => {
		start()
		const press = (type: string, buttons: number) => query('#reseau-first a').dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { buttons }))
		press('pointerdown', 1)
		await frame(5000)
		expect(first()).not.toBeNull()
		press('pointerup', 0)
		query('#reseau-first main').dispatchEvent(new Event('scroll'))
		await frame(100)
		expect(first()).not.toBeNull()
		await frame(150)
		expect(first()).toBeNull()
	})
})

describe('what is carried over:', () => {
	it('words not yet sent, as criteria of the page, and the caret', async () => {
		const follow = start(vi.fn<(query: string) => Promise<unknown>>(async () => {
			field().value = 'jardin partagé'
		}))
		type('jardin partagé')
		firstField().setSelectionRange(3, 6, 'backward')
		await frame(1100)
		await frame()
		expect(follow.mock.calls).toEqual([[String(new URLSearchParams([['q', 'jardin partagé'], ['facet[sector][]', 'a']]))]])
		expect(document.activeElement).toBe(field())
		expect([field().selectionStart, field().selectionEnd, field().selectionDirection]).toEqual([3, 6, 'backward'])
	})

	it('text typed while the app is taking over', async () => {
		let arrive = () => undefined as void
		const follow = start(vi.fn<(query: string) => Promise<unknown>>(() => new Promise<void>((resolve) => {
			arrive = resolve
		})))
		type('a')
		await frame(1100)
		type('ab')
		arrive()
		await frame()
		await frame()
		expect(first()).not.toBeNull()
		await frame(1100)
		arrive()
		await frame()
		await frame()
		expect(follow.mock.calls.map(([asked]) => new URLSearchParams(asked).get('q'))).toEqual(['a', 'ab'])
		expect(first()).toBeNull()
	})

	it('ticked boxes, and removed words', async () => {
		const follow = start()
		query<HTMLInputElement>('#reseau-first [value=b]').checked = true
		firstField().value = '  '
		await frame()
		await frame()
		expect(follow).toHaveBeenCalledExactlyOnceWith(String(new URLSearchParams([['facet[sector][]', 'a'], ['facet[sector][]', 'b']])))
	})

	it('the focus, to the same link or field', async () => {
		query('#reseau-first [href="/members/2"]').focus()
		start()
		await frame()
		expect(document.activeElement).toBe(query('#reseau [href="/members/2"]'))
	})

	it('the focus, to the heading if the app has no such element', async () => {
		query('#reseau [href="/members/2"]').remove()
		query('#reseau-first [href="/members/2"]').focus()
		start()
		await frame()
		expect(document.activeElement).toBe(query('h1'))
	})

	it('what is open, found by its button', async () => {
		const opened: string[] = []
		for (const button of document.querySelectorAll('#reseau button')) {
			button.addEventListener('click', () => opened.push(button.getAttribute('aria-label') ?? button.textContent))
		}
		query<HTMLDetailsElement>('#reseau-first form details').open = true
		query('#reseau-first [value=b]').focus()
		start()
		await frame()
		expect(opened).toEqual(['Sector: 1 chosen'])
		expect(document.activeElement?.textContent).toBe('Sector')
	})

	it('the scroll position', async () => {
		query('#reseau-first main').scrollTop = 420
		start()
		await frame()
		expect(query('#reseau main').scrollTop).toBe(420)
	})

	it('the selection in the text', async () => {
		const item = query('#reseau-first li')
		document.getSelection()!.setBaseAndExtent(item.querySelector('a')!.firstChild!, 2, item.lastChild!, 7)
		expect(document.getSelection()!.toString()).toBe('ile seeks ')
		start()
		await frame()
		const selected = document.getSelection()!
		expect(selected.toString().replace(/\s+/g, '')).toBe('ileseeks')
		expect(query('#reseau').contains(selected.anchorNode)).toBe(true)
	})
})
