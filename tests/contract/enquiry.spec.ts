/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, expect, it } from 'vitest'
import { enquiryApi } from '../../src/enquiry/api.ts'
import { account, tried } from './account.ts'

/** What needs a message that was sent: EnquiryTest and LimitsTest. */
const BY_PHP = ['already_answered', 'answer_not_sent', 'bad_text', 'not_readable', 'text_missing', 'too_long', 'wrong_type']

/** Facilitates the network. */
const romain = account('romain-vielfaure')

afterAll(() => {
	const answered = Object.values(enquiryApi).filter((endpoint) => tried.endpoints.has(endpoint))
	expect(answered).toEqual([enquiryApi.list])
	const named = Object.values(enquiryApi).flatMap(({ errors }) => errors as readonly string[])
	expect([...new Set(named.filter((reason) => !tried.reasons.has(reason)))].sort()).toEqual(BY_PHP)
})

it('lists messages of visitors', async () => {
	expect(Array.isArray((await romain.answers(enquiryApi.list)).enquiries)).toBe(true)
	await romain.refuses(enquiryApi.list, { query: { cursor: 'abc' } }, 400, 'bad_cursor')
})

// One is there once a visitor has used the link in an email, which a real Nextcloud shows to nobody. Its answers are parsed by the browser test.
it('has none that was not sent', async () => {
	const path = { enquiry: 999_999 }
	await romain.refuses(enquiryApi.get, { path }, 404, 'not_found')
	await romain.refuses(enquiryApi.answer, { path, body: { text: 'Bienvenue.', named: true } }, 404, 'not_found')
	await romain.refuses(enquiryApi.delete, { path }, 404, 'not_found')
})
