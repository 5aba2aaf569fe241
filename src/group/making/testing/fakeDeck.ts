/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard, DeckCard, DeckStack } from '../../../board/model.ts'
import type { DeckPort } from '../ports.ts'
import type { BoardState, World } from './world.ts'

import { PARTICIPANT } from '../../../board/model.ts'
import { refusal } from './refusal.ts'

/** Deck, as an account has it. */
export function fakeDeck(world: World, uid: string): DeckPort {
	const here = () => {
		if (!world.apps.has('deck')) {
			throw refusal(404, 'absent')
		}
	}
	const all = { read: true, edit: true, manage: true, share: true }
	const full = ({ id, title, color, owner, archived, lastModified, labels, acl }: BoardState): DeckBoard => structuredClone({ id, title, color, owner, archived, lastModified, labels, acl, deletedAt: 0, permissions: all, users: [owner] })
	const cards = (board: BoardState) => board.stacks.flatMap(({ cards }) => cards)
	const unique = (board: BoardState, title: string, id?: number) => {
		if (title === '' || title.length > 100 || board.labels.some((label) => label.title.toLowerCase() === title.toLowerCase() && label.id !== id)) {
			throw refusal(400, 'refused')
		}
	}
	const named = (title: string, max: number) => {
		if (title === '' || [...title].length > max) {
			throw refusal(400, 'refused')
		}
	}
	const read = (id: number, archived: boolean) => {
		here()
		return structuredClone(world.board(id, uid).stacks.map((stack) => ({ ...stack, cards: stack.cards.filter((card) => card.archived === archived) })))
	}
	return {
		async listBoards() {
			here()
			return world.boards.filter(({ owner, deleted, acl }) => !deleted && (owner === uid || acl.some(({ participant }) => world.isIn(participant, uid))))
				.map((board) => full(board))
		},
		async getBoard(id) {
			here()
			return full(world.board(id, uid))
		},
		async createBoard({ title, color }) {
			here()
			if (!world.mayCreateBoards) {
				throw refusal(403, 'not_allowed')
			}
			named(title, 100)
			return full(world.addBoard(uid, title, color))
		},
		async deleteBoard(id) {
			here()
			world.board(id, uid, true).deleted = true
		},
		async createLabel(boardId, { title, color }) {
			here()
			const board = world.board(boardId, uid, true)
			unique(board, title)
			const label = { id: world.id(), title, color }
			board.labels.push(label)
			world.touch(board)
			return { ...label }
		},
		async updateLabel(id, { title, color }) {
			here()
			const board = world.boardWith(({ labels }) => labels.some((label) => label.id === id), uid, true)
			unique(board, title, id)
			const label = Object.assign(board.labels.find((one) => one.id === id)!, { title, color })
			for (const card of cards(board)) {
				card.labels = card.labels.map((one) => one.id === id ? { ...label } : one)
			}
			world.touch(board)
			return { ...label }
		},
		async deleteLabel(id) {
			here()
			const board = world.boardWith(({ labels }) => labels.some((label) => label.id === id), uid, true)
			board.labels = board.labels.filter((label) => label.id !== id)
			world.touch(board)
		},
		async createStack(boardId, { title, order }) {
			here()
			const board = world.board(boardId, uid, true)
			named(title, 100)
			const stack: DeckStack = { id: world.id(), title, order, isDone: false, lastModified: world.seconds(), cards: [] }
			board.stacks.push(stack)
			world.touch(board)
			return structuredClone(stack)
		},
		async listStacks(id: number) {
			return read(id, false)
		},
		async listArchivedStacks(id) {
			return read(id, true)
		},
		async listWork(id) {
			here()
			return cards(world.board(id, uid)).map(({ id, lastModified }) => ({ id, lastModified, writers: [uid], attached: 0, ...world.work.get(id) }))
		},
		async createCard({ stackId, title, description, order, duedate, labels = [] }) {
			here()
			const board = world.boardWith(({ stacks }) => stacks.some(({ id }) => id === stackId), uid)
			named(title, 255)
			const card: DeckCard = {
				id: world.id(),
				stackId,
				title,
				description,
				order,
				archived: false,
				duedate: duedate?.toISOString() ?? null,
				done: null,
				lastModified: world.seconds(),
				labels: labels.map((id) => ({ ...board.labels.find((label) => label.id === id)! })),
				assigned: [],
				whose: [],
			}
			board.stacks.find(({ id }) => id === stackId)!.cards.push(card)
			world.touch(board)
			return { ...card, labels: [] }
		},
		async assignLabel(cardId, labelId) {
			here()
			const board = world.boardWith((one) => cards(one).some(({ id }) => id === cardId), uid)
			cards(board).find(({ id }) => id === cardId)!.labels.push({ ...board.labels.find(({ id }) => id === labelId)! })
		},
		async shareWithTeam(boardId, teamId) {
			here()
			const board = world.board(boardId, uid, true)
			if (board.acl.some(({ participant }) => participant === teamId)) {
				throw refusal(500, 'server')
			}
			const acl = { id: world.id(), type: PARTICIPANT.team, participant: teamId, edit: true, share: false, manage: false }
			board.acl.push(acl)
			return { ...acl }
		},
	}
}
