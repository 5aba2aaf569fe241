/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache } from '@pinia/colada'
import type { VueWrapper } from '@vue/test-utils'
import type { Component, InjectionKey } from 'vue'
import type { Router } from 'vue-router'

import { PiniaColada, useQueryCache } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'

interface Options {
	props?: Record<string, unknown>
	/** Puts into the cache what the page begins with. */
	seed?: (cache: QueryCache) => void
	provide?: [InjectionKey<unknown> | symbol, unknown][]
	/** Where the page is, from `routerAt()`; else nowhere yet. */
	router?: Router
}

interface Mounted {
	page: VueWrapper
	router: Router
	cache: QueryCache
}

/** A router that takes every address. */
function createTestRouter(): Router {
	const router = createRouter({
		history: createMemoryHistory(),
		routes: [{ path: '/:path(.*)*', component: { render: () => null } }],
	})
	// Named routes of the domains, by their names alone.
	for (const name of ['me', 'members', 'home', 'first-meetings']) {
		router.addRoute({ path: `/${name}`, name, component: { render: () => null } })
	}
	return router
}

/** The same at an address, reached from `/before`. */
export async function routerAt(address: string): Promise<Router> {
	const router = createTestRouter()
	await router.push('/before')
	await router.push(address)
	return router
}

/** A page as in the app, with a router that takes every address and queries that forget nothing. */
export function mountPage(component: Component, { props, seed, provide = [], router = createTestRouter() }: Options = {}): Mounted {
	const pinia = createPinia()
	let cache!: QueryCache
	const page = mount(component, {
		props,
		attachTo: document.body,
		global: {
			plugins: [
				pinia,
				[PiniaColada, { queryOptions: { staleTime: Infinity, gcTime: false } }],
				{
					install() {
						cache = useQueryCache(pinia)
						seed?.(cache)
					},
				},
				router,
			],
			provide: Object.fromEntries(provide),
		},
	})
	return { page, router, cache }
}
