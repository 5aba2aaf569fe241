/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { cardId, person } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const SEEKS = 'odile-marcenac'
const OFFERS = 'aurelien-soubiran'
/** Two people a facilitator would introduce. */
const NEED = person(SEEKS).seeks as { text: string }[]
const OFFER = person(OFFERS).offers as { text: string }[]

async function forget(): Promise<void> {
	const odile = await api(SEEKS)
	await odile.delete(`/matches/${await cardId(OFFERS)}/decline`)
	await odile.dispose()
}

test.beforeAll(forget)
test.afterAll(forget)

test('a person sees who offers what they seek, with the reason, takes them out and back in', async ({ page }) => {
	const { name } = person(OFFERS)
	await login(page, SEEKS)
	await open(page)
	const main = page.getByRole('main')
	const home = main.getByRole('region', { name: fr('People you could meet') })
	await expect(home.getByRole('listitem').first()).toContainText(name)
	await home.getByRole('link', { name: fr('See all people to meet') }).click()
	await expect(main.getByRole('heading', { level: 1, name: fr('People to meet') })).toBeVisible()
	const row = main.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
	await expect(main.getByRole('region').filter({ has: page.getByRole('heading', { name }) }).getByRole('heading', { level: 2 })).toContainText(NEED[0]!.text.slice(0, 30))
	await expect(row).toContainText(`${fr('{name} offers', { name })} ${OFFER[0]!.text.replace(' :', ' :')}`)
	await everyLook(page)

	await row.getByRole('button', { name: fr('Do not suggest {name} again', { name }) }).click()
	await expect(row).toHaveCount(0)
	await expect(page.getByText(fr('{name} is no longer suggested to you, and is not informed.', { name }))).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(row).toBeVisible()
	await row.getByRole('link', { name: fr('View the card of {name}', { name }) }).click()
	await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
	await expect(main.getByRole('region', { name: fr('What you could talk about') })).toContainText(OFFER[0]!.text.slice(0, 40))
})
