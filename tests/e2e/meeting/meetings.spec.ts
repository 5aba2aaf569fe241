/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { request } from '@playwright/test'
import ICAL from 'ical.js'
import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { makeGroup, removeGroup } from '../support/group.ts'
import { login, open, PASSWORD } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'ginette-bousquie'
const MEMBER = 'amadou-diakhate'
const OUTSIDE = 'maelle-roumegous'

const TITLE = `Four banal ${Date.now()}`
const MEETING = 'Allumer le four'

let group: number
test.beforeAll(async () => {
	group = await makeGroup(FACILITATOR, { title: TITLE, join: 'open' })
	const own = await api(MEMBER)
	await own.post(`/groups/${group}/join`, { commitment: 'Le bois', charter: (await own.get('/charter')).data?.version ?? null })
	await own.delete('/calendar/addresses/0')
	await own.dispose()
})
test.afterAll(async () => {
	const own = await api(MEMBER)
	await own.delete('/calendar/addresses/0')
	await own.dispose()
	await removeGroup(group, FACILITATOR)
})

const main = (page: Page) => page.getByRole('main')
const meeting = (page: Page, name: string) => main(page).getByRole('article').filter({ has: page.getByRole('heading', { name }) })

/** As YYYY-MM-DD; on Home only what is near is shown. */
function dayIn(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

test('a facilitator plans a meeting; its people see it in the group, on Home and in their calendar, and that it is cancelled', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${group}`)
	const section = main(page).getByRole('region', { name: fr('Next meetings') })
	await expect(section).toContainText(fr('No meeting is planned.'))
	await section.getByRole('link', { name: fr('Plan a meeting') }).click()
	await main(page).getByLabel(fr('Title'), { exact: true }).fill(MEETING)
	await page.keyboard.press('Enter')
	await expect(main(page).getByText(fr('Choose the day.'))).toBeVisible()
	await main(page).getByLabel(fr('Day'), { exact: true }).fill(dayIn(9))
	await main(page).getByLabel(fr('Starts at')).fill('18:30')
	await main(page).getByLabel(fr('Ends at')).fill('17:00')
	await expect(main(page).getByText(fr('The end is after the start, within a month. With a time of start, a meeting of several days has a time of end too.'))).toBeVisible()
	await everyLook(page)
	await main(page).getByLabel(fr('Ends at')).fill('20:00')
	await main(page).getByLabel(fr('Place or link')).fill('Au four, ou https://visio.example.org/four')
	await main(page).getByLabel(fr('Agenda')).fill('- Le **bois**\n- Qui pétrit')
	await main(page).getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(page.getByText(fr('The meeting is planned.'))).toBeVisible()
	await expect(meeting(page, MEETING)).toContainText('Qui pétrit')
	await everyLook(page)

	const member = await someone(browser, MEMBER)
	await open(member, `/groups/${group}`)
	await expect(main(member).getByRole('heading', { level: 2 }).first()).toHaveText(fr('Next meetings'))
	await expect(meeting(member, MEETING).getByRole('link', { name: 'https://visio.example.org/four' })).toBeVisible()
	await expect(meeting(member, MEETING).getByRole('link', { name: fr('Edit “{meeting}”', { meeting: MEETING }) })).toHaveCount(0)
	await everyLook(member)
	await open(member, '/')
	await main(member).getByRole('region', { name: fr('My next dates') }).getByRole('link', { name: `${TITLE} – ${MEETING}` }).click()
	await expect(meeting(member, MEETING)).toBeVisible()

	await main(page).getByRole('button', { name: fr('Cancel the meeting “{meeting}”', { meeting: MEETING }) }).click()
	await expect(page.getByText(fr('The meeting is cancelled.'))).toBeVisible()
	await member.reload()
	await expect(meeting(member, MEETING)).toContainText(fr('cancelled'))
	await page.getByRole('button', { name: fr('Undo') }).click()
	await member.reload()
	await expect(meeting(member, MEETING)).not.toContainText(fr('cancelled'))
	await member.close()
})

test('a secret address gives a calendar what its person may see, until it is replaced; others read nothing', async ({ page }) => {
	const reader = await request.newContext({ baseURL: process.env.RESEAU_URL })
	const events = async (address: string) => {
		const answer = await reader.get(address)
		expect(answer.status()).toBe(200)
		expect(answer.headers()['content-type']).toMatch(/^text\/calendar/)
		return new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
	}
	await login(page, MEMBER)
	await open(page, '/calendar')
	const field = main(page).getByLabel(fr('Address: {name}', { name: fr('all my dates') }), { exact: true })
	await main(page).getByRole('button', { name: fr('Create an address: {name}', { name: fr('all my dates') }) }).click()
	await expect(field).toBeFocused()
	await everyLook(page)
	const address = await field.inputValue()
	const [event] = (await events(address)).filter(({ summary }) => summary === `${TITLE} – ${MEETING}`)
	expect(event).toMatchObject({ location: 'Au four, ou https://visio.example.org/four' })
	expect(event!.startDate.toJSDate().getTime()).toBeLessThan(event!.endDate.toJSDate().getTime())

	await main(page).getByRole('button', { name: fr('Create a new address…') }).click()
	await page.getByRole('dialog').getByRole('button', { name: fr('Create a new address'), exact: true }).click()
	await expect(field).not.toHaveValue(address)
	expect((await reader.get(address)).status()).toBe(404)
	const next = await field.inputValue()
	expect((await events(next)).length).toBeGreaterThan(0)

	// One meeting as a file: only its people have it.
	const own = await api(MEMBER)
	const { data: { meetings: [{ id }] } } = await own.get(`/groups/${group}/meetings`)
	await own.dispose()
	// A session of its own for each: cookies count more than a password.
	const session = (uid: string) => request.newContext({ baseURL: process.env.RESEAU_URL, httpCredentials: { username: accountOf(uid), password: PASSWORD, send: 'always' }, extraHTTPHeaders: { 'OCS-APIRequest': 'true' } })
	const [inside, outside] = [await session(MEMBER), await session(OUTSIDE)]
	const file = `/index.php/apps/reseau/calendar/meeting/${id}.ics`
	expect((await inside.get(file)).status()).toBe(200)
	expect((await outside.get(file)).status()).toBe(404)

	// The sandbox has no CalDAV.
	if (process.env.RESEAU_REAL) {
		const look = async (path: string) => (await inside.fetch(path, { method: 'PROPFIND', headers: { Depth: '1' } })).text()
		const [calendar] = (await look(`/remote.php/dav/calendars/${encodeURIComponent(accountOf(MEMBER))}/`)).match(/\/remote\.php\/[^<]*\/app-generated--[^<]*--reseau\//)!
		expect(await look(calendar)).toContain(`meeting-${id}`)
		expect((await inside.fetch(`${calendar}new.ics`, { method: 'PUT', data: 'BEGIN:VCALENDAR\nEND:VCALENDAR' })).status()).toBe(403)
	}
	await inside.dispose()
	await outside.dispose()

	await main(page).getByRole('button', { name: fr('Remove…') }).click()
	await page.getByRole('dialog').getByRole('button', { name: fr('Remove the address') }).click()
	await expect(page.getByText(fr('The address no longer works.'))).toBeVisible()
	expect((await reader.get(next)).status()).toBe(404)
	await reader.dispose()
})
