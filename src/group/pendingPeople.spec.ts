/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamMember } from './team.ts'

import { describe, expect, it } from 'vitest'
import { pendingPeople } from './pendingPeople.ts'
import { sampleRow } from './testing/sample.ts'

const member = (uid: string, level: number): TeamMember => ({ id: `m-${uid}`, uid, name: uid, userType: 1, level, status: 'Member' })
const row = (uid: string | null, state: Parameters<typeof sampleRow>[0] = {}) => sampleRow(state, { id: (uid ?? '').length, uid, name: uid ?? 'Sans compte' })
const places = (...args: Parameters<typeof pendingPeople>) => pendingPeople(...args).map(({ row, place }) => [row.member.uid, place])

describe('people not fully in a group', () => {
	const rows = [row('in'), row('asks', { state: 'requested' }), row('out'), row('door'), row('gone', { state: 'left' }), row('asked', { state: 'invited' }), row('no', { state: 'declined' }), row(null)]

	it('are listed with those first who need an action', () => {
		expect(places(rows, [member('in', 1), member('door', 0)])).toEqual([
			['asks', 'requested'], ['door', 'at_team'], ['out', 'outside_team'], ['asked', 'invited'], ['no', 'declined'],
		])
	})

	it('without an account are with the keeper of their card, unless the viewer is the keeper', () => {
		const asked = (answer: boolean) => row(null, { state: 'invited', can: { admit: false, remove: true, engage: false, answer, facilitate: false } })
		expect(places([asked(false)], null)).toEqual([[null, 'at_keeper']])
		expect(places([asked(true)], null)).toEqual([[null, 'invited']])
	})

	it.each([[null], [[]]])('are never shown as outside a team that could not be read: %o', (team) => {
		expect(places(rows, team)).toEqual([['asks', 'requested'], ['asked', 'invited'], ['no', 'declined']])
	})

	it('do not match the team of a person with that person', () => {
		expect(places([row('in')], [{ ...member('in', 1), userType: 16 }])).toEqual([['in', 'outside_team']])
	})
})
