/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, expect, it } from 'vitest'
import { enquiryApi } from '../../src/enquiry/api.ts'
import { account, tried } from './account.ts'

/** Facilitates the network. */
const romain = account('romain-vielfaure')

afterAll(() => {
	const untried = Object.values(enquiryApi).filter((endpoint) => !tried.endpoints.has(endpoint))
	expect(untried).toEqual([])
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
