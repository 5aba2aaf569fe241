/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { changed, changesOf, channelOf, fieldsOf, lineProblem, presetsFor, reconcile } from './edit.ts'
import { may, sampleGroup, sampleMine } from './testing/sample.ts'

const base = fieldsOf(sampleGroup())

describe('what is sent', () => {
	it('is nothing without changes', () => {
		expect(changesOf(base, { ...base, title: ' Eau  de pluie ', mayAdvance: '• Poser des cuves\n\n- Compter les toits\n' })).toEqual({})
	})

	it('is each changed field, and the whole mandate with any change in it', () => {
		const mine = { ...base, purpose: 'Autre chose', with: '* Les mairies' }
		expect(changed(base, mine)).toEqual(['purpose', 'with'])
		expect(changesOf(base, mine)).toEqual({
			purpose: 'Autre chose',
			mandate: { mayAdvance: ['Poser des cuves', 'Compter les toits'], mustNot: ['Vendre'], with: ['Les mairies'] },
		})
	})

	it('removes a channel if its field is empty', () => {
		const linked = fieldsOf(sampleGroup({ channel: { kind: 'link', value: 'https://example.org' } }))
		expect(changesOf(linked, { ...linked, channel: { kind: 'link', value: ' ' } })).toEqual({ channel: null })
	})
})

describe('two people who edit at the same time', () => {
	const theirs = fieldsOf(sampleGroup({ title: 'Pluie', mandate: { mayAdvance: ['Poser des cuves'], mustNot: ['Vendre'], with: [] } }))

	it('each keep what only they changed', () => {
		const { mine, conflicts } = reconcile(base, { ...base, purpose: 'La mienne' }, theirs)
		expect(conflicts).toEqual([])
		expect(mine).toMatchObject({ purpose: 'La mienne', title: 'Pluie', mayAdvance: 'Poser des cuves' })
	})

	it('are asked if both changed the same field to different values, and lose nothing', () => {
		const { mine, conflicts } = reconcile(base, { ...base, title: 'Ma pluie', mayAdvance: 'Poser des cuves' }, theirs)
		expect(conflicts).toEqual(['title'])
		expect(mine.title).toBe('Ma pluie')
	})
})

it.each([
	['', null],
	['salon@example.org', { kind: 'mail', value: 'salon@example.org' }],
	['example.org/salon', { kind: 'link', value: 'https://example.org/salon' }],
	['http://example.org', { kind: 'link', value: 'http://example.org' }],
	['https://me@example.org/', { kind: 'link', value: 'https://me@example.org/' }],
])('“%s” is a channel', (written, channel) => {
	expect(channelOf(written)).toEqual(channel)
})

it('lines that cannot be saved are reported, never cut', () => {
	expect(lineProblem(Array.from({ length: 30 }, () => 'x').join('\n'))).toBeNull()
	expect(lineProblem(Array.from({ length: 31 }, () => 'x').join('\n'))).toBe('too_many')
	expect(lineProblem('é'.repeat(500))).toBeNull()
	expect(lineProblem('é'.repeat(501))).toBe('too_long')
})

it.each([
	['who is in it and decides', { can: may('edit', 'invite'), mine: sampleMine() }, ['open', 'request', 'private']],
	['who is in it, though it is closed', { can: may('edit'), mine: sampleMine() }, ['open', 'request', 'private']],
	['who decides from outside', { can: may('edit'), mine: null }, ['request', 'private']],
] as const)('only its own people open a group to more people: %s', (_, changes, presets) => {
	expect(presetsFor(sampleGroup({ ...changes, join: 'request' }))).toEqual(presets)
})
