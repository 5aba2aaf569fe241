/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind } from '../parse/reading.ts'
import type { Draft, Given } from './draft.ts'

import { describe, expect, it } from 'vitest'
import { parseMinutes } from '../parse/parse.ts'
import { sourceLines } from '../parse/sourceLines.ts'
import { addPoints, addSection, removePoint, setText, setTitle } from './corrections.ts'
import { draftOf, keptGroups, mandateId, openDoubts, personOf } from './draft.ts'
import { giveKind } from './give.ts'
import { givenKinds, mergeGroups, moveGroup, setDropped } from './outline.ts'
import { addPerson, removeEntry, setPerson } from './rosters.ts'

const TEXT = `Rencontre du 8 novembre

GROUPE 1 : Les chemins creux

Constats
* Les haies se referment
* Plus personne ne fauche

2 personnes inscrites
* Odile Marcenac odile.marcenac@example.org
* Loïc Tréguer loic.treguer@example.org

La fête des ratés

Pistes
* Une soirée par saison
* Un repas partagé

2 personnes inscrites
* Odile Marcenac odile.marcenac@example.org
* Noé Salvan noe.salvan@example.org

GROUPE 3 : Le four à pain

Constats
* Il fume

1 personne inscrite
* Zélie Bru zelie.bru@example.org`

const lines = sourceLines(TEXT)
const at = (text: string) => lines.findIndex((line) => line.includes(text))
const FEAST = at('La fête des ratés')

const asMap = ({ given }: Draft) => new Map(Object.entries(given).map(([line, kind]) => [Number(line), kind] as const))
/** A person marked the feast as a heading in the first group. */
const BEGUN: Given = { [FEAST]: 'heading' }
const begin = () => draftOf(parseMinutes(TEXT, new Map([[FEAST, 'heading']])), 'bilan', BEGUN)

function give(draft: Draft, line: number, kind: LineKind, to = line): Draft {
	const given = givenKinds(draft.given, lines, { from: line, to }, kind)
	return giveKind(draft, { source: lines, first: parseMinutes(TEXT), now: parseMinutes(TEXT, asMap({ ...draft, given })) }, { lines: { from: line, to }, kind, given, model: 'bilan' })
}

const titles = (draft: Draft) => keptGroups(draft).map(({ title }) => title)
const points = (draft: Draft, index: number) => draft.groups[index]!.sections.flatMap((section) => section.points.map(({ text }) => text))
const names = (draft: Draft, index: number) => draft.groups[index]!.roster.map(({ person }) => personOf(draft, person).name)

describe('lines a person says the kind of', () => {
	it('give, after a group begins at a line, what reading it so from the start gives', () => {
		const after = give(begin(), FEAST, 'group')
		expect(titles(after)).toEqual(['Les chemins creux', 'La fête des ratés', 'Le four à pain'])
		const fresh = draftOf(parseMinutes(TEXT, asMap(after)), 'bilan', after.given)
		expect(after.groups).toEqual(fresh.groups)
		expect(after.people).toHaveLength(fresh.people.length)
		expect(names(after, 1)).toEqual(['Odile Marcenac', 'Noé Salvan'])
		expect(after.groups[1]!.roster[0]!.person).toBe(after.groups[0]!.roster[0]!.person)
	})

	it('are as before, once the line has its old kind again; the numbers of people are added up', () => {
		const before = begin()
		const after = give(give(before, FEAST, 'group'), FEAST, 'heading')
		expect(after.groups).toEqual(before.groups.map((group, index) => index === 0 ? { ...group, declared: 4 } : group))
	})

	it('keeps every correction made elsewhere', () => {
		let draft = begin()
		draft = setTitle(draft, draft.groups[0]!.id, 'Les haies')
		draft = setText(draft, `i${at('Les haies se referment')}`, 'Les haies ferment les chemins')
		draft = removePoint(draft, `i${at('Plus personne')}`)
		draft = addPoints(draft, `s${at('Constats')}`, 'Un mot de plus')
		draft = addPoints(draft, mandateId(draft.groups[0]!.id, 'with'), 'La mairie')
		draft = addPerson(draft, draft.groups[1]!.id, { name: 'Maï Lorrain', email: '' })
		draft = setPerson(draft, draft.groups[0]!.roster[0]!.person, { name: 'Odile M.' })
		draft = removeEntry(draft, `r${at('Loïc')}`)
		draft = moveGroup(draft, draft.groups[0]!.id, 1)
		draft = setDropped(draft, `g${at('Le four à pain')}`, true)
		const after = give(draft, FEAST, 'group')
		expect(after.groups.map(({ title, dropped }) => [title, dropped])).toEqual([['Le four à pain', true], ['Les haies', false], ['La fête des ratés', false]])
		expect(points(after, 1)).toEqual(['Les haies ferment les chemins', 'Un mot de plus'])
		expect(after.groups[1]!.mandate.with.map(({ text }) => text)).toEqual(['La mairie'])
		expect(names(after, 0)).toEqual(['Zélie Bru', 'Maï Lorrain'])
		expect(names(after, 1)).toEqual(['Odile M.'])
		expect(names(after, 2)).toEqual(['Odile M.', 'Noé Salvan'])
	})

	it('loses nothing that a person wrote into a group that is none any more', () => {
		let draft = give(begin(), FEAST, 'group')
		const { id } = draft.groups[1]!
		draft = addSection(addPoints(draft, `${id}.f`, 'Une liste de courses'), id, 'Idées')
		draft = addPoints(draft, draft.groups[1]!.sections.at(-1)!.id, 'Un four')
		draft = addPoints(draft, mandateId(id, 'mustNot'), 'Vendre')
		draft = addPerson(draft, id, { name: 'Maï Lorrain', email: '' })
		const after = give(draft, FEAST, 'heading')
		expect(titles(after)).toEqual(['Les chemins creux', 'Le four à pain'])
		expect(points(after, 0)).toContain('Un four')
		expect(after.groups[0]!.followUps.points.map(({ text }) => text)).toContain('Une liste de courses')
		expect(after.groups[0]!.mandate.mustNot.map(({ text }) => text)).toEqual(['Vendre'])
		expect(names(after, 0)).toEqual(expect.arrayContaining(['Odile Marcenac', 'Loïc Tréguer', 'Noé Salvan', 'Maï Lorrain']))
	})

	it('keeps two groups together that were merged', () => {
		let draft = give(begin(), FEAST, 'group')
		draft = mergeGroups(draft, draft.groups[2]!.id, draft.groups[0]!.id)
		const after = give(draft, at('Un repas partagé'), 'nothing')
		expect(titles(after)).toEqual(['Les chemins creux', 'La fête des ratés'])
		expect(points(after, 0)).toContain('Il fume')
		expect(points(after, 1)).toEqual(['Une soirée par saison'])
		const more = give(after, at('Il fume'), 'followUp')
		expect(more.groups[0]!.followUps.points.map(({ text }) => text)).toContain('Il fume')
	})

	it('reads a line as the person says, also one that they had removed or reworded', () => {
		const line = at('Une soirée')
		const column = mandateId(begin().groups[0]!.id, 'mayAdvance')
		const after = give(setText(begin(), `i${line}`, 'Une fête'), line, 'mayAdvance')
		expect(column).toBe(mandateId(after.groups[0]!.id, 'mayAdvance'))
		expect(after.groups[0]!.mandate.mayAdvance).toMatchObject([{ text: 'Une fête', card: false }])
		const back = give(removePoint(begin(), `i${line}`), line, 'point')
		expect(points(back, 0)).toContain('Une soirée par saison')
	})

	it('keeps answers to the same questions, and asks others', () => {
		const first = begin()
		const [question] = openDoubts(first)
		expect(question).toBeDefined()
		const answered = { ...first, answered: [question!.id] }
		const after = give(answered, at('Il fume'), 'nothing')
		expect(openDoubts(after).map(({ id }) => id)).not.toContain(question!.id)
	})
})

describe('kinds given to several lines', () => {
	it('make a title or a heading of several lines, and as many points', () => {
		expect(givenKinds({ 1: 'point' }, ['a', 'b', '', 'c'], { from: 1, to: 3 }, 'group')).toEqual({ 1: 'group', 3: 'title' })
		expect(givenKinds({}, ['a', 'b'], { from: 0, to: 1 }, 'heading')).toEqual({ 0: 'heading', 1: 'continuation' })
		expect(givenKinds({}, ['a', 'b'], { from: 0, to: 1 }, 'point')).toEqual({ 0: 'point', 1: 'point' })
	})
})
