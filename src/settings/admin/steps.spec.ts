/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Network, SetupCheck } from '../model.ts'

import { expect, it } from 'vitest'
import limits from '../../../tests/fixtures/rules/network-limits.json'
import { NETWORK_LIMITS } from '../model.ts'
import { stepsOf } from './steps.ts'

const fresh: Network = {
	settings: { name: '', region: '76', departements: [], group: 'reseau-facilitation', library: '', preset: 'request', showcase: false, indexed: false, frames: [] },
	facilitation: { group: 'reseau-facilitation', exists: false, can: { change: true }, people: [] },
	folder: { there: false, team: false },
	charter: null,
	home: '/apps/reseau/',
}
const check = (id: string, state: SetupCheck['state']): SetupCheck => ({ id, state, name: id, sentence: '', link: null })
const progress = (network: Network, checks: SetupCheck[]) => Object.fromEntries(stepsOf(network, checks).map((one) => [one.step, one.progress]))

it('keeps to the limits of the server', () => {
	expect(NETWORK_LIMITS).toEqual(limits)
})

it('begins with all steps open except optional ones', () => {
	expect(progress(fresh, [check('jobs', 'warning')])).toEqual({ name: 'open', facilitation: 'open', checks: 'open', charter: 'optional', open: 'next' })
})

it('ignores checks of things that are only absent, and counts facilitators once', () => {
	expect(progress(fresh, [check('deck', 'info'), check('facilitators', 'warning')]).checks).toBe('done')
})

it('counts only people who can open Réseau, and only a charter with a text', () => {
	const people = (access: boolean) => ({ ...fresh, facilitation: { ...fresh.facilitation, people: [{ uid: 'odile', name: 'Odile', access }] } })
	expect(progress(people(false), []).facilitation).toBe('open')
	expect(progress(people(true), []).facilitation).toBe('done')
	const written = (text: string) => ({ ...fresh, charter: { version: 2, date: '2026-11-24T12:00:00+00:00', text } })
	expect(progress(written('Tenir parole.'), []).charter).toBe('done')
	expect(progress(written(''), []).charter).toBe('optional')
})
