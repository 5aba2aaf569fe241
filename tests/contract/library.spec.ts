/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryApi } from '../../src/library/api.ts'
import { SHEET_LIMITS, SHEET_SORTS } from '../../src/library/model.ts'
import { memberApi } from '../../src/member/api.ts'
import { messageApi } from '../../src/message/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { versionOf } from '../../src/shared/lib/versionOf.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network, and put the library's files there. */
const romain = account('romain-vielfaure')
/** An account without a card. */
const admin = account('admin')

const PASSWORD = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'
const CONTEXT = {
	territories: [{ code: '11206', kind: 'commune' as const, name: 'Limoux' }],
	public: 'Les voisins',
	means: 'Deux bancs',
	frame: 'La mairie',
	standpoint: 'Une voisine',
}
/** Files of this test, by their names. */
const made: string[] = []
let root: string

/** A request on Romain's files. */
async function dav(method: string, path: string, body?: string) {
	const url = `${process.env.RESEAU_URL}/remote.php/dav/files/${encodeURIComponent(accountOf('romain-vielfaure'))}${path.split('/').map(encodeURIComponent).join('/')}`
	const response = await fetch(url, { method, body, headers: { 'OCS-APIRequest': 'true', Authorization: `Basic ${Buffer.from(`${accountOf('romain-vielfaure')}:${PASSWORD}`).toString('base64')}` } })
	expect(response.status, `${method} ${path}`).toBeLessThan(300)
	return response
}

/** A file in the library; its number. */
async function file(name: string, text = 'Nous tiendrons parole.') {
	const response = await dav('PUT', `${root}/${name}`, text)
	made.push(name)
	return String(Number.parseInt(response.headers.get('oc-fileid')!, 10))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function published(name: string, words: object = {}, text?: string) {
	const id = await file(name, text)
	const { version } = await romain.answers(libraryApi.write, { path: { file: id }, body: { version: 0, kind: 'method', title: name, ...words } })
	await romain.answers(libraryApi.setStatus, { path: { file: id }, body: { version, status: 'published' } })
	return id
}

/** What is asked for in an address, as the client writes it. */
const query = (entries: [string, string][]) => Object.fromEntries(entries)

beforeAll(async () => {
	const library = await romain.answers(libraryApi.get)
	root = library.root!.path
})

afterAll(async () => {
	for (const name of made) {
		await dav('DELETE', `${root}/${name}`)
	}
})

describe('reading', () => {
	it('says where the library is', async () => {
		const library = await maelle.answers(libraryApi.get)
		expect(library).toMatchObject({ state: 'open', can: { deposit: false } })
		expect(library.kinds.map(({ slug }) => slug)).toContain('practice')
		expect((await romain.answers(libraryApi.get)).can.deposit).toBe(true)
	})

	it('returns every sheet of the demonstration', async () => {
		const { sheets, total, facets } = await maelle.answers(libraryApi.list, { query: { limit: 100 } })
		expect(total).toBe(sheets.length)
		expect(total).toBeGreaterThanOrEqual(38)
		expect(facets!.outcome.map(({ id }) => id)).toEqual(['worked', 'mixed', 'failed'])
		for (const { fileId } of sheets) {
			await maelle.answers(libraryApi.sheet, { path: { file: fileId } })
		}
		const some = sheets.slice(0, 3).map(({ fileId }) => fileId)
		const url = query(some.map((id, i) => [`file[${i}]`, id]))
		expect((await maelle.answers(libraryApi.ofFiles, { query: url })).map(({ fileId }) => fileId)).toEqual(some)
	})

	it('opens on stories: the newest, those that ask for help, those near by, and the own ones', async () => {
		const stories = await maelle.answers(libraryApi.stories)
		const all = await maelle.answers(libraryApi.list, { query: { limit: 4 } })
		expect([stories.all.total, stories.all.sheets.map(({ fileId }) => fileId)]).toEqual([all.total, all.sheets.map(({ fileId }) => fileId)])
		const { sheets, total } = await maelle.answers(libraryApi.list, { query: query([['facet[outcome][0]', 'worked'], ['facet[outcome][1]', 'mixed'], ['facet[outcome][2]', 'failed'], ['limit', '4']]) })
		expect(stories.fresh.total).toBe(total)
		expect(stories.fresh.sheets.map(({ fileId }) => fileId)).toEqual(sheets.map(({ fileId }) => fileId))
		expect(stories.wanted.sheets.length).toBeGreaterThan(0)
		expect(stories.wanted.sheets.every(({ wanted }) => wanted !== '')).toBe(true)
		expect((await maelle.answers(libraryApi.list, { query: query([['facet[help][0]', 'wanted']]) })).total).toBe(stories.wanted.total)
		expect(stories.themes.length).toBeGreaterThan(0)
	})

	it('finds by words and criteria, in every order and page by page', async () => {
		expect((await maelle.answers(libraryApi.list, { query: { q: 'composts' } })).sheets.map(({ title }) => title)).toContain('Installer un compost au pied d’un immeuble')
		const corrected = await maelle.answers(libraryApi.list, { query: { q: 'autoclabe' } })
		expect(corrected.corrected).toEqual([{ from: 'autoclabe', to: 'autoclave' }])
		const { sheets: [found] } = corrected
		const { text, marks: [[from, length]] } = found!.found! as { text: string, marks: [[number, number]] }
		expect([...text].slice(from, from + length).join('')).toBe('autoclave')
		const failed = await maelle.answers(libraryApi.list, { query: query([['facet[outcome][0]', 'failed'], ['facet[territory][0]', 'region:76'], ['limit', '100']]) })
		expect(new Set(failed.sheets.map(({ outcome }) => outcome))).toEqual(new Set(['failed']))
		for (const sort of SHEET_SORTS) {
			const first = await maelle.answers(libraryApi.list, { query: { q: 'habitants', sort, limit: 2 } })
			expect(await maelle.answers(libraryApi.list, { query: { q: 'habitants', sort, limit: 2, cursor: first.next! } })).toMatchObject({ facets: null })
		}
	})

	it.each([
		[{ q: 'é'.repeat(201) }, 'too_long'],
		[{ q: 'a\u0007' }, 'bad_text'],
		[{ q: 'mot '.repeat(17) }, 'too_many'],
		[{ facet: 'kind' }, 'wrong_type'],
		[{ 'facet[stars][0]': '5' }, 'unknown_facet'],
		[{ sort: 'outcome' }, 'unknown_sort'],
		[{ cursor: 'a' }, 'bad_cursor'],
		[{ limit: 101 }, 'bad_limit'],
	])('refuses %j', async (asked, reason) => {
		await maelle.refuses(libraryApi.list, { query: asked as Record<string, string> }, 400, reason)
	})

	it('accepts no more than 200 files at a time', async () => {
		await maelle.refuses(libraryApi.ofFiles, { query: query(Array.from({ length: 201 }, (_, i) => [`file[${i}]`, '1'])) }, 400, 'too_many')
		await maelle.refuses(libraryApi.ofFiles, { query: { 'file[0]': 'a' } }, 400, 'wrong_type')
	})
})

describe('writing', () => {
	it('saves, publishes and deletes', async () => {
		const id = await file('fiche.md')
		const path = { file: id }
		await romain.refuses(libraryApi.sheet, { path }, 404, 'not_found')
		const draft = await romain.answers(libraryApi.write, { path, body: { version: 0, kind: 'practice', title: 'Le banc' } })
		await romain.refuses(libraryApi.setStatus, { path, body: { version: 1, status: 'published' } }, 400, 'context_missing')
		await romain.refuses(libraryApi.setStatus, { path, body: { version: 1, status: 'gone' } }, 400, 'unknown_status')
		await romain.refuses(libraryApi.setStatus, { path, body: { status: 'draft' } }, 400, 'version_missing')
		const whole = await romain.answers(libraryApi.write, { path, body: { version: draft.version, outcome: 'mixed', context: CONTEXT, deposited: true, anonymous: true } })
		expect(whole).toMatchObject({ outcome: 'mixed', deposited: true, anonymous: true, authors: [], context: CONTEXT })
		await romain.answers(libraryApi.setStatus, { path, body: { version: whole.version, status: 'published' } })
		const { current } = await romain.refuses(libraryApi.write, { path, body: { version: 1, title: 'Autre' } }, 409, 'stale_version')
		expect(current).toMatchObject({ title: 'Le banc', status: 'published' })
		await romain.refuses(libraryApi.remove, { path, query: { version: 1 } }, 409, 'stale_version')
		await romain.refuses(libraryApi.remove, { path }, 400, 'version_missing')
		await romain.answers(libraryApi.remove, { path, query: { version: versionOf(whole) + 1 } })
	})

	it('refuses invalid fields of a sheet', async () => {
		const path = { file: await file('mauvaise.md') }
		const body = { version: 0, kind: 'method', title: 'Le banc' }
		for (const [words, reason] of [
			[{ title: ' ' }, 'title_missing'], [{ title: 'a'.repeat(SHEET_LIMITS.title + 1) }, 'too_long'], [{ stars: 5 }, 'unknown_field'], [{ title: 5 }, 'wrong_type'],
			[{ tried: 'a\u0007' }, 'bad_text'], [{ kind: 'poem' }, 'unknown_kind'], [{ outcome: 'great' }, 'unknown_outcome'], [{ licence: 'mine' }, 'unknown_licence'],
			[{ context: { territories: [{ code: '0', kind: 'commune' }] } }, 'unknown_territory'], [{ terms: ['nowhere'] }, 'unknown_term'],
			[{ terms: Array.from({ length: 21 }, (_, i) => `${i}`) }, 'too_many'], [{ authors: [987654] }, 'unknown_member'], [{ groups: [987654] }, 'unknown_group'],
			[{ version: 'a' }, 'version_missing'],
		] as const) {
			await romain.refuses(libraryApi.write, { path, body: { ...body, ...words } }, 400, reason)
		}
		await maelle.refuses(libraryApi.write, { path, body: { ...body, anonymous: true, deposited: true } }, 403, 'not_yours')
	})

	it('leads to its authors: members it names, or the anonymous one, who says later who they are', async () => {
		const message = () => ({ text: 'Comment avez-vous fait ?', key: randomWord() })
		const me = (await romain.answers(memberApi.mine)).id
		const named = { file: await published('nommee.md', { authors: [me] }) }
		expect(await maelle.answers(libraryApi.writing, { path: named, query: { to: me } })).toMatchObject({ obstacle: null, keeper: null })
		expect((await maelle.answers(libraryApi.startConversation, { path: named, body: { ...message(), to: me } })).about).toMatchObject({ type: 'sheet', id: Number(named.file), title: 'nommee.md' })
		await maelle.refuses(libraryApi.writing, { path: named, query: { to: 987654 } }, 404, 'not_found')
		await maelle.refuses(libraryApi.writing, { path: named, query: { to: 'a' } }, 400, 'wrong_type')
		await maelle.refuses(libraryApi.startConversation, { path: named, body: message() }, 422, 'author_gone')

		const path = { file: await published('anonyme.md', { anonymous: true, reachable: true }) }
		expect([(await maelle.answers(libraryApi.sheet, { path })).reach, (await romain.answers(libraryApi.sheet, { path })).reach]).toEqual(['author', 'me'])
		await romain.refuses(libraryApi.startConversation, { path, body: message() }, 422, 'own_card')
		await admin.refuses(libraryApi.startConversation, { path, body: message() }, 422, 'no_card')
		const { id, with: other } = await maelle.answers(libraryApi.startConversation, { path, body: message() })
		expect(other).toEqual(['author'])
		expect(await romain.answers(messageApi.get, { path: { conversation: id } })).toMatchObject({ anonymous: true, can: { reveal: true } })
		expect(await romain.answers(messageApi.reveal, { path: { conversation: id } })).toMatchObject({ anonymous: false })
		expect((await maelle.answers(messageApi.get, { path: { conversation: id } })).with).toMatchObject([{ id: me }])
	})

	it('has no sheets outside the library', async () => {
		const { root: folder } = await romain.answers(libraryApi.get)
		await romain.refuses(libraryApi.write, { path: { file: folder!.id }, body: { version: 0, kind: 'method', title: 'Tout' } }, 422, 'not_in_library')
		await romain.refuses(libraryApi.write, { path: { file: '99999999' }, body: { version: 0, kind: 'method', title: 'Rien' } }, 404, 'not_found')
	})

	it('keeps the sheet of a deleted file', async () => {
		const path = { file: await published('partie.md') }
		await dav('DELETE', `${root}/${made.pop()}`)
		expect(await maelle.answers(libraryApi.sheet, { path })).toMatchObject({ title: 'partie.md', file: null, can: { edit: false, remove: false } })
		const version = versionOf(await romain.answers(libraryApi.sheet, { path }))
		await romain.answers(libraryApi.remove, { path, query: { version } })
	})
})

describe('an evaluation', () => {
	it('has an author and a standpoint, one for each member', async () => {
		const path = { file: await published('avis.md') }
		const body = { standpoint: 'Élue d’un village', answers: { helps: 'Le banc' } }
		await admin.refuses(libraryApi.evaluate, { path, body }, 404, 'no_card')
		await maelle.answers(libraryApi.evaluate, { path, body })
		const { evaluations } = await maelle.answers(libraryApi.evaluate, { path, body: { ...body, answers: { hinders: 'La pluie' } } })
		expect(evaluations).toMatchObject([{ mine: true, standpoint: 'Élue d’un village', answers: { helps: '', hinders: 'La pluie', elsewhere: '', conditions: '' } }])
		expect((await bastian.answers(libraryApi.sheet, { path })).evaluations).toMatchObject([{ mine: false, by: { uid: accountOf('maelle-roumegous') } }])
		for (const [words, reason] of [
			[{ standpoint: '' }, 'standpoint_missing'], [{ answers: {} }, 'answers_missing'], [{ answers: 5 }, 'wrong_type'], [{ standpoint: 'a\u0007' }, 'bad_text'],
			[{ answers: { helps: 'a'.repeat(SHEET_LIMITS.answer + 1) } }, 'too_long'],
		] as const) {
			await maelle.refuses(libraryApi.evaluate, { path, body: { ...body, ...words } }, 400, reason)
		}
		expect((await maelle.answers(libraryApi.takeEvaluationBack, { path })).evaluations).toEqual([])
		await admin.refuses(libraryApi.takeEvaluationBack, { path }, 404, 'no_card')
	})
})

describe('signing', () => {
	it('applies to the text that was read', async () => {
		const path = { file: await published('manifeste.md', { kind: 'manifesto' }) }
		const hash = sha256('Nous tiendrons parole.')
		await admin.refuses(libraryApi.sign, { path, body: { hash } }, 404, 'no_card')
		const { signing } = await maelle.answers(libraryApi.sign, { path, body: { hash } })
		expect(signing).toMatchObject({ hash, total: 1, mine: { current: true } })
		expect((await maelle.answers(libraryApi.sign, { path, body: { hash } })).signing!.total).toBe(1)
		await file('manifeste.md', 'Nous ferons autrement.')
		made.pop()
		await bastian.refuses(libraryApi.sign, { path, body: { hash } }, 409, 'version_changed')
		expect(await bastian.answers(libraryApi.signatures, { path })).toMatchObject([{ how: 'account', current: false, hash, can: { withdraw: false } }])
		await bastian.refuses(libraryApi.withdrawSignature, { path: { ...path, signature: signing!.mine!.id } }, 403, 'not_yours')
		await maelle.answers(libraryApi.withdrawSignature, { path: { ...path, signature: signing!.mine!.id } })
		await maelle.refuses(libraryApi.withdrawSignature, { path: { ...path, signature: signing!.mine!.id } }, 404, 'not_found')
	})

	it('is for manifestos', async () => {
		const path = { file: await published('méthode.md') }
		await maelle.refuses(libraryApi.signatures, { path }, 409, 'not_signable')
		await maelle.refuses(libraryApi.sign, { path, body: { hash: 'a' } }, 409, 'not_signable')
		await romain.refuses(libraryApi.enterSignature, { path, body: {} }, 409, 'not_signable')
		await romain.refuses(libraryApi.askSignature, { path, body: {} }, 409, 'not_signable')
	})

	it('is collected from paper and by mail by facilitators', async () => {
		const path = { file: await published('feuille.md', { kind: 'charter' }) }
		const paper = { name: 'Jeanne Papier', day: '2026-10-11', how: 'Classeur du local' }
		await maelle.refuses(libraryApi.enterSignature, { path, body: paper }, 403, 'not_yours')
		const entered = await romain.answers(libraryApi.enterSignature, { path, body: paper })
		expect(entered).toMatchObject({ name: 'Jeanne Papier', how: 'paper', day: '2026-10-11', note: 'Classeur du local', can: { withdraw: true } })
		for (const [words, reason] of [
			[{ name: '' }, 'name_missing'], [{ how: '' }, 'how_missing'], [{ day: '2026-02-30' }, 'bad_day'], [{ day: '2199-01-01' }, 'bad_day'], [{ name: 5 }, 'wrong_type'],
			[{ name: 'a'.repeat(SHEET_LIMITS.signerName + 1) }, 'too_long'], [{ how: 'a\u0007' }, 'bad_text'],
		] as const) {
			await romain.refuses(libraryApi.enterSignature, { path, body: { ...paper, ...words } }, 400, reason)
		}
		const mail = { name: 'Paul Courriel', email: 'paul.courriel@example.org' }
		const asked = await romain.answers(libraryApi.askSignature, { path, body: mail })
		expect(asked).toMatchObject({ name: 'Paul Courriel', how: 'mail', waiting: true })
		await romain.refuses(libraryApi.askSignature, { path, body: mail }, 409, 'already_asked')
		await romain.refuses(libraryApi.askSignature, { path, body: { ...mail, email: 'nowhere' } }, 400, 'bad_address')
		await romain.refuses(libraryApi.askSignature, { path, body: { ...mail, name: ' ' } }, 400, 'name_missing')
		expect(await romain.answers(libraryApi.signatures, { path })).toHaveLength(2)
		expect(await maelle.answers(libraryApi.signatures, { path })).toMatchObject([{ name: 'Jeanne Papier', note: '' }])
		for (const { id } of [entered, asked]) {
			await romain.answers(libraryApi.withdrawSignature, { path: { ...path, signature: id } })
		}
	})
})

it('calls every endpoint', () => {
	expect(Object.entries(libraryApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
})
