/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import shared from '../../tests/fixtures/rules/letter-markup.json' with { type: 'json' }
import { htmlOfMarkdown } from '../shared/lib/markdown.ts'

it.each(shared)('what facilitators write in a letter is read as in the app: $what', ({ text, html }) => {
	const plain = htmlOfMarkdown(text, 3)
		.replaceAll(/ (?:class|target|rel)="[^"]*"/g, '')
		.replaceAll(/>\n+</g, '><')
		.replaceAll('\n', '')
		// The app leaves more room between items that blank lines keep apart.
		.replaceAll('<li><p>', '<li>')
		.replaceAll('</p></li>', '</li>')
		.replaceAll('&quot;', '"')
		.replaceAll('\u{a0}', '&nbsp;')
	expect(plain).toBe(html)
})
