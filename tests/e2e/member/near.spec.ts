/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

/** He offers wool, and so would find himself first. */
const READER = 'peire-cantaloube'
const DIGITAL_TOOLS = 'Outils numériques libres et lisibles'

const main = (page: Page) => page.getByRole('main')
const words = (page: Page) => main(page).getByRole('searchbox', { name: fr('Search') })
/** The people of the list, in its order. */
const people = (page: Page) => main(page).locator('.members__list').getByRole('heading', { level: 2 })
const also = (page: Page, title: string) => main(page).getByRole('region', { name: fr(title) })

test.beforeEach(({ page }) => login(page, READER))

test('a question that nobody answers as a whole leads to the closest people, with their words marked', async ({ page }) => {
	await open(page, '/members')
	await words(page).pressSequentially('quelqu’un pour m’aider avec un vélo cargo électrique')
	await expect(main(page).getByText(fr('Nobody has all these words; these people come closest.'))).toBeVisible()
	await expect(main(page).getByText(fr('Searched without everyday words: {words}.', { words: 'quelqu’un, m’aider' }))).toBeVisible()
	const first = person('lou-marquefave').name
	await expect(people(page).first()).toHaveText(first)
	const marks = main(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: first }) }).locator('mark')
	await expect(marks.filter({ hasText: 'vélo' }).first()).toBeVisible()
	await expect(marks.filter({ hasText: 'cargo' }).first()).toBeVisible()
	await everyLook(page)

	// The same in the address, and without scripts.
	await page.reload()
	await expect(people(page).first()).toHaveText(first)
})

test('groups and sheets are shown below few people, and lead on', async ({ page }) => {
	await open(page, '/members?q=informatique')
	await expect(people(page).filter({ hasText: person('tuan-pham').name })).toBeVisible()
	await expect(also(page, 'Groups').getByRole('heading', { level: 3 }).first()).toHaveText(DIGITAL_TOOLS)
	await expect(also(page, 'Library').getByRole('listitem').first()).toBeVisible()
	await everyLook(page)
	await page.setViewportSize({ width: 320, height: 640 })
	expect(await main(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)

	await also(page, 'Groups').getByRole('link', { name: DIGITAL_TOOLS, exact: true }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1, name: DIGITAL_TOOLS })).toBeFocused()
	await page.goBack()
	await expect(words(page)).toHaveValue('informatique')

	await words(page).fill('informatique école sentier fête')
	await also(page, 'Groups').getByRole('link', { name: fr('See all groups found') }).click()
	await expect(page).toHaveURL(/\/groups\?q=/)
	await expect(main(page).getByRole('searchbox', { name: fr('Find a group') })).toHaveValue('informatique école sentier fête')
	await expect(main(page).getByText(fr('No group has all these words; these come closest.'))).toBeVisible()
	await expect(main(page).locator('.group-row').nth(3)).toBeVisible()
})

test('oneself comes after all others', async ({ page }) => {
	for (const sort of ['relevance', 'name', 'recent']) {
		await open(page, `/members?q=laine&sort=${sort}`)
		await expect(people(page).nth(1)).toBeVisible()
		await expect(people(page).last()).toHaveText(person(READER).name)
	}
})

test.describe('if a request fails', () => {
	test.use({ refused: ['ERR_FAILED'] })

	test('its place says so, and a button tries again', async ({ page }) => {
		await page.route('**/api/v1/groups/found?**', (route) => route.abort())
		await open(page, '/members?q=informatique')
		await expect(also(page, 'Groups').getByText(frLike('Could not load the list of groups.'))).toBeVisible()
		await expect(people(page).first()).toBeVisible()
		await page.unroute('**/api/v1/groups/found?**')
		await also(page, 'Groups').getByRole('button', { name: fr('Try again') }).click()
		await expect(also(page, 'Groups').getByRole('link', { name: DIGITAL_TOOLS, exact: true })).toBeVisible()
	})
})
