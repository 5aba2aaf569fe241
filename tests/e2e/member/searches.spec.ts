/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

/** No other test reads their saved searches. */
const READER = 'bernat-estevenin'
const ADDRESS = '/members?q=salle&facet%5Bsector%5D%5B%5D=education-populaire'

const main = (page: Page) => page.getByRole('main')
const mine = (page: Page) => main(page).getByRole('button', { name: fr('My searches') })
const panel = (page: Page) => main(page).getByRole('group', { name: fr('My searches') })
const name = (page: Page) => panel(page).getByRole('textbox')

async function forgetAll(): Promise<void> {
	const reader = await api(READER)
	const { data } = await reader.get('/searches')
	for (const { id } of data.searches) {
		await reader.delete(`/searches/${id}`)
	}
	await reader.dispose()
}

test.beforeEach(async ({ page }) => {
	await forgetAll()
	await login(page, READER)
})
test.afterAll(forgetAll)

test('a search is saved by keyboard, opened, renamed, removed and restored', async ({ page }) => {
	await open(page, ADDRESS)
	await mine(page).focus()
	await page.keyboard.press('Enter')
	await panel(page).getByRole('button', { name: fr('Keep this search') }).focus()
	await page.keyboard.press('Enter')
	await expect(name(page)).toBeFocused()
	await expect(name(page)).toHaveValue('salle · Éducation populaire')
	await name(page).fill('')
	await page.keyboard.press('Enter')
	await expect(panel(page).getByText(fr('Give the search a name.'))).toBeVisible()
	await name(page).fill('Salles amies')
	await page.keyboard.press('Enter')
	const kept = panel(page).getByRole('link', { name: 'Salles amies' })
	await expect(kept).toBeFocused()
	await expect(panel(page).getByText(fr('You saved this search as “{name}”.', { name: 'Salles amies' }))).toBeVisible()
	await everyLook(page)

	// Written otherwise and in another order it is the same.
	await open(page, '/members?facet%5Bsector%5D%5B%5D=education-populaire&q=SALLE&sort=recent')
	await mine(page).click()
	await expect(panel(page).getByText(fr('You saved this search as “{name}”.', { name: 'Salles amies' }))).toBeVisible()

	await open(page, '/')
	await main(page).getByRole('region', { name: fr('My searches') }).getByRole('link', { name: 'Salles amies' }).click()
	await expect(page).toHaveURL(/q=salle/)
	await expect(main(page).getByRole('button', { name: fr('Remove {name}', { name: 'Éducation populaire' }) })).toBeVisible()

	await open(page, '/members')
	await mine(page).click()
	await panel(page).getByRole('button', { name: fr('Rename “{name}”', { name: 'Salles amies' }) }).click()
	await name(page).fill('Salles à prêter')
	await page.keyboard.press('Enter')
	const renamed = panel(page).getByRole('link', { name: 'Salles à prêter' })
	await expect(renamed).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/q=salle/)
	await expect(panel(page)).toBeHidden()
	await expect(mine(page)).toBeFocused()

	await page.keyboard.press('Enter')
	await panel(page).getByRole('button', { name: fr('Remove “{term}”', { term: 'Salles à prêter' }) }).click()
	await expect(renamed).toBeHidden()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await page.reload()
	await mine(page).click()
	await expect(renamed).toBeVisible()
})

test('a search for a word that was removed later still opens', async ({ page }) => {
	const reader = await api(READER)
	await reader.post('/searches', { name: 'Ancien secteur', facet: { sector: ['parti-depuis'] } })
	await reader.dispose()
	await open(page, '/members')
	await mine(page).click()
	await panel(page).getByRole('link', { name: 'Ancien secteur' }).click()
	await expect(main(page).getByText(fr('Nobody matches these words and criteria.'))).toBeVisible()
	await main(page).getByRole('button', { name: fr('Remove {name}', { name: 'parti-depuis' }) }).click()
	await expect(main(page).getByRole('heading', { level: 2 }).first()).toBeVisible()
})
