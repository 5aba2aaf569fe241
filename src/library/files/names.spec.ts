/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { freeName, isWithin, joinPath, nameProblem, parentPath, pathsBetween, sortEntries, splitExtension } from './names.ts'

describe('a name', () => {
	it.each([
		['Récits d’échec', null],
		['  ', 'missing'],
		['a/b', 'slash'],
		['a\\b', 'slash'],
		['..', 'kept'],
		['.HTACCESS', 'kept'],
		['film.part', 'kept'],
		['é'.repeat(125), null],
		['é'.repeat(126), 'too_long'],
	])('%j: %s', (name, problem) => {
		expect(nameProblem(name)).toBe(problem)
	})

	it.each([
		['Budget.csv', [], 'Budget.csv'],
		['Budget.csv', ['budget.CSV'], 'Budget (2).csv'],
		['Budget.csv', ['Budget.csv', 'Budget (2).csv'], 'Budget (3).csv'],
		['.profil', ['.profil'], '.profil (2)'],
		['Récits', ['Récits'], 'Récits (2)'],
	])('%j beside %j is %j', (name, taken, free) => {
		expect(freeName(name, taken)).toBe(free)
	})

	it('has an extension or none', () => {
		expect([splitExtension('a.b.md'), splitExtension('.md'), splitExtension('a')]).toEqual([['a.b', '.md'], ['.md', ''], ['a', '']])
	})
})

describe('a path', () => {
	it('is in a folder, with a parent folder', () => {
		expect([joinPath('/', 'a'), joinPath('/a', 'b'), parentPath('/a'), parentPath('/a/b')]).toEqual(['/a', '/a/b', '/', '/a'])
	})

	it('is below a folder only by whole names', () => {
		expect([isWithin('/a', '/a/b'), isWithin('/a', '/a'), isWithin('/a', '/ab'), isWithin('/', '/x')]).toEqual([true, true, false, true])
		expect(pathsBetween('/a', '/a/b/c')).toEqual(['/a', '/a/b', '/a/b/c'])
		expect(pathsBetween('/a', '/ab')).toEqual([])
	})
})

it('sorts folders first, then names in the order of the language', () => {
	const entries = ['Z', 'é', 'e 10', 'e 9', 'f'].map((name) => ({ name, folder: name === 'Z' }))
	expect(sortEntries(entries, 'fr').map(({ name }) => name)).toEqual(['Z', 'é', 'e 9', 'e 10', 'f'])
})
