/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/message-limits.json'
import { ApiError } from '../api/apiError.ts'
import { memberReasons } from '../member/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../shared/reasons.ts'
import { messageApi } from './api.ts'
import { MESSAGE_LIMITS, OBSTACLES, PAUSES, UNDELIVERED, WRITERS } from './model.ts'
import { obstacleWords } from './obstacles/words.ts'
import { messageReasons } from './reasons.ts'
import { forObstacleWords } from './ui/forWords.ts'
import { pauseWords, undeliveredWords, writersWords } from './words.ts'

beforeAll(() => {
	registerReasons(memberReasons)
	registerReasons({ unknown_state: () => 'Nothing was changed: this page is too old. Reload it.', card_hidden: () => 'Your card is not shown.' })
	registerReasons({ unknown_member: () => 'This person is no longer there.' })
	registerReasons(messageReasons)
})

describe('every refusal', () => {
	it.each([...new Set(Object.values(messageApi).flatMap(({ errors }) => [...errors]))])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		expect(sentenceOf(new ApiError(400, reason, { field: 'text', max: 4000 })).length).toBeGreaterThan(10)
	})

	it('keeps the sentences of cards', () => {
		expect(Object.keys(messageReasons).filter((reason) => reason in memberReasons)).toEqual([])
	})
})

it('has a sentence of its own for each state', () => {
	const sentences = [...OBSTACLES.map(obstacleWords), ...UNDELIVERED.map(undeliveredWords), ...WRITERS.map(writersWords)]
	expect(new Set(sentences).size).toBe(sentences.length)
	expect(new Set(OBSTACLES.map(forObstacleWords)).size).toBe(OBSTACLES.length)
	expect(new Set(PAUSES.map(pauseWords)).size).toBe(PAUSES.length)
})

it('keeps to the limits of PHP', () => {
	expect(MESSAGE_LIMITS).toEqual(limits)
})
