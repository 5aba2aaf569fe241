/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, Router, RouteRecordRaw } from 'vue-router'

import { generateUrl } from '@nextcloud/router'
import { createRouter, createWebHistory } from 'vue-router'
import NotFoundPage from './NotFoundPage.vue'
import { laterTexts } from '../shared/later.ts'

const HOME = '/apps/reseau'

/** The base path of the app, with or without index.php, as in the browser's address. */
export function basePath(pathname: string): string {
	const at = pathname.indexOf(HOME)
	return at < 0 ? generateUrl(HOME) : pathname.slice(0, at) + HOME
}

/** The path of a page of the app in an address, null for any other. */
export function pathInApp(href: string, origin: string): string | null {
	const { origin: of, pathname, search, hash } = new URL(href)
	const at = pathname.indexOf(`${HOME}/`)
	return of === origin && at >= 0 ? pathname.slice(at + HOME.length) + search + hash : null
}

/**
 * Makes lazy pages wait for their texts, which load in parallel. Also pages loaded before: their texts may have failed.
 *
 * @param router before its first navigation, which replaces import() with the loaded page
 * @param texts loads the texts; never fails
 */
export function waitForTexts(router: Router, texts: () => Promise<void>): void {
	const later = new Set(router.getRoutes()
		.filter(({ components }) => Object.values(components ?? {}).some((component) => typeof component === 'function'))
		.map(({ path }) => path))
	const isLater = ({ matched }: RouteLocationNormalized) => matched.some(({ path }) => later.has(path))
	router.beforeEach((to) => {
		if (isLater(to)) {
			void texts()
		}
	})
	router.beforeResolve(async (to) => {
		if (isLater(to)) {
			await texts()
		}
	})
}

/** The router over the routes of every domain. */
export function createAppRouter(routes: RouteRecordRaw[]): Router {
	const router = createRouter({
		history: createWebHistory(basePath(location.pathname)),
		routes: [...routes, { path: '/:path(.*)*', name: 'not-found', component: NotFoundPage }],
	})
	waitForTexts(router, laterTexts)
	return router
}
