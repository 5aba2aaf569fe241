/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What a card shows on a profile, from lib/Integration/Profile/LoadSection.php. */
export type ProfileLists = { title: string, texts: string[] }[]

const TAG = 'reseau-profile-section'

const STYLE = 'h3 { margin: 0 0 4px; font-size: 18px; } ul { margin: 0 0 16px; padding-inline-start: 20px; } li { overflow-wrap: anywhere; }'

/**
 * Defines the element of the section on the profile page.
 *
 * @return its tag name
 */
export function defineSection(lists: ProfileLists): string {
	customElements.define(TAG, class extends HTMLElement {
		connectedCallback(): void {
			const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
			root.replaceChildren(
				element('style', STYLE),
				...lists.flatMap(({ title, texts }) => {
					const list = document.createElement('ul')
					list.append(...texts.map((text) => element('li', text)))
					return [element('h3', title), list]
				}),
			)
		}
	})
	return TAG
}

/** An element with a text, in the direction of its script. */
function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name)
	made.textContent = text
	made.dir = 'auto'
	return made
}
