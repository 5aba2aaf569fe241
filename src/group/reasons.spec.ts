/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/group-limits.json'
import { ApiError } from '../api/apiError.ts'
import { memberReasons } from '../member/index.ts'
import { messageReasons } from '../message/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../shared/reasons.ts'
import { groupApi } from './api.ts'
import { makingApi } from './making/api.ts'
import { GROUP_LIMITS } from './model.ts'
import { groupReasons } from './reasons.ts'

beforeAll(() => {
	registerReasons(memberReasons)
	registerReasons(messageReasons)
	registerReasons(groupReasons)
})

describe('every refusal', () => {
	it.each([...new Set([...Object.values(groupApi), ...Object.values(makingApi)].flatMap(({ errors }) => [...errors]))])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		expect(sentenceOf(new ApiError(400, reason, { field: 'purpose', max: 4000 })).length).toBeGreaterThan(10)
	})

	it('keeps the sentence for a card', () => {
		expect(Object.keys(groupReasons).filter((reason) => reason in memberReasons)).toEqual([])
	})
})

it('keeps to the limits of PHP', () => {
	expect(GROUP_LIMITS).toEqual(limits)
})
