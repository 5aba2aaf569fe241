/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, expect, it } from 'vitest'
import { deliveryApi } from '../../src/delivery/api.ts'
import { KINDS, TIMINGS } from '../../src/delivery/model.ts'
import { account, tried } from './account.ts'

const bastian = account('bastian-escande')

afterAll(() => {
	const untried = Object.values(deliveryApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried.map(({ path }) => path)).toEqual([])
	const named = Object.values(deliveryApi).flatMap(({ errors }) => errors as readonly string[])
	expect(named.filter((reason) => !tried.reasons.has(reason))).toEqual([])
})

it('has a choice for every kind, and keeps each', async () => {
	const before = await bastian.answers(deliveryApi.show)
	for (const kind of KINDS) {
		for (const timing of [...TIMINGS, before.choices[kind]]) {
			expect(await bastian.answers(deliveryApi.choose, { body: { kind, timing } })).toEqual({ ...before, choices: { ...before.choices, [kind]: timing } })
		}
	}
	expect(await bastian.answers(deliveryApi.show)).toEqual(before)
})

it('refuses what is no choice', async () => {
	await bastian.refuses(deliveryApi.choose, { body: { kind: 'gossip', timing: 'now' } }, 400, 'unknown_kind')
	await bastian.refuses(deliveryApi.choose, { body: { kind: 'message', timing: 'hourly' } }, 400, 'unknown_timing')
})
