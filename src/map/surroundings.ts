/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Neighbour } from '../link/model.ts'
import type { MapNode } from './graph.ts'

import { groupKey, memberKey, themeKey } from './graph.ts'

/** Something around the centre of the map, with its bond in words, which may be empty. */
export interface Tied extends MapNode {
	words: string
}

/** A neighbour of the centre, with the people tied to the centre through it. */
export interface Branch extends Tied {
	people: Tied[]
}

/** A branch with a limited number of people, and how many are left out. */
export interface CutBranch extends Branch {
	more: number
}

/** The part of a neighbourhood to draw. */
export interface Cut {
	branches: CutBranch[]
	/** Number of branches left out. */
	more: number
}

/** An item of a card. */
interface Item {
	terms: readonly string[]
}

/** Who seeks or offers something. */
interface Holder {
	id: number
	name: string
	/** Left out for a person. */
	kind?: 'organisation'
}

/**
 * Groups with their people, then people with other bonds (also links), then themes.
 *
 * @param line the bond of a neighbour to the centre, in words
 * @param people neighbours of the centre that are people, the most sought first
 * @param groups neighbours that are groups
 * @param themes themes as shown
 */
export function branchesOf(line: (neighbour: Neighbour) => string, people: readonly Neighbour[], groups: readonly Neighbour[], themes: readonly Tied[]): Branch[] {
	const tied = (neighbour: Neighbour): Tied => tiedOf(neighbour, line(neighbour))
	const met = new Map(groups.map((group): [string, Branch] => [group.id, { ...tied(group), people: [] }]))
	const others: Branch[] = []
	for (const person of people) {
		const through = person.bonds.some(({ link }) => link !== null) ? undefined : person.bonds.find((bond) => bond.through?.type === 'group' && met.has(bond.through.id))
		if (through) {
			// Below its group, it is clear that they are in it.
			met.get(through.through!.id)!.people.push(tied({ ...person, bonds: person.bonds.filter((bond) => bond !== through) }))
		} else {
			others.push({ ...tied(person), people: [] })
		}
	}
	return [...met.values(), ...others, ...themes.map((theme) => ({ ...theme, people: [] }))]
}

/** A neighbour as the map shows it. */
function tiedOf({ type, id, title, icon }: Neighbour, words: string): Tied {
	const kind = type === 'group' ? 'group' : 'member'
	return { key: (kind === 'group' ? groupKey : memberKey)(Number(id)), kind, label: title, words, ...icon === 'organisation' && { organisation: true } }
}

/**
 * The themes of what a person seeks and offers, by label.
 *
 * @param seeks items of their card, as far as it is shown
 * @param offers the same for offers
 * @param labels of terms; terms without one are left out
 * @param words for a theme that is sought, offered, or both
 */
export function themesOf(seeks: readonly Item[], offers: readonly Item[], labels: ReadonlyMap<string, string>, words: Record<'seeks' | 'offers' | 'both', string>): Tied[] {
	const [sought, offered] = [seeks, offers].map((items) => new Set(items.flatMap(({ terms }) => terms)))
	return [...new Set([...sought!, ...offered!])]
		.flatMap((id): Tied[] => {
			const label = labels.get(id)
			return label === undefined ? [] : [{ key: themeKey(id), kind: 'theme', label, words: words[!offered!.has(id) ? 'seeks' : sought!.has(id) ? 'both' : 'offers'] }]
		})
		.sort((one, other) => one.label.localeCompare(other.label))
}

/**
 * People who seek or offer something of a theme: those who do both appear once.
 *
 * @param seekers shown first
 * @param offerers shown after them
 * @param words what a person does with the theme
 */
export function holdersOf(seekers: readonly Holder[], offerers: readonly Holder[], words: (id: number) => Record<'seeks' | 'offers' | 'both', string>): Branch[] {
	const [sought, offered] = [seekers, offerers].map((people) => new Set(people.map(({ id }) => id)))
	const people = new Map([...seekers, ...offerers].map((person) => [person.id, person]))
	return [...people].map(([id, { name, kind }]): Branch => ({
		key: memberKey(id),
		kind: 'member',
		label: name,
		...kind && { organisation: true },
		words: words(id)[!offered!.has(id) ? 'seeks' : sought!.has(id) ? 'both' : 'offers'],
		people: [],
	}))
}

/**
 * Limits a neighbourhood to what is readable: every branch first, then as many people of each as fit.
 *
 * @param branches all branches
 * @param most maximum number of names
 */
export function cutTo(branches: readonly Branch[], most: number): Cut {
	const kept = branches.length > most ? branches.slice(0, most - 1) : branches
	const room = most - kept.length
	const sizes = kept.map(({ people }) => people.length)
	let each = Math.max(0, ...sizes)
	while (sizes.reduce((sum, size) => sum + Math.min(size, each), 0) > room) {
		each--
	}
	return {
		branches: kept.map((branch): CutBranch => {
			// “and 1 other” takes the space of that one.
			const shown = branch.people.length === each + 1 ? each + 1 : each
			return { ...branch, people: branch.people.slice(0, shown), more: Math.max(0, branch.people.length - shown) }
		}),
		more: branches.length - kept.length,
	}
}
