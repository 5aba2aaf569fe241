/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { sourceLines } from '../parse/lines.ts'
import { parseMinutes } from '../parse/parse.ts'
import { cutGroup } from './cut.ts'
import { draftOf, openDoubts, personOf } from './draft.ts'

const TEXT = `Rencontre du 8 novembre

Les chemins creux

Constats
* Les haies se referment
* Plus personne ne fauche

3 personnes inscrites
* Odile Marcenac odile.marcenac@example.org
* Loïc Tréguer loic.treguer@example.org

La fête des ratés

Pistes
* Une soirée par saison

1 personne inscrite
* Odile Marcenac odile.marcenac@example.org`

const lines = sourceLines(TEXT)
const read = () => draftOf(parseMinutes(TEXT), 'bilan')

describe('a group made from selected lines', () => {
	it('is read like any group, with its lines in the whole text', () => {
		const cut = cutGroup(read(), lines, { from: 2, to: 10 }, 'bilan')
		const group = cut.groups.find(({ id }) => id === 'n0')!
		expect(group).toMatchObject({ lines: { from: 2, to: 10 }, number: null, model: 'bilan', declared: 3 })
		expect(group.sections.map(({ heading, points }) => [heading, ...points.map(({ text, lines: at }) => [text, at!.from])])).toEqual([
			['Constats', ['Les haies se referment', 5], ['Plus personne ne fauche', 6]],
		])
		expect(group.roster.map(({ person }) => personOf(cut, person).name)).toEqual(['Odile Marcenac', 'Loïc Tréguer'])
	})

	it('takes its lines from the group that had them, and recognises known people', () => {
		const first = cutGroup(read(), lines, { from: 2, to: 10 }, null)
		const second = cutGroup(first, lines, { from: 12, to: 18 }, null)
		expect(second.groups.map(({ title }) => title)).toEqual(['Les chemins creux', 'La fête des ratés'])
		const [one, other] = second.groups
		expect(other!.roster[0]!.person).toBe(one!.roster[0]!.person)
		expect(second.people.filter(({ name }) => name === 'Odile Marcenac')).toHaveLength(1)
		expect(openDoubts(second).filter(({ kind }) => kind === 'unmarked')).toEqual([])
	})

	it('merges two people without an address only if they have the same name', () => {
		const text = `${TEXT}\n* Noé Salvan\n\nLe four à pain\n\nPistes\n* Cuire ensemble\n\n2 personnes inscrites\n* Noé Salvan\n* Zélie Bru`
		const source = sourceLines(text)
		const first = cutGroup(draftOf(parseMinutes(''), null), source, { from: 12, to: 19 }, null)
		const second = cutGroup(first, source, { from: 21, to: 28 }, null)
		expect(second.people.map(({ name }) => name)).toEqual(['Odile Marcenac', 'Noé Salvan', 'Zélie Bru'])
		expect(second.groups[1]!.roster[0]!.person).toBe(second.groups[0]!.roster[1]!.person)
	})

	it('of blank lines is not made', () => {
		const draft = read()
		expect(cutGroup(draft, lines, { from: 1, to: 1 }, null)).toBe(draft)
	})

	it('keeps the number of its heading', () => {
		const text = 'COMPTE-RENDU GROUPE 4 : «FINIR»\n\nCe qui aide\n* Une date'
		const draft = { ...draftOf(parseMinutes(''), null) }
		expect(cutGroup(draft, sourceLines(text), { from: 0, to: 3 }, null).groups).toMatchObject([{ number: 4, title: 'Finir' }])
	})
})
