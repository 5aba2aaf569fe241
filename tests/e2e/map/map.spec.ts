/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr } from '../support/french.ts'
import { groupId } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { A_TRY } from '../support/patience.ts'
import { expect, test } from '../support/test.ts'

const VIEWER = 'maelle-roumegous'
const SOUGHT = 'odile-marcenac'
/** Whom a link of the demonstration joins them with. */
const LINKED = 'Petites villes, grandes vitrines'

const main = (page: Page) => page.getByRole('main')

test('the map of the network is read as lists by keyboard, and drawn next to them', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/')
	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Map of the network') }).click()
	await expect(main(page).getByRole('heading', { level: 1, name: fr('Map of the network') })).toBeVisible()
	await expect(main(page).locator('.graph-canvas canvas').first()).toBeVisible()
	await everyLook(page)

	const { name } = person(SOUGHT)
	await main(page).getByRole('searchbox', { name: fr('Search for a name') }).fill(name)
	const list = main(page).getByRole('region', { name: fr('As a list') })
	await list.getByRole('button', { name }).last().focus()
	await page.keyboard.press('Enter')
	await expect(list.getByRole('heading', { level: 2, name: fr('Around “{name}”', { name }) })).toBeFocused()
	expect(new URL(page.url()).searchParams.get('around')).toMatch(/^m\d+$/)
	await page.reload()
	await expect(list.getByRole('heading', { level: 2, name: fr('Around “{name}”', { name }) })).toBeVisible()
	await list.getByRole('link', { name: fr('Open the card') }).click()
	await expect(main(page).getByRole('heading', { level: 1, name })).toBeVisible()
})

test('a click on the drawing selects a node, a click on the background deselects it', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' })
	await login(page, VIEWER)
	const id = await groupId(LINKED)
	const drawing = main(page).locator('.graph-canvas__drawing')
	const around = main(page).getByRole('heading', { level: 2, name: fr('Around “{name}”', { name: LINKED }) })
	// What is chosen is in the middle: from where it begins, and again once everything has gone to its place.
	await expect(async () => {
		await open(page, `/map?around=g${id}`)
		await expect(around).toBeVisible()
		const { width, height } = (await drawing.boundingBox())!
		await drawing.click({ position: { x: 2, y: height - 2 } })
		await expect(around).toBeHidden(A_TRY)
		await drawing.click({ position: { x: width / 2, y: height / 2 } })
		await expect(around).toBeVisible(A_TRY)
	}).toPass()
	await expect(page).toHaveURL(new RegExp(`around=g${id}$`))
})

test('links between people are in the lists of the map in words, read from either end', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map')
	const list = main(page).getByRole('region', { name: fr('As a list') })
	const links = list.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: fr('Links') }) })
	await links.locator('summary').press('Enter')
	const { name } = person(SOUGHT)
	await expect(links.getByRole('listitem').filter({ hasText: name })).toHaveText(`${name} — est personne-ressource pour — ${LINKED}`)
	await everyLook(page, [320])
	await links.getByRole('button', { name: LINKED }).press('Enter')
	await expect(list.getByRole('heading', { level: 2, name: fr('Around “{name}”', { name: LINKED }) })).toBeFocused()
	await expect(list.getByRole('listitem').filter({ hasText: name })).toContainText('a pour personne-ressource')
	await main(page).getByLabel(fr('Links'), { exact: true }).uncheck()
	await expect(list).not.toContainText('a pour personne-ressource')
})

test('a map of one sector has fewer people, and says how many', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map')
	const total = main(page).getByRole('status').filter({ hasText: /\d/ })
	const people = async () => Number.parseInt(await total.innerText(), 10)
	await expect.poll(people).toBeGreaterThan(10)
	const all = await people()
	await main(page).getByLabel(fr('Sector')).selectOption({ index: 1 })
	await expect.poll(people).toBeLessThan(all)
	await expect(page).toHaveURL(/sector=/)
})

test('places with enough people are in a table next to the outlines', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map/territories')
	const rows = main(page).getByRole('table').getByRole('row')
	await expect(rows.nth(1)).toBeVisible()
	for (const cell of await main(page).getByRole('table').getByRole('cell').allInnerTexts()) {
		expect(Number(cell)).toBeGreaterThanOrEqual(5)
	}
	await expect(main(page).locator('.france__count').first()).toBeVisible()
	await everyLook(page)
	await rows.nth(1).getByRole('link').click()
	await expect(main(page).getByRole('heading', { level: 1, name: fr('Members') })).toBeVisible()
	await expect(page).toHaveURL(/facet.*territory/)
})

test('sectors and départements without contact are shown, with what would connect them', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map/bridges')
	await expect(main(page).getByRole('table')).toBeVisible()
	await everyLook(page)
	await main(page).getByText(fr('départements'), { exact: true }).click()
	await expect(page).toHaveURL(/by=departement/)
	await expect(main(page).getByRole('heading', { level: 2, name: fr('Who is not meeting yet') })).toBeVisible()
})
