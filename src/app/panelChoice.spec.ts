/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { panelCookie, readPanelChoice, savePanelChoice } from './panelChoice.ts'

beforeEach(() => localStorage.clear())

it('the state of the panel is remembered, for the same account only', () => {
	expect(readPanelChoice(localStorage, 'odile')).toBeNull()
	savePanelChoice(localStorage, 'odile', 'closed')
	expect(readPanelChoice(localStorage, 'odile')).toBe('closed')
	expect(readPanelChoice(localStorage, 'peire')).toBeNull()
	localStorage.setItem('reseau.panel.odile', 'ajar')
	expect(readPanelChoice(localStorage, 'odile')).toBeNull()
})

it('writes the cookie for the server, or removes it', () => {
	expect(panelCookie('open', '/cloud')).toBe('reseau_panel=open; path=/cloud/; max-age=31536000; SameSite=Lax')
	expect(panelCookie(null, '')).toBe('reseau_panel=; path=/; max-age=0; SameSite=Lax')
})
