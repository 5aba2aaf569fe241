/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized } from 'vue-router'

/** The subject of a page, identified like things that can be linked (src/link/model.ts). */
export interface Subject {
	type: 'member' | 'group' | 'board' | 'card' | 'file' | 'notice'
	/** Its id, in digits. */
	id: string
	/** The page is the thing's own, and shows part of its neighbourhood itself. */
	own?: true
}

declare module 'vue-router' {
	interface RouteMeta {
		/** The subject of the page, whose links are shown in the sidebar. Null without one. */
		subject?: (route: RouteLocationNormalized) => Subject | null
	}
}

/** For the pages of a thing: their path has its id. */
export function subjectById(type: Subject['type'], param = 'id'): (route: RouteLocationNormalized) => Subject {
	return (route) => ({ type, id: String(route.params[param]), own: true })
}
