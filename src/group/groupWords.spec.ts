/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import shared from '../../tests/fixtures/rules/group-words.json'
import { GROUP_STATUSES } from './model.ts'
import { engagedOn, groupStatusWord, invitedSentence, joinWord, leftSentence, mineWords, offeredWords, overWords, stateLine, statusSentence } from './words.ts'

describe('search results and the page use the same words for a group', () => {
	it.each(shared.states)('%j', (asked, text) => {
		expect(stateLine(asked as never)).toBe(text)
	})

	it('in each state', () => {
		expect(Object.fromEntries(GROUP_STATUSES.map((status) => [status, groupStatusWord(status)]))).toEqual(shared.statuses)
	})
})

it('what each state means', () => {
	expect(GROUP_STATUSES.map(statusSentence)).toEqual(['', '', 'This group is dormant. Its members, board and folder are still there.', 'This group is closed: nobody can join any more. What it has done can still be read.'])
})

describe('your place in a group', () => {
	it.each([
		['open', null, ''],
		['open', { state: 'invited', facilitates: true }, 'You are invited'],
		['open', { state: 'requested', facilitates: false }, 'You asked to join'],
		['open', { state: 'active', facilitates: false }, 'You are a member'],
		['open', { state: 'active', facilitates: true }, 'You facilitate it'],
		['open', { state: 'unsigned', facilitates: false }, 'You are in its team, without a commitment'],
		['request', { state: 'unsigned', facilitates: false }, 'You are in its team, but not in the group'],
		['private', { state: 'unsigned', facilitates: false }, 'You are in its team, but not in the group'],
		['open', { state: 'left', facilitates: false }, ''],
	])('by %s: %j', (join, mine, text) => {
		expect(mineWords({ join, mine } as never)).toBe(text)
	})
})

describe('an engagement that has ended', () => {
	it.each([
		['2026-06-30', 'Your commitment ended on June 30, 2026'],
	])('%j', (asked, text) => {
		expect(overWords(asked as never)).toBe(text)
	})
})

describe('the commitment of a person', () => {
	it.each([
		[{ role: '', facilitates: false, commitment: '' }, ''],
		[{ role: '', facilitates: true, commitment: '0' }, 'facilitates the group · 0'],
		[{ role: 'trésorière', facilitates: true, commitment: 'une réunion par mois' }, 'trésorière · une réunion par mois'],
	])('%j', (asked, text) => {
		expect(engagedOn(asked as never)).toBe(text)
	})
})

describe('people who have left', () => {
	it.each([
		[{ member: { name: 'Odile' }, left: '2026-03-02', exitNote: '', leftInTeams: false }, 'Odile left the group on March 2, 2026.'],
		[{ member: { name: 'Odile' }, left: '2026-03-02', exitNote: '', leftInTeams: true }, 'Odile has not been in the group since March 2, 2026: their account was no longer in its team in Nextcloud.'],
		[{ member: { name: 'Odile' }, left: '2026-03-02', exitNote: 'Servez-vous.', leftInTeams: true }, 'Odile left the group on March 2, 2026: “Servez-vous.”'],
	])('%j', (asked, text) => {
		expect(leftSentence(asked as never)).toBe(text)
	})
})

describe('the person who invites you', () => {
	it.each([
		[{ facilitates: false, invitedBy: null }, 'You are invited to this group. You join it once you say yes.'],
		[{ facilitates: false, invitedBy: { id: 1, name: 'Odile' } }, 'Odile invites you to this group. You join it once you say yes.'],
		[{ facilitates: true, invitedBy: null }, 'You are asked to facilitate this group. You join it once you say yes.'],
		[{ facilitates: true, invitedBy: { id: 1, name: 'Odile' } }, 'Odile asks you to facilitate this group. You join it once you say yes.'],
	])('%j', (asked, text) => {
		expect(invitedSentence(asked as never)).toBe(text)
	})
})

describe('the one available action', () => {
	it.each([
		[{ join: 'open', mine: null }, 'Join'],
		[{ join: 'request', mine: { state: 'left' } }, 'Ask to join'],
		[{ join: 'private', mine: { state: 'invited' } }, 'Answer the invitation'],
		[{ join: 'open', mine: { state: 'unsigned' } }, 'Enter my commitment'],
		[{ join: 'request', mine: { state: 'unsigned' } }, 'Ask to join'],
		[{ join: 'open', mine: { state: 'active' } }, ''],
		[{ join: 'open', mine: { state: 'requested' } }, ''],
	])('%j', (asked, text) => {
		expect(joinWord(asked as never)).toBe(text)
	})
})

it('what a person offers to take part with is one line', () => {
	expect(offeredWords({ hours: '2 h', until: '2027-06-30', limits: 'Pas le soir' })).toBe('2 h · until Jun 30, 2027 · Pas le soir')
	expect(offeredWords({ hours: '', until: null, limits: undefined })).toBe('')
})
