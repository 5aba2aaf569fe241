/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** An element and its scrollable ancestors; the innermost first. */
export function scrollersFrom(element: HTMLElement | null): HTMLElement[] {
	const scrollers = []
	for (let around = element; around; around = around.parentElement) {
		if (['auto', 'scroll'].includes(getComputedStyle(around).overflowY)) {
			scrollers.push(around)
		}
	}
	return scrollers
}

/**
 * Scrolls the page to the beginning of an element, unless it is completely visible. `scrollIntoView()` also scrolls ancestors that only clip their content: on a
 * short page, Nextcloud's header would leave the window.
 */
export function leadTo(element: HTMLElement | null): void {
	const page = element && scrollersFrom(element.parentElement).find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
	if (!page) {
		return
	}
	const style = getComputedStyle(element)
	const { top, bottom } = element.getBoundingClientRect()
	const begin = page.getBoundingClientRect().top + page.clientTop
	const above = top - begin - (Number.parseFloat(style.scrollMarginBlockStart) || 0)
	const below = begin + page.clientHeight - bottom - (Number.parseFloat(style.scrollMarginBlockEnd) || 0)
	if (above < 0 || below < 0) {
		page.scrollBy({ top: above })
	}
}
