/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Browser, Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { ensureCharter, makeGroup, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const WRITER = 'helene-quintilla'
const MEMBERS = ['bastian-escande', 'berengere-malaterre', 'lou-marquefave']
const OUTSIDER = 'mireia-casanoves'
const TITLE = `Prés communs ${Date.now()}`
const TEXT = 'La réunion est déplacée à jeudi, même heure.'

let id: number
test.beforeAll(async () => {
	await ensureCharter()
	id = await makeGroup(WRITER, { title: TITLE, purpose: 'Faucher ensemble.', join: 'open' })
	for (const uid of MEMBERS) {
		const own = await api(uid)
		const { data } = await own.get('/charter')
		await own.post(`/groups/${id}/join`, { commitment: 'Faucher', charter: data?.version ?? null })
		await own.dispose()
	}
})
test.afterAll(() => removeGroup(id, WRITER))

const main = (page: Page) => page.getByRole('main')

async function write(page: Page, text: string, people: number): Promise<void> {
	await main(page).getByRole('textbox', { name: fr('Your message') }).fill(text)
	await main(page).getByRole('button', { name: frCount('Send to %n person', people) }).click()
	await expect(page.getByText(frCount('Your message was sent to %n person.', people))).toBeVisible()
}

async function answer(browser: Browser, uid: string, text: string): Promise<void> {
	const page = await someone(browser, uid)
	expect(await notificationsOf(uid)).toContain(`${person(WRITER).name} a écrit à toutes les personnes du groupe «\u00A0${TITLE}\u00A0»`)
	await open(page, '/messages')
	await main(page).getByRole('link', { name: person(WRITER).name }).first().click()
	await expect(main(page).getByText(fr('To all people of the group'))).toBeVisible()
	await main(page).getByRole('textbox', { name: fr('Your answer') }).fill(text)
	await main(page).getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(main(page).getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
	await page.context().close()
}

test('a member writes to all of their group, two answer, and a person from outside writes to its facilitator', async ({ page, browser }) => {
	await login(page, WRITER)
	await open(page, `/groups/${id}`)
	await main(page).getByRole('link', { name: fr('Write to the group'), exact: true }).click()
	await expect(main(page).getByText(frCount('Your message goes to %n person of the group.', 3))).toBeVisible()
	await everyLook(page)
	await main(page).getByRole('textbox', { name: fr('Your message') }).fill(TEXT)
	// What is not sent yet stays in this browser.
	await page.reload()
	await expect(main(page).getByRole('textbox', { name: fr('Your message') })).toHaveValue(TEXT)
	await write(page, TEXT, 3)

	const row = main(page).getByRole('listitem').filter({ hasText: frCount('To %n person of “{group}”', 3, { group: TITLE }) })
	await row.locator('summary').press('Enter')
	for (const uid of MEMBERS) {
		await expect(row.getByRole('link', { name: person(uid).name })).toBeVisible()
	}
	await everyLook(page)

	await answer(browser, MEMBERS[0]!, 'Jeudi me va.')
	await answer(browser, MEMBERS[1]!, 'Je viendrai plus tard.')
	await page.reload()
	// Conversations of earlier runs come after these.
	await expect(main(page).getByRole('link', { name: person(MEMBERS[1]!).name }).first()).toBeVisible()
	await row.getByText(TEXT).click()
	await expect(row.getByRole('link')).toHaveText([person(MEMBERS[2]!).name])
	await main(page).getByRole('link', { name: person(MEMBERS[0]!).name }).first().click()
	await expect(main(page).getByRole('listitem').filter({ hasText: 'Jeudi me va.' }).first()).toBeVisible()

	const outside = await someone(browser, OUTSIDER)
	await open(outside, `/groups/${id}`)
	await main(outside).getByRole('link', { name: fr('Write to the facilitators') }).click()
	await write(outside, 'Puis-je venir voir une fois ?', 1)
	await expect(outside).toHaveURL(/\/messages\/\d+$/)
	await expect(main(outside).getByText(fr('To the facilitators of the group'))).toBeVisible()
	expect(await notificationsOf(WRITER)).toContain(`${person(OUTSIDER).name} a écrit aux personnes qui facilitent le groupe «\u00A0${TITLE}\u00A0»`)
	await outside.context().close()
})
