/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person, removeKept } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

// matches.spec.ts, which runs at the same time, has other people.
const SEEKS = 'mai-nguyen-delpech'
const OFFERS = 'pierrick-aussenac'
const FACILITATES = 'romain-vielfaure'
const KEEPER = 'florence-tastavin'
const seeker = person(SEEKS)
const helper = person(OFFERS)
/** Without an account; seeks the same. */
const kept = 'Jeanne Bru'

async function forget(): Promise<void> {
	await removeKept(KEEPER)
	const own = await api(SEEKS)
	for (const { id, can } of (await own.get('/introductions')).data.introductions) {
		if (can.end) {
			await own.delete(`/introductions/${id}`)
		}
	}
	await own.dispose()
}

test.beforeAll(forget)
test.afterAll(forget)

test('two people agree with the help of a facilitator, who sets place and time', async ({ page, browser }) => {
	await login(page, SEEKS)
	await open(page, '/matches')
	const main = page.getByRole('main')
	await main.getByRole('button', { name: fr('Get to know {name}', { name: helper.name }) }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByRole('radio', { name: fr('With the help of a facilitator, who introduces us') }).check()
	await everyLook(page)
	await dialog.getByRole('button', { name: fr('Propose it') }).click()
	const mine = main.getByRole('region', { name: fr('Getting to know each other') }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: helper.name }) })
	await expect(mine).toContainText(fr('You proposed to get to know each other, with the help of a facilitator. Without an answer, the proposal ends after four weeks.'))

	const other = await someone(browser, OFFERS)
	expect(await notificationsOf(OFFERS)).toContain(`${seeker.name} aimerait faire connaissance`)
	await open(other, '/')
	await expect(other.getByText(fr('{by} would like to get to know you.', { by: seeker.name }))).toBeVisible()
	await open(other, '/matches')
	await everyLook(other)
	await other.getByRole('button', { name: fr('Agree to get to know {name}', { name: seeker.name }) }).press('Enter')
	await expect(other.getByText(fr('You both would like to get to know each other. A facilitator of the network will introduce you.'))).toBeVisible()

	const facilitator = await someone(browser, FACILITATES)
	await open(facilitator, '/mediations')
	const pair = facilitator.getByRole('main').getByRole('listitem').filter({ hasText: seeker.name })
	await pair.getByRole('button', { name: fr('Take on the introduction of {names}', { names: `${seeker.name} et ${helper.name}` }) }).click()
	await pair.getByRole('textbox', { name: fr('Where they meet') }).fill('Café du marché, Limoux')
	await pair.getByLabel(fr('Day'), { exact: true }).fill(`${new Date().getFullYear() + 1}-06-15`)
	await pair.getByLabel(fr('Time of day')).fill('18:00')
	await everyLook(facilitator)
	await pair.getByRole('button', { name: fr('Notify both') }).click()
	await expect(pair.getByText('18:00 : Café du marché, Limoux')).toBeVisible()

	await open(other, '/matches')
	await expect(other.getByText('18:00 : Café du marché, Limoux')).toBeVisible()
	await other.getByRole('button', { name: fr('I cannot come') }).click()
	await other.getByRole('dialog').getByRole('textbox').fill('Je suis en déplacement')
	await other.getByRole('dialog').getByRole('button', { name: fr('Tell the facilitator') }).click()
	await expect(other.getByText(fr('You have said that you cannot come.'))).toBeVisible()
	await everyLook(other)
	await facilitator.reload()
	await expect(pair.getByText('Je suis en déplacement')).toBeVisible()
	await open(page, '/matches')
	await expect(mine).toContainText('Café du marché, Limoux')
	await expect(mine).not.toContainText('déplacement')
	await mine.getByRole('button', { name: fr('Call it off') }).click()
	await page.getByRole('dialog').getByRole('button', { name: fr('Call it off') }).click()
	await expect(mine).toContainText(fr('The introduction was called off. It can be proposed again later.'))
	await other.context().close()
	await facilitator.context().close()
})

test('the keeper of a card proposes it for its person; a conversation opens, which says why', async ({ page, browser }) => {
	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', { name: kept, seeks: seeker.seeks, audience: { seeks: 'members' } })
	await keeper.post(`/members/${data.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
	await keeper.put(`/members/${data.id}/status`, { status: 'published', version: data.version })
	await keeper.dispose()
	await login(page, KEEPER)
	await open(page, `/members/${data.id}`)
	await page.getByRole('button', { name: fr('Get to know {name}', { name: helper.name }) }).click()
	await expect(page.getByRole('dialog').getByText(fr('For {name}, whose card you keep', { name: kept }))).toBeVisible()
	await page.getByRole('dialog').getByRole('button', { name: fr('Propose it') }).click()
	await expect(page.getByText(fr('{name} can now say whether they would like that too.', { name: helper.name }))).toBeVisible()

	const other = await someone(browser, OFFERS)
	await open(other, '/matches')
	await other.getByRole('button', { name: fr('Agree to get to know {name}', { name: kept }) }).click()
	await other.getByRole('link', { name: fr('Write to {name}', { name: kept }) }).click()
	await expect(other.getByText(fr('You both would like to get to know each other: Réseau introduces you.'))).toBeVisible()
	await expect(other.getByRole('main').getByText(`${kept} cherche`)).toBeVisible()
	await everyLook(other)
	await other.getByRole('textbox', { name: fr('Your message') }).fill('Bonjour, parlons-en.')
	await other.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(other.getByText('Bonjour, parlons-en.').first()).toBeVisible()
	await other.context().close()
})
