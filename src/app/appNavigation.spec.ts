/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import AppNavigation from './AppNavigation.vue'
import places from '../../tests/fixtures/rules/navigation.json'
import { seedGroups } from '../group/index.ts'
import { seedMembers } from '../member/index.ts'
import { sessionKey } from '../settings/index.ts'
import { mountPage, routerAt } from '../shared/testing/mountPage.ts'

vi.mock('@nextcloud/vue/components/NcAppNavigation', () => ({
	default: (_: unknown, { slots }: { slots: Record<string, () => never> }) => h('nav', [h('ul', slots.list!()), slots.footer!()]),
}))

afterEach(() => document.body.replaceChildren())

it.each(places)('at $path the navigation marks $current', async ({ path, current }) => {
	const { page } = mountPage(AppNavigation, {
		provide: [[sessionKey, { facilitator: true, showcase: true }]],
		seed: (cache) => {
			seedMembers(cache, null, { path })
			seedGroups(cache, [{ id: 4, title: 'Eau' }], {})
		},
		router: await routerAt(path.replace('{own}', '4')),
	})
	expect(Object.fromEntries(page.findAll('[aria-current]').map((link) => [link.text(), link.attributes('aria-current')]))).toEqual(current)
})
