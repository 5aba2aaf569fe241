/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../plan.ts'

import { boardPlan, STARTER_MODELS } from '../../../board/models.ts'

/** A group as made from minutes: twelve cards plus the welcome and the mandate, two facilitators plus the maker, one member. */
export function samplePlan(over: Partial<GroupPlan> = {}): GroupPlan {
	const title = over.title ?? 'Les portes fermées du centre-bourg'
	const mandate = { mayAdvance: ['Recenser les locaux vides'], mustNot: ['Décider à la place de la commune'], with: ['Les gardiennes d’immeuble'] }
	const items = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of} n° ${index + 1}`)
	return {
		key: `compte-rendu-${title}`,
		title,
		purpose: 'Rouvrir quelques rideaux baissés.',
		mandate,
		join: 'request',
		asked: [7],
		team: { facilitators: ['nadege'], members: ['maelle'] },
		model: 'groupe-de-travail',
		board: boardPlan(STARTER_MODELS[0]!, {
			title,
			mandate,
			sections: [{ heading: 'Constats', items: items(5, 'Constat') }, { heading: 'Pistes', items: items(5, 'Piste') }],
			followUps: ['Revoir la liste en janvier', 'Revoir la liste en janvier'],
		}),
		folder: { path: `/Bibliothèque/${title}` },
		talk: true,
		...over,
	}
}
