/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { strict } from '../../../scripts/lib/project.mjs'

const { translations } = JSON.parse(readFileSync('translations/fr.json', 'utf8')) as { translations: Record<string, string | string[]> }

/**
 * What the page says in French for a text of the source. One without French fails the test on CI; elsewhere the page shows it in English
 * (tests/house/translations.spec.ts names it).
 */
export function fr(text: string, variables: Record<string, string> = {}): string {
	const found = translations[text] ?? (strict ? undefined : text)
	if (typeof found !== 'string') {
		throw new Error(`translations/fr.json does not hold “${text}”`)
	}
	return filled(found, variables)
}

function filled(text: string, variables: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (placeholder, name) => variables[name] ?? placeholder)
}

/** The same for a number of things, by the singular of the source. */
export function frCount(singular: string, count: number, variables: Record<string, string> = {}): string {
	const [, forms] = Object.entries(translations).find(([key]) => key.startsWith(`_${singular}_::_`)) ?? []
	if (!Array.isArray(forms)) {
		throw new Error(`translations/fr.json does not hold “${singular}”`)
	}
	return filled(forms[count < 2 ? 0 : 2]!.replace('%n', String(count)), variables)
}

/** The words of a text with anything between, before or after them, such as a name or a no-break space. */
export function frLike(text: string): RegExp {
	const words = fr(text).replace(/\{\w+\}/g, ' ').split(/\s+/).filter(Boolean)
	return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))
}
