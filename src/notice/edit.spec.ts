/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { allFields, changed, changesOf, emptyFields, fieldOf, fieldsOf, fieldsOfAddress, fieldsOfItem, reconcile } from './edit.ts'
import { ownNotice } from './testing/sample.ts'

const TODAY = '2026-11-24'
const empty = emptyFields(TODAY)

describe('a notice from an item of a card', () => {
	const home = { code: '34142', kind: 'commune' as const, name: 'Lodève' }

	it('has its sentence as title, its themes, and where its person is at home', () => {
		const fields = fieldsOfItem('seeks', { text: 'Une fibre locale', terms: ['laine', 'Vannerie', '3 roues'] }, [home, { ...home, code: '34' }], TODAY, (word) => word === 'laine')
		expect(fields).toMatchObject({ kind: 'need', title: 'Une fibre locale', text: '', terms: ['laine'], territories: [home], until: '2027-01-23' })
		expect(fieldsOfItem('offers', { text: 'x', terms: [] }, [], TODAY, () => true).kind).toBe('offer')
	})

	it('keeps a long sentence whole', () => {
		const long = 'Un toit pour huit familles '.repeat(8).trim()
		const { title, text } = fieldsOfItem('seeks', { text: long, terms: [] }, [], TODAY, () => true)
		expect(title.length).toBeLessThanOrEqual(120)
		expect(title.endsWith('…')).toBe(true)
		expect(text).toBe(long)
	})
})

describe('a notice that another page proposes', () => {
	it('has its kind, title and theme filled in', () => {
		expect(fieldsOfAddress({ kind: 'call', title: ' Eau :  Arts rencontre Santé ', term: 'eau' }, TODAY)).toEqual({ ...empty, kind: 'call', title: 'Eau : Arts rencontre Santé', terms: ['eau'] })
		expect(fieldsOfAddress({ title: 'x'.repeat(200) }, TODAY).title).toHaveLength(120)
		expect(fieldsOfAddress({ how: 'phone' }, TODAY)).toEqual({ ...empty, how: 'phone' })
	})

	it('is empty otherwise', () => {
		expect(fieldsOfAddress({ kind: 'sale', title: ['a'], term: null, how: 'pigeon' }, TODAY)).toEqual(empty)
	})
})

describe('what is sent', () => {
	it('is only what was changed, and tidy', () => {
		const base = fieldsOf(ownNotice())
		expect(changesOf(base, { ...base, title: '  Un   établi ', mode: '' })).toEqual({ title: 'Un établi', mode: null })
		expect(changed(base, { ...base, text: `${base.text}  ` })).toEqual([])
	})

	it('has who can see it with its group', () => {
		const base = fieldsOf(ownNotice({ group: { id: 5, title: 'Eau' }, audience: 'group' }))
		expect(changesOf(base, { ...base, groupId: null })).toEqual({ groupId: null, audience: 'members' })
		expect(changesOf(base, { ...base, audience: 'members' })).toEqual({ groupId: 5, audience: 'members' })
	})

	it('is everything of a new one, with a kept card only where one was chosen', () => {
		const sent = allFields({ ...empty, kind: 'offer', title: ' Un établi ' })
		expect(sent).toEqual({ kind: 'offer', title: 'Un établi', text: '', mode: null, neededBy: null, territories: [], terms: [], free: '', groupId: null, audience: 'members', until: '2027-01-23' })
		expect(allFields({ ...empty, memberId: 9 }).memberId).toBe(9)
	})
})

it('takes what changed on one side only, and asks about the rest', () => {
	const base = fieldsOf(ownNotice())
	const { mine, conflicts } = reconcile(base, { ...base, title: 'Mien', text: 'Mien' }, { ...base, title: 'Leur', free: 'Le soir' })
	expect(mine).toMatchObject({ title: 'Mien', text: 'Mien', free: 'Le soir' })
	expect(conflicts).toEqual(['title'])
})

it('knows the field of a refusal', () => {
	expect(fieldOf('terms.2')).toBe('terms')
	expect(fieldOf('key')).toBeUndefined()
	expect(fieldOf(undefined)).toBeUndefined()
})
