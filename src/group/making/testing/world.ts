/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckAcl, DeckLabel, DeckStack } from '../../../board/model.ts'
import type { TeamMember } from '../../team.ts'
import type { Making, Ports } from '../ports.ts'

import { PARTICIPANT } from '../../../board/model.ts'
import { fakeDeck } from './fakeDeck.ts'
import { fakeFolder } from './fakeFolder.ts'
import { fakeGroups } from './fakeGroups.ts'
import { fakeTeams } from './fakeTeams.ts'
import { refusal } from './refusal.ts'

const FIRST_LABELS = [['Terminé', '31CC7C'], ['À relire', '317CCC'], ['Action requise', 'FF7A66'], ['Plus tard', 'F1DB50']] as const

export interface GroupRow extends Omit<Making, 'own'> {
	id: number
	key: string
	/** Account that began it. */
	creator: string
	title: string
	status: 'forming' | 'active' | 'closed'
	maker: string | null
	/** The accounts whose runs saved its ids. */
	by: { team: string | null, board: string | null, folder: string | null }
	lease: { runner: string, uid: string, until: number } | null
	talk: boolean
	/** Number of people besides its maker who are members, or ask to be, as our server knows it. */
	others: number
	/** Status before it began to be undone. */
	undoneFrom: 'forming' | 'active' | 'closed' | null
}

export interface TeamState {
	id: string
	name: string
	description: string
	preset: string
	creation: number
	members: TeamMember[]
}

export interface BoardState {
	id: number
	title: string
	color: string
	owner: string
	archived: boolean
	deleted: boolean
	lastModified: number
	labels: DeckLabel[]
	stacks: DeckStack[]
	acl: DeckAcl[]
}

export interface FolderState {
	path: string
	fileId: number
	empty: boolean
	shares: string[]
	/** Team whose own folder it is; null: it was taken from its team, and nobody has it. */
	of?: string | null
	/** It does not show yet. */
	unseen?: boolean
	/** Something of it is in the bin. */
	thrown?: boolean
}

const byOrder = <T extends { order: number, id: number }>(list: T[]) => [...list].sort((a, b) => a.order - b.order || a.id - b.id)
const byJson = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b))

/**
 * A Nextcloud in memory: our server, Teams, Deck and Files as far as creating groups calls them, with their peculiarities. Deck and
 * Teams answer 403 for what does not exist, and Teams counts that as an attack; Deck gives a new board four labels and fails with a 500
 * where a team has the board already.
 */
export class World {
	/** ms */
	clock = 1_800_000_000_000
	groups: GroupRow[] = []
	teams: TeamState[] = []
	boards: BoardState[] = []
	folders: FolderState[] = [{ path: '/Bibliothèque', fileId: 1, empty: false, shares: [] }]
	accounts = new Set(['romain', 'nadege', 'maelle', 'odile'])
	/** Installed apps. */
	apps = new Set(['teams', 'deck', 'talk'])
	mayCreateBoards = true
	mayShareFolders = true
	/** Whether a new team gets its own folder. */
	teamSpaces = false
	/** What others did on cards, by their ids. */
	work = new Map<number, { writers?: string[], attached?: number }>()
	/** Questions that Teams takes for attacks. */
	strikes = 0
	private ids = 100

	seconds(): number {
		return Math.floor(this.clock / 1000)
	}

	id(): number {
		return ++this.ids
	}

	/** What an account reaches. */
	ports(uid: string): Ports {
		return { groups: fakeGroups(this, uid), teams: fakeTeams(this, uid), deck: fakeDeck(this, uid), folder: fakeFolder(this, uid) }
	}

	team(id: string): TeamState | undefined {
		return this.teams.find((team) => team.id === id)
	}

	isIn(teamId: string, uid: string): boolean {
		return this.team(teamId)?.members.some((member) => member.uid === uid && member.level > 0) ?? false
	}

	board(id: number, uid: string, owner = false): BoardState {
		const board = this.boards.find((one) => one.id === id && !one.deleted)
		if (!board || (board.owner !== uid && (owner || !board.acl.some(({ type, participant }) => type === PARTICIPANT.team && this.isIn(participant, uid))))) {
			throw refusal(403, 'not_allowed')
		}
		return board
	}

	/** The board whose stack, label or card this is. */
	boardWith(fits: (board: BoardState) => boolean, uid: string, owner = false): BoardState {
		return this.board(this.boards.find(fits)?.id ?? 0, uid, owner)
	}

	touch(board: BoardState): void {
		board.lastModified = this.seconds()
	}

	/** A person's team that Réseau does not know. */
	addTeam(owner: string, name: string): TeamState {
		const team = { id: `team${this.id()}`, name, description: '', preset: 'private', creation: this.seconds(), members: [this.member(owner, 9)] }
		this.teams.push(team)
		if (this.teamSpaces) {
			this.addSpace(team)
		}
		return team
	}

	/** A folder for a team; their names are unique. */
	addSpace({ id, name }: TeamState): FolderState {
		let path = `/${name}`
		for (let number = 1; this.folders.some((folder) => folder.of !== undefined && folder.path === path); number++) {
			path = `/${name} (${number})`
		}
		const folder: FolderState = { path, fileId: this.id(), empty: true, shares: [], of: id }
		this.folders.push(folder)
		return folder
	}

	spaceOf(teamId: string): FolderState | undefined {
		return this.folders.find(({ of }) => of === teamId)
	}

	addBoard(owner: string, title: string, color = '0082C9'): BoardState {
		const board: BoardState = {
			id: this.id(),
			title,
			color,
			owner,
			archived: false,
			deleted: false,
			lastModified: this.seconds(),
			labels: FIRST_LABELS.map(([title, color]) => ({ id: this.id(), title, color })),
			stacks: [],
			acl: [],
		}
		this.boards.push(board)
		return board
	}

	addFolder(path: string, empty: boolean): FolderState {
		const folder = { path, fileId: this.id(), empty, shares: [] }
		this.folders.push(folder)
		return folder
	}

	member(uid: string, level: number): TeamMember {
		return { id: `member${this.id()}`, uid, name: uid, userType: 1, level, status: level > 0 ? 'Member' : 'Requesting' }
	}

	/** Everything that matters, with ids resolved: two worlds with the same content are equal. */
	picture() {
		const board = ({ title, color, owner, archived, labels, stacks, acl }: BoardState) => ({
			title,
			color,
			owner,
			archived,
			labels: labels.map(({ title, color }) => `${title} ${color}`).sort(),
			stacks: byOrder(stacks).map(({ title, cards }) => ({
				title,
				cards: byOrder(cards).map(({ title, description, duedate, archived, labels }) => ({ title, description, duedate, archived, labels: labels.map(({ title }) => title).sort() })),
			})),
			acl: acl.map(({ type, participant, edit, share, manage }) => ({ type, team: this.team(participant)?.name, edit, share, manage })),
		})
		const team = ({ name, description, preset, members }: TeamState) => ({
			name,
			description,
			preset,
			members: members.map(({ uid, level }) => `${uid} ${level}`).sort(),
		})
		const boards = this.boards.filter(({ deleted }) => !deleted)
		const folder = ({ path, empty, shares, of }: FolderState) => ({
			path,
			empty,
			shares: shares.map((id) => this.team(id)?.name),
			...of !== undefined && { of: of && this.team(of)?.name },
		})
		return {
			groups: this.groups.map(({ title, status, maker, teamId, boardId, folderId, folderPath, talk }) => ({
				title,
				status,
				maker,
				talk,
				team: this.teams.filter(({ id }) => id === teamId).map(team),
				board: boards.filter(({ id }) => id === boardId).map(board),
				folder: this.folders.filter(({ fileId }) => fileId === folderId).map(folder),
				folderPath,
			})),
			teams: this.teams.map(team).sort(byJson),
			boards: boards.map(board).sort(byJson),
			folders: this.folders.map(folder).sort(byJson),
		}
	}
}
