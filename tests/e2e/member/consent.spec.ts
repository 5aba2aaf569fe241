/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { axe } from '../support/axe.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { removeKept } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const KEEPER = 'assia-hamdane'
const READER = 'bernat-estevenin'
/** A refusal stays: each run has addresses of its own. */
const at = (name: string) => `${name}.${Date.now()}@example.org`

test.use({ refused: [404, 422] })

const agrees = { name: 'Qui accepte', email: at('accepte') }
const refuses = { name: 'Qui refuse', email: at('refuse') }
const cards: Record<string, number> = {}

test.beforeAll(async () => {
	await removeKept(KEEPER)
	const keeper = await api(KEEPER)
	const make = async ({ name, email }: { name: string, email: string }) => {
		cards[name] = (await keeper.post('/members', { name, drives: `Ce qui anime : ${name}`, contact: { email } })).data.id
	}
	await make(agrees)
	await make(refuses)
	// The same person on two cards, who refused the second.
	await make({ ...refuses, name: 'Autre carte' })
	await keeper.post(`/members/${cards['Autre carte']}/refusal`)
	await keeper.dispose()
})
test.afterAll(() => removeKept(KEEPER))

test('several people are asked together; those who cannot be asked are named', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, '/kept')
	await page.getByRole('button', { name: fr('Request their agreement ({count})', { count: '2' }) }).click()
	const dialog = page.getByRole('dialog')
	await expect(dialog.getByRole('figure')).toContainText(agrees.name)
	await everyLook(page)
	await dialog.getByRole('button', { name: frCount('Send %n email', 2) }).click()
	await expect(dialog.getByRole('listitem')).toHaveText(new RegExp(`${refuses.name}.*${fr('The person with this address asked not to be in the network. If they have changed their mind, leave the address out, record their new agreement on the card, then add it.')}`))
	await axe(page)
	await page.keyboard.press('Escape')
	await expect(page.getByRole('listitem').filter({ hasText: agrees.name })).toContainText('par courriel')
	await expect(page.getByRole('listitem').filter({ hasText: refuses.name })).toContainText(fr('agreement not recorded yet'))

	const state = page.getByRole('combobox', { name: fr('Agreement'), exact: true })
	await state.selectOption({ label: fr('Asked, no answer yet') })
	await expect(page.getByRole('link', { name: agrees.name, exact: true })).toBeVisible()
	await expect(page.getByRole('link', { name: refuses.name, exact: true })).toBeHidden()
	await everyLook(page, [320])
	await page.reload()
	await expect(state).toHaveValue('asked')
	await state.selectOption({ label: fr('Agreed') })
	await expect(page.getByText(fr('None of the cards you keep is in this state.'))).toBeVisible()
})

test('the person reads the card without an account, agrees, and later has it deleted', async ({ page, browser }) => {
	const link = await linkTo(agrees.email, 'consent')
	// Without scripts, as on any telephone.
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const person = await telephone.newPage()
	if (link === null) {
		await person.goto('/index.php/apps/reseau/consent/unknown')
		await expect(person.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await page.context().clearCookies()
	await page.goto(link)
	await expect(page.getByText(`Ce qui anime : ${agrees.name}`)).toBeVisible()
	await everyLook(page)

	await person.goto(link)
	await person.getByRole('button', { name: fr('I agree to this card being shown') }).click()
	await expect(person.getByText('Vous avez accepté')).toBeVisible()
	const reader = await someone(browser, READER)
	await open(reader, `/members/${cards[agrees.name]}`)
	await expect(reader.getByText(`Ce qui anime : ${agrees.name}`)).toBeVisible()
	const keeper = await someone(browser, KEEPER)
	await open(keeper, `/members/${cards[agrees.name]}/edit`)
	await expect(keeper.getByText(fr('by the link sent to their email address'))).toBeVisible()
	expect(await notificationsOf(KEEPER)).toContain(fr('%s agreed to the card you keep').replace('%s', agrees.name))

	await person.goto(link)
	await person.getByRole('button', { name: fr('Leave everything: delete my card') }).click()
	await person.getByRole('button', { name: fr('Yes, delete everything') }).click()
	await expect(person.getByRole('heading', { level: 1, name: fr('Card deleted') })).toBeVisible()
	await reader.reload()
	await expect(reader.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()
	expect(await notificationsOf(KEEPER)).toContain(fr('Someone whose card you kept refused it, or withdrew their agreement'))
	await telephone.close()
})

test('a refusal in person deletes the card, and its address cannot be used in another', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, `/members/${cards[refuses.name]}/edit`)
	await page.getByRole('button', { name: fr('The person refuses') }).click()
	await expect(page.getByRole('dialog')).toContainText(fr('The card is permanently deleted, with its places in groups and everything that belongs to it.'))
	await page.getByRole('dialog').getByRole('button', { name: fr('Delete their card') }).click()
	await expect(page).toHaveURL(/\/kept$/)
	await expect(page.getByText(fr('The refusal was recorded and the card deleted.'))).toBeVisible()

	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', { name: 'Encore elle' })
	await keeper.dispose()
	await open(page, `/members/${data.id}/edit`)
	await page.getByRole('textbox', { name: fr('Email address') }).fill(refuses.email)
	await expect(page.getByText(fr('The person with this address asked not to be in the network. If they have changed their mind, leave the address out, record their new agreement on the card, then add it.')).first()).toBeVisible()
})
