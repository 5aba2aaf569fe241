/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Router, RouteRecordRaw } from 'vue-router'

import { generateUrl } from '@nextcloud/router'
import { createRouter, createWebHistory } from 'vue-router'
import NotFoundPage from './NotFoundPage.vue'

const HOME = '/apps/reseau'

/** Where the app begins in the address, with or without index.php: what the browser shows decides. */
export function basePath(pathname: string): string {
	const at = pathname.indexOf(HOME)
	return at < 0 ? generateUrl(HOME) : pathname.slice(0, at) + HOME
}

/** The path of a page of the app behind an address, null for any other. */
export function pathInApp(href: string, origin: string): string | null {
	const { origin: of, pathname, search, hash } = new URL(href)
	const at = pathname.indexOf(`${HOME}/`)
	return of === origin && at >= 0 ? pathname.slice(at + HOME.length) + search + hash : null
}

/** The router over the routes of every domain. */
export function createAppRouter(routes: RouteRecordRaw[]): Router {
	return createRouter({
		history: createWebHistory(basePath(location.pathname)),
		routes: [...routes, { path: '/:path(.*)*', name: 'not-found', component: NotFoundPage }],
	})
}
