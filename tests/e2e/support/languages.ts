/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator } from '@playwright/test'

import { allTexts } from '../../../scripts/texts.mjs'

/** What the page says in a language for a text of the source. */
export function inLanguage(language: string): (text: string, variables?: Record<string, string>) => string {
	const { translations } = allTexts(language)
	return (text, variables = {}) => {
		const found = translations[text]
		if (typeof found !== 'string') {
			throw new Error(`translations/${language}.json does not hold “${text}”`)
		}
		return found.replace(/\{(\w+)\}/g, (placeholder, name) => variables[name] ?? placeholder)
	}
}

const PLACEHOLDER = /\{\w+\}|%n|%(?:\d+\$)?[sd]/

/** A text of the source as it is read, with anything in place of its placeholders. */
function read(text: string): RegExp {
	const parts = text.split(new RegExp(PLACEHOLDER, 'g')).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
	return new RegExp(`^${parts.join('.+')}$`)
}

/**
 * Of what is read those that are English texts of the source, which have a translation.
 *
 * @param seen lines, labels, names
 * @param language of the page
 */
export function englishIn(seen: string[], language: string): string[] {
	const sources = Object.entries(allTexts(language).translations).flatMap(([key, translation]) => {
		const forms = [translation].flat()
		// A text of placeholders and signs, or one that reads the same in both languages, says nothing.
		return key.replace(/^_|_$/g, '').split('_::_').filter((text) => /\p{L}{3}/u.test(text.replace(new RegExp(PLACEHOLDER, 'g'), '')) && !forms.includes(text))
	})
	const whole = new Set(sources.filter((text) => !PLACEHOLDER.test(text)))
	const patterns = sources.filter((text) => PLACEHOLDER.test(text)).map(read)
	return [...new Set(seen)].filter((text) => whole.has(text) || patterns.some((pattern) => pattern.test(text)))
}

/** What is read of an element, by eye or by ear: its texts, labels, titles and placeholders. */
export async function readIn(element: Locator): Promise<string[]> {
	return element.evaluate((root) => {
		const seen: string[] = []
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node.parentElement!.closest('script, style, template') === null) {
				seen.push(node.textContent!)
			}
		}
		for (const one of [root, ...root.querySelectorAll('*')]) {
			seen.push(...['aria-label', 'title', 'placeholder', 'alt', 'aria-description'].map((name) => one.getAttribute(name) ?? ''))
		}
		return seen.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
	})
}
