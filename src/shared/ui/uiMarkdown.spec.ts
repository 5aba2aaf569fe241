// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { UiMarkdown } from './UiMarkdown.ts'

const shown = (text: string, level?: number) => mount(UiMarkdown, { props: { text, level } })

it('shows headings below those of the page, lists, quotes and emphasis', () => {
	const page = shown('# Charte\n\n## Écoute\n\n- on **laisse** finir\n\n4. puis\n\n> *dit*\n\n---', 3)
	expect(page.element.innerHTML).toBe('<h3>Charte</h3><h4>Écoute</h4><ul><li><p>on <strong>laisse</strong> finir</p></li></ul><ol start="4"><li><p>puis</p></li></ol><blockquote><p><em>dit</em></p></blockquote><hr>')
})

it('leads out of the app, and keeps markup as text', () => {
	const page = shown('<img src=x onerror=alert(1)> [là](https://example.org/) : `<b>`')
	expect(page.findAll('img, b')).toHaveLength(0)
	expect(page.get('a').attributes()).toMatchObject({ href: 'https://example.org/', target: '_blank', rel: 'noopener noreferrer nofollow' })
	expect(page.text()).toBe('<img src=x onerror=alert(1)> là\u00A0: <b>')
})
