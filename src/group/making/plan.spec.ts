/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as deck from '../../board/deck.ts'
import type * as work from '../../board/work/deck.ts'
import type * as folder from '../folder.ts'
import type * as teams from '../teams.ts'
import type { DeckPort, FolderPort, TeamsPort } from './ports.ts'

import { describe, expect, expectTypeOf, it } from 'vitest'
import { folderPath, matchesTeamName, teamName } from './plan.ts'

it('the gateways fit the ports', () => {
	expectTypeOf<typeof deck & Pick<typeof work, 'listWork'>>().toExtend<DeckPort>()
	expectTypeOf<typeof teams>().toExtend<TeamsPort>()
	expectTypeOf<typeof folder>().toExtend<FolderPort>()
})

describe('the name of a team', () => {
	it.each([
		['Les portes  fermées\n', 'Les portes fermées'],
		['AB', 'Groupe AB'],
		['', 'Groupe '],
	])('of %j is %j', (title, name) => {
		expect(teamName(title)).toBe(name)
	})

	it('is valid, also followed by a number', () => {
		expect([...teamName('mot '.repeat(60))].length).toBeLessThanOrEqual(120)
	})

	it.each([
		['Eau', true],
		['Eau (2)', true],
		['Eau (12)', true],
		['Eau de pluie', false],
		['Eau (deux)', false],
		['L’Eau', false],
	])('is found again in %j: %s', (found, is) => {
		expect(matchesTeamName(found, 'Eau')).toBe(is)
	})
})

it('a folder whose name is taken gets a number', () => {
	expect([0, 1, 2].map((attempt) => folderPath('/Réseau/Eau', attempt))).toEqual(['/Réseau/Eau', '/Réseau/Eau (2)', '/Réseau/Eau (3)'])
})
