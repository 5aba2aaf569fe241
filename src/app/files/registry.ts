/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
/** A file or folder that Files passes, as far as we read it. */
export interface FileNode {
	id?: string
	/** Of nodes without an id. */
	fileid?: number
	path: string
	basename: string
	/** Bits as of Nextcloud's Constants::PERMISSION_*. */
	permissions: number
}

export interface SidebarTab {
	id: string
	displayName: string
	iconSvgInline: string
	order: number
	tagName: string
	enabled: (context: { node: FileNode }) => boolean
	onInit: () => Promise<void>
}

/** Nextcloud 33 passes only the nodes, later versions also their context. */
export type ActionContext = { nodes: readonly FileNode[] } | readonly FileNode[] | FileNode

export interface FileAction {
	id: string
	displayName: () => string
	iconSvgInline: () => string
	order: number
	enabled: (context: ActionContext) => boolean
	/** Answers null where no message is needed, false where it failed. */
	exec: (context: ActionContext) => Promise<boolean | null>
}

/**
 * Where Files of Nextcloud 33 and later looks for what apps add. Nextcloud's package for it (`@nextcloud/files` 4) needs Node 24 and would load an XML
 * parser for icons on every page of Files; tests/e2e/surfaces holds this to a real Files.
 */
interface Registered {
	fileActions?: Map<string, FileAction>
	filesSidebarTabs?: Map<string, SidebarTab>
	registry?: EventTarget
}

declare global {
	interface Window {
		_nc_files_scope?: Record<string, Registered>
	}
}

function registered(): Registered {
	window._nc_files_scope ??= {}
	return window._nc_files_scope.v4_0 ??= {}
}

/** Adds a tab to the sidebar of a file. */
export function addSidebarTab(tab: SidebarTab): void {
	const scope = registered()
	scope.filesSidebarTabs ??= new Map()
	scope.filesSidebarTabs.set(tab.id, tab)
}

/** Adds an entry to the menu of files. */
export function addFileAction(action: FileAction): void {
	const scope = registered()
	scope.fileActions ??= new Map()
	scope.fileActions.set(action.id, action)
	// Notify those who have read the registry already.
	scope.registry?.dispatchEvent(new CustomEvent('register:action', { detail: action }))
}
