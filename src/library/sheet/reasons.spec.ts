/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import limits from '../../../tests/fixtures/rules/sheet-limits.json'
import { ApiError } from '../../api/apiError.ts'
import { groupReasons } from '../../group/index.ts'
import { memberReasons } from '../../member/index.ts'
import { messageReasons } from '../../message/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../../shared/reasons.ts'
import { libraryApi } from '../api.ts'
import { SHEET_LIMITS } from '../model.ts'
import { currentSheet, sheetReasons, withSigningReasons } from './reasons.ts'
import { sampleSheet } from './testing/sample.ts'

beforeAll(() => {
	registerReasons(memberReasons)
	registerReasons(groupReasons)
	registerReasons(messageReasons)
	registerReasons(sheetReasons)
})

describe('every refusal', () => {
	it.each([...new Set(Object.values(libraryApi).flatMap(({ errors }) => [...errors]))])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		expect(sentenceOf(new ApiError(400, reason, { field: 'summary', max: 500 })).length).toBeGreaterThan(10)
	})

	it('keeps the sentence for a card or a group', () => {
		expect(Object.keys(sheetReasons).filter((reason) => reason in memberReasons || reason in groupReasons)).toEqual([])
	})

	it('says which part of the context is missing', () => {
		expect(sentenceOf(new ApiError(409, 'context_missing', { field: 'context.standpoint' }))).toContain('From whose point of view')
		expect(sentenceOf(new ApiError(409, 'context_missing'))).toContain('where it comes from')
	})

	it.each(['card_hidden', 'refused', 'name_missing', 'how_missing'])('about signing has its own sentence: %s', async (reason) => {
		const own = await withSigningReasons(Promise.reject(new ApiError(409, reason))).catch((error: unknown) => error)
		expect(sentenceOf(own)).not.toBe(sentenceOf(new ApiError(409, reason)))
		expect(own).toMatchObject({ status: 409, reason: expect.stringMatching(/^signer_/) })
	})

	it('about anything else is passed on', async () => {
		const error = new ApiError(409, 'version_changed')
		await expect(withSigningReasons(Promise.reject(error))).rejects.toBe(error)
		await expect(withSigningReasons(Promise.resolve(1))).resolves.toBe(1)
	})
})

it('takes the sheet sent with a conflict', () => {
	expect(currentSheet(new ApiError(409, 'stale_version', { current: sampleSheet() }))).toEqual(sampleSheet())
	expect(currentSheet(new ApiError(409, 'stale_version', { current: {} }))).toBeNull()
	expect(currentSheet(new ApiError(403, 'not_yours', { current: sampleSheet() }))).toBeNull()
})

it('keeps to the limits of PHP', () => {
	expect(SHEET_LIMITS).toEqual(limits)
})
