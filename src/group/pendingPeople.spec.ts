/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamMember } from './team.ts'

import { describe, expect, it } from 'vitest'
import { canBeInvited, pendingPeople, teamOutsiders } from './pendingPeople.ts'
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

	it('are shown where they facilitate without leading the team, to those who lead it', () => {
		const leader = row('leads', { facilitates: true })
		const team = (mine: number, theirs: number) => [member('me', mine), member('leads', theirs)]
		expect(places([leader], team(9, 1), 'me')).toEqual([['leads', 'cannot_lead']])
		expect(places([leader], team(8, 4), 'me')).toEqual([['leads', 'cannot_lead']])
		expect(places([leader], team(8, 8), 'me')).toEqual([])
		expect(places([leader], team(4, 1), 'me')).toEqual([])
		expect(places([row('leads')], team(9, 1), 'me')).toEqual([])
	})

	it('do not match the team of a person with that person', () => {
		expect(places([row('in')], [{ ...member('in', 1), userType: 16 }])).toEqual([['in', 'outside_team']])
	})
})

describe('people of the team who are not in the group', () => {
	const asking = (uid: string): TeamMember => ({ ...member(uid, 0), status: 'Requesting' })

	it('are also those who asked in Teams, but not those invited there, nor those whose request the group has', () => {
		const team = [member('me', 9), member('in', 1), asking('stranger'), { ...member('guest', 0), status: 'Invited' }, asking('both'), asking('back')]
		const rows = [row('in'), row('both', { state: 'requested' }), row('back', { state: 'left' })]
		expect(teamOutsiders(rows, team, 'me').map(({ uid, asks, memberId }) => [uid, asks, memberId])).toEqual([['stranger', true, 'm-stranger'], ['back', true, 'm-back']])
	})

	it.each([['unsigned', true], ['left', true], ['invited', false], ['declined', false], ['requested', false]] as const)('can be invited: %s → %s', (state, can) => {
		expect(canBeInvited(row('ida', { state }))).toBe(can)
	})
})
