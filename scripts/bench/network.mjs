/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { pick, random, zipf } from './random.mjs'
import { inventedWord, sentence } from './words.mjs'

const MEMBERS = 2000
const GROUPS = 80
/** Links that are drawn: people in groups, people and themes, and the latest ones made by hand. */
const LINKS = 10_000
const MADE = 500
const RELATIONS = [
	{ slug: 'carries', label: 'porte', inverse: 'est porté par' },
	{ slug: 'thanks', label: 'grâce à', inverse: 'a aidé' },
	{ slug: 'relay', label: 'fait le relais avec', inverse: 'fait le relais avec' },
]

/**
 * As many members as the map draws, with ten thousand links: an answer of `GET …/map/network`. A few groups and themes
 * have hundreds of people, most a few dozen, and there is nobody who has nothing.
 *
 * @param {ReturnType<typeof import("./cards.mjs").cardMaker>["card"]} card people by number, whose names are taken
 * @param {{themes: {id: string, fr: string}[]}} vocabulary
 * @param {number} seed another one joins other people
 * @return {import('../../src/map/model.ts').NetworkMap}
 */
export function largeNetwork(card, { themes }, seed) {
	const next = random(seed, -3)
	const members = Array.from({ length: MEMBERS }, (_, i) => ({ id: i + 1, name: card(i).name, uid: null, groups: [], themes: [] }))
	const groups = Array.from({ length: GROUPS }, (_, i) => ({ id: i + 1, title: sentence(next, () => inventedWord(Math.floor(next() * 4000)), 3) }))
	const [drawGroup, drawTheme] = [zipf(GROUPS, 8), zipf(themes.length, 8)]
	/** Adds an item that is not in the list yet. */
	const add = (list, one) => !list.includes(one) && list.push(one) > 0
	const join = (member) => next() < 0.3 ? add(member.groups, groups[drawGroup(next)].id) : add(member.themes, themes[drawTheme(next)].id)
	let left = LINKS - MADE
	for (const member of members) {
		left -= Number(join(member))
	}
	while (left > 0) {
		left -= Number(join(pick(next, members)))
	}
	const made = new Map()
	while (made.size < MADE) {
		const [a, b] = [pick(next, members), next() < 0.7 ? pick(next, members) : null]
		const group = pick(next, groups)
		// Two that belong together anyway are one line of the drawing.
		if (b ? a !== b && !made.has(`${b.id} ${a.id}`) : !a.groups.includes(group.id)) {
			made.set(b ? `${a.id} ${b.id}` : `${a.id} g${group.id}`, {
				a: { type: 'member', id: a.id },
				b: b ? { type: 'member', id: b.id } : { type: 'group', id: group.id },
				relation: pick(next, RELATIONS).slug,
			})
		}
	}
	const by = (label) => (one, other) => one[label].localeCompare(other[label], 'fr')
	return {
		members: members.sort(by('name')),
		groups: groups.sort(by('title')),
		themes: themes.map(({ id, fr }) => ({ id, label: fr })).sort(by('label')),
		links: [...made.values()],
		relations: RELATIONS,
		sectors: [],
		territories: [],
		total: MEMBERS,
	}
}
