/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '../api/apiError.ts'
import { groupReasons } from '../group/index.ts'
import { memberReasons } from '../member/index.ts'
import { messageReasons } from '../message/index.ts'
import { knowsReason, registerReasons, sentenceOf } from '../shared/reasons.ts'
import { noticeApi } from './api.ts'
import { PASS_OBSTACLES } from './model.ts'
import { currentNotice, noticeReasons, passObstacleWords, withNoticeReasons, withPassReasons } from './reasons.ts'
import { ownNotice } from './testing/sample.ts'

beforeAll(() => {
	const ofSheets = { unknown_kind: () => 'Choose what it is from the list.', unknown_group: () => 'One of the groups no longer exists.', unknown_sort: () => 'This page is older than the server.' };
	[memberReasons, groupReasons, messageReasons, ofSheets, noticeReasons].forEach(registerReasons)
})

describe('every refusal', () => {
	it.each([...new Set(Object.values(noticeApi).flatMap(({ errors }) => [...errors]))])('has a sentence: %s', (reason) => {
		expect(knowsReason(reason)).toBe(true)
		expect(sentenceOf(new ApiError(400, reason, { field: 'title', max: 120 })).length).toBeGreaterThan(10)
	})

	it('keeps the sentences of the other domains', () => {
		const others = { ...memberReasons, ...groupReasons, ...messageReasons }
		expect(Object.keys(noticeReasons).filter((reason) => reason in others)).toEqual([])
	})
})

it('says in its own words that a card is missing or not shown', async () => {
	for (const [reason, words] of [['no_card', 'make your card first'], ['card_hidden', 'Show the card first'], ['bad_until', '180 days']] as const) {
		const error = await withNoticeReasons(Promise.reject(new ApiError(409, reason))).catch((thrown: unknown) => thrown)
		expect(sentenceOf(error)).toContain(words)
	}
})

it('says in its own words why an email was not sent', async () => {
	for (const [reason, words] of [['mail_failed', 'The email was not sent'], ['card_hidden', 'Their card is not shown'], ['notice_ended', 'cannot be sent'], ['enough_mails', 'Send this one later'], ['already_sent', 'have this notice already']] as const) {
		const error = await withPassReasons(Promise.reject(new ApiError(422, reason))).catch((thrown: unknown) => thrown)
		expect(sentenceOf(error)).toContain(words)
	}
	expect(new Set(PASS_OBSTACLES.map(passObstacleWords)).size).toBe(PASS_OBSTACLES.length)
})

it('reads the notice that was changed in the meantime', () => {
	const notice = ownNotice({ version: 9 })
	expect(currentNotice(new ApiError(409, 'stale_version', { current: notice }))).toEqual(notice)
	expect(currentNotice(new ApiError(409, 'stale_version'))).toBeNull()
	expect(currentNotice(new ApiError(409, 'notice_closed', { current: notice }))).toBeNull()
})
