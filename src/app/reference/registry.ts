/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A renderer for one kind of things. */
interface Widget {
	id: string
	callback: (element: HTMLElement, reference: { richObject: unknown }) => void
	/** The element may be an ancestor of the one that was rendered into. */
	onDestroy: (element: HTMLElement) => void
	hasInteractiveView: boolean
	fullWidth: boolean
	isResizable: boolean
}

declare global {
	interface Window {
		_vue_richtext_widgets?: Record<string, Widget>
	}
}

export interface Card {
	mount: (element: HTMLElement, thing: unknown) => void
	unmount: (element: HTMLElement) => void
}

/**
 * Registers a renderer where `@nextcloud/vue` looks for it. The function of that package would also load a logger and
 * its dependencies; a test compares the result with its own.
 *
 * @param id the kind
 * @param load loads the renderer when it is first needed
 */
export function addWidget(id: string, load: () => Promise<Card>): void {
	window._vue_richtext_widgets ??= {}
	let loading: Promise<Card> | null = null
	window._vue_richtext_widgets[id] ??= {
		id,
		async callback(element, { richObject }) {
			loading ??= load()
			try {
				const card = await loading
				// The text may have changed in the meantime.
				if (element.isConnected) {
					card.mount(element, richObject)
				}
			} catch {
				loading = null
				addLink(element, richObject)
			}
		},
		onDestroy(element) {
			void loading?.then((card) => card.unmount(element), () => {})
		},
		hasInteractiveView: false,
		fullWidth: false,
		isResizable: false,
	}
}

/** Fallback if the rest could not be loaded: the address with its title. */
function addLink(element: HTMLElement, thing: unknown): void {
	const { title, url } = thing as { title: string, url: string }
	const link = document.createElement('a')
	link.textContent = title
	link.href = url
	element.replaceChildren(link)
}
