/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bond, Neighbour, Neighbourhood, NeighbourKind, NewLink, Ref, Thing, ThingType } from './model.ts'

import { LATE_KIND, NEIGHBOUR_KINDS } from './model.ts'

const kinds: Record<ThingType, NeighbourKind> = {
	member: 'people',
	group: 'groups',
	board: 'cards',
	card: 'cards',
	file: 'resources',
	notice: 'notices',
}

/** The kind a thing is listed under. */
export function kindOf({ type }: Pick<Thing, 'type'>): NeighbourKind {
	return kinds[type]
}

/** Whether two references name the same thing. */
export function isSame(one: Ref, other: Ref): boolean {
	return one.type === other.type && one.id === other.id
}

/** The reference to a thing, without its other fields. */
export function refOf({ type, id }: Ref): Ref {
	return { type, id }
}

/** The link behind a neighbour's bond, in its stored direction. */
export function linkOf(subject: Ref, neighbour: Ref, { relation, inverse }: NonNullable<Bond['link']>): NewLink {
	const [a, b] = inverse ? [neighbour, subject] : [subject, neighbour]
	return { a: refOf(a), b: refOf(b), relation }
}

/** Ids of the links in a neighbourhood. */
export function linksIn({ kinds }: Neighbourhood): number[] {
	return kinds.flatMap(({ items }) => items).flatMap(({ bonds }) => bonds.flatMap(({ link }) => link?.id ?? []))
}

/**
 * A neighbourhood with one more bond, first of its kind, where the person who made it finds it.
 *
 * @param around the current one
 * @param thing the neighbour
 * @param bond what connects it
 * @param only the only kind in this neighbourhood, null for all except files
 */
export function withBond(around: Neighbourhood, thing: Thing, bond: Bond, only: NeighbourKind | null = null): Neighbourhood {
	const kind = kindOf(thing)
	if (only === null ? kind === LATE_KIND : only !== kind) {
		return around
	}
	const before = around.kinds.find((one) => one.kind === kind) ?? { kind, total: 0, items: [] }
	const known = before.items.find((item) => isSame(item, thing))
	const neighbour: Neighbour = { ...thing, ...known, bonds: [...known?.bonds ?? [], bond] }
	return withKind(around, {
		kind,
		total: known ? before.total : before.total + 1,
		items: [neighbour, ...before.items.filter((item) => item !== known)],
	})
}

/** A neighbourhood without a link; neighbours without any other bond are removed. */
export function withoutLink(around: Neighbourhood, link: number): Neighbourhood {
	return around.kinds.reduce((rest, part) => {
		const items = part.items
			.map((item) => ({ ...item, bonds: item.bonds.filter((bond) => bond.link?.id !== link) }))
			.filter(({ bonds }) => bonds.length > 0)
		return withKind(rest, { ...part, items, total: part.total - (part.items.length - items.length) })
	}, around)
}

/** A neighbourhood with one kind replaced, in the order of kinds; without it if it is empty. */
function withKind(around: Neighbourhood, part: Neighbourhood['kinds'][number]): Neighbourhood {
	const parts = [...around.kinds.filter(({ kind }) => kind !== part.kind), ...part.total > 0 ? [part] : []]
	return { ...around, kinds: parts.sort((one, other) => NEIGHBOUR_KINDS.indexOf(one.kind) - NEIGHBOUR_KINDS.indexOf(other.kind)) }
}
