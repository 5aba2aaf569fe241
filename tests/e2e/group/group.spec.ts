/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr, frLike } from '../support/french.ts'
import { ensureCharter, joinButton, makeGroup, openFacilitation, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook, stopName } from '../support/looks.ts'
import { person, restoreCard } from '../support/network.ts'
import { A_TRY, untilAt } from '../support/patience.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'helene-quintilla'
/** In no group of the demo network. */
const NEWCOMER = 'mireia-casanoves'
const INVITED = 'bastian-escande'

const TITLE = `Haies et passages ${Date.now()}`
const PURPOSE = 'Replanter ce que le remembrement a ôté, là où quelqu’un en prend soin.'
const COMMITMENT = 'Les plans et les pelles'

let id: number
test.beforeAll(async () => {
	// One after another: a Nextcloud on SQLite does not allow several first logins at the same time.
	for (const uid of [FACILITATOR, NEWCOMER, INVITED]) {
		await restoreCard(uid)
	}
	await ensureCharter()
	id = await makeGroup(FACILITATOR, {
		title: TITLE,
		purpose: PURPOSE,
		mandate: { mayAdvance: ['Choisir les lieux', 'Trouver des plants'], mustNot: ['Planter sans accord'], with: ['Les communes'] },
		join: 'open',
	})
})
test.afterAll(() => removeGroup(id, FACILITATOR, INVITED))

const main = (page: Page) => page.getByRole('main')
const row = (page: Page, uid: string) => main(page).getByRole('row').filter({ hasText: person(uid).name })

test('a member finds a group, and joins it by keyboard with three answers and the charter', async ({ page }) => {
	await login(page, NEWCOMER)
	await open(page, '/groups')
	await main(page).getByRole('searchbox', { name: fr('Find a group') }).fill('remembrement soin')
	await everyLook(page)
	await main(page).getByRole('link', { name: TITLE, exact: true }).click()
	await expect(main(page).getByRole('heading', { level: 1, name: TITLE })).toBeFocused()
	await expect(main(page)).toContainText(PURPOSE)
	await expect(main(page).getByRole('heading', { level: 3, name: fr('Can or must advance') })).toBeVisible()
	await expect(row(page, FACILITATOR)).toContainText(fr('facilitates the group'))
	await everyLook(page)

	await main(page).getByRole('link', { name: fr('Join'), exact: true }).click()
	await expect(main(page).getByRole('heading', { level: 1 })).toBeFocused()
	await expect(main(page).getByLabel(fr('What are you committing to?'))).toBeVisible()
	const next = async (name: string) => {
		await page.keyboard.press('Tab')
		expect(await stopName(page)).toBe(name)
	}
	await next(fr('What are you committing to?'))
	await page.keyboard.type(COMMITMENT)
	await next(fr('How much'))
	await page.keyboard.type('deux matinées')
	await main(page).getByLabel(fr('Until')).fill('2099-03-31')
	await main(page).getByLabel(fr('Your limits?')).focus()
	await page.keyboard.type('Pas en août')
	await next(fr('I accept the charter and join'))
	await everyLook(page, [320])
	// Another test may write a new version at any moment: it must be accepted again.
	await untilAt(page, new RegExp(`/groups/${id}$`), async () => {
		await main(page).getByRole('button', { name: fr('I accept the charter and join') }).focus(A_TRY)
		await page.keyboard.press('Enter')
	})

	await expect(page.getByText(fr('You are in the group. It has no team yet, so there is no board or folder to open.'))).toBeVisible()
	await expect(row(page, NEWCOMER)).toContainText(COMMITMENT)
	await expect(row(page, NEWCOMER)).toContainText('deux matinées')
	await expect(row(page, NEWCOMER)).toContainText('Pas en août')
	await expect(page.getByRole('navigation').getByRole('link', { name: TITLE })).toHaveAttribute('aria-current', 'page')
})

test('a member changes the own commitment, then leaves with a note', async ({ page, browser }) => {
	await login(page, NEWCOMER)
	await open(page, `/groups/${id}`)
	await main(page).getByRole('link', { name: fr('My commitment') }).click()
	await main(page).getByLabel(fr('What are you committing to?')).fill('Les pelles seulement')
	await main(page).getByRole('button', { name: fr('Record it') }).click()
	await expect(page.getByText(fr('Your commitment was recorded.'))).toBeVisible()
	await expect(row(page, NEWCOMER)).toContainText('Les pelles seulement')
	await page.getByRole('button', { name: fr('Undo') }).click()
	// Back in the form, with what was written; what was stored before is stored again.
	await expect(main(page).getByLabel(fr('What are you committing to?'))).toHaveValue('Les pelles seulement')
	await open(page, `/groups/${id}`)
	await expect(row(page, NEWCOMER)).toContainText(COMMITMENT)

	await main(page).getByRole('link', { name: fr('Leave the group') }).click()
	await main(page).getByLabel(fr('A message to the others (optional)')).fill('Les pelles sont dans la grange.')
	await everyLook(page, [320])
	await main(page).getByRole('button', { name: fr('Leave the group') }).click()
	await expect(page).toHaveURL(new RegExp(`/groups/${id}$`))
	await expect(page.getByText(fr('You left “{group}”.', { group: TITLE }))).toBeVisible()
	await expect(row(page, NEWCOMER)).toHaveCount(0)
	await expect(page.getByRole('navigation').getByRole('link', { name: TITLE })).toHaveCount(0)

	const facilitator = await someone(browser, FACILITATOR)
	await open(facilitator, `/groups/${id}`)
	await expect(main(facilitator).getByText(frLike('{name} left the group on {date}: “{note}”')).filter({ hasText: 'Les pelles sont dans la grange.' })).toContainText(person(NEWCOMER).name)
})

test('an invited member finds the invitation on Home, and joins', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${id}`)
	await expect(main(page).getByRole('combobox', { name: fr('Invite someone to the group') })).toHaveCount(0)
	await openFacilitation(page)
	await everyLook(page, [1280, 320])
	const field = main(page).getByRole('combobox', { name: fr('Invite someone to the group') })
	await field.fill(person(INVITED).name)
	await main(page).getByRole('option', { name: person(INVITED).name }).click()
	await expect(main(page).getByText(fr('{name} was invited with a notification.', { name: person(INVITED).name }))).toBeVisible()
	await expect(main(page).getByText(fr('invited, no answer yet'))).toBeVisible()
	await everyLook(page)
	// How it was left is kept.
	await page.reload()
	await expect(main(page).getByText(fr('invited, no answer yet'))).toBeVisible()

	const invited = await someone(browser, INVITED)
	await open(invited, '/')
	await main(invited).getByRole('region', { name: fr('What is waiting for you') }).getByRole('listitem').filter({ hasText: TITLE }).getByRole('link', { name: fr('Accept or decline') }).click()
	await expect(main(invited).getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await expect(main(invited).getByText(fr('{name} invites you to this group. You join it once you say yes.', { name: person(FACILITATOR).name }))).toBeVisible()
	await main(invited).getByRole('link', { name: fr('Answer the invitation') }).click()
	// The page left behind has the address that joining leads to.
	await expect(joinButton(invited, 'I accept the invitation')).toBeVisible()
	await untilAt(invited, new RegExp(`/groups/${id}$`), () => joinButton(invited, 'I accept the invitation').click(A_TRY))
	await expect(row(invited, INVITED)).toBeVisible()
	await expect(main(invited).getByRole('heading', { level: 2, name: fr('Facilitate this group') })).toHaveCount(0)
	// The facilitator sees who came.
	await open(page, `/groups/${id}`)
	await expect(main(page).getByRole('region', { name: fr('New in the group') })).toContainText(person(INVITED).name)
})

test('a facilitator changes the mandate, undoes that, and hands over', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${id}`)
	await openFacilitation(page)
	await main(page).getByRole('link', { name: fr('Edit'), exact: true }).click()
	const mandate = main(page).getByLabel(fr('Must not'))
	await mandate.fill('Planter sans accord\nArroser en août')
	await main(page).getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(page.getByText(fr('Group updated.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByText(fr('Group updated.'))).toBeHidden()
	await expect(mandate).toHaveValue('Planter sans accord\nArroser en août')
	await open(page, `/groups/${id}/edit`)
	await expect(mandate).toHaveValue('Planter sans accord')
	await everyLook(page)

	const about = main(page).getByRole('combobox', { name: fr('What it is about'), exact: true })
	await main(page).getByLabel(fr('What the group looks for'), { exact: true }).fill('Un rouet à prêter')
	await about.fill('jardins')
	await about.press('ArrowDown')
	await about.press('Enter')
	const stored = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes(`/groups/${id}`))
	await main(page).getByRole('button', { name: fr('Save these details'), exact: true }).click()
	expect((await stored).ok()).toBe(true)
	await open(page, '/groups?q=rouet')
	const row = main(page).getByRole('listitem').filter({ hasText: 'Un rouet à prêter' })
	await expect(row).toContainText('Jardins partagés')
	await row.getByRole('link').click()
	// A word leads to the people and things that have it too.
	await main(page).getByRole('link', { name: 'Jardins partagés', exact: true }).click()
	await expect(page).toHaveURL(/\/members\?q=Jardins/)
	await open(page, `/groups/${id}/edit`)

	await main(page).getByRole('combobox', { name: fr('Person in the group') }).selectOption({ label: person(INVITED).name })
	await main(page).getByLabel(fr('Facilitates until')).fill('2099-12-31')
	await main(page).getByText(fr('in my place')).click()
	await main(page).getByRole('button', { name: fr('Hand over') }).click()
	await expect(page.getByText(fr('{name} facilitates the group in your place.', { name: person(INVITED).name }))).toBeVisible()
	await expect(main(page).getByText(fr('Only facilitators of this group can edit it.'))).toBeVisible()

	const next = await someone(browser, INVITED)
	await open(next, `/groups/${id}`)
	await expect(main(next).getByText(frLike('facilitated by {names}')).first()).toContainText(person(INVITED).name)
	await openFacilitation(next)
})
