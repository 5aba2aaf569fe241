/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Match } from '../member/home/model.ts'
import type { Member } from '../member/model.ts'

/** One thing that a person seeks or offers, and the people who fit. */
export interface MatchedItem {
	side: 'seeks' | 'offers'
	text: string
	/** Its place on the card; undefined: it is in a notice. */
	index?: number
	matches: Match[]
}

/**
 * What the person of the matches seeks, then what they offer, each with its people in the order of the answer. Offers, and items of notices, only where they have
 * people.
 */
export function groupByItem(matches: Match[], card: Pick<Member, 'seeks' | 'offers'>): MatchedItem[] {
	return (['seeks', 'offers'] as const).flatMap((side) => {
		const items: MatchedItem[] = (card[side] ?? []).map(({ text }, index) => ({ side, text, index, matches: [] }))
		for (const match of matches.filter(({ given }) => (given === 'theyOffer') === (side === 'seeks'))) {
			const text = side === 'seeks' ? match.seek : match.offer
			const item = items.find((one) => one.text === text)
			if (item) {
				item.matches.push(match)
			} else {
				items.push({ side, text, matches: [match] })
			}
		}
		return items.filter((item) => side === 'seeks' || item.matches.length > 0)
	})
}
