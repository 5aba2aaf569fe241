// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { growth } from '../testing/growth.ts'
import { htmlOfMarkdown } from './markdown.ts'

it('shows headings below those of the page, without gaps', () => {
	expect(htmlOfMarkdown('# Charte\n\n### Écoute\n\n# Fin', 3)).toBe('<h3>Charte</h3>\n<h4>Écoute</h4>\n<h3>Fin</h3>\n')
	expect(htmlOfMarkdown('# a\n\n## b', 6)).toBe('<h6>a</h6>\n<h6>b</h6>\n')
})

it('keeps the lines of a paragraph and the spaces of French', () => {
	expect(htmlOfMarkdown('Bienvenue !\nCommencez par *la fiche*.', 3)).toBe('<p>Bienvenue\u00A0!<br>\nCommencez par <em>la fiche</em>.</p>\n')
})

it.each([
	'<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '[là](javascript:alert(1))', '[là](data:text/html,x)', '![suivi](https://example.org/a.png)', '[là](/apps/files)', '<b onclick=x>',
])('shows %s as text', (text) => {
	const page = document.createElement('div')
	page.innerHTML = htmlOfMarkdown(text, 3)
	expect([...page.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => !['p', 'a'].includes(name))).toEqual([])
	expect([...page.querySelectorAll('a')].map(({ href }) => href).filter((href) => !href.startsWith('https://'))).toEqual([])
})

it('leads out of the app', () => {
	expect(htmlOfMarkdown('https://example.org/a', 3)).toBe('<p><a href="https://example.org/a" class="ui-link" target="_blank" rel="noopener noreferrer nofollow">https://example.org/a</a></p>\n')
})

it.each(['- a\n', '> a\n', '> ', '**a** ', '*a', '[a](', '[', '`', 'https://a.org ', '# a\n'])('takes a time in proportion to the text, of many %j', async (piece) => {
	const time = (length: number) => void htmlOfMarkdown(piece.repeat(length / piece.length), 3)
	expect(await growth(time, 5000, 20)).toBeLessThan(6)
})

it('makes no link that leads nowhere', () => {
	expect(htmlOfMarkdown('[mot]() et [](), [ici](https://example.org)', 3)).toBe('<p>mot et , <a href="https://example.org" class="ui-link" target="_blank" rel="noopener noreferrer nofollow">ici</a></p>\n')
})

it('loses no word, and leads to no script', () => {
	const piece = fc.constantFrom('mot', 'été', ' ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '**', '*', '_', '__', '`', '[', '](', ')', 'https://example.org', 'javascript:x', '<b>', '\\', '  ')
	fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (text) => {
		const page = document.createElement('div')
		page.innerHTML = htmlOfMarkdown(text, 3)
		const count = (of: string) => of.split('mot').length
		expect(count(page.innerHTML)).toBeGreaterThanOrEqual(count(text))
		expect(page.querySelectorAll('b, script')).toHaveLength(0)
		expect([...page.querySelectorAll('a')].every(({ href }) => href.startsWith('https://'))).toBe(true)
	}))
})
