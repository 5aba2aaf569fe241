/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bond, Neighbour, Neighbourhood, Relation, Thing } from '../model.ts'

/** A person by default. */
export function sampleThing(thing: Partial<Thing> = {}): Thing {
	return { type: 'member', id: '7', title: 'Odile Marcenac', line: 'Fontainière', url: '/apps/reseau/members/7', icon: 'person', uid: 'odile', gone: false, ...thing }
}

/** A bond that exists without a link. */
export function sampleBond(words = 'in the same group'): Bond {
	return { words, link: null }
}

/** A bond that a person made. */
export function madeBond(id: number, bond: Partial<NonNullable<Bond['link']>> = {}, words = 'inspired by'): Bond {
	return { words, link: { id, relation: 'inspired-by', inverse: false, by: { id: 9, name: 'Zohra Mekhloufi' }, can: { remove: true }, ...bond } }
}

/** A person in the same group. */
export function sampleNeighbour(neighbour: Partial<Neighbour> = {}): Neighbour {
	return { ...sampleThing(neighbour), bonds: [sampleBond()], ...neighbour }
}

/** What is around Quitterie. */
export function sampleAround(kinds: Neighbourhood['kinds'] = [], subject: Partial<Neighbourhood['subject']> = {}): Neighbourhood {
	return { subject: { ...sampleThing({ id: '3', title: 'Quitterie Loubensan', url: '/apps/reseau/members/3' }), can: { link: true, linkWithCard: false }, ...subject }, kinds }
}

export const sampleRelations: Relation[] = [
	{ slug: 'carries', label: 'carries', inverse: 'carried by', offered: true, from: ['member', 'group'], to: ['group', 'board', 'card', 'file'] },
	{ slug: 'inspired-by', label: 'inspired by', inverse: 'inspired', offered: true },
	{ slug: 'speaks-for', label: 'speaks for', inverse: 'has as spokesperson', offered: true, from: ['member'], to: ['organisation'] },
	{ slug: 'see-also', label: 'see also', inverse: 'see also', offered: true },
	{ slug: 'old', label: 'of old', inverse: 'of old', offered: false },
]
