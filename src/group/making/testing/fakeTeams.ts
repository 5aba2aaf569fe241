/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamsPort } from '../ports.ts'
import type { World } from './world.ts'

import { refusal } from './refusal.ts'

/** Teams, as an account has it. */
export function fakeTeams(world: World, uid: string): TeamsPort {
	const here = () => {
		if (!world.apps.has('teams')) {
			throw refusal(404, 'absent')
		}
	}
	/** The team, if the account has at least this level in it. */
	const team = (id: string, level: number) => {
		here()
		const found = world.team(id)
		const mine = found?.members.find((member) => member.uid === uid)?.level ?? 0
		if (!found || mine < level) {
			world.strikes++
			throw refusal(403, 'not_allowed')
		}
		return found
	}
	return {
		async listMine() {
			here()
			return world.teams.filter(({ id }) => world.isIn(id, uid))
				.map(({ id, name, creation, members }) => ({ id, name, creation, population: members.filter(({ level }) => level > 0).length }))
		},
		async getTeam(id) {
			return { id, owner: team(id, 1).members.find(({ level }) => level === 9)?.uid ?? null }
		},
		async create(name) {
			here()
			if (name.length < 3) {
				throw refusal(400, 'refused')
			}
			let shown = name
			for (let number = 2; world.teams.some((other) => other.name === shown); number++) {
				shown = `${name} (${number})`
			}
			return { id: world.addTeam(uid, shown).id }
		},
		async getSpace(id) {
			here()
			if (!world.isIn(id, uid)) {
				throw refusal(403, 'not_allowed')
			}
			const space = world.spaceOf(id)
			return space ? { name: space.path.slice(1) } : null
		},
		async unlinkSpace(id) {
			here()
			if (world.team(id)?.members.find((member) => member.uid === uid)?.level !== 9) {
				throw refusal(403, 'not_allowed')
			}
			const space = world.spaceOf(id)
			if (space) {
				space.of = null
			}
		},
		async setPreset(id, preset) {
			team(id, 8).preset = preset
		},
		async setDescription(id, description) {
			team(id, 8).description = description
		},
		async listMembers(id) {
			return team(id, 1).members.map((member) => ({ ...member }))
		},
		async addMember(id, other) {
			const { members } = team(id, 4)
			if (!world.accounts.has(other)) {
				throw refusal(404, 'not_found')
			}
			if (members.some((member) => member.uid === other && member.level > 0)) {
				throw refusal(400, 'refused')
			}
			const asked = members.find((member) => member.uid === other)
			const member = asked ?? world.member(other, 1)
			member.level = 1
			if (!asked) {
				members.push(member)
			}
			return { ...member }
		},
		async setLevel(id, memberId, level) {
			team(id, 8).members.find((member) => member.id === memberId)!.level = level
		},
		async destroy(id) {
			world.teams.splice(world.teams.indexOf(team(id, 9)), 1)
			world.folders = world.folders.filter((folder) => folder.of !== id)
		},
	}
}
