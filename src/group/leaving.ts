/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard, DeckCard, DeckStack } from '../board/model.ts'

import { isDoneStack } from '../board/summary.ts'
import { isBoardOfGroup } from './boardAccess.ts'

/** The steps of leaving, in this order; the membership of the team ends last, because access to the board ends with it. */
export const LEAVING = ['facilitation', 'cards', 'board', 'group', 'team'] as const
export type LeavingStep = typeof LEAVING[number]

/** What a person chose for their leaving. */
export interface Leaving {
	uid: string
	note: string
	/** The member who becomes facilitator; null: nobody is asked to, or there is another facilitator already. */
	successor: { id: number, uid: string } | null
	/** Account that gets the board if the person owns it; null: it stays theirs. */
	boardTo: string | null
	boardId: number | null
	/** Whether they made the board for this group, as the server knows. */
	madeBoard: boolean
	teamId: string | null
	/** Who takes over each card, by its number; a card not listed here has no one assigned afterwards. */
	cards: Record<number, string | null>
}

/** The requests of leaving. Every call can be repeated. */
export interface LeavingPorts {
	facilitate: (memberId: number) => Promise<unknown>
	listStacks: (boardId: number) => Promise<DeckStack[]>
	getBoard: (boardId: number) => Promise<DeckBoard>
	assignUser: (cardId: number, uid: string) => Promise<unknown>
	unassignUser: (cardId: number, uid: string) => Promise<unknown>
	transferOwner: (boardId: number, uid: string) => Promise<unknown>
	removeAcl: (boardId: number, aclId: number) => Promise<unknown>
	leaveGroup: (note: string) => Promise<unknown>
	/** Name of the team's own folder, if it had to be kept because nobody is left in the team. */
	leaveTeam: (teamId: string) => Promise<string | null>
}

/** The open cards assigned to a person, in the order of the board. */
export function cardsOf(stacks: readonly DeckStack[], uid: string): DeckCard[] {
	return stacks.filter((stack) => !isDoneStack(stack))
		.flatMap(({ cards }) => cards)
		.filter(({ assigned, done }) => done === null && assigned.includes(uid))
}

/** The steps of a leaving. */
export function stepsOf({ successor, boardId, teamId }: Leaving): LeavingStep[] {
	const there: Record<LeavingStep, boolean> = {
		facilitation: successor !== null,
		cards: boardId !== null,
		board: boardId !== null,
		group: true,
		team: teamId !== null,
	}
	return LEAVING.filter((step) => there[step])
}

const steps: Record<LeavingStep, (leaving: Leaving, ports: LeavingPorts) => Promise<string | null | void>> = {
	async facilitation({ successor }, ports) {
		await ports.facilitate(successor!.id)
	},
	async cards({ uid, boardId, cards }, ports) {
		// Read again: an earlier run may have handed over some cards, and others may have changed them since.
		for (const card of cardsOf(await ports.listStacks(boardId!), uid)) {
			const to = cards[card.id] ?? null
			if (to !== null && !card.assigned.includes(to)) {
				await ports.assignUser(card.id, to)
			}
			await ports.unassignUser(card.id, uid)
		}
	},
	async board({ uid, boardId, boardTo, ...group }, ports) {
		const before = boardTo === null ? null : await ports.getBoard(boardId!)
		if (boardTo === null || !before || !isBoardOfGroup(before, group)) {
			return
		}
		if (before.owner === uid) {
			await ports.transferOwner(boardId!, boardTo)
		}
		// Deck lets the previous owner keep everything.
		const own = (await ports.getBoard(boardId!)).acl.find(({ type, participant }) => type === 0 && participant === uid)
		if (own) {
			await ports.removeAcl(boardId!, own.id)
		}
	},
	async group({ note }, ports) {
		await ports.leaveGroup(note)
	},
	async team({ teamId }, ports) {
		return ports.leaveTeam(teamId!)
	},
}

/**
 * Leaves a group, step by step. After a failure it resumes with the failed step and repeats nothing
 * within it.
 *
 * @param leaving the person's choices
 * @param ports to the services
 * @param done completed steps; each is added when complete; an error of a step is rethrown
 * @return name of the team folder, if it was kept without its team
 */
export async function leave(leaving: Leaving, ports: LeavingPorts, done: Set<LeavingStep>): Promise<string | null> {
	let kept: string | null = null
	for (const step of stepsOf(leaving)) {
		if (!done.has(step)) {
			kept = await steps[step](leaving, ports) ?? kept
			done.add(step)
		}
	}
	return kept
}
