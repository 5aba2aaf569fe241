import type { Words } from './hooks.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileNode } from './registry.ts'

/** Loads the code of the panel. */
export type LoadPanel = () => Promise<{ define: (tag: string) => Promise<void> }>

/** What Files passes to the tab, as properties of its element. */
interface TabProperties {
	node?: FileNode
	active?: boolean
}

/** Widths of the skeleton lines. */
const LINES = ['35%', '90%', '70%']

/**
 * Defines the element that Files puts into its sidebar: a frame that shows immediately that the panel is loading or could not be loaded.
 * It does without Vue to stay small.
 */
export function defineTab(tag: string, words: Words, load: LoadPanel): void {
	const panelTag = `${tag}-panel`
	let loading: Promise<void> | null = null
	/** Once for all files; a failure resets it. */
	const loaded = () => loading ??= load().then((panel) => panel.define(panelTag)).catch((error: unknown) => {
		loading = null
		throw error
	})

	customElements.define(tag, class extends HTMLElement {
		readonly #properties: TabProperties = {}
		#panel: (HTMLElement & TabProperties) | null = null

		set node(node: FileNode | undefined) {
			this.#set({ node })
		}

		get node(): FileNode | undefined {
			return this.#properties.node
		}

		set active(active: boolean | undefined) {
			this.#set({ active })
		}

		get active(): boolean | undefined {
			return this.#properties.active
		}

		connectedCallback(): void {
			// Properties set before the element was defined hide the accessors of the class.
			for (const key of ['node', 'active'] as const) {
				if (Object.hasOwn(this, key)) {
					const value = this[key]
					delete this[key]
					Object.assign(this, { [key]: value })
				}
			}
			if (!this.#panel) {
				void this.#fill()
			}
		}

		#set(changes: TabProperties): void {
			Object.assign(this.#properties, changes)
			Object.assign(this.#panel ?? {}, changes)
		}

		async #fill(): Promise<void> {
			this.replaceChildren(skeleton(words.loading))
			try {
				await loaded()
				this.#panel = Object.assign(document.createElement(panelTag), this.#properties)
				this.replaceChildren(this.#panel)
			} catch {
				this.replaceChildren(failure(words, () => void this.#fill()))
			}
		}
	})
}

function styled<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, style: Partial<CSSStyleDeclaration>, text = ''): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag)
	Object.assign(element.style, style)
	element.textContent = text
	return element
}

function skeleton(words: string): HTMLElement {
	const box = styled('div', { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px' })
	box.setAttribute('role', 'status')
	box.append(
		styled('p', { margin: '0', color: 'var(--color-text-maxcontrast)' }, words),
		...LINES.map((width) => styled('span', { width, height: '16px', borderRadius: 'var(--border-radius-small, 4px)', backgroundColor: 'var(--color-background-dark)' })),
	)
	return box
}

function failure({ failed, retry }: Words, again: () => void): HTMLElement {
	const box = styled('div', { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px', padding: '8px' })
	box.setAttribute('role', 'alert')
	const button = styled('button', {}, retry)
	button.type = 'button'
	button.addEventListener('click', again)
	box.append(styled('p', { margin: '0' }, failed), button)
	return box
}
