/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard, DeckCard, DeckStack } from '../../board/model.ts'
import type { BoardPlan, PlannedCard } from '../../board/models.ts'
import type { CardPlace } from './match.ts'
import type { StepState } from './steps.ts'
import type { Search, Work } from './work.ts'

import { isReason } from '../../api/apiError.ts'
import { labelKey } from '../../board/models.ts'
import { teamAccess } from '../boardAccess.ts'
import { cardPlaces, matchStacks, missingCards } from './match.ts'
import { DONE, idsOfOtherGroups, isSince, mayReplace, NOT_MINE, wasSettled } from './work.ts'

/** Colours of the labels Deck adds to every new board. */
const FIRST_COLOURS = ['31CC7C', '317CCC', 'FF7A66', 'F1DB50']

/** The board with its labels and stacks, owned by the creator of the group; not shared yet. A board of no plan only has to exist. */
export async function makeBoard(work: Work): Promise<StepState> {
	const { ports: { deck }, calls, making, me, plan: { board: plan } } = work
	const replaced = mayReplace(work, 'board')
	const found = making.boardId === null || (replaced && !making.own.board) ? undefined : await openBoard(work, making.boardId)
	// A finished board is the group's to change: it exists, and that is all one asks about it, as about another's.
	if (found && (plan === null || (!replaced && wasSettled(work, 'board') && wasSettled(work, 'cards')))) {
		return DONE
	}
	let board = making.own.board && found?.owner === me ? found : undefined
	if (found && !board && !replaced) {
		return NOT_MINE
	}
	if (making.boardId !== null && !found && (plan === null || (!replaced && !work.recreate.has('board')))) {
		return making.own.board ? { state: 'failed', reason: 'gone', maybeDone: false } : NOT_MINE
	}
	if (plan === null) {
		return { state: 'skipped', reason: 'not_wanted' }
	}
	const before = board
	if (!board) {
		const lost = () => findUnsavedBoard(work, plan.title)
		board = (work.resumed ? await lost() : undefined)
			?? await calls.change(() => deck.createBoard({ title: plan.title, color: plan.color }), lost)
		await work.keep('board', { boardId: board.id })
	}
	const { id } = board
	const stacks = before ? await calls.read(() => deck.listStacks(id)) : []
	const labels = await makeLabels(work, plan, board, stacks)
	const stackIds = await makeStacks(work, plan, id, stacks)
	work.board = { board, stacks, stackIds, labels }
	return DONE
}

/** undefined: it was deleted. Deck answers only that access is refused; the list of boards shows it. */
async function openBoard({ ports: { deck }, calls }: Work, id: number): Promise<DeckBoard | undefined> {
	try {
		return await calls.read(() => deck.getBoard(id))
	} catch (error) {
		if (isReason(error, 'not_allowed', 'not_found') && !(await calls.read(() => deck.listBoards())).some((row) => row.id === id)) {
			return undefined
		}
		throw error
	}
}

/**
 * A board that was created for this group without its id being saved: with its title, owned by the creator, changed since the group began, of no
 * other group, and as empty and unshared as a board is before its id is known.
 */
export async function findUnsavedBoard(work: Search, title: string): Promise<DeckBoard | undefined> {
	const { ports: { deck }, calls, making, me } = work
	const rows = (await calls.read(() => deck.listBoards())).filter((row) => row.title === title && row.owner === me
		&& !row.archived && isSince(row.lastModified, making))
	const others = rows.length > 0 ? (await idsOfOtherGroups(work)).boards : new Set<number | null>()
	for (const { id } of rows.filter((row) => !others.has(row.id))) {
		const board = await calls.read(() => deck.getBoard(id))
		if (board.acl.length === 0 && (await calls.read(() => deck.listStacks(id))).length === 0) {
			return board
		}
	}
	return undefined
}

/**
 * The labels of the plan. Deck's default labels are renamed, the rest is deleted unless a card has one.
 *
 * @return ids by the titles of the plan
 */
async function makeLabels({ ports: { deck }, calls }: Work, plan: BoardPlan, board: DeckBoard, stacks: DeckStack[]): Promise<Map<string, number>> {
	const wanted = new Set(plan.labels.map(({ title }) => labelKey(title)))
	const there = new Map(board.labels.map(({ id, title }) => [labelKey(title), id]))
	const used = new Set(stacks.flatMap(({ cards }) => cards.flatMap(({ labels }) => labels.map(({ id }) => id))))
	const spare = board.labels.filter(({ id, title, color }) => !wanted.has(labelKey(title)) && FIRST_COLOURS.includes(color.toUpperCase()) && !used.has(id))
	const labels = async () => (await calls.read(() => deck.getBoard(board.id))).labels
	const ids = new Map<string, number>()
	for (const label of plan.labels) {
		try {
			const known = there.get(labelKey(label.title))
			const other = known === undefined ? spare.shift() : undefined
			ids.set(label.title, known ?? (await (other
				? calls.change(() => deck.updateLabel(other.id, label))
				: calls.change(() => deck.createLabel(board.id, label), async () => (await labels()).find(({ title }) => title === label.title)))).id)
		} catch (error) {
			// Cards do without a label that Deck refuses.
			if (!isReason(error, 'refused')) {
				throw error
			}
		}
	}
	for (const { id } of spare) {
		await calls.change<unknown>(() => deck.deleteLabel(id), async () => (await labels()).every((label) => label.id !== id) || undefined)
	}
	return ids
}

async function makeStacks({ ports: { deck }, calls }: Work, plan: BoardPlan, boardId: number, there: DeckStack[]): Promise<number[]> {
	const ids = matchStacks(plan.stacks, there)
	const known = new Set(there.map(({ id }) => id))
	for (const [order, { title }] of plan.stacks.entries()) {
		if (ids[order] === undefined) {
			const { id } = await calls.change(
				() => deck.createStack(boardId, { title, order }),
				async () => (await calls.read(() => deck.listStacks(boardId))).find((stack) => stack.title === title && !known.has(stack.id)),
			)
			ids[order] = id
			known.add(id)
		}
	}
	return ids as number[]
}

/** The cards of the plan that do not exist yet. Those Deck refuses are left out and named. A finished board, and one of no plan, gets none. */
export async function makeCards(work: Work): Promise<StepState> {
	const { ports: { deck }, calls } = work
	if (!work.board) {
		return DONE
	}
	const { board, stacks } = work.board
	const planned = cardPlaces(work.plan.board!.stacks)
	const archived = stacks.length > 0 ? await calls.read(() => deck.listArchivedStacks(board.id)) : []
	const there = [...stacks, ...archived].flatMap(({ cards }) => cards)
	const missing = missingCards(planned, there)
	const known = new Set(there.map(({ id }) => id))
	const without: string[] = []
	// Only the last card of an earlier run may lack its labels.
	const last = stacks.flatMap(({ cards }) => cards).reduce<DeckCard | undefined>((newest, card) => newest && newest.id > card.id ? newest : card, undefined)
	const plannedLast = planned.find(({ card }) => card.title === last?.title && card.description === last.description)
	if (last && plannedLast) {
		await mendLabels(work, last, plannedLast.card)
	}
	for (const [index, place] of missing.entries()) {
		work.progress(planned.length - missing.length + index, planned.length)
		try {
			known.add((await makeCard(work, place, known)).id)
		} catch (error) {
			if (!isReason(error, 'refused')) {
				throw error
			}
			without.push(place.card.title)
		}
	}
	return { state: 'done', without }
}

async function makeCard(work: Work, { stack, order, card }: CardPlace, known: ReadonlySet<number>): Promise<DeckCard> {
	const { ports: { deck }, calls } = work
	const { board, stackIds, labels: ids } = work.board!
	const { title, description } = card
	const labels = card.labels.flatMap((label) => ids.get(label) ?? [])
	const find = async () => (await calls.read(() => deck.listStacks(board.id))).flatMap(({ cards }) => cards)
		.find((found) => found.title === title && found.description === description && !known.has(found.id))
	let found: DeckCard | undefined
	const made = await calls.change(
		() => deck.createCard({ stackId: stackIds[stack]!, title, description, order, duedate: card.due === undefined ? null : new Date(card.due), labels }),
		async () => found = await find(),
	)
	if (found) {
		await mendLabels(work, found, card)
	}
	return made
}

/** Deck adds the labels of a card one by one after creating it, and may have failed between two. */
async function mendLabels(work: Work, found: DeckCard, planned: PlannedCard): Promise<void> {
	const { ports: { deck }, calls } = work
	const { board, labels: ids } = work.board!
	for (const label of planned.labels.flatMap((title) => ids.get(title) ?? []).filter((id) => !found.labels.some((has) => has.id === id))) {
		await calls.change<unknown>(() => deck.assignLabel(found.id, label), async () => (await calls.read(() => deck.listStacks(board.id)))
			.flatMap(({ cards }) => cards).find(({ id }) => id === found.id)?.labels.some(({ id }) => id === label) || undefined)
	}
}

/** Finally the team gets access to the board: from now on others work on it. */
export async function shareBoard(work: Work): Promise<StepState> {
	const { ports: { deck }, calls, making, me } = work
	const [boardId, teamId] = [making.boardId!, making.teamId!]
	const board = work.made.has('board') ? undefined : await openBoard(work, boardId)
	if (board && teamAccess(board, teamId)) {
		return DONE
	}
	if (!making.own.board || (board && board.owner !== me)) {
		return NOT_MINE
	}
	if (!board && !work.made.has('board')) {
		return { state: 'failed', reason: 'gone', maybeDone: false }
	}
	await calls.change(() => deck.shareWithTeam(boardId, teamId), async () => teamAccess(await calls.read(() => deck.getBoard(boardId)), teamId))
	return DONE
}
