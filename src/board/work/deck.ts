/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Deck requests for undoing, through the same routes as ../deck.ts. Separate, so that no start page loads them.

import type { CardWork } from './model.ts'

import * as v from 'valibot'
import { callService } from '../../api/client.ts'

/** An account as Deck returns it: with its name, or only its id if it was deleted. */
const AccountSchema = v.union([v.string(), v.pipe(v.object({ primaryKey: v.string() }), v.transform(({ primaryKey }) => primaryKey))])

const StacksOfWorkSchema = v.array(v.object({
	cards: v.optional(v.array(v.pipe(
		v.object({
			id: v.number(),
			lastModified: v.number(),
			owner: v.nullish(AccountSchema),
			lastEditor: v.nullish(v.string()),
			commentsCount: v.nullish(v.number()),
			attachmentCount: v.nullish(v.number()),
		}),
		v.transform(({ id, lastModified, owner, lastEditor, commentsCount, attachmentCount }): CardWork => ({
			id,
			lastModified,
			writers: [owner, lastEditor].filter((uid): uid is string => typeof uid === 'string'),
			attached: (commentsCount ?? 0) + (attachmentCount ?? 0),
		})),
	)), () => []),
}))

/** All cards of a board, archived or not. */
export async function listWork(boardId: number): Promise<CardWork[]> {
	const values = { boardId }
	const stacks = [
		...await callService({ at: 'app', method: 'GET', path: '/deck/stacks/{boardId}', values }, StacksOfWorkSchema),
		...await callService({ at: 'app', method: 'GET', path: '/deck/stacks/{boardId}/archived', values }, StacksOfWorkSchema),
	]
	return stacks.flatMap(({ cards }) => cards)
}

/** Deck keeps it for a while, hidden. */
export async function deleteCard(cardId: number): Promise<void> {
	await callService({ at: 'app', method: 'DELETE', path: '/deck/cards/{cardId}', values: { cardId } }, v.unknown())
}
