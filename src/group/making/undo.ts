/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CallOptions } from './calls.ts'
import type { Making, Ports } from './ports.ts'
import type { CreatedThing, Search } from './work.ts'

import { ApiError, isReason } from '../../api/apiError.ts'
import { preserveSpace, spacePath } from '../preserveSpace.ts'
import { Calls, RunEnded } from './calls.ts'
import { findUnsavedBoard } from './makeBoard.ts'
import { findUnsavedTeam } from './makeTeam.ts'
import { readNote } from './note.ts'
import { isAloneInTeam, whyBoardStays, whyFolderStays } from './undoChecks.ts'

export interface UndoRequest {
	groupId: number
	title: string
	/** null: the plan had none. */
	boardTitle: string | null
	/** Accounts that were added when the group was created. */
	expected: readonly string[]
}

export interface UndoOptions extends CallOptions {
	me: string
	runner: string
}

/**
 * What is not undone, and why: others take part (`joined`), it belongs to another person (`not_owner`) or another account says that it created it (`not_mine`), it is not empty, a board is shared with others, was changed
 * by them or has comments or files (whyBoardStays()), it was the team's own folder and is kept without the team (`unlinked`), it is the folder of a team
 * that stays (`of_team`), a team's folder could not be kept safe (`unsafe`), or the reason of a refusal.
 */
export interface KeptItem {
	thing: CreatedThing | 'group'
	why: string
	/** Its name, to search for it. */
	name?: string
}

/** The note while a team's own folder is being detached from it. */
const UNLINKED = 'unlinked'

export interface UndoResult {
	/**
	 * - undone: the group is deleted; what `stays` names was kept on purpose
	 * - kept: others take part in it. Nothing was changed, unless they joined during the undo
	 * - incomplete, stopped, interrupted: another run can undo the rest
	 */
	end: 'undone' | 'kept' | 'incomplete' | 'stopped' | 'interrupted' | 'being_made'
	reason: string | null
	stays: KeptItem[]
	calls: number
}

class Undo {
	/** Path of the team folder, null if it has none; undefined while unknown. */
	private space: string | null | undefined

	constructor(
		private readonly ports: Ports,
		private readonly calls: Calls,
		private readonly order: UndoRequest,
		private readonly options: UndoOptions,
		private readonly making: Making,
		private readonly stays: KeptItem[],
	) {}

	/** Finds the team and the board whose ids were not saved. */
	async findUnsaved(): Promise<void> {
		const { making, order } = this
		const search: Search = { ports: this.ports, calls: this.calls, making, me: this.options.me, groupId: order.groupId }
		if (making.own.run && making.step !== 'done') {
			const team = making.teamId === null ? await this.unlessAbsent(() => findUnsavedTeam(search, order.title)) : undefined
			const board = making.boardId === null && order.boardTitle !== null ? await this.unlessAbsent(() => findUnsavedBoard(search, order.boardTitle!)) : undefined
			making.teamId ??= team?.id ?? null
			making.boardId ??= board?.id ?? null
			making.own = { ...making.own, team: making.own.team || team !== undefined, board: making.own.board || board !== undefined }
		}
	}

	/**
	 * Our server has checked the people it knows and lets nobody join any more; those who joined or ask to join in Teams are looked up there.
	 *
	 * @throws {RunEnded} group_joined
	 */
	async requireAlone(): Promise<void> {
		if (!await isAloneInTeam(this.asked(), this.making.teamId, this.order.expected)) {
			throw new RunEnded('interrupted', 'group_joined')
		}
	}

	/** Whether nothing is left to undo. */
	async undoAll(): Promise<boolean> {
		const parts: [CreatedThing, () => Promise<string | null>][] = [['board', () => this.board()], ['team', () => this.team()], ['folder', () => this.folder()]]
		let whole = true
		for (const [thing, undo] of parts) {
			try {
				const why = await undo()
				if (why !== null) {
					this.stays.push({ thing, why })
				}
			} catch (error) {
				if (!(error instanceof ApiError)) {
					throw error
				}
				this.stays.push({ thing, why: error.reason })
				whole = false
			}
		}
		return whole
	}

	/** Why it stays, null if it is deleted. */
	private async board(): Promise<string | null> {
		const { ports: { deck }, calls } = this
		const id = this.making.boardId
		if (id === null) {
			return null
		}
		const why = await whyBoardStays(this.asked(), id, this.making.own.board)
		if (why) {
			return why
		}
		if (why === null) {
			await calls.change<unknown>(() => deck.deleteBoard(id), async () => await whyBoardStays(this.asked(), id, true) === undefined || undefined)
		}
		await this.forget({ boardId: null })
		return null
	}

	private async team(): Promise<string | null> {
		const { ports: { teams }, calls, options: { me } } = this
		const id = this.making.teamId
		if (id === null) {
			this.space = null
			return null
		}
		const isThere = async () => (await calls.read(() => teams.listMine())).some((row) => row.id === id)
		if (await isThere()) {
			if ((await calls.read(() => teams.getTeam(id))).owner !== me) {
				await this.spaceOf(id)
				return 'not_owner'
			}
			if (!this.making.own.team) {
				await this.spaceOf(id)
				return 'not_mine'
			}
			await this.requireAlone()
			await this.keepSpace(id)
			await calls.change<unknown>(() => teams.destroy(id), async () => {
				if (!await isThere()) {
					return true
				}
				// It may no longer be empty.
				await this.keepSpace(id)
				return undefined
			})
		}
		this.space ??= null
		await this.forget({ teamId: null })
		return null
	}

	private async spaceOf(id: string) {
		const { ports: { teams }, calls } = this
		const space = await calls.read(() => teams.getSpace(id))
		this.space = space && spacePath(space)
		return space
	}

	/** @throws {ApiError} unsafe: the team must stay */
	private async keepSpace(id: string): Promise<void> {
		const { ports: { groups, teams, folder }, calls } = this
		try {
			const name = await preserveSpace({
				getSpace: (team) => this.spaceOf(team),
				listMembers: (team) => calls.read(() => teams.listMembers(team)),
				statNew: (path) => calls.read(() => folder.statNew(path)),
				hasTrashedContent: (path) => calls.read(() => folder.hasTrashedContent(path)),
				unlinkSpace: (team) => calls.change(() => teams.unlinkSpace(team)),
			}, id, async () => {
				// If it is interrupted, the next run has to report it too.
				const note = `folder:failed:${UNLINKED}`
				await calls.remember(() => groups.save(this.order.groupId, { runner: this.options.runner, note }))
			})
			if (name !== null) {
				this.stays.push({ thing: 'folder', why: UNLINKED, name })
			}
		} catch (error) {
			throw error instanceof ApiError ? new ApiError(error.status, 'unsafe', { cause: error }) : error
		}
	}

	private async folder(): Promise<string | null> {
		const { ports: { folder: files }, calls, making: { teamId, folderId, folderPath, note, own } } = this
		const noted = readNote(note).get('folder')
		if (noted?.state === 'failed' && noted.reason === UNLINKED && this.space === null) {
			// An earlier run detached it. A folder at the top of the person's files is no library folder.
			const name = folderPath?.match(/^\/([^/]+)$/)?.[1]
			this.stays.push({ thing: 'folder', why: UNLINKED, name })
		}
		if (folderId === null || folderPath === null || (this.space === undefined && teamId !== null)) {
			return null
		}
		if (this.space === folderPath) {
			if (teamId !== null) {
				return 'of_team'
			}
			// The path stays: it is its name, if this is interrupted.
			await this.forget({ folderId: null })
			return null
		}
		const why = () => whyFolderStays(this.asked(), folderPath, folderId, own.folder)
		const before = await why()
		if (before) {
			return before
		}
		if (before === null && !await calls.change(() => files.removeIfEmpty(folderPath), async () => await why() === undefined || undefined)) {
			return 'not_empty'
		}
		await this.forget({ folderId: null, folderPath: null })
		return null
	}

	private async forget(ids: Partial<Pick<Making, 'teamId' | 'boardId' | 'folderId' | 'folderPath'>>): Promise<void> {
		await this.calls.remember(() => this.ports.groups.save(this.order.groupId, { runner: this.options.runner, ...ids }))
		Object.assign(this.making, ids)
	}

	private asked() {
		return { ports: this.ports, calls: this.calls, me: this.options.me }
	}

	private async unlessAbsent<T>(find: () => Promise<T>): Promise<T | undefined> {
		try {
			return await find()
		} catch (error) {
			if (isReason(error, 'absent')) {
				return undefined
			}
			throw error
		}
	}
}

/** Deletes the group; a deleted one is fine. */
async function remove(calls: Calls, { groups }: Ports, id: number, runner: string): Promise<void> {
	calls.letGo()
	await calls.remember(async () => {
		try {
			await groups.remove(id, runner)
		} catch (error) {
			if (!isReason(error, 'not_found')) {
				throw error
			}
		}
	})
}

/**
 * Undoes the creation of a group: deletes its board (which Deck keeps for its owner to restore), its team, its folder if
 * it is empty, then the group itself. The group is closed first, so that nobody joins meanwhile; a group in which others take part stays whole. Can be
 * run again wherever it stopped.
 */
export async function undoGroup(ports: Ports, order: UndoRequest, options: UndoOptions): Promise<UndoResult> {
	const calls = new Calls(options)
	const stays: KeptItem[] = []
	const { groups } = ports
	const release = () => {
		calls.letGo()
		return calls.lastly(() => groups.release(order.groupId, options.runner))
	}
	const kept = async (): Promise<UndoResult> => {
		calls.letGo()
		await calls.lastly(() => groups.endUndo(order.groupId, options.runner))
		return { end: 'kept', reason: null, stays: [...stays, { thing: 'group', why: 'joined' }], calls: calls.total }
	}
	const result = (end: UndoResult['end'], reason: string | null = null): UndoResult => ({ end, reason, stays, calls: calls.total })
	try {
		const making = { ...await calls.hold(() => groups.beginUndo(order.groupId, options.runner)) }
		const undo = new Undo(ports, calls, order, options, making, stays)
		await undo.findUnsaved()
		await undo.requireAlone()
		if (!await undo.undoAll()) {
			await release()
			return result('incomplete')
		}
		await remove(calls, ports, order.groupId, options.runner)
		return result('undone')
	} catch (error) {
		if (error instanceof ApiError) {
			await release()
			return result('interrupted', error.reason)
		}
		if (!(error instanceof RunEnded)) {
			throw error
		}
		if (error.end === 'expired') {
			const again = await undoGroup(ports, order, options)
			return { ...again, calls: calls.total + again.calls }
		}
		if (error.reason === 'not_found') {
			return result('undone')
		}
		if (error.reason === 'group_joined') {
			return await kept()
		}
		if (error.end !== 'being_made' && error.reason !== 'offline') {
			await release()
		}
		return result(error.end, error.end === 'interrupted' ? error.reason : null)
	}
}
