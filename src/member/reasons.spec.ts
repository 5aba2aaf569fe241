/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { ApiError, COMMON_REASONS } from '../api/apiError.ts'
import { knowsReason, registerReasons, sentenceOf } from '../shared/reasons.ts'
import { memberApi } from './api.ts'
import { currentCard, memberReasons, partOf } from './reasons.ts'
import { sampleMember } from './testing/sample.ts'

beforeAll(() => registerReasons(memberReasons))

describe('every refusal', () => {
	const reasons = [...COMMON_REASONS, ...Object.values(memberApi).flatMap(({ errors }) => errors)]

	it.each([...new Set(reasons)])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		const sentence = sentenceOf(new ApiError(400, reason, { field: 'seeks.0.text' }))
		expect(sentence.length).toBeGreaterThan(10)
		expect(sentence).not.toContain('{')
	})
})

it('says where, and the maximum length', () => {
	expect(sentenceOf(new ApiError(400, 'too_long', { field: 'seeks.0.text', max: 500 }))).toMatch(/“What I seek” accepts 500 characters/)
	expect(sentenceOf(new ApiError(400, 'too_many', { field: 'values', max: 24 }))).toMatch(/“What matters to me” accepts 24 entries/)
})

it('passes on refusals of other apps', () => {
	expect(sentenceOf(new ApiError(400, 'refused'))).toContain('Nextcloud refused this')
	expect(sentenceOf(new ApiError(422, 'refused', { field: 'contact.email' }))).toContain('asked not to be in the network')
})

it.each([
	['seeks.0.text', 'seeks'],
	['audience.drives', 'drives'],
	['contact.phone', 'phone'],
	['contact.email', 'contact'],
	['name', undefined],
	['version', undefined],
	[undefined, undefined],
])('the field %s belongs to the part %s', (field, part) => {
	expect(partOf(field)).toBe(part)
})

it('finds the stored card in a conflict only', () => {
	// Of any length: the texts of two cards together may be longer than what the form accepts.
	const current = sampleMember({ version: 9, headline: 'x'.repeat(200) })
	expect(currentCard(new ApiError(409, 'stale_version', { current }))).toEqual(current)
	expect(currentCard(new ApiError(409, 'stale_version', { current: { name: 'x' } }))).toBeNull()
	expect(currentCard(new ApiError(409, 'has_card', { current }))).toBeNull()
	expect(currentCard(new TypeError('a mistake'))).toBeNull()
})
