import type { LoadPanel } from './element.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ActionContext, FileAction, FileNode, SidebarTab } from './registry.ts'

import { defineTab } from './element.ts'
import { requestLinking } from './linkRequest.ts'

export const TAB = 'reseau'
export const TAG = 'reseau-files-sidebar-tab'

const drawing = (path: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path style="fill:none" d="${path}"/></svg>`
const NETWORK = drawing('M12 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 12 8zM5.2 20.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM18.8 20.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM10.7 7.7l-4 8M13.3 7.7l4 8M8 18h8')

/** Texts that are needed before the app is loaded. */
export interface Words {
	/** Name of the action. */
	action: string
	/** Shown in the tab until the rest is loaded. */
	loading: string
	/** Shown there if loading failed. */
	failed: string
	retry: string
}

/** The sidebar API of Files. */
interface Sidebar {
	open: (node: FileNode, tab?: string) => void
}

declare global {
	interface Window {
		OCA?: { Files?: { _sidebar?: () => Sidebar } }
	}
}

/**
 * The tab; its content is loaded when it is opened.
 *
 * @param words texts needed before that
 * @param load loads the code that defines the panel's element
 */
export function sidebarTab(words: Words, load: LoadPanel): SidebarTab {
	return {
		id: TAB,
		displayName: 'Réseau',
		iconSvgInline: NETWORK,
		order: 15,
		tagName: TAG,
		enabled: ({ node }) => numberOf(node) !== null,
		// Files shows the element as soon as it is defined; it has its own loading state.
		async onInit() {
			defineTab(TAG, words, load)
		},
	}
}

/** Opens the tab of a file and starts linking. */
export function fileAction(words: Words): FileAction {
	return {
		id: 'reseau-link',
		displayName: () => words.action,
		iconSvgInline: () => NETWORK,
		order: 40,
		enabled: (context) => nodesOf(context).length === 1 && numberOf(nodesOf(context)[0]!) !== null,
		async exec(context) {
			const node = nodesOf(context)[0]
			const id = node && numberOf(node)
			const sidebar = window.OCA?.Files?._sidebar?.()
			if (!node || !id || !sidebar) {
				return false
			}
			requestLinking(id)
			sidebar.open(node, TAB)
			// No message: the result is visible.
			return null
		},
	}
}

function nodesOf(context: ActionContext): readonly FileNode[] {
	return Array.isArray(context) ? context : 'nodes' in context ? context.nodes : [context as FileNode]
}

/** The id of a file; null for others, such as a share that is not accepted yet. */
export function numberOf(node: FileNode): string | null {
	const id = String(node.id ?? node.fileid ?? '')
	return /^[1-9]\d*$/.test(id) ? id : null
}
