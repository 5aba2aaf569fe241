/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { settingsApi } from '../../src/settings/api.ts'
import { CharterSchema, NETWORK_LIMITS, NetworkSettingsSchema, REPLACEABLE } from '../../src/settings/model.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, tried } from './account.ts'

/** Administers Nextcloud. */
const admin = account(process.env.RESEAU_ADMIN ?? 'admin')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
const maelle = account('maelle-roumegous')

describe('the administration', () => {
	it('is returned in one answer', async () => {
		const { settings, facilitation } = await admin.answers(settingsApi.network)
		expect(settings.name).toBe('Cordée d’Oc')
		expect(facilitation.people.map(({ uid }) => uid)).toContain(accountOf('romain-vielfaure'))
		expect((await admin.answers(settingsApi.setup)).length).toBeGreaterThan(0)
	})

	it('offers groups, accounts and folders', async () => {
		const groups = await admin.answers(settingsApi.groups, { query: { q: 'reseau-facil' } })
		expect(groups).toEqual([{ id: 'reseau-facilitation', name: 'reseau-facilitation' }])
		expect(await admin.answers(settingsApi.accounts, { query: { q: 'maelle' } })).toContainEqual({ uid: accountOf('maelle-roumegous'), name: 'Maëlle Roumégous' })
		await admin.answers(settingsApi.folders)
	})

	it('changes a setting from its earlier value', async () => {
		const { settings: { region } } = await admin.answers(settingsApi.network)
		expect((await admin.answers(settingsApi.changeNetwork, { body: { region: '84', was: { region } } })).settings.region).toBe('84')
		const { current } = await admin.refuses(settingsApi.changeNetwork, { body: { region: '93', was: { region } } }, 409, 'stale_version')
		expect(v.parse(NetworkSettingsSchema, current).region).toBe('84')
		await admin.answers(settingsApi.changeNetwork, { body: { region, was: { region: '84' } } })
	})

	it.each([
		['an empty name', { name: ' ' }, 'network_name_missing'],
		['a name too long', { name: 'a'.repeat(NETWORK_LIMITS.name + 1) }, 'too_long'],
		['a control character', { name: 'a\u0000' }, 'bad_text'],
		['a number for a text', { name: 3 }, 'wrong_type'],
		['a region nobody knows', { region: '99' }, 'unknown_region'],
		['a département nobody knows', { departements: ['20'] }, 'unknown_departement'],
		['too many départements', { departements: Array(1000).fill('12') }, 'too_many'],
		['a group nobody knows', { group: 'nobody' }, 'unknown_group'],
		['a path that climbs', { library: '/a/../..' }, 'bad_path'],
		['a folder that does not exist', { library: '/zigouzague' }, 'unknown_folder'],
		['a preset nobody made', { preset: 'closed' }, 'unknown_preset'],
		['a site that is a pattern', { frames: ['https://*.example.org'] }, 'bad_origin'],
	])('refuses %s', async (_, wrong, reason) => {
		const { settings } = await admin.answers(settingsApi.network)
		const refusal = await admin.refuses(settingsApi.changeNetwork, { body: { ...wrong, was: settings } }, 400, reason)
		expect(refusal.field).toEqual(expect.any(String))
	})

	it('adds people to its own group, and removes them', async () => {
		const set = (member: boolean) => admin.answers(settingsApi.setFacilitator, { body: { uid: accountOf('maelle-roumegous'), member } })
		expect((await set(true)).facilitation.people.map(({ uid }) => uid)).toContain(accountOf('maelle-roumegous'))
		expect((await set(false)).facilitation.people.map(({ uid }) => uid)).not.toContain(accountOf('maelle-roumegous'))
		await admin.refuses(settingsApi.setFacilitator, { body: { uid: 'nobody', member: true } }, 400, 'unknown_account')
		await admin.refuses(settingsApi.setFacilitator, { body: { uid: accountOf('maelle-roumegous') } }, 400, 'wrong_type')
	})

	it('keeps every version of the charter', async () => {
		const { charter } = await admin.answers(settingsApi.network)
		const from = charter?.version ?? 0
		const text = `Tenir parole, ${from}.`
		const written = await admin.answers(settingsApi.writeCharter, { body: { version: from, text } })
		expect(written.charter).toMatchObject({ version: from + 1, text })
		expect(await admin.answers(settingsApi.charter, { path: { version: from + 1 } })).toEqual(written.charter)
		expect((await admin.answers(settingsApi.charters))[0]).toMatchObject({ version: from + 1 })
		const { current } = await admin.refuses(settingsApi.writeCharter, { body: { version: from, text: 'Autre.' } }, 409, 'stale_version')
		expect(v.parse(CharterSchema, current)).toEqual(written.charter)
		await admin.refuses(settingsApi.writeCharter, { body: { text } }, 400, 'version_missing')
		await admin.refuses(settingsApi.writeCharter, { body: { version: from + 1, text: 'a'.repeat(200_000) } }, 400, 'too_long')
	})
})

describe('the words of every letter', () => {
	it.each(['opening', 'closing'])('have an %s, written by facilitators', async (place) => {
		const path = { place }
		await maelle.refuses(settingsApi.letterText, { path }, 403, 'not_yours')
		const { text: was } = await romain.answers(settingsApi.letterText, { path })
		const text = `Bonjour ! ${Date.now()}`
		expect(await romain.answers(settingsApi.writeLetterText, { path, body: { text, was } })).toEqual({ text })
		const { current } = await romain.refuses(settingsApi.writeLetterText, { path, body: { text: 'Autre', was: `${was}?` } }, 409, 'stale_version')
		expect(current).toBe(text)
		await romain.refuses(settingsApi.writeLetterText, { path, body: { text: 'a'.repeat(4001), was: text } }, 400, 'too_long')
		await romain.answers(settingsApi.writeLetterText, { path, body: { text: was, was: text } })
	})
})

describe('the welcome text', () => {
	it('is written by facilitators, and read until it is dismissed', async () => {
		await maelle.refuses(settingsApi.welcome, {}, 403, 'not_yours')
		const { text: was } = await romain.answers(settingsApi.welcome)
		const text = `Bienvenue ! ${Date.now()}`
		expect(await romain.answers(settingsApi.writeWelcome, { body: { text, was } })).toEqual({ text })
		const { current } = await romain.refuses(settingsApi.writeWelcome, { body: { text: 'Autre', was: `${was}?` } }, 409, 'stale_version')
		expect(current).toBe(text)
		await romain.refuses(settingsApi.writeWelcome, { body: { text } }, 400, 'wrong_type')
		await romain.refuses(settingsApi.writeWelcome, { body: { text: 'a'.repeat(1001), was: text } }, 400, 'too_long')
		await romain.refuses(settingsApi.writeWelcome, { body: { text: 'a\u0000', was: text } }, 400, 'bad_text')
		await maelle.answers(settingsApi.readWelcome, { body: { read: true } })
		await maelle.refuses(settingsApi.readWelcome, { body: {} }, 400, 'wrong_type')
		await maelle.answers(settingsApi.readWelcome, { body: { read: false } })
		await romain.answers(settingsApi.writeWelcome, { body: { text: was, was: text } })
	})
})

describe('the kit', () => {
	const kit = (parts: object = {}) => JSON.stringify({ format: 'reseau-kit', version: 1, ...parts })

	it('changes nothing where it comes from', async () => {
		const { text } = await admin.answers(settingsApi.kit)
		const rows = await admin.answers(settingsApi.takeKit, { body: { text, replace: [...REPLACEABLE] } })
		expect(rows.length).toBeGreaterThan(0)
		expect(rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
		expect(await admin.answers(settingsApi.kit)).toEqual({ text })
	})

	it('replaces what is there only when asked to, and says so beforehand', async () => {
		const { text: before } = await romain.answers(settingsApi.welcome)
		const was = `Entrez. ${Date.now()}`
		const welcome = `Venez. ${Date.now()}`
		await romain.answers(settingsApi.writeWelcome, { body: { text: was, was: before } })
		const keep = { text: kit({ welcome }), replace: [] }
		const skipped = [{ part: 'welcome', name: '', outcome: 'skipped', why: 'different' }]
		expect(await admin.answers(settingsApi.checkKit, { body: keep })).toEqual(skipped)
		expect(await admin.answers(settingsApi.takeKit, { body: keep })).toEqual(skipped)
		const replace = { text: kit({ welcome }), replace: ['welcome'] }
		const updated = [{ part: 'welcome', name: '', outcome: 'updated', why: '' }]
		expect(await admin.answers(settingsApi.checkKit, { body: replace })).toEqual(updated)
		expect(await romain.answers(settingsApi.welcome)).toEqual({ text: was })
		expect(await admin.answers(settingsApi.takeKit, { body: replace })).toEqual(updated)
		expect(await romain.answers(settingsApi.welcome)).toEqual({ text: welcome })
		await romain.answers(settingsApi.writeWelcome, { body: { text: before, was: welcome } })
	})

	it('may be one that comes with the app', async () => {
		const { empty, kits } = await admin.answers(settingsApi.kits)
		expect(empty).toBe(false)
		expect(kits.map(({ language }) => language)).toEqual(['fr', 'fr', 'fr'])
		for (const { id } of kits) {
			const { text } = await admin.answers(settingsApi.shippedKit, { path: { kit: id } })
			expect((await admin.answers(settingsApi.checkKit, { body: { text, replace: [] } })).length).toBeGreaterThan(100)
		}
		await admin.refuses(settingsApi.shippedKit, { path: { kit: 'unknown' } }, 404, 'not_found')
	})

	it.each<[string, object, string]>([
		['no text', { text: 3 }, 'wrong_type'],
		['a control character', { text: 'a\u0000' }, 'bad_text'],
		['a file too long', { text: 'a'.repeat(NETWORK_LIMITS.kit + 1) }, 'too_long'],
		['another file', { text: '{"values": []}' }, 'not_a_kit'],
		['a file of a newer version', { text: kit({ version: 2 }) }, 'newer_file'],
		['too much to replace', { replace: Array(REPLACEABLE.length + 1).fill('welcome') }, 'too_many'],
	])('refuses %s', async (_, wrong, reason) => {
		for (const endpoint of [settingsApi.checkKit, settingsApi.takeKit]) {
			const refusal = await admin.refuses(endpoint, { body: { text: kit(), replace: [], ...wrong } }, 400, reason)
			expect(refusal.field).toEqual(expect.any(String))
		}
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		expect(Object.entries(settingsApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(settingsApi).flatMap(({ errors }) => [...errors]))
		// These two depend on how Nextcloud's groups are set up: tests/php/Settings/AdministrationTest.php meets them.
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual(['foreign_group', 'group_not_writable'])
	})
})
