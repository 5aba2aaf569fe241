/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { basePath, pathInApp, waitForTexts } from './router.ts'

it.each([
	['/apps/reseau/', '/apps/reseau'],
	['/apps/reseau/members/4', '/apps/reseau'],
	['/index.php/apps/reseau/me', '/index.php/apps/reseau'],
	['/cloud/index.php/apps/reseau', '/cloud/index.php/apps/reseau'],
])('at %s the app begins at %s', (path, base) => {
	expect(basePath(path)).toBe(base)
})

it.each([
	['https://cloud.example.org/apps/reseau/members/4', '/members/4'],
	['https://cloud.example.org/cloud/index.php/apps/reseau/groups/2?a=b#c', '/groups/2?a=b#c'],
	['https://cloud.example.org/apps/deck/board/3', null],
	['https://elsewhere.example.org/apps/reseau/members/4', null],
	['mailto:odile@example.org', null],
])('%s leads to %s', (href, path) => {
	expect(pathInApp(href, 'https://cloud.example.org')).toBe(path)
})

describe('a page that is loaded later', () => {
	const page = { render: () => null }

	/** Three pages, and texts that come when they are let. */
	function start() {
		const come: (() => void)[] = []
		const texts = vi.fn(() => new Promise<void>((resolve) => {
			come.push(resolve)
		}))
		const load = vi.fn(async () => page)
		const router = createRouter({
			history: createMemoryHistory(),
			routes: [
				{ path: '/', component: page },
				{ path: '/groups', component: load },
				{ path: '/groups/:id', component: page, children: [{ path: 'edit', component: load }] },
			],
		})
		waitForTexts(router, texts)
		return { router, texts, load, come: () => come.splice(0).forEach((resolve) => resolve()) }
	}

	it('waits for its texts, which are loaded in parallel', async () => {
		const { router, texts, load, come } = start()
		const arrived = router.push('/groups')
		await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
		expect(texts).toHaveBeenCalledTimes(2)
		await new Promise((resolve) => {
			setTimeout(resolve)
		})
		expect(router.currentRoute.value.matched).toEqual([])
		come()
		await arrived
		expect(router.currentRoute.value.path).toBe('/groups')
	})

	it('also within another page, and when it is already loaded', async () => {
		const { router, texts, come } = start()
		const visit = async (path: string) => {
			const arrived = router.push(path)
			await vi.waitFor(() => {
				come()
				expect(router.currentRoute.value.path).toBe(path)
			})
			await arrived
		}
		await visit('/groups/4/edit')
		await visit('/groups')
		texts.mockClear()
		await visit('/groups/4/edit')
		expect(texts).toHaveBeenCalledTimes(2)
	})

	it('does not delay the first page', async () => {
		const { router, texts } = start()
		await router.push('/')
		await router.push('/groups/4')
		expect(router.currentRoute.value.path).toBe('/groups/4')
		expect(texts).not.toHaveBeenCalled()
	})
})
