/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Deck, through the internal JSON routes its own pages use. The REST API (/api/v1.1) is not used: a call with an expired request
// token ends the browser's session, and its one advantage, If-Modified-Since, is wrong: a card that was deleted, archived or
// moved away is not reported, its stack just comes without it. Changes are detected by the list of boards (getSnapshots() below).
//
// Deck creates a welcome board on a person's first call: nothing here is called before the person asks for a board.

import type { BoardSnapshot, DeckAcl, DeckBoard, DeckBoardRow, DeckCard, DeckLabel, DeckPermissions, DeckStack, NewCard } from './model.ts'

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { callService, callServiceWithHeaders } from '../api/client.ts'
import { DeckAclSchema, DeckBoardRowSchema, DeckBoardSchema, DeckCardSchema, DeckLabelSchema, DeckPermissionsSchema, DeckStackSchema, PARTICIPANT } from './model.ts'

const Ignored = v.unknown()

/**
 * The boards I own or that are shared with me.
 *
 * @throws {ApiError} absent if Deck is not installed
 */
export async function listBoards(): Promise<DeckBoardRow[]> {
	return (await listed()).rows
}

/** The same list, with the server's time in seconds. */
async function listed(): Promise<{ rows: DeckBoardRow[], at: number }> {
	const { data, headers } = await callServiceWithHeaders({ at: 'app', method: 'GET', path: '/deck/boards' }, v.array(DeckBoardRowSchema))
	return { rows: data.filter(({ deletedAt }) => deletedAt === 0), at: Math.floor(Date.parse(headers.date ?? '') / 1000) }
}

/**
 * One board, with its labels and shares.
 *
 * @throws {ApiError} not_allowed also for a board that does not exist
 */
export function getBoard(id: number): Promise<DeckBoard> {
	return callService({ at: 'app', method: 'GET', path: '/deck/boards/{id}', values: { id } }, DeckBoardSchema)
}

/**
 * A new board of mine, of a colour in six hexadecimal digits. It has four labels already, in my language.
 *
 * @throws {ApiError} not_allowed if the administrators reserve boards for some groups
 */
export function createBoard(made: { title: string, color: string }): Promise<DeckBoard> {
	return callService({ at: 'app', method: 'POST', path: '/deck/boards', body: made }, DeckBoardSchema)
}

/** Deck keeps it for a while, so that its owner can restore it. */
export async function deleteBoard(id: number): Promise<void> {
	await callService({ at: 'app', method: 'DELETE', path: '/deck/boards/{id}', values: { id } }, Ignored)
}

/**
 * A new label.
 *
 * @throws {ApiError} refused if the board has one with this title
 */
export function createLabel(boardId: number, label: { title: string, color: string }): Promise<DeckLabel> {
	return callService({ at: 'app', method: 'POST', path: '/deck/labels', body: { ...label, boardId } }, DeckLabelSchema)
}

/** Changes the title and colour of a label. */
export function updateLabel(id: number, label: { title: string, color: string }): Promise<DeckLabel> {
	return callService({ at: 'app', method: 'PUT', path: '/deck/labels/{id}', values: { id }, body: { ...label, id } }, DeckLabelSchema)
}

/** Deletes a label, also from the cards. */
export async function deleteLabel(id: number): Promise<void> {
	await callService({ at: 'app', method: 'DELETE', path: '/deck/labels/{id}', values: { id } }, Ignored)
}

/** A new stack; needs the right to manage the board. */
export function createStack(boardId: number, stack: { title: string, order: number }): Promise<DeckStack> {
	return callService({ at: 'app', method: 'POST', path: '/deck/stacks', body: { ...stack, boardId } }, DeckStackSchema)
}

/** Deck sorts the cards, but not the stacks. */
const StacksSchema = v.pipe(v.array(DeckStackSchema), v.sortItems((a, b) => a.order - b.order || a.id - b.id))

/** The stacks in order, with their cards; archived cards are in another request. */
export function listStacks(boardId: number): Promise<DeckStack[]> {
	return callService({ at: 'app', method: 'GET', path: '/deck/stacks/{boardId}', values: { boardId } }, StacksSchema)
}

/** The stacks in order, with only their archived cards. */
export function listArchivedStacks(boardId: number): Promise<DeckStack[]> {
	return callService({ at: 'app', method: 'GET', path: '/deck/stacks/{boardId}/archived', values: { boardId } }, StacksSchema)
}

/**
 * Boards with their content: one call for all, and one more for each that changed since it was read.
 *
 * @param ids the wanted boards; those I cannot see (any more) are left out
 * @param known result of an earlier call
 */
export async function getSnapshots(ids: number[], known: BoardSnapshot[] = []): Promise<BoardSnapshot[]> {
	const { rows, at } = await listed()
	return Promise.all(rows.filter(({ id }) => ids.includes(id)).map(async (row) => {
		const same = known.find(({ row: { id, lastModified }, settled }) => settled && id === row.id && lastModified === row.lastModified)
		return { row, stacks: same?.stacks ?? await listStacks(row.id), settled: row.lastModified < at }
	}))
}

/**
 * A new card. Deck makes the card first and then its labels: where one of them is not of this board the call fails with not_allowed
 * though the card exists.
 */
export function createCard({ duedate, labels = [], ...card }: NewCard): Promise<DeckCard> {
	// Deck keeps the hour as written and drops the time zone.
	const body = { ...card, type: 'plain', duedate: duedate?.toISOString() ?? null, labels }
	return callService({ at: 'app', method: 'POST', path: '/deck/cards', body }, DeckCardSchema)
}

/** Adds a label to a card. */
export async function assignLabel(cardId: number, labelId: number): Promise<void> {
	await callService({ at: 'app', method: 'POST', path: '/deck/cards/{cardId}/label/{labelId}', values: { cardId, labelId } }, Ignored)
}

/**
 * Gives a card to an account.
 *
 * @throws {ApiError} refused if the account cannot see the board or has the card already
 */
export async function assignUser(cardId: number, uid: string): Promise<void> {
	await callService({ at: 'app', method: 'POST', path: '/deck/cards/{cardId}/assign', values: { cardId }, body: { userId: uid, type: PARTICIPANT.account } }, Ignored)
}

/**
 * Takes a card from an account, also from one that does not see the board any more: leaving a team leaves its cards as they are.
 *
 * @throws {ApiError} not_found if the account does not have the card
 */
export async function unassignUser(cardId: number, uid: string): Promise<void> {
	await callService({ at: 'app', method: 'PUT', path: '/deck/cards/{cardId}/unassign', values: { cardId }, body: { userId: uid, type: PARTICIPANT.account } }, Ignored)
}

/** My permissions on a board; none on a board I cannot see. */
export function getPermissions(boardId: number): Promise<DeckPermissions> {
	return callService({ at: 'app', method: 'GET', path: '/deck/boards/{boardId}/permissions', values: { boardId } }, DeckPermissionsSchema)
}

/**
 * Shows a board to a team, whose members then edit it; they neither share nor manage it.
 *
 * @throws {ApiError} server if it is shared with this team already, or the team does not exist: then the team is in the list of
 *         participants all the same
 */
export function shareWithTeam(boardId: number, teamId: string): Promise<DeckAcl> {
	const body = { type: PARTICIPANT.team, participant: teamId, permissionEdit: true, permissionShare: false, permissionManage: false }
	return callService({ at: 'app', method: 'POST', path: '/deck/boards/{boardId}/acl', values: { boardId }, body }, DeckAclSchema)
}

/** Stops sharing a board with a person. */
export async function removeAcl(boardId: number, aclId: number): Promise<void> {
	await callService({ at: 'app', method: 'DELETE', path: '/deck/boards/{boardId}/acl/{aclId}', values: { boardId, aclId } }, Ignored)
}

/**
 * Gives my board to another account. It stays shared with me, with all permissions.
 *
 * @throws {ApiError} not_allowed if the board is not mine
 */
export async function transferOwner(boardId: number, uid: string): Promise<void> {
	await callService({ at: 'app', method: 'PUT', path: '/deck/boards/{boardId}/transferOwner', values: { boardId }, body: { newOwner: uid } }, Ignored)
}

/** Deck's page of a board. */
export function boardUrl(boardId: number): string {
	return generateUrl('/apps/deck/board/{boardId}', { boardId })
}

/** Deck's page of a board with an open card. */
export function cardUrl(boardId: number, cardId: number): string {
	return generateUrl('/apps/deck/board/{boardId}/card/{cardId}', { boardId, cardId })
}
