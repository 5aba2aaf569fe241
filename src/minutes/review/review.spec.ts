/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft } from './draft.ts'
import type { Known } from './known.ts'

import { describe, expect, it } from 'vitest'
import { sampleReading } from '../testing/sample.ts'
import * as correct from './corrections.ts'
import { draftOf, groupsByPerson, keptGroups, openDoubts, personOf } from './draft.ts'
import { allDoubts, contactWayOf, memberOf, planTotals, soughtKey, unanswered } from './known.ts'
import { groupOf, spotAt, spotsOf } from './places.ts'

const draft = () => draftOf(sampleReading(), 'groupe-de-travail')
const nobody: Known = new Map()
const group = (of: Draft, index: number) => of.groups[index]!
const texts = (of: Draft, index: number) => group(of, index).sections.map(({ heading, points }) => [heading, ...points.map(({ text }) => text)])
const names = (of: Draft, index: number) => group(of, index).roster.map(({ person }) => personOf(of, person).name)
const match = (id: number, name: string, by: 'email' | 'name') => ({ member: { id, uid: null, name, line: '', joined: '2026-01-01' }, by })

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
		expect(read.doubts.every(({ group }) => group === 'g1')).toBe(true)
	})
})

describe('a correction', () => {
	it('does not change the earlier draft', () => {
		const before = draft()
		const copy = structuredClone(before)
		let after = correct.setTitle(before, 'g0', 'Autre')
		after = correct.removePoint(after, 'g0.s0.0')
		after = correct.mergeGroups(after, 'g0', 'g1')
		after = correct.mergePeople(after, 'p0', 'p3')
		expect(before).toEqual(copy)
		expect(after).not.toEqual(copy)
	})

	it('of a title or number settles its question', () => {
		const after = correct.setNumber(draft(), 'g1', 5)
		expect(group(after, 1).number).toBe(5)
		expect(openDoubts(after).map(({ kind }) => kind)).not.toContain('number')
	})

	it('of a text keeps its place; an empty text removes the point', () => {
		const after = correct.setText(draft(), 'g0.s0.0', '  Un   texte  ')
		expect(group(after, 0).sections[0]!.points[0]).toMatchObject({ text: 'Un texte', lines: { from: 3, to: 3 } })
		expect(texts(correct.setText(after, 'g0.s0.0', ' '), 0)[0]).toEqual(['Constats', 'Appeler Odile au 06 39 98 32 41'])
	})

	it('adds points, one a line, without their bullets', () => {
		const after = correct.addPoints(draft(), 'g0.s0', '- un\n\n• deux\ntrois')
		expect(texts(after, 0)[0]!.slice(-3)).toEqual(['un', 'deux', 'trois'])
		expect(new Set(group(after, 0).sections[0]!.points.map(({ id }) => id)).size).toBe(5)
	})

	it('moves a point into another group', () => {
		const after = correct.movePoint(draft(), 'g0.s0.0', 'g1.f')
		expect(texts(after, 0)[0]).toEqual(['Constats', 'Appeler Odile au 06 39 98 32 41'])
		expect(group(after, 1).followUps.points.map(({ text }) => text)).toEqual(['La laverie'])
		expect(correct.movePoint(after, 'g0.s0.0', 'nowhere')).toBe(after)
	})

	it('of the mandate keeps the places of the unchanged lines', () => {
		const after = correct.setMandate(draft(), 'g1', { mayAdvance: 'Une affiche\nUne autre', mustNot: '', with: 'Les chorales' })
		expect(group(after, 1).mandate.mayAdvance).toMatchObject([{ text: 'Une affiche', lines: { from: 27, to: 27 } }, { text: 'Une autre', lines: null }])
		expect(group(after, 1).mandate.mustNot).toEqual([])
		expect(openDoubts(after).map(({ kind }) => kind)).not.toContain('mandate')
	})

	it('of a person applies in every group', () => {
		const after = correct.setPerson(draft(), 'p0', { name: 'Odile M.' })
		expect([names(after, 0)[0], names(after, 1)[0]]).toEqual(['Odile M.', 'Odile M.'])
	})

	it('merges two people: each group has them once, with the fields of both', () => {
		const after = correct.mergePeople(draft(), 'p1', 'p2')
		expect(names(after, 0)).toEqual(['Odile Marcenac', 'S Labatut'])
		expect(personOf(after, 'p2')).toMatchObject({ name: 'S Labatut', email: 'linh@example.org' })
	})

	it('merges a group into another, with its people and its questions', () => {
		const after = correct.mergeGroups(draft(), 'g0', 'g1')
		expect(after.groups.map(({ id }) => id)).toEqual(['g1'])
		expect(names(after, 0)).toEqual(['Odile Marcenac', 'Loïc Tréguer', '', 'S Labatut'])
		expect(group(after, 0).sections.map(({ heading }) => heading)).toEqual(['Ce qu’on entend', 'Constats'])
		expect(openDoubts(after).map(({ kind }) => kind).sort()).toEqual(['contact', 'mandate', 'number', 'person', 'person'])
	})

	it('excludes a group with its questions, and includes both again', () => {
		const after = correct.setDropped(draft(), 'g0', true)
		expect(keptGroups(after).map(({ id }) => id)).toEqual(['g1'])
		expect(openDoubts(after).map(({ group }) => group)).toEqual(['g1', 'g1'])
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
		const several: Known = new Map([[soughtKey(personOf(first, 'p0')), [match(1, 'Odile', 'name'), match(2, 'Odile', 'name')]]])
		expect(allDoubts(first, several).filter(({ id }) => id.endsWith('who'))).toHaveLength(1)
		expect(unanswered(first, several)).toHaveLength(7)
		expect(unanswered(correct.setPerson(first, 'p0', { member: 2 }), several)).toHaveLength(6)
	})

	it('is counted once', () => {
		expect(planTotals(draft(), nobody)).toEqual({ groups: 2, people: 4, members: 0, mails: 3, byHand: 1 })
		expect(planTotals(draft(), new Map([[soughtKey(personOf(draft(), 'p0')), [match(1, 'Odile', 'email')]]])).members).toBe(1)
		expect(planTotals(correct.setDropped(draft(), 'g0', true), nobody)).toEqual({ groups: 1, people: 2, members: 0, mails: 2, byHand: 0 })
	})
})

describe('places', () => {
	it('lead from a line to its most specific entry', () => {
		const spots = spotsOf(draft())
		expect([0, 1, 2, 3, 8, 13, 27, 99].map((line) => spotAt(spots, line)?.id)).toEqual(['g0 title', 'g0', 'g0.s0', 'g0.s0.0', 'g0 mandate', 'g0.r0', 'g1 mandate', undefined])
	})

	it('lead from some lines to their group', () => {
		expect(groupOf(draft(), { from: 3, to: 3 })).toEqual({ from: 0, to: 19 })
		expect(groupOf(correct.setDropped(draft(), 'g0', true), { from: 3, to: 3 })).toBeNull()
	})
})
