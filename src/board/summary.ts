/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** A board at a glance. The lists of cards contain no cards that are done. */
export interface BoardSummary {
	/** In order, with their number of cards. */
	stacks: { id: number, title: string, cards: number }[]
	/** Overdue cards, oldest first. */
	late: DeckCard[]
	/** Cards due within seven days, next first. */
	thisWeek: DeckCard[]
	/** Assigned to this account, those with a date first. */
	mine: DeckCard[]
	/** Number of cards that are done. */
	done: number
	/** Of anything visible, in seconds; null if nothing has happened. */
	lastChange: number | null
}

const WEEK = 7 * 24 * 3600 * 1000
/** Common names of the done stack, folded; Deck before Nextcloud 35 does not mark it. The same as in lib/Board/DoneStack.php. */
const DONE = new Set([
	'fait', 'faits', 'faite', 'faites', 'c est fait', 'termine', 'termines', 'terminee', 'terminees', 'fini', 'finis', 'finie', 'finies',
	'acheve', 'realise', 'realises', 'realisees', 'accompli', 'clos', 'archive', 'archives', 'done', 'finished', 'completed', 'closed',
])

/** Whether the cards of a stack are done. */
export function isDoneStack({ title, isDone }: Pick<DeckStack, 'title' | 'isDone'>): boolean {
	return isDone || DONE.has(fold(title))
}

/**
 * A board at a glance.
 *
 * @param stacks all stacks
 * @param uid account for `mine`
 * @param now the time
 */
export function summarize(stacks: DeckStack[], uid: string, now: Date): BoardSummary {
	const cards = stacks.flatMap((stack) => stack.cards.map((card) => ({ card, done: card.done !== null || isDoneStack(stack) })))
	const open = cards.filter(({ done }) => !done).map(({ card }) => card)
	const dated = open.filter(({ duedate }) => duedate !== null).sort((a, b) => due(a) - due(b))
	const time = now.getTime()
	const last = Math.max(0, ...stacks.map(({ lastModified }) => lastModified), ...cards.map(({ card }) => card.lastModified))
	return {
		stacks: stacks.map(({ id, title, cards }) => ({ id, title, cards: cards.length })),
		late: dated.filter((card) => due(card) < time),
		thisWeek: dated.filter((card) => due(card) >= time && due(card) < time + WEEK),
		mine: open.filter(({ assigned }) => assigned.includes(uid)).sort((a, b) => due(a) - due(b)),
		done: cards.length - open.length,
		lastChange: last || null,
	}
}

/** When a card is due, in ms; cards without a date come last. */
function due({ duedate }: DeckCard): number {
	return duedate === null ? Number.MAX_SAFE_INTEGER : Date.parse(duedate)
}
