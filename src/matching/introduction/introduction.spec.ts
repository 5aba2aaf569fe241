/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import limits from '../../../tests/fixtures/rules/introduction-limits.json'
import { ApiError } from '../../api/apiError.ts'
import { memberReasons } from '../../member/index.ts'
import { messageReasons } from '../../message/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../../shared/reasons.ts'
import { matchingReasons } from '../reasons.ts'
import { introductionApi } from './api.ts'
import { INTRODUCTION_LIMITS } from './model.ts'
import { introductionReasons } from './reasons.ts'

beforeAll(() => [memberReasons, messageReasons, matchingReasons, introductionReasons].forEach(registerReasons))

describe('every refusal of introductions', () => {
	it.each([...new Set(Object.values(introductionApi).flatMap(({ errors }) => [...errors]))])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		expect(sentenceOf(new ApiError(400, reason, { field: 'text', max: 500 })).length).toBeGreaterThan(10)
	})
})

it('keeps to the limits of PHP', () => {
	expect(INTRODUCTION_LIMITS).toEqual(limits)
})
