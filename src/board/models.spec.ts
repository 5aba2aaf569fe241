/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardContent } from './models.ts'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../shared/lib/fold.ts'
import { DECK_LIMITS } from './model.ts'
import { boardPlan, mandateText, STARTER_MODELS } from './models.ts'

const none = { mayAdvance: [], mustNot: [], with: [] }
const content = (over: Partial<BoardContent> = {}): BoardContent => ({ title: 'Eau de pluie', mandate: none, sections: [], followUps: [], ...over })
const [work, event, review] = STARTER_MODELS as [typeof STARTER_MODELS[0], typeof STARTER_MODELS[0], typeof STARTER_MODELS[0]]

describe('the default models', () => {
	it('are three, with different slugs, and make boards that Deck accepts', () => {
		expect(STARTER_MODELS.map(({ slug }) => slug)).toEqual(['groupe-de-travail', 'evenement', 'bilan'])
		for (const model of STARTER_MODELS) {
			const plan = boardPlan(model, content())
			expect(plan.stacks.map(({ title }) => title)).toEqual(model.stacks.map(({ title }) => title))
			expect(plan.labels).toEqual(model.labels)
			expect([plan.color, ...plan.labels.map(({ color }) => color)].every((color) => /^[0-9A-F]{6}$/.test(color))).toBe(true)
			expect(plan.stacks[0]!.cards[0]!.title).toBe(model.welcome!.title)
		}
	})
})

describe('the answers become cards', () => {
	it('in the stack that takes them, with the label of their section', () => {
		const plan = boardPlan(work, content({
			sections: [{ heading: 'Constats', items: ['Un  constat\ncoupé', ' '] }, { heading: 'Rien', items: [] }, { heading: '', items: ['Sans titre'] }],
			followUps: ['Se revoir'],
		}))
		expect(plan.stacks[0]!.cards.slice(2)).toEqual([
			{ title: 'Un constat coupé', description: '', labels: ['Constats'] },
			{ title: 'Sans titre', description: '', labels: [] },
		])
		expect(plan.stacks[1]!.cards).toEqual([{ title: 'Se revoir', description: '', labels: [] }])
		expect(plan.labels.map(({ title }) => title)).toEqual(['Mandat', 'À décider ensemble', 'Besoin d’aide', 'Constats'])
	})

	it('in the first stack where none takes it', () => {
		const plan = boardPlan({ ...work, stacks: [{ title: 'Tout' }, { title: 'Fait' }] }, content({ sections: [{ heading: 'A', items: ['a'] }], followUps: ['b'] }))
		expect(plan.stacks[0]!.cards.map(({ title }) => title).slice(2)).toEqual(['a', 'b'])
	})

	it('none in a model without stacks', () => {
		expect(boardPlan({ ...work, stacks: [] }, content({ followUps: ['b'] })).stacks).toEqual([])
	})

	it('with one label for headings that differ only in accents or case', () => {
		const plan = boardPlan(event, content({ sections: [{ heading: 'Repas', items: ['a'] }, { heading: 'REPAS', items: ['b'] }, { heading: 'Idées', items: ['c'] }, { heading: 'Idees', items: ['d'] }] }))
		expect(plan.labels.map(({ title }) => title)).toEqual([...event.labels.map(({ title }) => title), 'Idées'])
		expect(plan.stacks[0]!.cards.slice(1).map(({ labels }) => labels)).toEqual([['Repas'], ['Repas'], ['Idées'], ['Idées']])
	})
})

describe('the mandate', () => {
	it('is a card with three lists, to be filled in if it is empty', () => {
		const plan = boardPlan(work, content({ mandate: { mayAdvance: ['Prêter une voix'], mustNot: [], with: ['Les *chorales*'] } }))
		expect(plan.stacks[0]!.cards[1]).toEqual({
			title: 'Mandat',
			labels: ['Mandat'],
			description: [
				'## Peut ou doit continuer à avancer', '- Prêter une voix',
				'## Ne peut pas ou ne doit pas', '*À écrire ensemble.*',
				'## Peut faire avec', '- Les \\*chorales\\*',
			].join('\n\n'),
		})
	})

	it('goes where the model or the text puts it', () => {
		const titles = (model: typeof work, mandate = none) => boardPlan(model, content({ mandate })).stacks[0]!.cards.map(({ title }) => title)
		expect(titles(work)).toContain('Mandat')
		expect(titles(review)).not.toContain('Mandat')
		expect(titles(review, { ...none, with: ['La mairie'] as never[] })).toContain('Mandat')
	})

	it('is shown by Markdown as it was written', () => {
		expect(mandateText({ ...none, mayAdvance: ['# un', '2. deux', '- trois', '[lien](x)', '1900 ans'] }).split('\n').slice(2, 7))
			.toEqual(['- \\# un', '- 2\\. deux', '- \\- trois', '- \\[lien\\](x)', '- 1900 ans'])
	})
})

describe('titles', () => {
	it('that Deck would refuse are cut, with the full text in the description', () => {
		const long = 'Revenir dire ce qui a été fait de la parole donnée. '.repeat(8)
		const plan = boardPlan(work, content({ title: long, sections: [{ heading: long, items: [long] }] }))
		const [card] = plan.stacks[0]!.cards.slice(2)
		expect(card!.title).toMatch(/^Revenir .*\p{L}…$/u)
		expect(card!.description).toBe(long.trim())
		expect(card!.labels).toEqual([plan.labels.at(-1)!.title])
	})

	it('and labels are valid for Deck with any input; no text is lost', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 400 })
		fc.assert(fc.property(
			fc.record({
				title: text.map((title) => `T${title}`),
				mandate: fc.constant(none),
				sections: fc.array(fc.record({ heading: text, items: fc.array(text, { maxLength: 4 }) }), { maxLength: 5 }),
				followUps: fc.array(text, { maxLength: 3 }),
			}),
			fc.constantFrom(...STARTER_MODELS),
			(written, model) => {
				const plan = boardPlan(model, written)
				const cards = plan.stacks.flatMap((stack) => stack.cards)
				const titles = plan.labels.map(({ title }) => title)
				const fits = (title: string, max: number) => title.trim() !== '' && [...title].length <= max
				expect(fits(plan.title, DECK_LIMITS.board)).toBe(true)
				expect(titles.every((title) => fits(title, DECK_LIMITS.label))).toBe(true)
				expect(new Set(titles.map((title) => fold(title) || title)).size).toBe(titles.length)
				expect(cards.every(({ title, labels }) => fits(title, DECK_LIMITS.card) && labels.every((label) => titles.includes(label)))).toBe(true)
				const items = [...written.sections.flatMap((section) => section.items), ...written.followUps].filter((item) => item.trim() !== '')
				expect(cards).toHaveLength(items.length + 1 + Number(model.mandate))
			},
		))
	})
})
