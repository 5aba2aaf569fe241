/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { allFields, changed, changesOf, EMPTY, fieldOf, FIELDS, fieldsOf, gapsOf, isRequired, reconcile, titleOf } from './edit.ts'
import { sampleSheet } from './testing/sample.ts'

const base = fieldsOf(sampleSheet())

describe('what is sent of a sheet', () => {
	it('is only the changes', () => {
		expect(changesOf(base, { ...base, learnt: ' Décider qui ouvre. ' })).toEqual({ learnt: 'Décider qui ouvre.' })
		expect(changesOf(base, { ...base, title: `  ${base.title} ` })).toEqual({})
	})

	it('is the whole origin once a part of it was changed', () => {
		expect(changesOf(base, { ...base, means: 'Rien' })).toEqual({ context: { territories: base.territories, public: base.public, means: 'Rien', frame: base.frame, standpoint: base.standpoint } })
	})

	it('names nobody on an anonymous sheet, and names them again when it is no longer anonymous', () => {
		const named = { ...base, authorNames: 'Une voisine' }
		expect(changesOf(named, { ...named, anonymous: true })).toEqual({ anonymous: true, authors: [], authorNames: '' })
		expect(changesOf({ ...base, anonymous: true, authors: [] }, base)).toEqual({ anonymous: false, authors: [7] })
	})

	it('has a depositor only if nobody is named', () => {
		expect(changesOf(base, { ...base, deposited: true })).toEqual({})
		expect(changesOf(base, { ...base, anonymous: true, deposited: true })).toEqual({ anonymous: true, deposited: true, authors: [] })
	})

	it('allows writing to an anonymous author, and to no one else', () => {
		const anonymous = { ...base, anonymous: true, authors: [] }
		expect(changesOf(base, { ...base, reachable: true })).toEqual({})
		expect(changesOf(anonymous, { ...anonymous, reachable: true })).toEqual({ reachable: true })
		expect(changesOf({ ...anonymous, reachable: true }, { ...anonymous, reachable: true, deposited: true })).toEqual({ reachable: false, deposited: true })
		expect([fieldsOf(sampleSheet({ reach: 'me' })).reachable, fieldsOf(sampleSheet({ reach: 'author' })).reachable]).toEqual([true, false])
	})

	it('is all fields of a new one, and its kind and title in any case', () => {
		expect(allFields({ ...EMPTY, title: 'Un ' })).toEqual({ kind: '', title: 'Un' })
		expect(allFields({ ...base, groups: [] })).toMatchObject({ kind: 'failure', outcome: 'failed', authors: [7], licence: 'cc-by-sa-4.0' })
	})
})

describe('changes made here and elsewhere', () => {
	it.each([
		['elsewhere alone is taken over', {}, { learnt: 'Autre' }, { learnt: 'Autre' }, []],
		['here alone stays', { learnt: 'Mien' }, { title: 'Autre' }, { learnt: 'Mien', title: 'Autre' }, []],
		['to the same is no conflict', { learnt: 'Pareil ' }, { learnt: 'Pareil' }, { learnt: 'Pareil ' }, []],
		['to different things is to be chosen', { learnt: 'Mien' }, { learnt: 'Autre' }, { learnt: 'Mien' }, ['learnt']],
		['lists too', { terms: ['eau'] }, { terms: [] }, { terms: ['eau'] }, ['terms']],
	])('%s', (_, here, there, mine, conflicts) => {
		const met = reconcile(base, { ...base, ...here }, { ...base, ...there })
		expect(met).toEqual({ mine: { ...base, ...mine }, conflicts })
	})
})

it('recognises a sheet by its fields', () => {
	expect(changed(base, fieldsOf(sampleSheet()))).toEqual([])
	expect(Object.keys(base).sort()).toEqual([...FIELDS].sort())
})

it('requires the context of a practice, but not of a directory', () => {
	expect(FIELDS.filter((field) => isRequired(field, 'practice'))).toEqual(['outcome', 'territories', 'public', 'means', 'frame', 'standpoint'])
	expect(FIELDS.filter((field) => isRequired(field, 'directory'))).toEqual([])
})

it.each([
	['context.standpoint', 'standpoint'],
	['context', 'territories'],
	['terms.3', 'terms'],
	['outcome', 'outcome'],
	['version', undefined],
	[undefined, undefined],
])('finds the field of %s', (place, field) => {
	expect(fieldOf(place)).toBe(field)
})

it.each([
	['Le_jardin_sans_clé.md', 'Le jardin sans clé'],
	['Plan v2.0 final.odt', 'Plan v2.0 final'],
	['Récits d’échec', 'Récits d’échec'],
])('suggests a title for %s', (name, title) => {
	expect(titleOf(name)).toBe(title)
})

it('names what is missing before a practice is published, in the order of the page', () => {
	const place = { code: '11', kind: 'departement' as const, name: 'Aude' }
	expect(gapsOf({ ...EMPTY, kind: 'practice', public: ' ', means: 'Deux bancs' })).toEqual(['outcome', 'territories', 'public', 'frame', 'standpoint'])
	expect(gapsOf({ ...EMPTY, kind: 'failure', outcome: 'failed', territories: [place], public: 'a', means: 'a', frame: 'a', standpoint: 'a' })).toEqual([])
	expect(gapsOf({ ...EMPTY, kind: 'testimony' })).toEqual([])
})
