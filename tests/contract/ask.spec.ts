/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { askApi } from '../../src/minutes/ask/api.ts'
import { ASK_LIMITS } from '../../src/minutes/ask/model.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const romain = account('romain-vielfaure')

const path = { group: 0 }
beforeAll(async () => {
	path.group = (await romain.answers(groupApi.create, { body: { title: 'Groupe à inviter' } })).id
})
afterAll(() => romain.answers(groupApi.delete, { path }))

it('people are invited, listed and withdrawn', async () => {
	const people = [
		{ key: 'mail', name: 'Personne du Contrat', email: 'invitee.du.contrat@example.org', phone: '06 39 98 09 22', note: 'le mardi' },
		{ key: 'hand', name: 'Personne sans Adresse' },
		{ key: 'bad', email: 'pas une adresse' },
		{ key: 'failed', name: 'Adresse refusée', email: 'jérôme@example.org' },
		{ key: 'gone', memberId: 999_999 },
	]
	const asked = async () => Object.fromEntries((await romain.answers(askApi.ask, { path, body: { people } })).people.map(({ key, outcome }) => [key, outcome]))
	expect(await asked()).toEqual({ mail: 'mailed', hand: 'by_hand', bad: 'bad_address', failed: 'mail_failed', gone: 'gone' })
	expect(await asked()).toMatchObject({ mail: 'asked_already', hand: 'asked_already' })
	const list = await romain.answers(askApi.list, { path })
	expect(list.map(({ name, how, can }) => [name, how, can.again])).toEqual([
		['Personne sans Adresse', 'by_hand', false],
		['Personne du Contrat', 'mail', false],
	])
	await romain.refuses(askApi.again, { path: { ask: list[0]!.id } }, 422, 'no_address')
	await romain.refuses(askApi.again, { path: { ask: list[1]!.id } }, 409, 'already_asked')
	await romain.refuses(askApi.reply, { path: { ask: list[1]!.id }, body: { text: 'Oui.' } }, 422, 'no_question')
	await romain.refuses(askApi.reply, { path: { ask: list[1]!.id }, body: { text: ' ' } }, 400, 'text_missing')
	for (const { id } of list) {
		await romain.answers(askApi.takeBack, { path: { ask: id } })
	}
	expect(await romain.answers(askApi.list, { path })).toEqual([])
})

it('the mail is shown before it is sent', async () => {
	const mail = await romain.answers(askApi.mail, { body: { name: 'Personne du Contrat', groups: [path.group], message: 'À mardi.' } })
	expect(mail.subject).toContain('Groupe à inviter')
	expect(mail.text).toContain('À mardi.')
	expect(mail.text).toContain('Personne du Contrat')
	await romain.refuses(askApi.mail, { body: { groups: [path.group], message: 'x'.repeat(ASK_LIMITS.message + 1) } }, 400, 'too_long')
	await romain.refuses(askApi.mail, { body: { groups: [path.group], message: 'Lisez www.example.org' } }, 422, 'links_too_early')
})

it('people are invited to several groups by one mail, and nobody twice', async () => {
	const other = (await romain.answers(groupApi.create, { body: { title: 'Autre groupe à inviter' } })).id
	const people = [{ key: 'mail', name: 'Personne aux Deux Groupes', email: 'deux.groupes.du.contrat@example.org', groups: [{ id: path.group, note: 'le mardi' }, { id: other }] }]
	expect((await romain.answers(askApi.ways, { body: { people } })).people.map(({ outcome }) => outcome)).toEqual(['mailed', 'mailed'])
	const asked = async () => (await romain.answers(askApi.askAll, { body: { people } })).people
	expect(await asked()).toEqual([{ key: 'mail', group: path.group, outcome: 'mailed' }, { key: 'mail', group: other, outcome: 'mailed' }])
	expect((await asked()).map(({ outcome }) => outcome)).toEqual(['asked_already', 'asked_already'])
	expect((await romain.answers(askApi.ways, { body: { people } })).people.map(({ outcome }) => outcome)).toEqual(['asked_already', 'asked_already'])
	for (const group of [path.group, other]) {
		for (const { id } of await romain.answers(askApi.list, { path: { group } })) {
			await romain.answers(askApi.takeBack, { path: { ask: id } })
		}
	}
	await romain.answers(groupApi.delete, { path: { group: other } })
})

describe('refusals', () => {
	it('people who do not facilitate the group invite nobody', async () => {
		await maelle.refuses(askApi.list, { path }, 403, 'not_yours')
		await maelle.refuses(askApi.ask, { path, body: { people: [] } }, 403, 'not_yours')
	})

	it('facilitators of the network outside a group without facilitators invite nobody', async () => {
		const other = { group: (await maelle.answers(groupApi.create, { body: { title: 'Groupe sans personne' } })).id }
		await maelle.answers(groupApi.stepDown, { path: other })
		await romain.refuses(askApi.ask, { path: other, body: { people: [] } }, 403, 'outside_group')
		await romain.answers(groupApi.delete, { path: other })
	})

	it.each([
		['no list', { people: 'x' }, 'wrong_type'],
		['a control character', { people: [{ key: 'a', name: 'a\u0000' }] }, 'bad_text'],
		['a name too long', { people: [{ key: 'a', name: 'x'.repeat(ASK_LIMITS.name + 1) }] }, 'too_long'],
		['too many', { people: Array.from({ length: ASK_LIMITS.people + 1 }, (_, i) => ({ key: `${i}` })) }, 'too_many'],
	])('%s', async (_, body, reason) => {
		await romain.refuses(askApi.ask, { path, body }, 400, reason)
	})

	it('a closed group accepts nobody', async () => {
		const { id, version } = await romain.answers(groupApi.create, { body: { title: 'Groupe clos' } })
		await romain.answers(groupApi.setStatus, { path: { group: id }, body: { status: 'closed', version } })
		await romain.refuses(askApi.ask, { path: { group: id }, body: { people: [] } }, 409, 'group_closed')
		await romain.answers(groupApi.delete, { path: { group: id } })
	})
})

describe('the list of endpoints', () => {
	it('has been called completely', () => {
		// Writing again takes a week: tests/php/Minutes/AskTest.php lets one pass. A question comes by the link of a mail: AskTalkTest.php.
		expect(Object.entries(askApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual(['again', 'reply'])
	})

	it('names only reasons that were returned', () => {
		const named = new Set(Object.values(askApi).flatMap(({ errors }) => [...errors]))
		// The limits of an hour and mails that fail a week later are met there too.
		expect([...named].filter((reason) => !tried.reasons.has(reason))).toEqual(['mail_failed', 'enough_mails', 'enough_mails_today'])
	})
})
