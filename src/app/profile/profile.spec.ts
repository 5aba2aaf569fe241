/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addSection } from './registry.ts'
import { defineSection } from './section.ts'

interface Page {
	OCA?: { Profile?: { ProfileSections?: { registerSection: (section: unknown) => void } } }
}

const page = window as unknown as Page
const section = { id: 'reseau-card', order: 20, tagName: 'reseau-profile-section' }

/** As the profile page starts: it makes its registry, and draws what is in it. */
function start(): unknown[] {
	const sections: unknown[] = []
	page.OCA ??= {}
	page.OCA.Profile ??= {}
	page.OCA.Profile.ProfileSections = { registerSection: (one) => sections.push(one) }
	return [...sections]
}

describe('the section on profiles', () => {
	afterEach(() => {
		delete page.OCA
	})

	it('is among those the page draws when it starts', () => {
		addSection(section)
		expect(page.OCA!.Profile!.ProfileSections).toBeUndefined()
		expect(start()).toEqual([section])
		const later = vi.fn()
		page.OCA!.Profile!.ProfileSections = { registerSection: later }
		expect(later).not.toHaveBeenCalled()
	})

	it('is added where the page has started already', () => {
		start()
		const register = vi.spyOn(page.OCA!.Profile!.ProfileSections!, 'registerSection')
		addSection(section)
		expect(register).toHaveBeenCalledWith(section)
	})

	it('does not push away the section of another app that waits too', () => {
		const other = { ...section, id: 'other' }
		addSection(other)
		addSection(section)
		expect(start()).toEqual([other, section])
	})

	it('shows what the card shows, as text', () => {
		const tag = defineSection([{ title: 'Cherche', texts: ['Un jardin', '<b>Une</b> serre'] }, { title: 'Offre', texts: ['Des graines'] }])
		const shown = document.createElement(tag)
		document.body.append(shown)
		const root = shown.shadowRoot!
		expect([...root.querySelectorAll('h3, li')].map((one) => one.textContent)).toEqual(['Cherche', 'Un jardin', '<b>Une</b> serre', 'Offre', 'Des graines'])
		// The page may move it.
		document.body.append(shown)
		expect(root.querySelectorAll('h3')).toHaveLength(2)
		shown.remove()
	})
})
