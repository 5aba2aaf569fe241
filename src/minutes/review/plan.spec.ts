/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft } from './draft.ts'

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findContacts } from '../contacts.ts'
import { parseMinutes } from '../parse/parse.ts'
import { sampleReading } from '../testing/sample.ts'
import * as corrections from './corrections.ts'
import { allPoints, allSections, draftOf, mandateId } from './draft.ts'
import { STARTER_MODELS } from './models.ts'
import * as outline from './outline.ts'
import { parsePlan } from './parsePlan.ts'
import { cardCount, planOf, planProblems, titleOf } from './plan.ts'
import * as rosters from './rosters.ts'

const correct = { ...corrections, ...outline, ...rosters }
const MODEL = STARTER_MODELS[0]!.slug
const draft = () => draftOf(sampleReading(), MODEL)
const plan = (of: Draft) => planOf(of, STARTER_MODELS)
const titles = (of: Draft, index: number) => plan(of).groups[index]!.board!.stacks.map(({ cards }) => cards.map(({ title }) => title))

describe('the plan', () => {
	it('has cards for all points, and none with a phone number', () => {
		const [seen, first] = titles(draft(), 0)
		expect(seen).toEqual(expect.arrayContaining(['La laverie', expect.stringMatching(/^Appeler Odile au .$/)]))
		expect(first).toEqual(['Revenir le dire'])
	})

	it('has cards in the chosen stacks, without the excluded ones', () => {
		const chosen = correct.setStack(correct.setCard(draft(), 'i4', false), 's2', 'En cours')
		expect(titles(chosen, 0)[2]).toEqual(['La laverie'])
		expect(cardCount(chosen.groups[0]!)).toBe(2)
		expect(titles(correct.setStack(draft(), 'g0.f', 'Fait'), 0)[3]).toEqual(['Revenir le dire'])
		expect(cardCount(correct.setCards(draft(), 's2', false).groups[0]!)).toBe(1)
	})

	it('follows the model if a stack is of another one', () => {
		const other = correct.setModel(correct.setStack(draft(), 's2', 'En cours'), 'g0', 'bilan')
		const board = plan(other).groups[0]!.board!
		expect(board.stacks.find(({ title }) => title === 'Ce qui s’est passé')!.cards.map(({ title }) => title)).toContain('La laverie')
	})

	it('has no board if none is wanted, or if the model is gone', () => {
		expect(plan(correct.setModel(draft(), 'g0', null)).groups.map(({ board }) => board !== null)).toEqual([false, true])
		expect(plan(correct.setModel(draft(), 'g0', 'weg')).groups[0]).toMatchObject({ model: null, board: null })
	})

	it('leaves out excluded groups; the others keep their order', () => {
		expect(plan(correct.setDropped(draft(), 'g0', true)).groups.map(({ position, title, people }) => [position, title, people])).toEqual([[0, 'Les langues de la vallée', 2]])
	})

	it('is read as it was stored', () => {
		expect(parsePlan(JSON.stringify(plan(draft())))).toEqual(plan(draft()))
		expect(parsePlan('{')).toBeNull()
		expect(parsePlan('{"groups":[{"position":0,"title":"A"}]}')).toBeNull()
	})

	it.each([
		['a title that is missing', '', 'title_missing'],
		['a title that is too long', 'a'.repeat(121), 'title_long'],
	])('is blocked by %s', (_, title, why) => {
		expect(planProblems(correct.setTitle(draft(), 'g20', title))).toEqual([{ group: 'g20', why }])
	})

	it('is blocked by nothing else', () => {
		expect(planProblems(draft())).toEqual([])
		expect(planProblems({ ...draft(), groups: [] })).toEqual([{ group: null, why: 'no_groups' }])
		expect(planProblems(correct.setDropped(correct.setTitle(draft(), 'g20', ''), 'g20', true))).toEqual([])
	})
})

describe('a title', () => {
	it.each([
		['compte-rendu_8 novembre.docx', 'compte-rendu 8 novembre'],
		['odile@example.org.txt', '…'],
		['', ''],
	])('of %s', (file, title) => {
		expect(titleOf(file)).toBe(title)
	})
})

describe('no address or phone number is sent with the plan', () => {
	const fixtures = ['dix-groupes', 'autre-reseau', 'markdown-imbrique', 'ocr-rapprochements', 'sans-groupe-annonce', 'tabulations']
		.map((name) => parseMinutes(readFileSync(`tests/fixtures/minutes/${name}.txt`, 'utf8')))

	it.each([
		['12 34 56 78', '12345678'],
		['61234567', '61.23.45.67'],
		['6123-4567', '61 23 45 67'],
	])('nor is the number %s of a roster, in any other notation', (phone, written) => {
		const known = correct.setPerson(draft(), 'pr13', { phone })
		const made = JSON.stringify(plan(correct.setText(known, 'i4', `Appeler le ${written} avant midi`)))
		expect(made).toMatch(/Appeler le . avant midi/)
		expect(made).not.toContain(written)
	})

	it.each(['2026', '1250000', '24/11/26'])('but %s, which is too short for a number, is kept although it is in a roster', (phone) => {
		const known = correct.setPerson(draft(), 'pr13', { phone })
		expect(JSON.stringify(plan(correct.setText(known, 'i4', `En ${phone} peut-être`)))).toContain(`En ${phone} peut-être`)
	})

	/** What a person may do to any draft. */
	type Act = (draft: Draft, one: number, other: number, text: string) => Draft
	const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
	const acts: Act[] = [
		(of, one, _, text) => correct.setTitle(of, pick(of.groups, one)?.id ?? '', text),
		(of, one, _, text) => correct.setHeading(of, pick(of.groups.flatMap(allSections), one)?.id ?? '', text),
		(of, one, _, text) => correct.setText(of, pick(of.groups.flatMap(allPoints), one)?.id ?? '', text),
		(of, one, _, text) => correct.addPoints(of, pick(of.groups.flatMap(allSections), one)?.id ?? '', text),
		(of, one, other) => correct.movePoint(of, pick(of.groups.flatMap(allPoints), one)?.id ?? '', pick(of.groups.flatMap(allSections), other)?.id ?? ''),
		(of, one, other, text) => correct.addPoints(of, mandateId(pick(of.groups, one)?.id ?? '', 'mustNot'), `${text}\n${other}`),
		(of, one, other) => correct.mergeGroups(of, pick(of.groups, one)?.id ?? '', pick(of.groups, other)?.id ?? ''),
		(of, one, other) => correct.mergePeople(of, pick(of.people, one)?.id ?? '', pick(of.people, other)?.id ?? ''),
		(of, one, _, text) => correct.setPerson(of, pick(of.people, one)?.id ?? '', { name: text }),
		(of, one) => correct.removeEntry(of, pick(of.groups.flatMap(({ roster }) => roster), one)?.id ?? ''),
		(of, one) => correct.setDropped(of, pick(of.groups, one)?.id ?? '', true),
		(of, one, other) => correct.setModel(of, pick(of.groups, one)?.id ?? '', pick(STARTER_MODELS, other)?.slug ?? null),
	]
	/** What people paste: words between the contacts of a roster. */
	const contact = fc.constantFrom('odile@example.org', 'o.m @ example.org', '06 39 98 32 41', '+33 6 39 98 32 41', '0639983241', '06.39.98.32.41', '6 39 98 32 41', '61 23 45 67', '639983241', '3906 12 34 56 789', 'mailto:a@example.org,b@example.org')
	const words = fc.array(fc.oneof(fc.constantFrom('Appeler', 'le', 'four', '-', '(', ')', '\n', '2026', '•'), contact), { maxLength: 8 })
		.chain((parts) => fc.constantFrom(' ', '', ', ', '\n').map((between) => parts.join(between)))

	it('for any text and any corrections', () => {
		fc.assert(fc.property(
			fc.constantFrom(...fixtures),
			fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(40), fc.nat(40), words), { maxLength: 12 }),
			(reading, steps) => {
				const corrected = steps.reduce((of, [act, one, other, written]) => act(of, one, other, written), draftOf(reading, MODEL))
				const made = plan(corrected)
				const strings: string[] = []
				JSON.stringify(made, (_, value) => {
					if (typeof value === 'string') {
						strings.push(value)
					}
					return value
				})
				expect(strings.flatMap((one) => findContacts(one).map(({ from, to }) => one.slice(from, to)))).toEqual([])
				const whole = JSON.stringify(made)
				for (const { email = '', phone = '' } of reading.people) {
					expect(email !== '' && whole.includes(email)).toBe(false)
					expect(phone !== '' && whole.includes(phone)).toBe(false)
				}
				expect(parsePlan(whole)).toEqual(made)
			},
		), { numRuns: 60 })
	})
})
