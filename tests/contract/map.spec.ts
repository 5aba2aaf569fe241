/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { mapApi } from '../../src/map/api.ts'
import { MAP_LIMITS } from '../../src/map/model.ts'
import { account } from './account.ts'

const maelle = account('maelle-roumegous')

it('shows the members of each group, of a sector or a territory', async () => {
	const all = await maelle.answers(mapApi.network)
	expect(all.total).toBe(all.members.length)
	expect(all.members.some(({ groups, themes }) => groups.length > 0 && themes.length > 0)).toBe(true)
	const { id: sector } = all.sectors[0]!
	const narrow = await maelle.answers(mapApi.network, { query: { sector } })
	expect(narrow.total).toBeGreaterThan(0)
	expect(narrow.total).toBeLessThan(all.total)
	expect(await maelle.answers(mapApi.network, { query: { territory: 'departement:00' } })).toMatchObject({ members: [], total: 0 })
})

it('shows only places with enough people', async () => {
	const places = await maelle.answers(mapApi.territories)
	expect(places.length).toBeGreaterThan(0)
	expect(Math.min(...places.map(({ count }) => count))).toBeGreaterThanOrEqual(MAP_LIMITS.few)
})

it('counts the connections between sectors and between départements', async () => {
	for (const by of ['sector', 'departement'] as const) {
		const { sides, pairs } = await maelle.answers(mapApi.bridges, { query: { by } })
		expect(pairs).toHaveLength(sides.length * (sides.length - 1) / 2)
	}
	await maelle.refuses(mapApi.bridges, { query: { by: 'person' as 'sector' } }, 400, 'unknown_kind')
})
