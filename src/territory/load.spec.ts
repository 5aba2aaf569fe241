/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { loadNear } from './load.ts'

it('loads the places of départements outside a region, and none of unknown ones or those within it', async () => {
	const places = await loadNear('76', ['15', '63', '11', '99'])
	expect(places.filter(({ kind }) => kind === 'departement').map(({ code }) => code).sort()).toEqual(['15', '63'])
	expect(places.some(({ name, kind }) => kind === 'commune' && name === 'Aurillac')).toBe(true)
	expect(places.some(({ kind }) => kind === 'region')).toBe(false)
	expect(await loadNear('76', [])).toEqual([])
})
