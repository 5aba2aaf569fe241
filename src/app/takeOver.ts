/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** How long to wait after the last input before replacing the page, in milliseconds. */
const TYPING = 1000
const SCROLLING = 200

const TEXT_FIELDS = 'textarea, input:is([type="search"], [type="text"], :not([type]))'
/** Elements of a view that still waits for the server. */
const WAITING = '.ui-skeleton'

type TextField = HTMLInputElement | HTMLTextAreaElement

interface Handover {
	/** The server's page: it has a `main` that scrolls and at most one form. */
	first: HTMLElement
	/** Where the app is mounted, invisible while `first` is shown. */
	root: HTMLElement
	/** Settled once the app has rendered its view. */
	ready: Promise<unknown>
	/** Applies other criteria to the same page, given as the query of an address. */
	follow: (query: string) => Promise<unknown>
	/** Milliseconds, monotonic. */
	now?: () => number
}

/**
 * Replaces the server's first answer with the app, in one frame, and keeps what was typed, the caret, the selection, the scroll
 * position and the focus. Waits while the person types, presses, scrolls, or composes a character.
 */
export async function takeOver({ first, root, ready, follow, now = () => performance.now() }: Handover): Promise<void> {
	const busy = watchHands(first, now)
	const form = first.querySelector('form')
	let asked = form ? given(form) : ''
	await ready
	for (;;) {
		await new Promise(requestAnimationFrame)
		if (busy() || root.querySelector(WAITING)) {
			continue
		}
		const wanted = form ? written(form) : ''
		if (wanted === asked) {
			break
		}
		asked = wanted
		await follow(wanted)
	}

	const scrolled = first.querySelector('main')?.scrollTop ?? 0
	const selected = selection(first)
	const opened = [...first.querySelectorAll<HTMLElement>('details[open] > summary')]
	const focused = first.contains(document.activeElement) ? document.activeElement as HTMLElement : null
	const caret = focused?.matches(TEXT_FIELDS) ? carets(focused as TextField) : null
	const places = new Map([...opened, ...focused ? [focused] : []].map((element) => [element, counterpart(element, first, root)]))

	first.remove()
	root.querySelector('main')?.scrollTo({ top: scrolled, behavior: 'instant' })
	if (focused) {
		const target = places.get(focused) ?? root.querySelector<HTMLElement>('h1')
		target?.focus({ preventScroll: true })
		if (caret && target?.matches(TEXT_FIELDS)) {
			(target as TextField).setSelectionRange(...caret)
		}
	}
	if (selected) {
		select(root, selected)
	}
	opened.forEach((summary) => places.get(summary)?.click())
}

/** Whether the person is typing, pressing or scrolling in the first answer. */
function watchHands(first: HTMLElement, now: () => number): () => boolean {
	let composing = false
	let pressed = false
	let typed = -Infinity
	let scrolled = -Infinity
	const field = () => document.activeElement instanceof HTMLElement && first.contains(document.activeElement)
		&& document.activeElement.matches(TEXT_FIELDS)
		? document.activeElement as TextField
		: null
	// Text in the field may have been typed just now.
	if (field() && field()!.value !== field()!.defaultValue) {
		typed = now()
	}
	const listen = (types: string[], listener: (event: Event) => void) => types
		.forEach((type) => first.addEventListener(type, listener, { capture: true, passive: true }))
	listen(['input'], () => {
		typed = now()
	})
	listen(['compositionstart', 'compositionupdate', 'compositionend'], ({ type }) => {
		composing = type !== 'compositionend'
	})
	// A move without a button also means that it was released outside the window.
	listen(['pointerdown', 'pointerup', 'pointermove', 'pointercancel'], (event) => {
		pressed = event.type !== 'pointercancel' && (event as PointerEvent).buttons !== 0
	})
	listen(['scroll', 'wheel', 'touchmove'], () => {
		scrolled = now()
	})
	return () => pressed || now() - scrolled < SCROLLING || (field() !== null && (composing || now() - typed < TYPING))
}

/** The data a form would send now; empty texts are no criterion. */
function written(form: HTMLFormElement): string {
	const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '')
	return new URLSearchParams(entries).toString()
}

/** The data it would have sent initially. */
function given(form: HTMLFormElement): string {
	const copy = form.cloneNode(true) as HTMLFormElement
	copy.reset()
	return written(copy)
}

/** The accessible name and state of a control. */
function nameOf(element: Element): string {
	return element.getAttribute('aria-label') ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

/** Finds the same element in both pages; the first matching selector counts. */
const LIKES: [selector: string, key: (element: Element) => string][] = [
	['a[href]', (link) => (link as HTMLAnchorElement).href],
	['input[type="radio"]', (radio) => (radio as HTMLInputElement).value],
	['input[type="checkbox"]', (box) => `${(box as HTMLInputElement).name} ${(box as HTMLInputElement).value}`],
	// Their text changes with the choices, so they are matched by position.
	['.facet-bar .ui-popover__button', () => ''],
	['.criteria-sheet__open', () => ''],
	['input, textarea, select', (field) => (field as HTMLInputElement).name],
	['a, button, summary', nameOf],
]

/** The same element in the app; of several equal ones the one at the same index. */
function counterpart(element: HTMLElement, first: HTMLElement, root: HTMLElement): HTMLElement | null {
	for (const [selector, key] of LIKES.filter(([selector]) => element.matches(selector))) {
		const alike = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>(selector)].filter((other) => key(other) === key(element))
		const found = alike(root)[alike(first).indexOf(element)]
		if (found) {
			return found
		}
	}
	// A choice inside a closed element: what opens it.
	const summary = element.closest('details')?.querySelector<HTMLElement>('summary')
	return summary && summary !== element ? counterpart(summary, first, root) : null
}

type Carets = [start: number, end: number, direction: 'forward' | 'backward' | 'none']

function carets({ selectionStart, selectionEnd, selectionDirection, value }: TextField): Carets {
	return [selectionStart ?? value.length, selectionEnd ?? value.length, selectionDirection ?? 'none']
}

/** The visible texts of a page: the two pages split and hide text differently. */
function shownTexts(page: Node): Text[] {
	const texts: Text[] = []
	const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
	while (walker.nextNode()) {
		const text = walker.currentNode as Text
		if (text.parentElement?.checkVisibility?.({ contentVisibilityAuto: true }) !== false) {
			texts.push(text)
		}
	}
	return texts
}

function withoutBlanks(text: string): string {
	return text.replace(/\s+/g, '')
}

function letters(text: string): number {
	return withoutBlanks(text).length
}

/** Letters before a position in a page, without blanks. */
function lettersBefore(page: Node, node: Node, offset: number): number {
	const place = document.createRange()
	place.setStart(node, offset)
	let count = 0
	for (const text of shownTexts(page)) {
		if (text === node) {
			return count + letters(text.data.slice(0, offset))
		}
		if (place.comparePoint(text, 0) > 0) {
			break
		}
		count += letters(text.data)
	}
	return count
}

/** The selected text, and how many characters are before its ends. */
function selection(first: HTMLElement): { text: string, from: number, to: number } | null {
	const main = first.querySelector('main')
	const chosen = document.getSelection()
	if (!main || !chosen || chosen.isCollapsed || !main.contains(chosen.anchorNode) || !main.contains(chosen.focusNode)) {
		return null
	}
	return {
		text: chosen.toString(),
		from: lettersBefore(main, chosen.anchorNode!, chosen.anchorOffset),
		to: lettersBefore(main, chosen.focusNode!, chosen.focusOffset),
	}
}

/** The position after a number of characters, or just before the next text if a selection begins there. */
function placeAt(page: Node, count: number, begins: boolean): [Node, number] | null {
	let left = count
	for (const piece of shownTexts(page)) {
		const text = piece.data
		const here = letters(text)
		if (left < here || (left === here && !begins)) {
			let at = 0
			for (; left > 0 || (begins && /\s/.test(text[at] ?? '')); at++) {
				left -= /\s/.test(text[at]!) ? 0 : 1
			}
			return [piece, at]
		}
		left -= here
	}
	return null
}

/** Selects the same text in the app if it exists. */
function select(root: HTMLElement, { text, from, to }: NonNullable<ReturnType<typeof selection>>): void {
	const main = root.querySelector('main')
	const start = main && placeAt(main, from, from < to)
	const end = main && placeAt(main, to, to < from)
	const chosen = document.getSelection()
	if (!start || !end || !chosen) {
		return
	}
	chosen.setBaseAndExtent(...start, ...end)
	if (withoutBlanks(chosen.toString()) !== withoutBlanks(text)) {
		chosen.removeAllRanges()
	}
}
