/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NewGroup } from '../../src/group/model.ts'

import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { makingApi } from '../../src/group/making/api.ts'
import { GROUP_LIMITS, GroupSchema, NewGroupSchema } from '../../src/group/model.ts'
import { memberApi } from '../../src/member/api.ts'
import { settingsApi } from '../../src/settings/api.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { account, authorization, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** Facilitates the network. */
const romain = account('romain-vielfaure')
/** An account without a card. */
const admin = account('admin')

let ids: { maelle: number, bastian: number }
/** Made for the tests by Maëlle, who facilitates them. */
const made: number[] = []

async function group(body: Partial<NewGroup> = {}) {
	const answer = await maelle.answers(groupApi.create, { body: { title: 'Groupe éphémère', ...body } })
	made.push(answer.id)
	return answer
}

/** A board of an account, in Deck. */
async function newBoard(uid: string): Promise<number> {
	const response = await fetch(`${process.env.RESEAU_URL}/index.php/apps/deck/boards`, {
		method: 'POST',
		headers: { 'OCS-APIRequest': 'true', 'Content-Type': 'application/json', Accept: 'application/json', Authorization: authorization(uid) },
		body: JSON.stringify({ title: 'Éphémère', color: '2e7d32' }),
	})
	return (await response.json() as { id: number }).id
}

/** The version of the charter to join with. */
async function charter() {
	return (await maelle.answers(groupApi.charter))?.version ?? null
}

async function setStatus(id: number, status: 'active' | 'dormant' | 'closed') {
	const { version } = await maelle.answers(groupApi.get, { path: { group: id } })
	return maelle.answers(groupApi.setStatus, { path: { group: id }, body: { status, version } })
}

beforeAll(async () => {
	ids = { maelle: (await maelle.answers(memberApi.mine)).id, bastian: (await bastian.answers(memberApi.mine)).id }
})

afterAll(async () => {
	for (const id of made) {
		await setStatus(id, 'closed')
		await maelle.answers(groupApi.delete, { path: { group: id } })
	}
})

describe('reading', () => {
	it('returns the groups of the network with their members', async () => {
		const groups = await maelle.answers(groupApi.list)
		expect(groups.length).toBeGreaterThan(3)
		for (const { id } of groups) {
			await maelle.answers(groupApi.get, { path: { group: id } })
			await maelle.answers(groupApi.roster, { path: { group: id } })
		}
		await maelle.refuses(groupApi.get, { path: { group: 999_999 } }, 404, 'not_found')
	})

	it('finds groups by words, or by some of them', async () => {
		expect((await maelle.answers(groupApi.find, { query: { q: 'informatique' } })).groups[0]!.title).toBe('Outils numériques libres et lisibles')
		const near = await maelle.answers(groupApi.find, { query: { q: 'groupe commune eau jardin', limit: 2 } })
		expect(near.near).toBe(true)
		expect((await maelle.answers(groupApi.find, { query: { q: 'groupe commune eau jardin', limit: 2, cursor: near.next! } })).groups.length).toBeGreaterThan(0)
		expect((await maelle.answers(groupApi.find, { query: { q: 'outisl' } })).corrected).toEqual([{ from: 'outisl', to: expect.stringMatching(/^outil/i) }])
		for (const [query, reason] of [
			[{ q: 'é'.repeat(201) }, 'too_long'], [{ q: 'a\u0007' }, 'bad_text'], [{ q: 'mot '.repeat(17) }, 'too_many'], [{ cursor: 'a' }, 'bad_cursor'], [{ limit: 101 }, 'bad_limit'],
		] as const) {
			await maelle.refuses(groupApi.find, { query }, 400, reason)
		}
	})
})

describe('a group', () => {
	it('is created once, changed, paused and closed', async () => {
		const { id, version, mine } = await group({ key: 'contract', purpose: 'Essayer', mandate: { mayAdvance: ['Tout'], mustNot: [], with: [] }, model: 'bilan', facilitators: [ids.bastian] })
		expect(mine).toMatchObject({ state: 'active', facilitates: true, lastFacilitator: true })
		expect((await maelle.answers(groupApi.create, { body: { title: 'Autre', key: 'contract' } })).id).toBe(id)
		const path = { group: id }
		const edited = await maelle.answers(groupApi.edit, { path, body: { version, title: 'Groupe changé', channel: { kind: 'link', value: 'https://salon.example.org/eau' } } })
		const { current } = await maelle.refuses(groupApi.edit, { path, body: { version, title: 'Autre' } }, 409, 'stale_version')
		expect(v.parse(GroupSchema, current)).toEqual(edited)
		await maelle.refuses(groupApi.edit, { path, body: { title: 'Autre' } }, 400, 'version_missing')
		await bastian.refuses(groupApi.edit, { path, body: { version: edited.version, title: 'Autre' } }, 403, 'not_yours')
		await maelle.refuses(groupApi.setStatus, { path, body: { status: 'forming', version: edited.version } }, 400, 'unknown_status')
		await maelle.answers(groupApi.takeLease, { path, body: { runner: 'a' } })
		await maelle.answers(groupApi.saveMaking, { path, body: { runner: 'a', step: 'done' } })
		await maelle.refuses(groupApi.delete, { path }, 409, 'group_living')
		await setStatus(id, 'dormant')
		await setStatus(id, 'active')
		await setStatus(id, 'closed')
		await maelle.answers(groupApi.delete, { path })
		made.splice(made.indexOf(id), 1)
	})

	it('is refused with the invalid field', async () => {
		const refusals: [object, string, string][] = [
			[{ title: ' ' }, 'title_missing', 'title'],
			[{ title: 3 }, 'wrong_type', 'title'],
			[{ title: 'x'.repeat(200) }, 'too_long', 'title'],
			[{ title: 'Eau', purpose: '\u0007' }, 'bad_text', 'purpose'],
			[{ title: 'Eau', mandate: { with: Array.from({ length: 40 }).fill('x') } }, 'too_many', 'mandate.with'],
			[{ title: 'Eau', channel: { kind: 'link', value: 'ftp://x' } }, 'bad_channel', 'channel'],
			[{ title: 'Eau', join: 'ticket' }, 'unknown_preset', 'join'],
			[{ title: 'Eau', terms: ['nowhere'] }, 'unknown_term', 'terms.0'],
			[{ title: 'Eau', territories: [{ kind: 'departement', code: '00' }] }, 'unknown_territory', 'territories.0'],
		]
		for (const [body, reason, field] of refusals) {
			expect(await maelle.refuses(groupApi.create, { body }, 400, reason)).toMatchObject({ field })
		}
		await admin.refuses(groupApi.create, { body: { title: 'Eau' } }, 404, 'no_card')
		await maelle.refuses(groupApi.create, { body: { title: 'Eau', facilitators: [999_999] } }, 422, 'unknown_member')
		await maelle.refuses(groupApi.create, { body: { title: 'Eau', minutes: { id: 1, position: 0 } } }, 403, 'not_yours')
	})

	it('is made by one run at a time', async () => {
		const { id } = await group()
		const path = { group: id }
		expect(await maelle.answers(groupApi.takeLease, { path, body: { runner: 'a' } })).toMatchObject({ first: true, mine: true, running: true })
		expect(await maelle.refuses(groupApi.takeLease, { path, body: { runner: 'b' } }, 409, 'being_made')).toMatchObject({ mine: true })
		await maelle.refuses(groupApi.takeLease, { path, body: {} }, 400, 'runner_missing')
		await bastian.refuses(groupApi.takeLease, { path, body: { runner: 'b' } }, 403, 'not_yours')
		const board = await newBoard('maelle-roumegous')
		await maelle.refuses(groupApi.saveMaking, { path, body: { runner: 'a', boardId: await newBoard('bastian-escande') } }, 422, 'unknown_board')
		await maelle.refuses(groupApi.saveMaking, { path, body: { runner: 'a', folderId: 5, folderPath: '/Réseau/../Éphémère' } }, 422, 'unknown_folder')
		await maelle.answers(groupApi.saveMaking, { path, body: { runner: 'a', boardId: board, folderPath: '/Réseau/Éphémère', model: 'evenement', step: 'folder', note: 'team: absent' } })
		expect((await maelle.answers(groupApi.get, { path })).making?.model).toBe('evenement')
		await maelle.refuses(groupApi.saveMaking, { path, body: { runner: 'a', model: 'x'.repeat(65) } }, 400, 'too_long')
		await maelle.refuses(groupApi.saveMaking, { path, body: { runner: 'a', teamId: 'unknown' } }, 422, 'unknown_team')
		const other = (await group()).id
		await maelle.answers(groupApi.takeLease, { path: { group: other }, body: { runner: 'a' } })
		await maelle.refuses(groupApi.saveMaking, { path: { group: other }, body: { runner: 'a', boardId: board } }, 409, 'board_taken')
		await maelle.refuses(groupApi.makeTalk, { path }, 409, 'talk_failed')
		await maelle.refuses(makingApi.beginUndo, { path, body: { runner: 'b' } }, 409, 'being_made')
		await maelle.refuses(makingApi.endUndo, { path, query: { runner: 'b' } }, 409, 'being_made')
		expect(await maelle.answers(makingApi.beginUndo, { path, body: { runner: 'a' } })).toMatchObject({ boardId: board, running: true })
		await maelle.refuses(groupApi.setStatus, { path, body: { status: 'active', version: (await maelle.answers(groupApi.get, { path })).version! } }, 409, 'being_made')
		await maelle.answers(makingApi.endUndo, { path, query: { runner: 'a' } })
		await maelle.answers(groupApi.releaseLease, { path, query: { runner: 'a' } })
		await maelle.answers(groupApi.releaseLease, { path: { group: other }, query: { runner: 'a' } })
	})

	it('has a team of its maker', async () => {
		const headers = { 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json', Authorization: `Basic ${Buffer.from(`${accountOf('maelle-roumegous')}:${process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'}`).toString('base64')}` }
		const circles = `${process.env.RESEAU_URL}/ocs/v2.php/apps/circles/circles`
		const team: string = (await (await fetch(circles, { method: 'POST', headers, body: JSON.stringify({ name: 'Équipe éphémère', personal: false, local: false }) })).json()).ocs.data.id
		const groups = [(await group()).id, (await group()).id]
		for (const id of groups) {
			await maelle.answers(groupApi.takeLease, { path: { group: id }, body: { runner: 'a' } })
		}
		const saved = await maelle.answers(groupApi.saveMaking, { path: { group: groups[0]! }, body: { runner: 'a', teamId: team } })
		expect(saved.teamId).toBe(team)
		await maelle.refuses(groupApi.saveMaking, { path: { group: groups[1]! }, body: { runner: 'a', teamId: team } }, 409, 'team_taken')
		for (const id of groups) {
			await maelle.answers(groupApi.releaseLease, { path: { group: id }, query: { runner: 'a' } })
		}
		await fetch(`${circles}/${team}`, { method: 'DELETE', headers })
	})
})

describe('the people of a group', () => {
	it('ask and are admitted, engage, facilitate, and leave', async () => {
		const { id } = await group({ join: 'request' })
		const path = { group: id }
		const member = { ...path, member: ids.bastian }
		const asked = await bastian.answers(groupApi.join, { path, body: { commitment: 'Les semis', hours: '1 h', from: null, until: null, limits: '', charter: await charter() } })
		expect(asked.mine).toMatchObject({ state: 'requested' })
		await bastian.answers(groupApi.leave, { path, body: {} })
		await maelle.refuses(groupApi.admit, { path: member }, 409, 'not_requested')
		await bastian.answers(groupApi.join, { path, body: {} })
		expect(await maelle.answers(groupApi.admit, { path: member })).toMatchObject({ state: 'active' })
		await maelle.refuses(groupApi.delete, { path, query: { runner: 'a' } }, 409, 'group_joined')
		await maelle.refuses(makingApi.beginUndo, { path, body: { runner: 'a' } }, 409, 'group_joined')
		expect((await bastian.answers(groupApi.engage, { path, body: { hours: '2 h' } })).mine).toMatchObject({ hours: '2 h' })
		await bastian.refuses(groupApi.engage, { path, body: { until: 'demain' } }, 400, 'bad_day')
		await bastian.refuses(groupApi.engage, { path, body: { from: '2026-12-02', until: '2026-12-01' } }, 400, 'until_before_from')
		await maelle.refuses(groupApi.facilitate, { path, body: { memberId: 999_999 } }, 422, 'unknown_member')
		const given = await maelle.answers(groupApi.facilitate, { path, body: { memberId: ids.bastian, until: '2027-03-31' } })
		expect(given.facilitators).toHaveLength(2)
		await bastian.answers(groupApi.stepDown, { path })
		await bastian.refuses(groupApi.stepDown, { path }, 409, 'not_in_group')
		await maelle.answers(groupApi.acceptances, { path })
		await maelle.answers(groupApi.stepDown, { path })
		// A facilitator of the network decides about it now, and is not in it.
		await romain.refuses(groupApi.edit, { path, body: { join: 'open', version: given.version } }, 403, 'outside_group')
		const closed = await romain.answers(groupApi.setStatus, { path, body: { status: 'closed', version: given.version } })
		await romain.refuses(groupApi.setStatus, { path, body: { status: 'active', version: closed.version } }, 409, 'no_facilitator')
		await maelle.answers(groupApi.facilitate, { path, body: { memberId: ids.maelle } })
		await setStatus(id, 'active')
		await bastian.refuses(groupApi.acceptances, { path }, 403, 'not_yours')
		expect((await bastian.answers(groupApi.leave, { path, body: { note: 'Servez-vous.' } })).mine).toMatchObject({ state: 'left', exitNote: 'Servez-vous.' })
		await admin.refuses(groupApi.join, { path, body: {} }, 404, 'no_card')
	})

	it('are invited and may decline', async () => {
		const { id } = await group({ join: 'private' })
		const path = { group: id }
		await bastian.refuses(groupApi.join, { path, body: { charter: await charter() } }, 403, 'by_invitation')
		const body = { memberId: ids.bastian }
		expect(await maelle.answers(groupApi.invite, { path, body })).toEqual({ outcome: 'notified' })
		expect(await maelle.answers(groupApi.invite, { path, body })).toEqual({ outcome: 'asked_already' })
		await maelle.answers(groupApi.removePerson, { path: { ...path, member: ids.bastian } })
		await maelle.answers(groupApi.invite, { path, body })
		expect((await bastian.answers(groupApi.decline, { path })).mine).toMatchObject({ state: 'declined' })
		expect(await maelle.answers(groupApi.invite, { path, body })).toEqual({ outcome: 'refused_before' })
		await romain.refuses(groupApi.decline, { path }, 409, 'not_invited')
		await setStatus(id, 'closed')
		await maelle.refuses(groupApi.invite, { path, body }, 409, 'group_closed')
	})

	it('need no account', async () => {
		const { id } = await group()
		const path = { group: id }
		const { id: memberId, version } = await maelle.answers(memberApi.create, { body: { name: 'Personne Éphémère' } })
		const card = { id: memberId }
		await maelle.refuses(groupApi.addPerson, { path, body: { memberId, how: 'Au téléphone' } }, 422, 'card_hidden')
		await maelle.answers(memberApi.recordConsent, { path: card, body: { date: '2026-01-15', how: 'Au téléphone' } })
		await maelle.answers(memberApi.setStatus, { path: card, body: { status: 'published', version } })
		await maelle.refuses(groupApi.addPerson, { path, body: { memberId, how: '' } }, 400, 'how_missing')
		await maelle.refuses(groupApi.addPerson, { path, body: { memberId: ids.bastian, how: 'Oui' } }, 422, 'own_account')
		expect(await maelle.answers(groupApi.addPerson, { path, body: { memberId, how: 'Au téléphone', hours: 'le jeudi', charter: await charter() } })).toMatchObject({ state: 'active', hours: 'le jeudi' })
		const member = { ...path, member: memberId }
		expect(await maelle.answers(groupApi.changePerson, { path: member, body: { hours: 'le lundi' } })).toMatchObject({ hours: 'le lundi' })
		await maelle.refuses(groupApi.facilitate, { path, body: { memberId } }, 422, 'no_account')
		await maelle.answers(groupApi.removePerson, { path: member, query: { note: 'Déménage' } })
		await maelle.refuses(groupApi.removePerson, { path: member }, 409, 'not_in_group')

		// If a person who does not keep the card sends the invitation, the keeper answers it.
		const { id: other } = await bastian.answers(groupApi.create, { body: { title: `Autre ${Date.now()}` } })
		expect(await bastian.answers(groupApi.addPerson, { path: { group: other }, body: { memberId, how: 'Oui' } })).toMatchObject({ state: 'invited' })
		const asked = { group: other, member: memberId }
		expect((await maelle.answers(groupApi.roster, { path: { group: other } })).find((row) => row.member.id === memberId)).toMatchObject({ can: { answer: true }, invitedBy: { id: ids.bastian } })
		await bastian.refuses(groupApi.acceptFor, { path: asked, body: { how: 'Oui' } }, 403, 'not_yours')
		expect(await maelle.answers(groupApi.acceptFor, { path: asked, body: { how: 'Au téléphone', charter: await charter() } })).toMatchObject({ state: 'active' })
		await maelle.refuses(groupApi.declineFor, { path: asked }, 409, 'not_invited')
		await maelle.answers(groupApi.removePerson, { path: asked })
		await bastian.answers(groupApi.invite, { path: { group: other }, body: { memberId } })
		expect(await maelle.answers(groupApi.declineFor, { path: asked })).toBeNull()
		await bastian.refuses(groupApi.addPerson, { path: { group: other }, body: { memberId } }, 409, 'refused_before')
		await bastian.answers(groupApi.delete, { path: { group: other } })
		await maelle.answers(memberApi.delete, { path: card })
	})

	it('are never organisations', async () => {
		const { id } = await group()
		const path = { group: id }
		const { id: memberId, version } = await maelle.answers(memberApi.create, { body: { kind: 'organisation', name: 'Fournil éphémère' } })
		const card = { id: memberId }
		await maelle.answers(memberApi.recordConsent, { path: card, body: { date: '2026-01-15', how: 'Au téléphone' } })
		await maelle.answers(memberApi.setStatus, { path: card, body: { status: 'published', version } })
		await maelle.refuses(groupApi.create, { body: { title: 'Groupe éphémère', facilitators: [memberId] } }, 422, 'only_people')
		await maelle.refuses(groupApi.invite, { path, body: { memberId } }, 422, 'only_people')
		await maelle.refuses(groupApi.addPerson, { path, body: { memberId, how: 'Oui' } }, 422, 'only_people')
		await maelle.refuses(groupApi.facilitate, { path, body: { memberId } }, 422, 'only_people')
		const member = { ...path, member: memberId }
		await maelle.refuses(groupApi.acceptFor, { path: member, body: { how: 'Oui' } }, 422, 'only_people')
		await maelle.refuses(groupApi.declineFor, { path: member }, 422, 'only_people')
		await maelle.refuses(groupApi.changePerson, { path: member, body: { hours: 'le lundi' } }, 422, 'only_people')
		await maelle.refuses(groupApi.admit, { path: member }, 422, 'only_people')
		await maelle.refuses(groupApi.removePerson, { path: member }, 422, 'only_people')
		await maelle.answers(memberApi.delete, { path: card })
	})
})

describe('the charter', () => {
	it('is accepted once, and again when it changes', async () => {
		const { charter: current } = await admin.answers(settingsApi.network)
		const written = await admin.answers(settingsApi.writeCharter, { body: { version: current?.version ?? 0, text: `Tenir parole (${Date.now()}).` } })
		const version = written.charter!.version
		const { id } = await group({ join: 'open' })
		const path = { group: id }
		expect(await bastian.refuses(groupApi.join, { path, body: {} }, 409, 'charter_not_signed')).toMatchObject({ current: version })
		await bastian.refuses(groupApi.acceptCharter, { body: {} }, 400, 'version_missing')
		expect(await bastian.answers(groupApi.acceptCharter, { body: { version } })).toMatchObject({ accepted: { version } })
		expect((await bastian.answers(groupApi.join, { path, body: {} })).mine).toMatchObject({ state: 'active' })
		await bastian.answers(groupApi.leave, { path, body: {} })
		// Without a charter nothing is asked.
		await admin.answers(settingsApi.writeCharter, { body: { version, text: '' } })
		expect(await bastian.answers(groupApi.charter)).toBeNull()
	})
})

describe('the list of endpoints', () => {
	it('matches the limits of its schemas', () => {
		expect(v.safeParse(NewGroupSchema, { title: 'é'.repeat(GROUP_LIMITS.title) }).success).toBe(true)
		expect(v.safeParse(NewGroupSchema, { title: 'é'.repeat(GROUP_LIMITS.title + 1) }).success).toBe(false)
	})

	it('has been called completely', () => {
		// Talk is there neither on the sandbox nor on every Nextcloud: its answer is held to the schema like every group's, in PHP's tests.
		const left = Object.entries(groupApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)
		expect(left).toEqual(['makeTalk'])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(groupApi).flatMap(({ errors }) => [...errors]))
		// What takes a day is met in tests/php/Minutes/OutsideMailsTest.php, rules of Nextcloud in tests/php/Integration/InteractionsTest.php.
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual(['enough_groups_today', 'enough_invitations_today', 'restricted'])
	})
})
