/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckAcl } from '../board/model.ts'
import type { RosterRow } from './model.ts'
import type { TeamMember } from './team.ts'

import { expect, it } from 'vitest'
import { boardAccess } from './boardAccess.ts'

const TEAM = 'oneteam'
const acl = (type: number, participant: string, edit = true): DeckAcl => ({ id: 1, type, participant, edit, share: false, manage: false })
const inTeam = (uid: string, level = 1, userType = 1): TeamMember => ({ id: `m-${uid}`, uid, name: uid, userType, level, status: 'Member' })
const row = (uid: string | null, state: RosterRow['state'] = 'active') => ({ member: { uid }, state }) as RosterRow
const shared = acl(7, TEAM)
const everybody = [inTeam('odile', 9), inTeam('linh')]
const roster = [row('odile'), row('linh'), row(null)]

it.each([
	['all agree', [shared], everybody, roster, []],
	['an owner by name as well', [shared, acl(0, 'odile')], everybody, roster, []],
	['nobody shared it', [], everybody, roster, [{ kind: 'not_shared' }]],
	['another team sees it', [acl(7, 'other')], everybody, roster, [{ kind: 'not_shared' }, { kind: 'more', ids: ['other'] }]],
	['a group sees it too', [shared, acl(1, 'staff')], everybody, roster, [{ kind: 'more', ids: ['staff'] }]],
	['the team only reads', [acl(7, TEAM, false)], everybody, roster, [{ kind: 'read_only' }]],
	['somebody who left keeps it by name', [shared, acl(0, 'karim')], everybody, [...roster, row('karim', 'left')], [{ kind: 'outsiders', uids: ['karim'] }]],
	['somebody is not in the team', [shared], [inTeam('odile', 9)], roster, [{ kind: 'shut_out', uids: ['linh'] }]],
	['somebody only asked for the team', [shared], [inTeam('odile', 9), inTeam('linh', 0)], roster, [{ kind: 'shut_out', uids: ['linh'] }]],
	['somebody came by the team', [shared], [...everybody, inTeam('ida')], [...roster, row('ida', 'unsigned')], [{ kind: 'unsigned', uids: ['ida'] }]],
	['a mail address in the team is no account', [shared], [...everybody, inTeam('a@example.org', 1, 4)], roster, []],
] as const)('%s', (_, list, team, rows, found) => {
	expect(boardAccess({ owner: 'odile', acl: [...list] }, TEAM, team, rows)).toEqual(found)
})

it('reports a board owner who is not in the group', () => {
	expect(boardAccess({ owner: 'gone', acl: [shared] }, TEAM, everybody, roster)).toEqual([{ kind: 'owner_outside', uid: 'gone' }])
})
