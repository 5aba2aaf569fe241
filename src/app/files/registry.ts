/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { IFileAction, ISidebarTab } from '@nextcloud/files'

/**
 * Where Files of Nextcloud 33 and later looks for what apps add, as `@nextcloud/files` 4 stores it. The functions of that package would load an
 * XML parser for icons on every page of Files; a test compares the result with theirs.
 */
interface Registered {
	fileActions?: Map<string, IFileAction>
	filesSidebarTabs?: Map<string, ISidebarTab>
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
export function addSidebarTab(tab: ISidebarTab): void {
	const scope = registered()
	scope.filesSidebarTabs ??= new Map()
	scope.filesSidebarTabs.set(tab.id, tab)
}

/** Adds an entry to the menu of files. */
export function addFileAction(action: IFileAction): void {
	const scope = registered()
	scope.fileActions ??= new Map()
	scope.fileActions.set(action.id, action)
	// Notify those who have read the registry already.
	scope.registry?.dispatchEvent(new CustomEvent('register:action', { detail: action }))
}
