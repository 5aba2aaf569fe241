/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupsPort, Making, NewGroup } from '../ports.ts'
import type { GroupRow, World } from './world.ts'

import { refusal } from './refusal.ts'

/** ms */
const LEASE = 120_000

/** Our server. */
export function fakeGroups(world: World, uid: string): GroupsPort {
	const row = (id: number) => {
		const found = world.groups.find((group) => group.id === id)
		if (!found) {
			throw refusal(404, 'not_found')
		}
		return found
	}
	const held = (group: GroupRow, runner: string) => {
		if (group.lease && group.lease.runner !== runner && group.lease.until > world.clock) {
			throw refusal(409, 'being_made', { mine: group.lease.uid === uid })
		}
	}
	const making = ({ begun, maker, by, teamId, boardId, folderId, folderPath, model, step, note }: GroupRow): Making => ({
		begun,
		own: { run: maker === uid, team: by.team === uid, board: by.board === uid, folder: by.folder === uid },
		teamId,
		boardId,
		folderId,
		folderPath,
		model,
		step,
		note,
	})
	return {
		async create({ title, model, key }: NewGroup) {
			const known = world.groups.find((group) => group.creator === uid && group.key === key)
			const group: GroupRow = known ?? {
				id: world.id(),
				key,
				title,
				status: 'forming',
				creator: uid,
				maker: null,
				by: { team: null, board: null, folder: null },
				lease: null,
				talk: false,
				others: 0,
				undoneFrom: null,
				begun: world.seconds(),
				teamId: null,
				boardId: null,
				folderId: null,
				folderPath: null,
				model,
				step: null,
				note: null,
			}
			if (!known) {
				world.groups.push(group)
			}
			return { id: group.id }
		},
		async list() {
			return world.groups.map(({ id, teamId, boardId, folderId }) => ({ id, teamId, boardId, folderId }))
		},
		async lease(id, runner) {
			const group = row(id)
			held(group, runner)
			if (group.status === 'closed') {
				throw refusal(409, 'group_closed')
			}
			if (group.maker !== null && group.maker !== uid && group.status === 'forming') {
				throw refusal(403, 'not_yours')
			}
			const { lease } = group
			const answer = making(group)
			group.maker = uid
			group.lease = { runner, uid, until: world.clock + LEASE }
			return lease?.runner === runner ? making(group) : answer
		},
		async save(id, { runner, ...saved }) {
			const group = row(id)
			held(group, runner)
			if (group.lease?.runner !== runner) {
				throw refusal(409, 'being_made', { mine: true })
			}
			for (const other of world.groups) {
				if (other !== group && saved.teamId && other.teamId === saved.teamId) {
					throw refusal(409, 'team_taken')
				}
				if (other !== group && saved.boardId && other.boardId === saved.boardId) {
					throw refusal(409, 'board_taken')
				}
			}
			// As lib/Group/GroupMaking.php: only what the account has just created, and the group remembers whose run saved it.
			if (saved.boardId && saved.boardId !== group.boardId && world.boards.some(({ id, owner }) => id === saved.boardId && owner !== uid)) {
				throw refusal(422, 'unknown_board')
			}
			for (const [thing, value] of [['team', 'teamId'], ['board', 'boardId'], ['folder', 'folderId']] as const) {
				if (saved[value] !== undefined && saved[value] !== group[value]) {
					group.by[thing] = saved[value] === null ? null : uid
				}
			}
			Object.assign(group, saved)
			group.lease = { runner, uid, until: world.clock + LEASE }
			if (saved.step === 'done') {
				group.status = 'active'
				group.lease = null
			}
		},
		async release(id, runner) {
			const group = row(id)
			if (group.lease?.runner === runner) {
				group.lease = null
			}
		},
		async beginUndo(id, runner) {
			const group = row(id)
			held(group, runner)
			if (group.others > 0) {
				throw refusal(409, 'group_joined')
			}
			group.lease = { runner, uid, until: world.clock + LEASE }
			group.undoneFrom ??= group.status
			group.status = 'closed'
			return making(group)
		},
		async endUndo(id, runner) {
			const group = row(id)
			held(group, runner)
			group.lease = null
			group.status = group.undoneFrom ?? group.status
			group.undoneFrom = null
		},
		async remove(id, runner) {
			const group = row(id)
			held(group, runner)
			if (group.others > 0) {
				throw refusal(409, 'group_joined')
			}
			if (group.status !== 'closed') {
				throw refusal(409, 'group_living')
			}
			world.groups.splice(world.groups.indexOf(group), 1)
		},
		async talk(id) {
			if (!world.apps.has('talk')) {
				throw refusal(409, 'talk_missing')
			}
			row(id).talk = true
		},
	}
}
