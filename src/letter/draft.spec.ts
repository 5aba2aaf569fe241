/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Item } from './model.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, entriesOf, fairly, firstDraft, isOutdated, keyOf, moved, ORDER, placed, taken, TAKEN, withFound } from './draft.ts'
import { PASSAGE_KINDS } from './model.ts'
import { samplePassage } from './testing/sample.ts'

const all = { kind: 'all', of: '' } as const
const item = (kind: Item['kind'], id: number | null, isTaken = true): Item => ({ kind, id, taken: isTaken, text: null, hash: null })
const keys = (items: readonly Item[], isTaken?: boolean) => items.filter((one) => isTaken === undefined || one.taken === isTaken).map(keyOf)

describe('a first draft', () => {
	it('has every kind, in the order of a letter', () => {
		expect([...ORDER].sort()).toEqual([...PASSAGE_KINDS].sort())
		const passages = PASSAGE_KINDS.map((kind, id) => samplePassage({ kind, id }))
		expect(firstDraft(passages, all).filter(({ taken: isTaken }) => isTaken).map(({ kind }) => kind)).toEqual(ORDER.filter((kind) => kind !== 'session'))
		expect(firstDraft(passages, all).at(-1)).toMatchObject({ kind: 'session', taken: false })
	})

	it('takes what concerns its readers and all of them may see, and leaves out the rest', () => {
		const passages = [
			samplePassage({ kind: 'notice', id: 1 }),
			samplePassage({ kind: 'notice', id: 2, concerns: false }),
			samplePassage({ kind: 'notice', id: 3, reach: 'group', group: '7' }),
			samplePassage({ kind: 'story', id: 4, reach: 'library' }),
		]
		expect(keys(firstDraft(passages, all), true)).toEqual(['notice 1', 'story 4'])
		expect(keys(firstDraft(passages, all), false)).toEqual(['notice 2', 'notice 3'])
		expect(keys(firstDraft(passages, { kind: 'group', of: '7' }), true)).toEqual(['notice 1', 'notice 3', 'story 4'])
		expect(keys(firstDraft(passages, { kind: 'group', of: '8' }), true)).toEqual(['notice 1', 'story 4'])
	})

	it('ends with the text for the end of each letter, also when more is taken', () => {
		const closing = item('block', null)
		const draft = firstDraft([samplePassage({ kind: 'notice', id: 1 }), samplePassage({ kind: 'story', id: 2, concerns: false })], all, [closing])
		expect(keys(draft, true)).toEqual(['notice 1', keyOf(closing)])
		expect(keys(taken(draft, 2), true)).toEqual(['notice 1', 'story 2', keyOf(closing)])
		expect(keys(taken([closing, item('story', 2, false)], 1), true)).toEqual(['story 2', keyOf(closing)])
	})

	it('is no list of everything', () => {
		const passages = Array.from({ length: 60 }, (_, id) => samplePassage({ kind: 'person', id }))
		const draft = firstDraft(passages, all)
		expect(keys(draft, true)).toEqual(passages.slice(0, TAKEN.person).map(keyOf))
		expect(draft).toHaveLength(60)
	})

	it('gives each outcome its turn', () => {
		const outcomes = ['worked', 'worked', 'worked', 'worked', 'failed', 'mixed', 'failed'] as const
		const stories = outcomes.map((outcome, id) => samplePassage({ kind: 'story', id, outcome }))
		expect(fairly(stories, 4).map(({ outcome }) => outcome)).toEqual(['worked', 'worked', 'failed', 'mixed'])
		expect(fairly(stories, 3).map(({ outcome }) => outcome)).toEqual(['worked', 'failed', 'mixed'])
		expect(fairly(stories, 100)).toEqual(stories)
	})
})

describe('the items of a draft', () => {
	it('get what was found since, left out', () => {
		const items = [item('notice', 1), item('block', null)]
		expect(withFound(items, [samplePassage({ kind: 'notice', id: 1 }), samplePassage({ kind: 'notice', id: 2 })]))
			.toEqual([...items, item('notice', 2, false)])
	})

	it('are taken below the last one of their kind, else at the end', () => {
		const items = [item('notice', 1), item('person', 2), item('notice', 3, false), item('story', 4, false), item('person', 5, false)]
		expect(keys(taken(items, 2), true)).toEqual(['notice 1', 'notice 3', 'person 2'])
		expect(keys(taken(items, 3), true)).toEqual(['notice 1', 'person 2', 'story 4'])
		expect(keys(taken([item('story', 4, false)], 0), true)).toEqual(['story 4'])
	})

	it('are moved past what is left out', () => {
		const items = [item('notice', 1), item('notice', 2, false), item('notice', 3)]
		expect(keys(moved(items, 2, -1), true)).toEqual(['notice 3', 'notice 1'])
		expect(keys(moved(items, 0, 1), true)).toEqual(['notice 3', 'notice 1'])
		expect(moved(items, 0, -1)).toBe(items)
		expect(moved(items, 2, 1)).toBe(items)
	})

	it('are never lost nor doubled', () => {
		const items = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }).chain((ids) => fc.tuple(...ids.map((id) => fc.boolean().map((isTaken) => item('notice', id, isTaken)))))
		fc.assert(fc.property(items, fc.array(fc.tuple(fc.nat(), fc.constantFrom('up', 'down', 'take', 'drop', 'place'), fc.nat())), (first, acts) => {
			let now: readonly Item[] = first
			for (const [n, act, to] of acts) {
				const at = n % now.length
				const isTaken = now[at]!.taken
				if (act === 'take' && !isTaken) {
					now = taken(now, at)
				} else if (act === 'drop') {
					now = changed(now, at, { taken: false })
				} else if (act === 'place') {
					now = placed(now, at, to % now.length)
				} else if (isTaken && (act === 'up' || act === 'down')) {
					now = moved(now, at, act === 'up' ? -1 : 1)
				}
			}
			expect(keys(now).sort()).toEqual(keys(first).sort())
		}))
	})

	it('know their passages, and whether they say something else by now', () => {
		const passage = samplePassage({ kind: 'notice', id: 1, hash: 'b'.repeat(64) })
		const [first, block, gone] = entriesOf([{ ...item('notice', 1), text: 'Court', hash: 'a'.repeat(64) }, { ...item('block', null), text: '' }, item('story', 9)], [passage])
		expect([first!.passage, block!.passage, gone!.passage]).toEqual([passage, null, null])
		expect([isOutdated(first!), isOutdated({ ...first!, item: { ...first!.item, hash: passage.hash } }), isOutdated(block!), isOutdated(gone!)]).toEqual([true, false, false, false])
	})
})
