/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LetterContent } from '../../src/letter/model.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterApi } from '../../src/letter/api.ts'
import { LETTER_LIMITS } from '../../src/letter/model.ts'
import { memberApi } from '../../src/member/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { subscriptionApi } from '../../src/subscription/api.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { occ } from '../e2e/support/occ.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
/** Both facilitate the network. */
const romain = account('romain-vielfaure')
const other = account('nadege-tremolieres')

const at = (letter: number) => ({ path: { letter } })
const begun = () => ({ kind: 'letter' as const, title: `Nouvelles ${randomWord()}`, language: 'fr' as const, from: '2026-10-01', until: '2026-12-31', readers: { kind: 'all' as const }, key: randomWord() })
const made: number[] = []

async function draft(of: Partial<ReturnType<typeof begun>> = {}) {
	const letter = await romain.answers(letterApi.create, { body: { ...begun(), ...of } })
	made.push(letter.id)
	return letter
}

function content(of: Partial<LetterContent> = {}): LetterContent {
	return { title: 'Nouvelles', language: 'fr', editorial: 'Bonjour.', picture: null, items: [], ...of }
}

const email = (uid: string, address: string) => occ('user:setting', accountOf(uid), 'settings', 'email', address)

beforeAll(async () => {
	email('maelle-roumegous', 'maelle@example.org')
	await maelle.answers(subscriptionApi.choose, { body: { wants: true } })
})

afterAll(async () => {
	await maelle.answers(subscriptionApi.choose, { body: { wants: false } })
	for (const letter of made) {
		await romain.answers(letterApi.stop, at(letter)).catch(() => null)
		await romain.answers(letterApi.delete, at(letter)).catch(() => null)
	}
	// A letter to a few people is sent immediately, and no mail of it is refused: tests/php/Letter has those.
	expect(Object.values(letterApi).filter((endpoint) => !tried.endpoints.has(endpoint))).toEqual([letterApi.stop, letterApi.resume, letterApi.again])
})

describe('a letter', () => {
	it('is begun once, written by two, and previewed', async () => {
		const body = begun()
		const { id } = await romain.answers(letterApi.create, { body })
		made.push(id)
		expect((await romain.answers(letterApi.create, { body })).id).toBe(id)
		const { passages } = await romain.answers(letterApi.passages, at(id))
		const items = passages.slice(0, 3).map(({ kind, id: of, hash }, index) => ({ kind, id: of, taken: true, text: index === 0 ? 'Plus court.' : null, hash: index === 0 ? hash : null }))
		const stored = await romain.answers(letterApi.edit, { ...at(id), body: { ...content({ items }), version: 1 } })
		expect(stored).toMatchObject({ version: 2, items })
		await other.refuses(letterApi.edit, { ...at(id), body: { ...content(), version: 1 } }, 409, 'stale_version')
		expect((await romain.answers(letterApi.get, at(id))).items).toEqual(items)
		for (const as of ['account', 'kept', 'outside'] as const) {
			const rendering = await romain.answers(letterApi.render, { ...at(id), body: { ...content({ items }), as } })
			expect(rendering.html).toContain('Bonjour.')
			expect(rendering.text).toContain('Bonjour.')
			expect(rendering.page).toContain('Bonjour.')
			expect(rendering.unseen.length).toBeLessThanOrEqual(items.length)
		}
		await maelle.refuses(letterApi.get, at(id), 403, 'not_yours')
		await maelle.refuses(letterApi.passages, at(id), 403, 'not_yours')
		await maelle.refuses(letterApi.read, at(id), 404, 'not_found')
		expect((await maelle.answers(letterApi.list)).letters.map((one) => one.id)).not.toContain(id)
		await romain.answers(letterApi.delete, at(id))
		await romain.refuses(letterApi.get, at(id), 404, 'not_found')
	})

	it('goes to its readers once, and is read by them', async () => {
		const letter = await draft()
		const { version } = await romain.answers(letterApi.edit, { ...at(letter.id), body: { ...content(), version: 1 } })
		// A Nextcloud that cannot send mails says so.
		email('romain-vielfaure', '')
		await romain.refuses(letterApi.test, { ...at(letter.id), body: { as: 'account' } }, 422, 'no_address')
		email('romain-vielfaure', 'romain@example.org')
		const tested = await romain.answers(letterApi.test, { ...at(letter.id), body: { as: 'account' } }).then(() => true, () => false)
		if (!tested) {
			await romain.refuses(letterApi.test, { ...at(letter.id), body: { as: 'account' } }, 422, 'test_failed')
		}
		const recipients = await romain.answers(letterApi.recipients, at(letter.id))
		expect(recipients.total).toBeGreaterThan(0)
		expect((await romain.answers(letterApi.recipientPage, { ...at(letter.id), query: { after: 0 } })).readers).toEqual(recipients.readers)
		await romain.refuses(letterApi.send, { ...at(letter.id), body: { version, readers: 'others' } }, 409, 'readers_changed')
		await romain.refuses(letterApi.send, { ...at(letter.id), body: { version: 1, readers: recipients.key } }, 409, 'stale_version')
		await romain.refuses(letterApi.again, { ...at(letter.id), body: { state: 'refused' } }, 409, 'letter_draft')
		const report = await romain.answers(letterApi.send, { ...at(letter.id), body: { version, readers: recipients.key } })
		expect(report.total).toBe(recipients.total)
		for (const refused of [letterApi.edit, letterApi.render] as const) {
			await romain.refuses(refused, { ...at(letter.id), body: { ...content(), version, as: 'account' } }, 409, 'letter_sent')
		}
		await romain.refuses(letterApi.recipients, at(letter.id), 409, 'letter_sent')
		await romain.refuses(letterApi.passages, at(letter.id), 409, 'letter_sent')
		expect((await maelle.answers(letterApi.read, at(letter.id))).html).toContain('Bonjour.')
		expect((await maelle.answers(letterApi.list)).letters.map((one) => one.id)).toContain(letter.id)
		expect((await romain.answers(letterApi.fileText, at(letter.id))).text).toContain('Bonjour.')
		expect((await romain.answers(letterApi.keepFile, { ...at(letter.id), body: { file: '1' } })).file).toBe('1')
		expect((await romain.answers(letterApi.report, at(letter.id))).total).toBe(recipients.total)
		await romain.refuses(letterApi.again, { ...at(letter.id), body: { state: 'perhaps' } }, 409, 'nobody_left')
		await romain.refuses(letterApi.again, { ...at(letter.id), body: { state: 'sent' } }, 400, 'unknown_state')
		if (report.state === 'sent') {
			await romain.refuses(letterApi.stop, at(letter.id), 409, 'not_sending')
			await romain.refuses(letterApi.resume, at(letter.id), 409, 'not_stopped')
		} else {
			await romain.answers(letterApi.resume, at(letter.id))
		}
	})

	it('to all members is a title and a text', async () => {
		const letter = await draft({ kind: 'statutory' as never, from: undefined, until: undefined })
		expect(letter).toMatchObject({ kind: 'statutory', from: null, items: [] })
		expect((await romain.answers(letterApi.recipients, at(letter.id))).readers.map(({ why }) => why)).toContain('statutory')
		await romain.refuses(letterApi.read, at(letter.id), 404, 'not_found')
		const { version } = await romain.answers(letterApi.edit, { ...at(letter.id), body: { ...content({ editorial: 'Venez.' }), version: 1 } })
		const { key } = await romain.answers(letterApi.recipients, at(letter.id))
		await romain.answers(letterApi.send, { ...at(letter.id), body: { version, readers: key } })
		expect((await romain.answers(letterApi.read, at(letter.id))).html).toContain('Venez.')
		await maelle.refuses(letterApi.read, at(letter.id), 404, 'not_found')
	})

	it('is on paper for people no mail reaches', async () => {
		const { id } = await maelle.answers(memberApi.create, { body: { name: 'Jeanne Bru' } })
		expect(await maelle.answers(letterApi.papersOf, { path: { id } })).toEqual({ name: 'Jeanne Bru', papers: [] })
		await other.refuses(letterApi.papersOf, { path: { id } }, 404, 'not_found')
		await maelle.answers(memberApi.delete, { path: { id } })
		const own = await maelle.answers(memberApi.mine)
		await maelle.refuses(letterApi.papersOf, { path: { id: own.id } }, 422, 'only_they')
		const letter = await draft()
		expect(await romain.answers(letterApi.papers, at(letter.id))).toEqual({ papers: [], people: [], next: null })
		await maelle.refuses(letterApi.papers, at(letter.id), 403, 'not_yours')
	})

	it('that is empty, or that nobody gets, is not sent', async () => {
		const own = await romain.answers(memberApi.mine)
		expect(own.id).toBeGreaterThan(0)
		const letter = await draft({ readers: { kind: 'territory', of: 'departement:48' } as never })
		const { key, total } = await romain.answers(letterApi.recipients, at(letter.id))
		expect(total).toBe(0)
		await romain.refuses(letterApi.send, { ...at(letter.id), body: { version: 1, readers: key } }, 422, 'letter_empty')
		const { version } = await romain.answers(letterApi.edit, { ...at(letter.id), body: { ...content(), version: 1 } })
		await romain.refuses(letterApi.send, { ...at(letter.id), body: { version, readers: key } }, 409, 'nobody_reads')
	})
})

it('what does not fit is refused with a reason', async () => {
	const { id } = await draft()
	const refuses = (body: object, reason: string) => romain.refuses(letterApi.edit, { ...at(id), body: { ...content(), version: 1, ...body } }, 400, reason)
	const item = { kind: 'notice', id: 1, taken: true, text: null, hash: null }
	await refuses({ title: ' ' }, 'title_missing')
	await refuses({ editorial: 'é'.repeat(LETTER_LIMITS.editorial + 1) }, 'too_long')
	await refuses({ editorial: 'a\0' }, 'bad_text')
	await refuses({ language: 'de' }, 'unknown_language')
	await refuses({ from: '2026-02-30' }, 'bad_day')
	await refuses({ from: '2027-01-01', until: '2026-12-31' }, 'until_before_from')
	await refuses({ from: '2024-01-01', until: '2026-12-31' }, 'period_too_long')
	await refuses({ readers: { kind: 'some' } }, 'unknown_readers')
	await refuses({ readers: { kind: 'territory', of: 'departement:99' } }, 'unknown_territory')
	await refuses({ readers: { kind: 'theme', of: 'rien' } }, 'unknown_term')
	await refuses({ readers: { kind: 'group', of: '999999' } }, 'unknown_group')
	await refuses({ items: [item, item] }, 'twice')
	await refuses({ items: [{ ...item, kind: 'secret' }] }, 'unknown_kind')
	await refuses({ items: Array.from({ length: LETTER_LIMITS.items + 1 }, (_, of) => ({ ...item, id: of + 1 })) }, 'too_many')
	await refuses({ items: [{ ...item, text: 'Court' }] }, 'wrong_type')
	await refuses({ picture: { file: '1', alt: '', image: 'PHN2Zz4=' } }, 'bad_picture')
	await romain.refuses(letterApi.edit, { ...at(id), body: content() }, 400, 'version_missing')
	await romain.refuses(letterApi.create, { body: { ...begun(), kind: 'gazette' } }, 400, 'unknown_kind')
	await romain.refuses(letterApi.create, { body: { ...begun(), key: 'a b' } }, 400, 'bad_key')
	await romain.refuses(letterApi.test, { ...at(id), body: { as: 'me' } }, 400, 'unknown_readers')
	await romain.refuses(letterApi.keepFile, { ...at(id), body: { file: 'x' } }, 400, 'wrong_type')
	await maelle.refuses(letterApi.create, { body: begun() }, 403, 'not_yours')
})
