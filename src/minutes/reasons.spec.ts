/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, expect, it } from 'vitest'
import { ApiError } from '../api/apiError.ts'
import { groupReasons } from '../group/index.ts'
import { memberReasons } from '../member/index.ts'
import { messageReasons } from '../message/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../shared/reasons.ts'
import { minutesApi } from './api.ts'
import { askApi } from './ask/api.ts'
import { draftApi } from './draft/api.ts'
import { ordinaryApi } from './ordinary/api.ts'
import { alreadyImported, minutesReasons } from './reasons.ts'

beforeAll(() => {
	registerReasons(memberReasons)
	registerReasons(groupReasons)
	registerReasons(messageReasons)
	registerReasons(minutesReasons)
})

it.each([...new Set([...Object.values(minutesApi), ...Object.values(askApi), ...Object.values(draftApi), ...Object.values(ordinaryApi)].flatMap(({ errors }) => [...errors]))])('every refusal has a sentence: %s', (reason) => {
	expect(knowsReason(reason)).toBe(true)
	expect(sentenceOf(new ApiError(400, reason))).not.toContain('{')
})

it('says who imported the same text', () => {
	const current = { id: 3, title: 'Rencontre', state: 'making', by: { name: 'Odile', me: false }, created: '2026-11-24T12:00:00+00:00' }
	const error = new ApiError(409, 'already_imported', { current })
	expect(sentenceOf(error)).toContain('Odile')
	expect(alreadyImported(error)).toEqual(current)
	expect(alreadyImported(new ApiError(409, 'stale_version', { current }))).toBeNull()
	expect(sentenceOf(new ApiError(409, 'already_imported', { current: { ...current, by: { name: 'Odile', me: true } } }))).toContain('You already imported this text.')
	expect(sentenceOf(new ApiError(409, 'already_imported', { current: { ...current, by: { name: null, me: false } } }))).toContain('This text was already imported')
})
