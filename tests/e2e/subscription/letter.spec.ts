/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const MEMBER = 'bastian-escande'
/** People who left stay out: each run has addresses of its own. */
const at = (name: string) => `${name}.${Date.now()}@example.org`
const berthe = { name: `Berthe ${Date.now()}`, email: at('berthe') }
const zoe = { name: `Zoé ${Date.now()}`, email: at('zoe') }

test.use({ refused: [404] })

async function settings(changes: { asks?: boolean, open?: boolean }): Promise<void> {
	const facilitator = await api(FACILITATOR)
	await facilitator.put('/letter-settings', changes)
	await facilitator.dispose()
}

test.beforeAll(() => settings({ asks: false, open: false }))
test.afterAll(() => settings({ asks: false, open: false }))

test('a facilitator opens the page on which anyone can subscribe', async ({ page }) => {
	await page.goto('/index.php/apps/reseau/subscribe')
	await expect(page.getByRole('heading', { level: 1, name: fr('There is no letter to subscribe to here') })).toBeVisible()

	await login(page, FACILITATOR)
	await open(page, '/subscribers')
	await page.getByRole('checkbox', { name: fr('Let anyone subscribe on a page without an account: they enter their address, then confirm it by email') }).check()
	await expect(page.getByText(fr('Saved.'))).toBeVisible()
	await expect(page.getByRole('link', { name: /\/subscribe$/ })).toBeVisible()
	await everyLook(page)
})

test('a person without an account subscribes, opens their page, leaves, and comes back', async ({ page, browser }) => {
	await settings({ open: true })
	// Without scripts, as on any telephone.
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const person = await telephone.newPage()
	await page.goto('/index.php/apps/reseau/subscribe')
	await everyLook(page)
	await person.goto('/index.php/apps/reseau/subscribe')
	await person.getByRole('textbox', { name: fr('Your email address') }).fill(berthe.email)
	await person.getByRole('textbox', { name: fr('Your name, if you like') }).fill(berthe.name)
	await person.getByRole('button', { name: fr('Subscribe') }).click()
	const link = await linkTo(berthe.email, 'subscribe')
	if (link === null) {
		await person.goto('/index.php/apps/reseau/subscribe/unknown')
		await expect(person.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await expect(person.getByRole('heading', { level: 1, name: fr('Check your inbox') })).toBeVisible()

	await person.goto(link)
	await person.getByRole('button', { name: fr('Yes, I want the letter') }).click()
	await expect(person.getByRole('heading', { level: 1, name: fr('You get the letter') })).toBeVisible()
	const leave = await person.getByRole('link', { name: fr('Stop the letter') }).getAttribute('href')

	const facilitator = await (await browser.newContext()).newPage()
	await login(facilitator, FACILITATOR)
	await open(facilitator, `/subscribers?q=${encodeURIComponent(berthe.name)}`)
	const row = facilitator.getByRole('listitem').filter({ hasText: berthe.name })
	await expect(row).toContainText('a dit oui par le lien d’un courriel')
	await expect(facilitator.locator('main')).not.toContainText(berthe.email)

	await person.getByRole('link', { name: fr('My page: what is known about me') }).click()
	await expect(person.getByRole('heading', { level: 2, name: fr('What you agreed to') })).toBeVisible()
	await page.context().clearCookies()
	await page.goto(person.url())
	await everyLook(page)

	await person.goto(leave!)
	await expect(person.getByText('b…@example.org')).toBeVisible()
	await page.goto(leave!)
	await everyLook(page)
	await person.getByRole('button', { name: fr('Stop the letter'), exact: true }).click()
	await expect(person.getByRole('alert')).toHaveText(fr('Done: you no longer get the letter.'))
	await facilitator.reload()
	await expect(facilitator.getByText(fr('No one in this list has that name.'))).toBeVisible()
	await person.getByRole('button', { name: fr('It was a mistake: I want the letter') }).click()
	await expect(person.getByRole('alert')).toHaveText(fr('You get the letter again.'))
	await facilitator.reload()
	await expect(row).toBeVisible()
	await facilitator.getByRole('searchbox', { name: fr('Search by name') }).fill(berthe.email.toUpperCase())
	await expect(facilitator).not.toHaveURL(/q=/)
	await expect(row).toContainText('a dit oui par le lien d’un courriel')
	await everyLook(facilitator)

	await open(facilitator, '/consents')
	await expect(facilitator.getByRole('listitem').filter({ hasText: berthe.name })).toHaveCount(3)
	await everyLook(facilitator)
	await telephone.close()
})

test('addresses are imported with the day and manner of their agreement; who left stays out', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/subscribers/import')
	await page.getByText(fr('Or paste the list')).click()
	await page.getByRole('textbox', { name: fr('Rows copied from a spreadsheet') }).fill(`Nom;Courriel\n${zoe.name};${zoe.email}\nSans adresse;rien\n${zoe.name};${zoe.email.toUpperCase()}`)
	await page.getByRole('button', { name: fr('Read the pasted rows') }).click()
	await page.getByRole('button', { name: fr('See what happens to each row') }).click()
	await expect(page.getByText(fr('Needed for rows that have none of their own.')).first()).toBeVisible()
	await page.getByLabel(fr('When?')).fill('2026-11-08')
	await page.getByLabel(fr('How?')).fill('Registre de la rencontre')
	await everyLook(page)
	await page.getByRole('button', { name: fr('See what happens to each row') }).click()
	await expect(page.getByRole('listitem').filter({ hasText: 'Sans adresse' })).toContainText(fr('This is not an email address.'))
	await expect(page.getByText(fr('The same address is in an earlier row.'))).toBeVisible()
	await page.getByRole('button', { name: 'Abonner 1 adresse' }).click()
	await expect(page.getByRole('heading', { name: fr('What became of each row') })).toBeVisible()
	await everyLook(page, [320])

	await open(page, `/subscribers?q=${encodeURIComponent(zoe.name)}`)
	const row = page.getByRole('listitem').filter({ hasText: zoe.name })
	await expect(row).toContainText('Registre de la rencontre')
	await row.getByRole('button', { name: fr('Stop at their request: {name}', { name: zoe.name }) }).click()
	await row.getByLabel(fr('How?')).fill('Au téléphone')
	await row.getByRole('button', { name: fr('The person does not want the letter') }).click()
	await expect(page.getByText(fr('{name} does not get the letter any more.', { name: zoe.name }))).toBeVisible()

	const facilitator = await api(FACILITATOR)
	const { data } = await facilitator.post('/subscribers/import', { rows: [{ position: 2, address: zoe.email, name: '', date: '2026-11-20', how: 'Registre' }] })
	await facilitator.dispose()
	expect(data.rows).toEqual([{ position: 2, outcome: 'skipped', why: 'left' }])
})

test('a member is asked once on their home page, and finds the choice again', async ({ page }) => {
	await settings({ asks: true })
	const own = await api(MEMBER)
	const { data } = await own.get('/subscription')
	await own.dispose()
	await login(page, MEMBER)
	if (data.wants === null) {
		await open(page, '/')
		await everyLook(page, [320])
		await page.getByRole('button', { name: fr('Yes, send it to me') }).click()
		await expect(page.getByText('Vous recevez la lettre par courriel')).toBeVisible()
		await expect(page.getByRole('button', { name: fr('Yes, send it to me') })).toBeHidden()
		await page.reload()
		await expect(page.getByRole('button', { name: fr('Yes, send it to me') })).toBeHidden()
	}
	await open(page, '/notifications')
	const choice = page.getByRole('combobox', { name: fr('The letter of the network') })
	await choice.selectOption({ label: fr('I do not want the letter') })
	await expect(page.getByText(fr('Saved: you do not get the letter.'))).toBeVisible()
	await page.reload()
	await expect(choice).toHaveValue('no')
})
