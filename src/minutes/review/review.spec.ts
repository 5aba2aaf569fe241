/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft } from './draft.ts'
import type { Known } from './known.ts'

import { describe, expect, it } from 'vitest'
import { sampleReading } from '../testing/sample.ts'
import * as corrections from './corrections.ts'
import { draftOf, groupsByPerson, keptGroups, mandateId, openDoubts, personOf } from './draft.ts'
import { allDoubts, contactWayOf, memberOf, planTotals, soughtKey, unanswered } from './known.ts'
import * as outline from './outline.ts'
import { groupOf, spotAt, spotsOf } from './places.ts'
import * as rosters from './rosters.ts'

const correct = { ...corrections, ...outline, ...rosters }

const draft = () => draftOf(sampleReading(), 'groupe-de-travail')
const nobody: Known = new Map()
const group = (of: Draft, index: number) => of.groups[index]!
const texts = (of: Draft, index: number) => group(of, index).sections.map(({ heading, points }) => [heading, ...points.map(({ text }) => text)])
const names = (of: Draft, index: number) => group(of, index).roster.map(({ person }) => personOf(of, person).name)
const match = (id: number, name: string, by: 'email' | 'name', uid: string | null = null) => ({ member: { id, uid, name, line: '', joined: '2026-01-01' }, by })

describe('the draft of a reading', () => {
	it('has each person once, also after several registrations', () => {
		const { people, groups } = draft()
		expect(people.map(({ name }) => name)).toEqual(['Odile Marcenac', '', 'S Labatut', 'Loïc Tréguer'])
		expect(groups[0]!.roster[0]!.person).toBe(groups[1]!.roster[0]!.person)
	})

	it('knows the groups of each person, without the excluded ones', () => {
		const read = draft()
		const { person } = group(read, 0).roster[0]!
		expect(groupsByPerson(read).get(person)).toEqual([group(read, 0), group(read, 1)])
		const dropped = correct.setDropped(read, 'g0', true)
		expect(groupsByPerson(dropped).get(person)).toEqual([group(dropped, 1)])
	})

	it('asks one question about a person, however many reasons there are', () => {
		expect(openDoubts(draft()).map(({ kind, warnings }) => [kind, ...warnings.map(({ code }) => code)])).toEqual([
			['contact', 'contact-in-text'],
			['count', 'count-mismatch'],
			['person', 'missing-name'],
			['person', 'missing-email', 'name-incomplete'],
			['number', 'number-misread'],
			['mandate', 'columns-merged'],
		])
	})

	it('asks nothing about an empty grid', () => {
		const reading = sampleReading()
		reading.groups[0]!.warnings = [{ code: 'table-unfilled', lines: { from: 8, to: 9 }, columns: ['mayAdvance', 'mustNot', 'with'] }]
		const read = draftOf(reading, null)
		expect(read.groups[0]!.unfilled).toBe('unfilled')
		expect(read.doubts.every(({ group }) => group === 'g20')).toBe(true)
	})
})

describe('a correction', () => {
	it('does not change the earlier draft', () => {
		const before = draft()
		const copy = structuredClone(before)
		let after = correct.setTitle(before, 'g0', 'Autre')
		after = correct.removePoint(after, 'i3')
		after = correct.mergeGroups(after, 'g0', 'g20')
		after = correct.mergePeople(after, 'pr13', 'pr34')
		expect(before).toEqual(copy)
		expect(after).not.toEqual(copy)
	})

	it('of a title or number settles its question', () => {
		const after = correct.setNumber(draft(), 'g20', 5)
		expect(group(after, 1).number).toBe(5)
		expect(openDoubts(after).map(({ kind }) => kind)).not.toContain('number')
	})

	it('of a text keeps its place; an empty text removes the point', () => {
		const after = correct.setText(draft(), 'i3', '  Un   texte  ')
		expect(group(after, 0).sections[0]!.points[0]).toMatchObject({ text: 'Un texte', lines: { from: 3, to: 3 } })
		expect(texts(correct.setText(after, 'i3', ' '), 0)[0]).toEqual(['Constats', 'Appeler Odile au 06 39 98 32 41'])
	})

	it('adds points, one a line, without their bullets', () => {
		const after = correct.addPoints(draft(), 's2', '- un\n\n• deux\ntrois')
		expect(texts(after, 0)[0]!.slice(-3)).toEqual(['un', 'deux', 'trois'])
		expect(new Set(group(after, 0).sections[0]!.points.map(({ id }) => id)).size).toBe(5)
	})

	it('moves a point into another group', () => {
		const after = correct.movePoint(draft(), 'i3', 'g20.f')
		expect(texts(after, 0)[0]).toEqual(['Constats', 'Appeler Odile au 06 39 98 32 41'])
		expect(group(after, 1).followUps.points.map(({ text }) => text)).toEqual(['La laverie'])
		expect(correct.movePoint(after, 'i3', 'nowhere')).toBe(after)
	})

	it('moves a point between the columns of a mandate and the sections: only in a section it is a card', () => {
		const moved = correct.movePoint(draft(), 'i28', mandateId('g20', 'with'))
		expect(group(moved, 1).mandate.with.map(({ text, card }) => [text, card])).toEqual([['Les chorales', false], ['Décider', false]])
		expect(group(moved, 1).mandate.mustNot).toEqual([])
		const out = correct.movePoint(moved, 'i28', 's22')
		expect(group(out, 1).sections[0]!.points.map(({ text, card }) => [text, card])).toEqual([['Au marché', true], ['Décider', true]])
		expect(group(correct.movePoint(out, 'i28', mandateId('g0', 'mustNot')), 0).mandate.mustNot).toMatchObject([{ text: 'Décider', card: false, lines: { from: 28, to: 28 } }])
		expect(group(correct.addPoints(draft(), mandateId('g20', 'mustNot'), 'Vendre'), 1).mandate.mustNot).toMatchObject([{ text: 'Décider' }, { text: 'Vendre', card: false }])
	})

	it('puts an answer of no column into one; until then it is a question, and is not made', () => {
		const reading = sampleReading()
		reading.groups[1]!.mandate.unplaced.push({ text: 'Tenir un stand', lines: { from: 26, to: 26 } })
		const read = draftOf(reading, null)
		expect(unanswered(read, nobody).map(({ kind }) => kind)).toContain('unplaced')
		const after = correct.movePoint(read, 'i26', mandateId('g20', 'mayAdvance'))
		expect(group(after, 1).mandate.mayAdvance.map(({ text }) => text)).toEqual(['Une affiche', 'Tenir un stand'])
		expect(unanswered(after, nobody).map(({ kind }) => kind)).not.toContain('unplaced')
	})

	it('moves a group, as far as there is room', () => {
		const after = correct.moveGroup(draft(), 'g0', 1)
		expect(after.groups.map(({ id }) => id)).toEqual(['g20', 'g0'])
		expect(correct.moveGroup(after, 'g0', 1)).toBe(after)
		expect(correct.groupBefore(after, 'g0')?.id).toBe('g20')
		expect(correct.groupBefore(correct.setDropped(after, 'g20', true), 'g0')).toBeNull()
	})

	it('of a person applies in every group', () => {
		const after = correct.setPerson(draft(), 'pr13', { name: 'Odile M.' })
		expect([names(after, 0)[0], names(after, 1)[0]]).toEqual(['Odile M.', 'Odile M.'])
	})

	it('merges two people: each group has them once, with the fields of both', () => {
		const after = correct.mergePeople(draft(), 'pr14', 'pr15')
		expect(names(after, 0)).toEqual(['Odile Marcenac', 'S Labatut'])
		expect(personOf(after, 'pr15')).toMatchObject({ name: 'S Labatut', email: 'linh@example.org' })
	})

	it('merges a group into another, with its people and its questions', () => {
		const after = correct.mergeGroups(draft(), 'g0', 'g20')
		expect(after.groups.map(({ id }) => id)).toEqual(['g20'])
		expect(names(after, 0)).toEqual(['Odile Marcenac', 'Loïc Tréguer', '', 'S Labatut'])
		expect(group(after, 0).sections.map(({ heading }) => heading)).toEqual(['Ce qu’on entend', 'Les gens qu’on ne voit pas', 'Constats'])
		expect(openDoubts(after).map(({ kind }) => kind).sort()).toEqual(['contact', 'mandate', 'number', 'person', 'person'])
	})

	it('excludes a group with its questions, and includes both again', () => {
		const after = correct.setDropped(draft(), 'g0', true)
		expect(keptGroups(after).map(({ id }) => id)).toEqual(['g20'])
		expect(openDoubts(after).map(({ group }) => group)).toEqual(['g20', 'g20'])
		expect(openDoubts(correct.setDropped(after, 'g0', false))).toHaveLength(6)
	})

	it('adds a person, which completes the list', () => {
		const after = correct.addPerson(draft(), 'g0', { name: 'Maï', email: ' mai@example.org ' })
		expect(names(after, 0).at(-1)).toBe('Maï')
		expect(openDoubts(after).map(({ kind }) => kind)).not.toContain('count')
	})
})

describe('matching a person to a card', () => {
	const odile = { id: 'p', name: 'Odile Marcenac', email: 'odile@example.org', phone: '' }
	const known = (...matches: ReturnType<typeof match>[]): Known => new Map([[soughtKey(odile), matches]])

	it.each([
		['nobody known', [], null, 'mail'],
		['one of the name', [match(1, 'Odile Marcenac', 'name')], 1, 'member'],
		['one of the address among several of the name', [match(1, 'Odile', 'name'), match(2, 'Odile', 'email')], 2, 'member'],
		['several of the name', [match(1, 'Odile', 'name'), match(2, 'Odile', 'name')], null, 'several'],
	] as const)('%s', (_, matches, member, way) => {
		expect(memberOf(odile, known(...matches))).toBe(member)
		expect(contactWayOf(odile, known(...matches))).toBe(way)
	})

	it('is the chosen one, also nobody', () => {
		const several = known(match(1, 'Odile', 'name'), match(2, 'Odile', 'name'))
		expect(contactWayOf({ ...odile, member: 2 }, several)).toBe('member')
		expect(contactWayOf({ ...odile, member: null }, several)).toBe('mail')
		expect(contactWayOf({ ...odile, member: null, email: '' }, several)).toBe('by_hand')
	})

	it('is asked about once if several cards have the name', () => {
		const first = draft()
		const several: Known = new Map([[soughtKey(personOf(first, 'pr13')), [match(1, 'Odile', 'name'), match(2, 'Odile', 'name')]]])
		expect(allDoubts(first, several).filter(({ id }) => id.endsWith('who'))).toHaveLength(1)
		expect(unanswered(first, several)).toHaveLength(7)
		expect(unanswered(correct.setPerson(first, 'pr13', { member: 2 }), several)).toHaveLength(6)
	})

	it('is counted once', () => {
		expect(planTotals(draft(), nobody)).toEqual({ groups: 2, people: 4, members: 0, mails: 3, byHand: 1 })
		const known = (uid: string | null) => new Map([[soughtKey(personOf(draft(), 'pr13')), [match(1, 'Odile', 'email', uid)]]])
		expect(planTotals(draft(), known('odile'))).toMatchObject({ members: 1, mails: 2, byHand: 1 })
		// No notification reaches who has a card but no account.
		expect(planTotals(draft(), known(null))).toMatchObject({ members: 0, mails: 3, byHand: 1 })
		expect(planTotals(correct.setDropped(draft(), 'g0', true), nobody)).toEqual({ groups: 1, people: 2, members: 0, mails: 2, byHand: 0 })
	})
})

describe('places', () => {
	it('lead from a line to its most specific entry', () => {
		const spots = spotsOf(draft())
		expect([0, 1, 2, 3, 8, 13, 27, 99].map((line) => spotAt(spots, line)?.id)).toEqual(['g0 title', 'g0', 's2', 'i3', 'i8', 'r13', 'i27', undefined])
	})

	it('lead from some lines to their group', () => {
		expect(groupOf(draft(), { from: 3, to: 3 })).toEqual({ from: 0, to: 19 })
		expect(groupOf(correct.setDropped(draft(), 'g0', true), { from: 3, to: 3 })).toBeNull()
	})
})
