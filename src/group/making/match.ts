/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from '../../board/model.ts'
import type { PlannedCard, PlannedStack } from '../../board/models.ts'

/**
 * The existing stacks of a plan: by title, else an unknown one at the planned position (it was renamed).
 *
 * @return the id of each planned stack, undefined for missing ones
 */
export function matchStacks(planned: readonly PlannedStack[], there: readonly DeckStack[]): (number | undefined)[] {
	const left = [...there]
	const take = (fits: (stack: DeckStack) => boolean) => {
		const index = left.findIndex(fits)
		return index < 0 ? undefined : left.splice(index, 1)[0]!.id
	}
	const byTitle = planned.map(({ title }) => take((stack) => stack.title === title))
	return byTitle.map((id, index) => id ?? take(({ order }) => order === index))
}

/** A card of a plan and its planned stack. */
export interface CardPlace {
	stack: number
	order: number
	card: PlannedCard
}

/** Every card of a plan with its stack. */
export function cardPlaces(stacks: readonly PlannedStack[]): CardPlace[] {
	return stacks.flatMap(({ cards }, stack) => cards.map((card, order) => ({ stack, order, card })))
}

/**
 * Which cards of a plan are missing. A card counts even if it was moved, archived, or its title or
 * description was changed; each card counts once.
 */
export function missingCards(planned: readonly CardPlace[], there: readonly DeckCard[]): CardPlace[] {
	const left = [...there]
	const fits: ((card: PlannedCard, found: DeckCard) => boolean)[] = [
		(card, found) => card.title === found.title && card.description === found.description,
		(card, found) => card.title === found.title,
		(card, found) => card.description !== '' && card.description === found.description,
	]
	return fits.reduce((missing, fit) => missing.filter(({ card }) => {
		const index = left.findIndex((found) => fit(card, found))
		if (index >= 0) {
			left.splice(index, 1)
		}
		return index < 0
	}), [...planned])
}
