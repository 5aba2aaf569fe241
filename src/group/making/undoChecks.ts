/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Calls } from './calls.ts'
import type { Ports } from './ports.ts'

import { PARTICIPANT } from '../../board/model.ts'
import { LEVEL } from '../team.ts'

interface Asked {
	ports: Pick<Ports, 'deck' | 'teams' | 'folder'>
	calls: Pick<Calls, 'read'>
	/** Account of the person who undoes. */
	me: string
}

/**
 * Why a board is not deleted: it belongs to another person, no run of mine saved its id, it is shared with people outside the team, others
 * worked on it, or there are comments or files on its cards, which exist only there. null: nothing speaks against it; undefined: it no longer exists.
 */
export async function whyBoardStays({ ports: { deck }, calls, me }: Asked, id: number, saved: boolean): Promise<'not_owner' | 'not_mine' | 'shared' | 'changed' | 'written_on' | null | undefined> {
	// Uses the list: for a single board Deck answers 403 if it was deleted, and for anything else too.
	const row = (await calls.read(() => deck.listBoards())).find((board) => board.id === id)
	if (!row) {
		return undefined
	}
	if (row.owner !== me) {
		return 'not_owner'
	}
	if (!saved) {
		return 'not_mine'
	}
	const { acl } = await calls.read(() => deck.getBoard(id))
	if (acl.some(({ type }) => type !== PARTICIPANT.team)) {
		return 'shared'
	}
	const cards = await calls.read(() => deck.listWork(id))
	if (cards.some(({ writers }) => writers.some((uid) => uid !== me))) {
		return 'changed'
	}
	return cards.some(({ attached }) => attached > 0) ? 'written_on' : null
}

/**
 * Whether nobody but me is in a team or asks to join. Accounts that were added on creation and unanswered invitations do not count.
 */
export async function isAloneInTeam({ ports: { teams }, calls, me }: Asked, id: string | null, expected: readonly string[] = []): Promise<boolean> {
	if (id === null || !(await calls.read(() => teams.listMine())).some((team) => team.id === id)) {
		return true
	}
	return (await calls.read(() => teams.listMembers(id)))
		.every(({ uid, level, status }) => uid === me || expected.includes(uid) || (level === LEVEL.none && status !== 'Requesting'))
}

/** Why a folder is not deleted; null: nothing speaks against it; undefined: it is not where it was. */
export async function whyFolderStays({ ports: { folder }, calls }: Asked, path: string, id: number, saved: boolean): Promise<'not_mine' | 'not_empty' | null | undefined> {
	const found = await calls.read(() => folder.stat(path))
	return found?.fileId !== id ? undefined : !saved ? 'not_mine' : found.empty ? null : 'not_empty'
}
