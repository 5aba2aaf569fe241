/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckAcl, DeckBoard, DeckBoardRow, DeckCard, DeckLabel, DeckStack, NewCard } from '../../board/model.ts'
import type { Mandate } from '../../board/models.ts'
import type { CardWork } from '../../board/work/model.ts'
import type { TeamPreset } from '../../settings/model.ts'
import type { Space } from '../preserveSpace.ts'
import type { TeamMember, TeamRow } from '../team.ts'

/*
 * The calls of the journal. The gateways (src/board/deck.ts, src/group/teams.ts, folder.ts, gateway.ts) fit these; tests use fakes
 * instead. Every call throws an ApiError.
 */

/** What our server stores of a group that is being created. */
export interface Making {
	/** When the group's row was created, in seconds of the server's clock: older things do not belong to it. */
	begun: number
	/** What runs of this account did: the last run before this one was theirs; they saved the id of the team, board or folder. */
	own: { run: boolean, team: boolean, board: boolean, folder: boolean }
	teamId: string | null
	boardId: number | null
	folderId: number | null
	folderPath: string | null
	/** Slug of the board's model; null: none was chosen. */
	model: string | null
	/** The step that was running when the journal was last saved; earlier steps are settled, except for what the note says. */
	step: string | null
	/** Steps that are not done, and why (note.ts). */
	note: string | null
}

/** What is saved of a run: an id before the next call, and the progress; an id of null: the thing was deleted. */
export interface Saved {
	runner: string
	teamId?: string | null
	boardId?: number | null
	folderId?: number | null
	folderPath?: string | null
	model?: string
	step?: string
	note?: string
}

export interface NewGroup {
	title: string
	purpose: string
	mandate: Mandate
	join: TeamPreset
	/** Members who are asked to facilitate in addition to the creator. */
	facilitators: number[]
	/** Slug of the board's model. */
	model: string | null
	key: string
	minutes?: { id: number, position: number }
}

export interface GroupsPort {
	/** The same account with the same `key`, or the same place in the same minutes, gets the same group. */
	create(group: NewGroup): Promise<{ id: number }>
	list(): Promise<{ id: number, teamId: string | null, boardId: number | null, folderId: number | null }[]>
	/** Takes the lease or renews it; `being_made` while another runner has it. */
	lease(id: number, runner: string): Promise<Making>
	/** Renews the lease as well; `being_made` where another runner has it. */
	save(id: number, saved: Saved): Promise<unknown>
	release(id: number, runner: string): Promise<unknown>
	/** Closes the group and takes or renews the lease to undo it; `group_joined` if it has other members, or requests to join. */
	beginUndo(id: number, runner: string): Promise<Making>
	/** Restores its status, and releases the lease. */
	endUndo(id: number, runner: string): Promise<unknown>
	/** Deletes the group, not what was created for it; `group_joined` as above. */
	remove(id: number, runner: string): Promise<unknown>
	/** Creates a conversation in Talk; an existing one stays. */
	talk(id: number): Promise<unknown>
}

export interface TeamsPort {
	/** Teams of the account: the only request about a missing team that Teams does not count as an attack. */
	listMine(): Promise<Pick<TeamRow, 'id' | 'name' | 'population' | 'creation'>[]>
	getTeam(id: string): Promise<{ id: string, owner: string | null }>
	create(name: string): Promise<{ id: string }>
	setPreset(id: string, preset: TeamPreset): Promise<void>
	setDescription(id: string, description: string): Promise<void>
	listMembers(id: string): Promise<TeamMember[]>
	addMember(id: string, uid: string): Promise<TeamMember>
	setLevel(id: string, memberId: string, level: number): Promise<void>
	/** null: this Nextcloud has no team folders. */
	getSpace(id: string): Promise<Space | null>
	/** Repeating it changes nothing. */
	unlinkSpace(id: string): Promise<void>
	/** Deletes its space too. */
	destroy(id: string): Promise<void>
}

export interface DeckPort {
	listBoards(): Promise<DeckBoardRow[]>
	getBoard(id: number): Promise<DeckBoard>
	/** The answer contains Deck's default labels. */
	createBoard(board: { title: string, color: string }): Promise<DeckBoard>
	deleteBoard(id: number): Promise<void>
	createLabel(boardId: number, label: { title: string, color: string }): Promise<DeckLabel>
	updateLabel(id: number, label: { title: string, color: string }): Promise<DeckLabel>
	deleteLabel(id: number): Promise<void>
	createStack(boardId: number, stack: { title: string, order: number }): Promise<DeckStack>
	listStacks(boardId: number): Promise<DeckStack[]>
	listArchivedStacks(boardId: number): Promise<DeckStack[]>
	/** All cards, archived or not, with the people who worked on them. */
	listWork(boardId: number): Promise<CardWork[]>
	createCard(card: NewCard): Promise<DeckCard>
	assignLabel(cardId: number, labelId: number): Promise<void>
	shareWithTeam(boardId: number, teamId: string): Promise<DeckAcl>
}

export interface Folder {
	path: string
	fileId: number
	mayShare: boolean
	empty: boolean
}

export interface FolderPort {
	/** null: the path does not exist. */
	stat(path: string): Promise<Folder | null>
	/** The same by its id, wherever it was moved; null: it does not exist for the account. */
	locate(path: string, fileId: number): Promise<Folder | null>
	/** The same at the top level, including what was created a moment ago. */
	statNew(path: string): Promise<Folder | null>
	/** `exists` if the path is taken. */
	mkcol(path: string): Promise<{ fileId: number }>
	/** Repeating it changes nothing. */
	shareWithTeam(path: string, teamId: string): Promise<unknown>
	removeIfEmpty(path: string): Promise<boolean>
	/** Whether something that was in it is in the trash bin. */
	hasTrashedContent(path: string): Promise<boolean>
}

export interface Ports {
	groups: GroupsPort
	teams: TeamsPort
	deck: DeckPort
	folder: FolderPort
}
