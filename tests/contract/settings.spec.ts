/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { settingsApi } from '../../src/settings/api.ts'
import { account, tried } from './account.ts'

it('tells the network’s words', async () => {
	const { values, sectors } = await account('maelle-roumegous').answers(settingsApi.vocabulary)
	expect(values.length).toBeGreaterThan(0)
	expect(sectors.length).toBeGreaterThan(0)
})

it('has no endpoint that was not tried', () => {
	expect(Object.entries(settingsApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
})
