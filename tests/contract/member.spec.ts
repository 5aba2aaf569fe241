/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Endpoint } from '../../src/api/endpoint.ts'
import type { Input } from './account.ts'

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { memberApi } from '../../src/member/api.ts'
import { MemberSchema } from '../../src/member/model.ts'
import { ROWS } from '../../src/member/parts.ts'
import { versionOf } from '../../src/shared/lib/versionOf.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network and keeps cards. */
const romain = account('romain-vielfaure')
/** An account without a card. */
const admin = account('admin')

/** A card made for the test by Maëlle, who keeps it. */
async function keptCard(body: object = {}) {
	return maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère', ...body } })
}

describe('reading', () => {
	it('returns consecutive pages', async () => {
		const first = await maelle.answers(memberApi.list, { query: { limit: 2 } })
		expect(first.members).toHaveLength(2)
		const second = await maelle.answers(memberApi.list, { query: { limit: 2, cursor: first.next! } })
		expect(second.members.map(({ id }) => id)).not.toContain(first.members[0]!.id)
		const all = await maelle.answers(memberApi.list, { query: { limit: 100 } })
		expect(all.members).toHaveLength(all.total)
		expect(all.next).toBeNull()
		for (const { id } of all.members) {
			await maelle.answers(memberApi.get, { path: { id } })
		}
	})

	it('finds by words and criteria, and counts the choices', async () => {
		const found = await maelle.answers(memberApi.list, { query: { q: 'jadrin partagé aude', 'facet[territory][]': 'departement:11', sort: 'relevance' } })
		expect(found.corrected).toEqual([{ from: 'jadrin', to: expect.stringMatching(/^jardin/i) }])
		expect(await maelle.answers(memberApi.list, { query: { q: 'quelqu’un pour un vélo cargo électrique' } })).toMatchObject({ near: 'nobody', leftOut: ['quelqu’un'] })
		expect(found.members[0]!.found!.length).toBeGreaterThan(0)
		expect(found.facets).toBeNull()
		const inAude = await maelle.answers(memberApi.facets, { query: { q: 'jardin', 'facet[territory][]': 'departement:11', of: 'territory' } })
		expect(inAude.choices[0]).toMatchObject({ id: 'departement:11', label: 'Aude' })
		expect(found.wider!.length).toBeGreaterThan(0)
		const { choices } = await maelle.answers(memberApi.facets, { query: { q: 'jardin', of: 'sector' } })
		expect(choices.length).toBeGreaterThan(0)
	})

	it('returns the cards of a search and of chosen people, to be printed or exported', async () => {
		const found = await maelle.answers(memberApi.handouts, { query: { 'facet[territory][]': 'departement:11', limit: 2 } })
		expect(found.members).toHaveLength(2)
		const next = await maelle.answers(memberApi.handouts, { query: { 'facet[territory][]': 'departement:11', limit: 2, cursor: found.next! } })
		const { id } = next.members[0]!
		const chosen = await maelle.answers(memberApi.handouts, { query: { 'ids[0]': id, 'ids[1]': 999_999 } })
		expect(chosen.members).toEqual([next.members[0]])
		await maelle.answers(memberApi.handouts, { query: { q: 'jadrin' } })
	})

	it('returns the home page', async () => {
		const { newest } = await maelle.answers(memberApi.home)
		await maelle.answers(memberApi.work)
		expect((await maelle.answers(memberApi.putAwayBeginning, { body: { away: false } })).beginning).toEqual([])
		await maelle.refuses(memberApi.putAwayBeginning, { body: {} }, 400, 'wrong_type')
		expect(newest.length).toBeGreaterThan(0)
		expect(newest.map(({ uid }) => uid)).not.toContain(accountOf('maelle-roumegous'))
	})

	it('returns the kept cards', async () => {
		const { members } = await maelle.answers(memberApi.kept)
		expect(members.map(({ ref }) => ref)).toContain('rachida-tounsi')
	})

	it('returns the viewer’s card, its previews and its export', async () => {
		const mine = await maelle.answers(memberApi.mine)
		expect(mine).toMatchObject({ uid: accountOf('maelle-roumegous'), can: { edit: true }, audience: { phone: expect.any(String) } })
		const path = { id: mine.id }
		for (const as of ['visitor', 'member', 'groups']) {
			await maelle.answers(memberApi.preview, { path, query: { as } })
		}
		await maelle.answers(memberApi.export, { path })
		expect((await maelle.answers(memberApi.exportPage, { path })).page).toMatch(/^<!DOCTYPE html>/)
	})
})

describe('the own card', () => {
	it('is created with a first line, changed and deleted', async () => {
		await admin.refuses(memberApi.mine, {}, 404, 'no_card')
		const made = await admin.answers(memberApi.saveMine, { body: { version: 0, seeks: [{ text: 'De l’aide', terms: [] }] } })
		expect(made.status).toBe('published')
		const changed = await admin.answers(memberApi.saveMine, { body: { version: made.version, headline: 'Bonjour' } })
		expect(changed.headline).toBe('Bonjour')
		await admin.answers(memberApi.deleteMine)
		await admin.refuses(memberApi.deleteMine, {}, 404, 'no_card')
	})

	it('is confirmed without a new version', async () => {
		const { id, version } = await bastian.answers(memberApi.mine)
		const confirmed = await bastian.answers(memberApi.confirm, { path: { id } })
		expect(confirmed).toMatchObject({ version, confirmed: expect.any(String), can: { confirm: false } })
		await maelle.refuses(memberApi.confirm, { path: { id } }, 403, 'not_yours')
	})

	it('is paused and shown again', async () => {
		const { id, version } = await bastian.answers(memberApi.mine)
		const paused = await bastian.answers(memberApi.setStatus, { path: { id }, body: { status: 'paused', version } })
		await maelle.refuses(memberApi.get, { path: { id } }, 404, 'not_found')
		await bastian.answers(memberApi.setStatus, { path: { id }, body: { status: 'published', version: paused.version } })
		await maelle.answers(memberApi.get, { path: { id } })
	})
})

describe('a search', () => {
	it('is saved once, renamed and deleted', async () => {
		const criteria = { q: 'contrat', facet: { sector: ['education-populaire'] } }
		const kept = await maelle.answers(memberApi.keepSearch, { body: { name: 'Contrat', ...criteria } })
		expect(kept).toMatchObject({ name: 'Contrat', ...criteria })
		const { current } = await maelle.refuses(memberApi.keepSearch, { body: { name: 'Autre', ...criteria } }, 409, 'already_kept')
		expect(current).toEqual(kept)
		expect((await maelle.answers(memberApi.searches)).searches).toContainEqual(kept)
		expect((await maelle.answers(memberApi.home)).searches).toContainEqual(kept)
		const path = { search: kept.id }
		await romain.refuses(memberApi.renameSearch, { path, body: { name: 'À moi' } }, 404, 'not_found')
		expect(await maelle.answers(memberApi.renameSearch, { path, body: { name: 'Autre nom' } })).toEqual({ ...kept, name: 'Autre nom' })
		await maelle.answers(memberApi.deleteSearch, { path })
		await maelle.refuses(memberApi.deleteSearch, { path }, 404, 'not_found')
	})

	it('is saved fifty times at most', async () => {
		const kept = await Promise.all(Array.from({ length: 50 }, (_, i) => bastian.answers(memberApi.keepSearch, { body: { name: `Mot ${i}`, q: `mot${i}` } })))
		const { max } = await bastian.refuses(memberApi.keepSearch, { body: { name: 'De trop', q: 'trop' } }, 422, 'too_many_searches')
		expect(max).toBe(50)
		await Promise.all(kept.map(({ id }) => bastian.answers(memberApi.deleteSearch, { path: { search: id } })))
	})
})

describe('a card kept for a person', () => {
	it('is created, agreed to, published, handed over and deleted', async () => {
		const { id, version } = await keptCard()
		const path = { id }
		await maelle.refuses(memberApi.setStatus, { path, body: { status: 'published', version } }, 422, 'consent_missing')
		const agreed = await maelle.answers(memberApi.recordConsent, { path, body: { date: '2026-01-15', how: 'De vive voix' } })
		expect(agreed.consent).toEqual({ date: '2026-01-15', how: 'De vive voix' })
		await maelle.answers(memberApi.setStatus, { path, body: { status: 'published', version: agreed.version } })
		await maelle.answers(memberApi.passOn, { path, body: { uid: accountOf('romain-vielfaure') } })
		const passed = await romain.answers(memberApi.get, { path })
		await romain.answers(memberApi.save, { path, body: { version: passed.version, headline: 'Bonjour' } })
		await maelle.refuses(memberApi.save, { path, body: { version: passed.version, headline: 'Non' } }, 403, 'not_yours')
		await romain.answers(memberApi.delete, { path })
		await romain.refuses(memberApi.get, { path }, 404, 'not_found')
	})

	it('is taken over with a one-time link', async () => {
		const { id } = await keptCard({ contact: { email: 'personne@example.org' } })
		const path = { id }
		const older = await maelle.answers(memberApi.invite, { path, body: {} })
		const newer = await maelle.answers(memberApi.invite, { path, body: { mail: true } })
		expect(newer.mailed).toBe(true)
		const token = newer.url.split('/').at(-1)!
		await admin.refuses(memberApi.claim, { path: { token: older.url.split('/').at(-1)! } }, 404, 'claim_gone')
		expect(await admin.answers(memberApi.claim, { path: { token } })).toMatchObject({ name: 'Personne Éphémère', hasCard: false })
		await maelle.refuses(memberApi.takeOver, { path: { token }, body: {} }, 422, 'own_link')
		await bastian.refuses(memberApi.takeOver, { path: { token }, body: {} }, 409, 'has_card')
		expect(await admin.answers(memberApi.takeOver, { path: { token }, body: {} })).toMatchObject({ id, uid: 'admin' })
		await admin.answers(memberApi.deleteMine)
	})

	it('is sent for consent by mail, and the person refuses', async () => {
		const contact = { email: 'personne.qui.refuse@example.org' }
		const { id } = await keptCard({ contact })
		const path = { id }
		expect((await maelle.answers(memberApi.unasked)).members).toContainEqual({ id, name: 'Personne Éphémère' })
		expect(await maelle.answers(memberApi.consentMail, { path })).toMatchObject({ to: contact.email })
		expect((await maelle.answers(memberApi.askConsent, { path, body: {} })).asked).toMatchObject({ again: false })
		await maelle.refuses(memberApi.askConsent, { path, body: {} }, 409, 'already_asked')
		await maelle.answers(memberApi.export, { path })
		expect((await maelle.answers(memberApi.takeBackConsentMail, { path })).asked).toBeUndefined()
		await maelle.answers(memberApi.refuse, { path })
		await maelle.refuses(memberApi.get, { path }, 404, 'not_found')
		await maelle.refuses(memberApi.create, { body: { name: 'A', contact } }, 422, 'refused')
	})

	it('is not taken over with a revoked link', async () => {
		const { id } = await keptCard()
		const { url } = await maelle.answers(memberApi.invite, { path: { id }, body: {} })
		await maelle.answers(memberApi.uninvite, { path: { id } })
		await admin.refuses(memberApi.takeOver, { path: { token: url.split('/').at(-1)! }, body: {} }, 404, 'claim_gone')
		await maelle.answers(memberApi.delete, { path: { id } })
	})
})

describe('a card kept for an organisation', () => {
	it('is published with its consent, and neither taken over nor asked by mail', async () => {
		const { id, kind, version } = await keptCard({ kind: 'organisation', name: 'Fournil éphémère', contact: { email: 'fournil.ephemere@example.org' } })
		expect(kind).toBe('organisation')
		const path = { id }
		expect((await maelle.answers(memberApi.unasked)).members.map((member) => member.id)).not.toContain(id)
		await maelle.refuses(memberApi.invite, { path, body: {} }, 422, 'only_people')
		await maelle.refuses(memberApi.consentMail, { path }, 422, 'only_people')
		await maelle.refuses(memberApi.askConsent, { path, body: {} }, 422, 'only_people')
		await maelle.refuses(memberApi.refuse, { path }, 422, 'only_people')
		await maelle.answers(memberApi.recordConsent, { path, body: { date: '2026-01-15', how: 'De vive voix' } })
		await maelle.answers(memberApi.setStatus, { path, body: { status: 'published', version } })
		expect(await bastian.answers(memberApi.get, { path })).toMatchObject({ kind: 'organisation' })
		await maelle.answers(memberApi.delete, { path })
	})
})

describe('bad input', () => {
	const long = (length: number) => 'a'.repeat(length)

	it.each<[string, Endpoint, Input, number, string]>([
		['a cursor of nobody', memberApi.list, { query: { cursor: '!' } }, 400, 'bad_cursor'],
		['a criterion that does not exist', memberApi.list, { query: { 'facet[height][]': '180' } }, 400, 'unknown_facet'],
		['the choices of none', memberApi.facets, { query: { of: 'height' } }, 400, 'unknown_facet'],
		['an order that does not exist', memberApi.list, { query: { sort: 'best' } }, 400, 'bad_sort'],
		['a question too long', memberApi.list, { query: { q: long(10_000) } }, 400, 'too_long'],
		['a search without a name', memberApi.keepSearch, { body: { name: ' ', q: 'eau' } }, 400, 'search_nameless'],
		['a search for nothing', memberApi.keepSearch, { body: { name: 'A', q: ' ' } }, 400, 'nothing_to_keep'],
		['too many people at once', memberApi.handouts, { query: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`ids[${i}]`, i])) }, 400, 'too_many'],
		['a page too long', memberApi.list, { query: { limit: 101 } }, 400, 'bad_limit'],
		['a page of no length', memberApi.kept, { query: { limit: 0 } }, 400, 'bad_limit'],
		['cards in no state', memberApi.kept, { query: { state: 'lost' } }, 400, 'unknown_state'],
		['a card without a name', memberApi.create, { body: {} }, 400, 'name_missing'],
		['a name of nothing visible', memberApi.create, { body: { name: ' \u200b ' } }, 400, 'name_missing'],
		['a kind of card that does not exist', memberApi.create, { body: { name: 'A', kind: 'company' } }, 400, 'unknown_card_kind'],
		['an unknown field', memberApi.create, { body: { name: 'A', score: 3 } }, 400, 'unknown_field'],
		['a number for a text', memberApi.create, { body: { name: 3 } }, 400, 'wrong_type'],
		['a text for a list', memberApi.create, { body: { name: 'A', seeks: 'B' } }, 400, 'wrong_type'],
		['a text too long', memberApi.create, { body: { name: 'A', headline: long(ROWS.headline.max + 1) } }, 400, 'too_long'],
		['a list too long', memberApi.create, { body: { name: 'A', skills: Array(10_000).fill('B') } }, 400, 'too_many'],
		['a control character', memberApi.create, { body: { name: 'A\u0000' } }, 400, 'bad_text'],
		['an audience that does not exist', memberApi.create, { body: { name: 'A', audience: { drives: 'friends' } } }, 400, 'unknown_audience'],
		['a place that does not exist', memberApi.create, { body: { name: 'A', territories: [{ code: '00000', kind: 'commune', name: 'B' }] } }, 400, 'unknown_territory'],
		['a word that is not in the vocabulary', memberApi.create, { body: { name: 'A', sectors: ['nothing'] } }, 400, 'unknown_term'],
		['an address that is none', memberApi.create, { body: { name: 'A', contact: { email: 'B' } } }, 400, 'bad_address'],
		['a change without a version', memberApi.saveMine, { body: { headline: 'A' } }, 400, 'version_missing'],
		['a card that does not exist', memberApi.get, { path: { id: 999_999 } }, 404, 'not_found'],
	])('%s', async (_, endpoint, input, status, reason) => {
		const refusal = await maelle.refuses(endpoint, input, status, reason)
		if (input.body && status === 400) {
			expect(refusal.field).toEqual(expect.any(String))
		}
	})

	it('a change of an older version is answered with the newer card', async () => {
		const version = versionOf(await maelle.answers(memberApi.mine))
		const { current } = await maelle.refuses(memberApi.saveMine, { body: { headline: 'A', version: version - 1 } }, 409, 'stale_version')
		expect(v.parse(MemberSchema, current)).toEqual(current)
	})

	it('about a card', async () => {
		const { id, version } = await keptCard()
		const path = { id }
		await maelle.refuses(memberApi.preview, { path, query: { as: 'boss' } }, 400, 'unknown_viewpoint')
		await maelle.refuses(memberApi.setStatus, { path, body: { status: 'gone', version } }, 400, 'unknown_status')
		await maelle.refuses(memberApi.recordConsent, { path, body: { date: '15 janvier', how: 'A' } }, 400, 'bad_date')
		await maelle.refuses(memberApi.recordConsent, { path, body: { date: '2026-01-15', how: '' } }, 400, 'how_missing')
		await maelle.refuses(memberApi.invite, { path, body: { mail: true } }, 422, 'no_address')
		await maelle.refuses(memberApi.passOn, { path, body: { uid: 'nobody' } }, 422, 'unknown_steward')
		await maelle.refuses(memberApi.askConsent, { path, body: {} }, 422, 'no_address')
		const unsendable = await maelle.answers(memberApi.save, { path, body: { version, contact: { email: 'jérôme@example.org' } } })
		await maelle.refuses(memberApi.askConsent, { path, body: {} }, 422, 'mail_failed')
		const agreed = await maelle.answers(memberApi.recordConsent, { path, body: { date: '2026-01-15', how: 'A' } })
		expect([unsendable.can.askConsent, agreed.can.askConsent]).toEqual([true, true])
		const published = await maelle.answers(memberApi.setStatus, { path, body: { status: 'published', version: versionOf(agreed) } })
		await maelle.answers(memberApi.setStatus, { path, body: { status: 'withdrawn', version: versionOf(published) } })
		await maelle.refuses(memberApi.consentMail, { path }, 422, 'not_waiting')
		await maelle.answers(memberApi.delete, { path })
		const mine = await maelle.answers(memberApi.mine)
		await maelle.refuses(memberApi.recordConsent, { path: { id: mine.id }, body: { date: '2026-01-15', how: 'A' } }, 422, 'has_account')
	})

	it('more mails than allowed within an hour', async () => {
		const { id } = await keptCard({ contact: { email: 'une.seule.fois@example.org' } })
		const path = { id }
		await maelle.answers(memberApi.askConsent, { path, body: {} })
		for (let i = 0; i < 20 && !tried.reasons.has('enough_mails'); i++) {
			await maelle.refuses(memberApi.askConsent, { path, body: {} }, 409, 'already_asked')
				.catch(() => maelle.refuses(memberApi.askConsent, { path, body: {} }, 429, 'enough_mails'))
		}
		expect(tried.reasons).toContain('enough_mails')
		await maelle.answers(memberApi.delete, { path: { id } })
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(memberApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(memberApi).flatMap(({ errors }) => [...errors]))
		// What takes a day is met in tests/php/Minutes/OutsideMailsTest.php.
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual(['enough_mails_today'])
	})
})
