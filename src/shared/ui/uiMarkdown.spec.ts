// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import UiMarkdown from './UiMarkdown.vue'

it('shows the text as it was typed, then as it was meant', async () => {
	const page = mount(UiMarkdown, { props: { text: '# Charte\n\nOn **laisse** finir !', level: 2 } })
	expect(page.text()).toBe('# Charte\n\nOn **laisse** finir\u00A0!')
	await vi.waitFor(() => expect(page.get('h2').text()).toBe('Charte'))
	expect(page.get('strong').text()).toBe('laisse')
})
