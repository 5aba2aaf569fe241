/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarApi } from '../../src/calendar/api.ts'
import { groupApi } from '../../src/group/api.ts'
import { meetingApi } from '../../src/meeting/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')

let group = 0
/** Begins within the year that is listed. */
const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
const TITLE = `Choisir, puis poser la pompe ; 🌻 ${randomWord()}`

beforeAll(async () => {
	group = (await maelle.answers(groupApi.create, { body: { title: `Groupe, dans l’agenda ${randomWord()}` } })).id
	await maelle.answers(meetingApi.create, { path: { group }, body: { title: TITLE, day, time: '18:30', endTime: '20:00', zone: 'Europe/Paris', place: 'Foyer', agenda: 'La **pompe**', key: randomWord() } })
})

afterAll(async () => {
	await maelle.answers(calendarApi.remove, { path: { feed: 0 } })
	const { version } = await maelle.answers(groupApi.get, { path: { group } })
	await maelle.answers(groupApi.setStatus, { path: { group }, body: { status: 'closed', version } })
	await maelle.answers(groupApi.delete, { path: { group } })
	expect(Object.values(calendarApi).filter((endpoint) => !tried.endpoints.has(endpoint))).toEqual([])
})

/** What a calendar without a login reads. */
async function read(address: string) {
	const response = await fetch(address)
	const text = await response.text()
	const titles = response.ok ? new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary'))) : []
	return { status: response.status, type: response.headers.get('content-type'), etag: response.headers.get('etag'), text, titles }
}

it('lists my dates', async () => {
	const { dates } = await maelle.answers(calendarApi.dates)
	expect(dates.find(({ title }) => title === TITLE)).toMatchObject({ kind: 'meeting', group: { id: group }, place: 'Foyer', page: `/groups/${group}/meetings`, cancelled: false })
	expect((await bastian.answers(calendarApi.dates)).dates.find(({ title }) => title === TITLE)).toBeUndefined()
})

it('has addresses at which calendars read them, until they are renewed or removed', async () => {
	const { all } = await maelle.answers(calendarApi.make, { path: { feed: 0 } })
	const { groups } = await maelle.answers(calendarApi.make, { path: { feed: group } })
	const mine = await maelle.answers(calendarApi.addresses)
	expect(mine.all).toEqual(all)
	expect(mine.groups).toEqual(groups)
	const ofGroup = groups.find((one) => one.group === group)!
	const first = await read(all.address!)
	expect(first).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/calendar; ?charset=utf-8$/i) })
	expect(first.titles).toContainEqual(expect.stringContaining(TITLE))
	expect((await read(ofGroup.address!)).titles).toEqual([expect.stringContaining(TITLE)])
	const again = await fetch(all.address!, { headers: { 'If-None-Match': first.etag! } })
	expect([again.status, await again.text()]).toEqual([304, ''])

	const renewed = await maelle.answers(calendarApi.make, { path: { feed: 0 } })
	expect(renewed.all.address).not.toBe(all.address)
	expect(await read(renewed.all.address!)).toMatchObject({ status: 200, text: first.text })
	const gone = await read(all.address!)
	const never = await read(all.address!.replace(/[A-Za-z0-9]+\.ics$/, 'never.ics'))
	expect(gone).toEqual(never)
	expect(gone).toMatchObject({ status: 404, text: 'Ce lien ne fonctionne plus' })
	const removed = await maelle.answers(calendarApi.remove, { path: { feed: group } })
	expect(removed.groups.find((one) => one.group === group)).toMatchObject({ made: false, address: null })
	expect(await read(ofGroup.address!)).toEqual(never)
})

it('has none of a group I am not in', async () => {
	await bastian.refuses(calendarApi.make, { path: { feed: group } }, 404, 'not_found')
	await bastian.refuses(calendarApi.make, { path: { feed: 999_999 } }, 404, 'not_found')
})
