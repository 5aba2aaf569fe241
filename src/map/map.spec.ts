/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bridges, NetworkMap } from './model.ts'

import { describe, expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/map-limits.json'
import { commonGroups, directoryOf, pairsWithoutGroups, proposalOf } from './bridges.ts'
import { graphOf, pageOf, readKey } from './graph.ts'
import { listsOf, outlineOf, rowsOf } from './lists.ts'
import { MAP_LIMITS } from './model.ts'
import { departements, shade } from './places.ts'

const map: NetworkMap = {
	members: [
		{ id: 3, name: 'Élodie Arnal', uid: 'elodie', groups: [1], themes: ['eau'] },
		{ id: 1, name: 'Bastian Escande', uid: null, groups: [1, 2], themes: [] },
		{ id: 2, name: 'Zoé Ferran', uid: null, groups: [], themes: [] },
	],
	groups: [{ id: 1, title: 'Eau de pluie' }, { id: 2, title: 'Fête des ratés' }],
	themes: [{ id: 'eau', label: 'Eau partagée' }],
	links: [
		{ a: { type: 'member', id: 2 }, b: { type: 'group', id: 1 }, relation: 'carries' },
		{ a: { type: 'member', id: 3 }, b: { type: 'member', id: 1 }, relation: 'thanks' },
		{ a: { type: 'member', id: 1 }, b: { type: 'member', id: 3 }, relation: 'thanks' },
		{ a: { type: 'member', id: 3 }, b: { type: 'group', id: 1 }, relation: 'carries' },
	],
	relations: [{ slug: 'carries', label: 'porte' }, { slug: 'thanks', label: 'grâce à' }],
	sectors: [],
	territories: [],
	total: 3,
}

it('holds the limits of the server', () => {
	expect(MAP_LIMITS).toEqual(limits)
})

describe('the graph', () => {
	it('has an edge from each member to each of their groups and themes', () => {
		expect(graphOf(map).edges).toEqual([['m3', 'g1'], ['m3', 'teau'], ['m1', 'g1'], ['m1', 'g2']])
	})

	it('has groups, themes, and everyone, and the links between them', () => {
		const { nodes, links } = graphOf(map)
		expect(nodes.map(({ key }) => key)).toEqual(['g1', 'g2', 'teau', 'm3', 'm1', 'm2'])
		expect(links.map(({ a, label, b }) => [a, label, b])).toEqual([['m2', 'porte', 'g1'], ['m3', 'grâce à', 'm1'], ['m1', 'grâce à', 'm3'], ['m3', 'porte', 'g1']])
	})

	it('leaves out missing things', () => {
		const { edges, links } = graphOf({ ...map, groups: [] })
		expect(edges).toEqual([['m3', 'teau']])
		expect(links.map(({ a, b }) => [a, b])).toEqual([['m3', 'm1'], ['m1', 'm3']])
	})

	it('reads what an address has in the middle', () => {
		expect(['m3', 'g12', 'teau-partagée', 't1'].map(readKey)).toEqual([{ kind: 'member', id: '3' }, { kind: 'group', id: '12' }, { kind: 'theme', id: 'eau-partagée' }, { kind: 'theme', id: '1' }])
		expect(['', 'm', 'mx', 'g1.5', 'x3', `m${'1'.repeat(30)}`].map(readKey)).toEqual([null, null, null, null, null, null])
	})

	it('leads to cards, groups, and to the people with a theme', () => {
		expect(pageOf({ key: 'm3', kind: 'member' })).toEqual({ path: '/members/3' })
		expect(pageOf({ key: 'g1', kind: 'group' })).toEqual({ path: '/groups/1' })
		expect(pageOf({ key: 'teau', kind: 'theme' })).toEqual({ path: '/members', query: { 'facet[theme][]': ['eau'] } })
	})
})

describe('the lists', () => {
	const outline = outlineOf(graphOf(map))
	const names = (branches: ReturnType<typeof listsOf>['groups']) => branches.map(({ label, members }) => [label, ...members.map((member) => member.label)])

	it('say the same as the graph, and everyone by letter', () => {
		const lists = listsOf(outline, '')
		expect(names(lists.groups)).toEqual([['Eau de pluie', 'Bastian Escande', 'Élodie Arnal'], ['Fête des ratés', 'Bastian Escande']])
		expect(names(lists.themes)).toEqual([['Eau partagée', 'Élodie Arnal']])
		expect(names(lists.letters)).toEqual([['B', 'Bastian Escande'], ['E', 'Élodie Arnal'], ['Z', 'Zoé Ferran']])
	})

	it('show each link as a sentence, and count nobody into a group by one', () => {
		const sentences = (words: string) => listsOf(outline, words).links.map(({ a, label, b }) => `${a.label} ${label} ${b.label}`)
		expect(sentences('')).toEqual([
			'Bastian Escande grâce à Élodie Arnal',
			'Élodie Arnal grâce à Bastian Escande',
			'Élodie Arnal porte Eau de pluie',
			'Zoé Ferran porte Eau de pluie',
		])
		expect(sentences('zoe')).toEqual(['Zoé Ferran porte Eau de pluie'])
	})

	it('are filtered by words in names, whole if the heading itself has them', () => {
		const lists = listsOf(outline, ' elodie')
		expect(names(lists.groups)).toEqual([['Eau de pluie', 'Élodie Arnal']])
		expect(names(lists.letters)).toEqual([['E', 'Élodie Arnal']])
		expect(names(listsOf(outline, 'PLUIE').groups)).toEqual([['Eau de pluie', 'Bastian Escande', 'Élodie Arnal']])
	})

	it('know how many rows they have, a person counted for each place in a list', () => {
		expect(rowsOf(listsOf(outline, ''))).toBe(11)
		expect(rowsOf(listsOf(outline, 'zoe'))).toBe(2)
		expect(rowsOf(listsOf(outline, 'nobody'))).toBe(0)
	})
})

describe('places', () => {
	const place = (kind: 'departement' | 'commune', code: string, name: string, departement: string, count: number) => ({ kind, code, name, departement, count })

	it('are under their département, those with more people first', () => {
		const rows = departements([
			place('commune', '11206', 'Limoux', '11', 5),
			place('departement', '11', 'Aude', '11', 8),
			place('departement', '31', 'Haute-Garonne', '31', 9),
			place('commune', '11069', 'Carcassonne', '11', 6),
		])
		expect(rows.map(({ name, communes }) => [name, ...communes.map((commune) => commune.name)])).toEqual([['Haute-Garonne'], ['Aude', 'Carcassonne', 'Limoux']])
	})

	it('are darker in steps', () => {
		expect([1, 5, 20, 21, 100].map((count) => shade(count, 100))).toEqual([1, 1, 1, 2, 5])
		expect(shade(0, 0)).toBe(1)
	})
})

describe('bridges', () => {
	const theme = { id: 'eau', label: 'Eau partagée' }
	const bridges: Bridges = {
		sides: [{ id: 'energie', label: 'Énergie', count: 5 }, { id: 'arts', label: 'Arts', count: 6 }, { id: 'sante', label: 'Santé', count: 7 }],
		pairs: [
			{ a: 0, b: 1, groups: 0, introductions: [] },
			{ a: 0, b: 2, groups: 2, introductions: [] },
			{ a: 1, b: 2, groups: 0, introductions: [{ theme, seeks: 1, offers: 2 }] },
		],
	}

	it('read the same from both sides', () => {
		expect([commonGroups(bridges, 0, 2), commonGroups(bridges, 2, 0), commonGroups(bridges, 1, 1)]).toEqual([2, 2, null])
	})

	it('begin with those who have something to talk about', () => {
		expect(pairsWithoutGroups(bridges).map(({ a, b }) => [a, b])).toEqual([[1, 2], [0, 1]])
	})

	it('are proposed as a session by facilitators, as a notice by others', () => {
		expect(proposalOf(true, 'Eau : Santé rencontre Arts', 'eau')).toEqual({ path: '/sessions', query: { title: 'Eau : Santé rencontre Arts' } })
		expect(proposalOf(false, 'Énergie rencontre Arts')).toEqual({ path: '/notices/new', query: { kind: 'call', title: 'Énergie rencontre Arts' } })
		expect(proposalOf(false, 'Eau : Santé rencontre Arts', 'eau')).toEqual({ path: '/notices/new', query: { kind: 'call', title: 'Eau : Santé rencontre Arts', term: 'eau' } })
	})

	it('show the people who look for something or offer it', () => {
		expect(directoryOf('sector', 'arts', 'seek', 'eau')).toEqual({ path: '/members', query: { 'facet[sector][]': ['arts'], 'facet[seek][]': ['eau'] } })
		expect(directoryOf('departement', 'departement:11', 'offer', 'eau').query).toEqual({ 'facet[territory][]': ['departement:11'], 'facet[offer][]': ['eau'] })
	})
})
