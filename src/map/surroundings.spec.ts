/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bond, Neighbour } from '../link/model.ts'
import type { Branch } from './surroundings.ts'

import { describe, expect, it } from 'vitest'
import { branchesOf, cutTo, holdersOf, themesOf } from './surroundings.ts'

const thing = (type: 'member' | 'group', id: string, title: string, bonds: Bond[]): Neighbour => ({ type, id, title, url: '', icon: type === 'group' ? 'group' : 'person', uid: null, gone: false, bonds })
const tie = (words: string, group?: string): Bond => ({ words, link: null, ...group ? { through: { type: 'group', id: group } } : {} })
const link = (words: string): Bond => ({ words, link: { id: 1, relation: 'thanks', inverse: false, by: null, can: { remove: false } } })
const words = { seeks: 'cherché', offers: 'offert', both: 'cherché et offert' }
const summary = (branches: readonly Branch[]) => branches.map(({ key, words: text, people }) => [key, text, ...people.map((person) => person.words === '' ? person.key : `${person.key}: ${person.words}`)])

describe('the neighbourhood of a person', () => {
	const groups = [thing('group', '1', 'Eau', [tie('takes part in this group')]), thing('group', '2', 'Haies', [tie('facilitates this group')])]

	it('are groups with their people, then people who are linked, then themes', () => {
		const line = ({ bonds }: Neighbour) => bonds.map((bond) => bond.words).join(' · ')
		expect(summary(branchesOf(line, [
			thing('member', '5', 'Odile', [tie('facilitates Eau', '1'), tie('is also in Haies', '2')]),
			thing('member', '6', 'Linh', [tie('is also in Haies', '2')]),
			thing('member', '7', 'Noé', [tie('is also in Eau', '1'), link('grâce à')]),
			thing('member', '8', 'Zoé', [tie('is also in another', '9')]),
		], groups, [{ key: 'teau', kind: 'theme', label: 'Eau', words: 'cherché' }]))).toEqual([
			['g1', 'takes part in this group', 'm5: is also in Haies'],
			['g2', 'facilitates this group', 'm6'],
			['m7', 'is also in Eau · grâce à'],
			['m8', 'is also in another'],
			['teau', 'cherché'],
		])
	})

	it('marks organisations', () => {
		const organisation: Neighbour = { ...thing('member', '5', 'Le Fournil', [tie('is also in Eau', '1')]), icon: 'organisation' }
		const [eau, other] = branchesOf(() => '', [organisation, { ...organisation, id: '6', bonds: [link('parle pour')] }, thing('member', '7', 'Linh', [link('parle pour')])], groups.slice(0, 1), [])
		expect([eau!.people[0]!.organisation, other!.organisation]).toEqual([true, true])
		expect(branchesOf(() => '', [thing('member', '7', 'Linh', [link('parle pour')])], [], [])[0]).not.toHaveProperty('organisation')
	})

	it('has themes of what is sought and offered, once each, without unknown ones', () => {
		const labels = new Map([['eau', 'Eau'], ['bois', 'Bois'], ['arts', 'Arts']])
		expect(themesOf([{ terms: ['eau', 'gone'] }, { terms: ['arts'] }], [{ terms: ['bois', 'eau'] }], labels, words).map(({ key, words: text }) => [key, text]))
			.toEqual([['tarts', 'cherché'], ['tbois', 'offert'], ['teau', 'cherché et offert']])
	})
})

it('around a theme are those who seek and offer it, once each', () => {
	expect(summary(holdersOf([{ id: 1, name: 'A' }, { id: 2, name: 'B' }], [{ id: 2, name: 'B' }, { id: 3, name: 'C' }], (id) => id === 3 ? { ...words, offers: 'vous en offrez' } : words)))
		.toEqual([['m1', 'cherché'], ['m2', 'cherché et offert'], ['m3', 'vous en offrez']])
})

it('around a theme organisations are marked', () => {
	const holders = holdersOf([{ id: 1, name: 'A', kind: 'organisation' }, { id: 2, name: 'B' }], [], () => words)
	expect(holders.map(({ organisation }) => organisation)).toEqual([true, undefined])
})

describe('what is drawn', () => {
	const branch = (size: number, at = 0): Branch => ({ key: `g${at}`, kind: 'group', label: 'G', words: '', people: Array.from({ length: size }, (_, i) => ({ key: `m${at}${i}`, kind: 'member', label: 'P', words: '' })) })
	const cut = (sizes: number[], most: number) => {
		const { branches, more } = cutTo(sizes.map(branch), most)
		return [branches.map(({ people, more: left }) => [people.length, left]), more]
	}

	it('is all, where there is room', () => {
		expect(cut([3, 0, 2], 8)).toEqual([[[3, 0], [0, 0], [2, 0]], 0])
		expect(cut([], 8)).toEqual([[], 0])
	})

	it('is every branch, and the same number of people of each large one', () => {
		expect(cut([30, 2, 9], 20)).toEqual([[[7, 23], [2, 0], [7, 2]], 0])
	})

	it('never says that there is one other', () => {
		expect(cut([8, 2, 20], 20)).toEqual([[[8, 0], [2, 0], [7, 13]], 0])
	})

	it('leaves out the last branches where there are too many', () => {
		expect(cut(Array.from({ length: 90 }, () => 1), 60)).toEqual([Array.from({ length: 59 }, () => [1, 0]), 31])
	})
})
