/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Texts } from './later.ts'

import { setLanguage, unregister } from '@nextcloud/l10n'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { n, t } from './l10n.ts'
import { later, laterTexts, textsOnce } from './later.ts'

const TEXTS: Texts = { 'Groups of the network': 'Groupes du réseau', '_%n group_::_%n groups_': ['%n groupe', '%n de groupes', '%n groupes'] }

const getting = () => vi.fn<(address: string) => Promise<Texts>>(async () => TEXTS)
const group = () => t('reseau', 'Groups of the network')

beforeEach(() => {
	setLanguage('fr')
	vi.stubGlobal('OCA', { Reseau: { language: 'fr', laterTexts: 'later/fr.mjs?v=1' } })
	vi.stubGlobal('_oc_appswebroots', { reseau: '/apps/reseau' })
	unregister('reseau')
})
afterEach(() => vi.unstubAllGlobals())

it('loads the texts once, from the address in the page', async () => {
	const get = getting()
	const texts = textsOnce(get)
	await Promise.all([texts(), texts()])
	await texts()
	expect(get.mock.calls).toEqual([['/apps/reseau/l10n/later/fr.mjs?v=1']])
	expect(group()).toBe('Groupes du réseau')
})

it('adds them to the others, with the French plural', async () => {
	vi.stubGlobal('_oc_l10n_registry_translations', { reseau: { Members: 'Membres' } })
	await textsOnce(getting())()
	expect(t('reseau', 'Members')).toBe('Membres')
	expect([0, 1, 2].map((count) => n('reseau', '%n group', '%n groups', count))).toEqual(['0 groupe', '1 groupe', '2 de groupes'])
})

it('requests nothing in English', async () => {
	vi.stubGlobal('OCA', undefined)
	const get = getting()
	await textsOnce(get)()
	expect(get).not.toHaveBeenCalled()
	expect(group()).toBe('Groups of the network')
})

it('uses English if they cannot be loaded, and retries at an address without a cached failure', async () => {
	const get = getting().mockRejectedValueOnce(new TypeError('offline'))
	const texts = textsOnce(get)
	await texts()
	expect(group()).toBe('Groups of the network')
	await texts()
	expect(get.mock.calls[1]).toEqual(['/apps/reseau/l10n/later/fr.mjs?v=1&again=1'])
	expect(group()).toBe('Groupes du réseau')
})

it('the page is loaded even if its texts are not', async () => {
	// There is no such file here.
	const load = vi.fn(async () => 'page')
	await expect(later(load)()).resolves.toBe('page')
	await expect(laterTexts()).resolves.toBeUndefined()
	expect(load).toHaveBeenCalledOnce()
})

it('a page that cannot be loaded fails as before', async () => {
	await expect(later(() => Promise.reject(new TypeError('offline')))()).rejects.toThrow('offline')
})
