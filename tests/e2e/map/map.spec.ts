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
import { expect, test } from '../support/test.ts'

const VIEWER = 'maelle-roumegous'
const FACILITATOR = 'romain-vielfaure'
const SOUGHT = 'odile-marcenac'
/** The person a link of the demonstration network connects them with. */
const LINKED = 'Petites villes, grandes vitrines'

const main = (page: Page) => page.getByRole('main')

/** Names on the drawing that are over each other, as they are on the screen. */
function overlapping(page: Page): Promise<string[]> {
	return main(page).locator('.around-drawing, .overview-drawing svg').first().evaluate((svg) => {
		const names = [...svg.querySelectorAll('a text')].map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
		return names.flatMap((one, i) => names.slice(i + 1)
			.filter(({ box }) => one.box.left < box.right - 1 && box.left < one.box.right - 1 && one.box.top < box.bottom - 4 && box.top < one.box.bottom - 4)
			.map((other) => `${one.said} / ${other.said}`))
	})
}

const drawing = (page: Page) => main(page).getByRole('group', { name: /^Autour/ })
const heading = (page: Page, name: string) => main(page).getByRole('heading', { level: 2, name, exact: true })

test('the map opens on oneself, and goes a step further and back by keyboard', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/')
	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Map of the network') }).click()
	await expect(main(page).getByRole('heading', { level: 1, name: fr('Map of the network') })).toBeVisible()
	await expect(heading(page, fr('Around you'))).toBeVisible()
	await expect(drawing(page).getByRole('link').first()).toBeVisible()
	expect(await overlapping(page)).toEqual([])
	await everyLook(page)

	const first = drawing(page).getByRole('link').first()
	const [label] = (await first.getAttribute('aria-label'))!.split('\u00a0: ')
	// From the mouse to the keys, which are what shows where one is.
	await page.keyboard.press('Tab')
	await first.focus()
	await expect(first.locator('.around-drawing__box')).toHaveCSS('stroke-width', '2px')
	await page.keyboard.press('Enter')
	await expect(main(page).getByRole('heading', { level: 2, name: label })).toBeFocused()
	expect(new URL(page.url()).searchParams.get('around')).toMatch(/^[mgt]/)
	await expect(drawing(page).getByRole('link').first()).toBeVisible()
	expect(await overlapping(page)).toEqual([])
	await page.goBack()
	await expect(heading(page, fr('Around you'))).toBeVisible()
})

test('a name searched leads to that person, with what ties them in words, as on the drawing so in the list', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map')
	const { name } = person(SOUGHT)
	await main(page).getByRole('combobox', { name: fr('Search for a person') }).fill(name)
	await main(page).getByRole('option', { name }).click()
	await expect(heading(page, `Autour d’${name}`)).toBeFocused()
	await expect(drawing(page).getByRole('link', { name: new RegExp(`^${LINKED}`) })).toHaveAccessibleName(/est personne-ressource pour/)
	await everyLook(page, [320])
	await expect(main(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: LINKED, exact: true }) }).first()).toContainText('est personne-ressource pour')
	await page.reload()
	await expect(heading(page, `Autour d’${name}`)).toBeVisible()
	await main(page).getByRole('link', { name: fr('Back to what is around me') }).click()
	await expect(heading(page, fr('Around you'))).toBeFocused()
	await open(page, `/map?around=g${await groupId(LINKED)}`)
	await expect(drawing(page).getByRole('link', { name }).first()).toHaveAccessibleName(/a pour personne-ressource/)
	await main(page).getByRole('link', { name: fr('Open the group') }).click()
	await expect(main(page).getByRole('heading', { level: 1, name: LINKED })).toBeVisible()
})

test('a theme has around it who looks for it and who offers it', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map')
	const themes = main(page).locator('section').filter({ has: page.getByRole('heading', { level: 3, name: fr('Themes'), exact: true }) })
	const theme = themes.getByRole('link').first()
	const label = await theme.innerText()
	await theme.click()
	await expect(heading(page, fr('Around “{title}”', { title: label }))).toBeFocused()
	await expect(drawing(page).getByRole('link', { name: person(VIEWER).name })).toBeVisible()
})

test('the whole network is drawn as clusters with their names, the same at each visit', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map')
	await main(page).getByRole('link', { name: fr('The whole network') }).click()
	const clusters = main(page).getByRole('group', { name: fr('What goes together') }).getByRole('link')
	await expect(clusters.first()).toBeVisible()
	const places = () => clusters.locator('circle').evaluateAll((circles) => circles.map((circle) => ['cx', 'cy', 'r'].map((name) => circle.getAttribute(name)).join(' ')))
	expect(await overlapping(page)).toEqual([])
	// Leaves the page at another width.
	await everyLook(page)
	await expect(clusters.nth(1)).toBeVisible()
	const before = await places()
	await page.reload()
	await expect(clusters.first()).toBeVisible()
	await expect.poll(places).toEqual(before)

	await clusters.first().press('Enter')
	const opened = main(page).locator('.cluster-list details[open]')
	await expect(opened.locator('summary')).toBeFocused()
	const someone = opened.getByRole('link').last()
	const name = await someone.innerText()
	await someone.click()
	await expect(main(page).getByRole('heading', { level: 2, name: new RegExp(`^Autour .*${name}$`) })).toBeVisible()
})

test('everybody is in the lists of the map, and each link as a sentence', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map/network')
	const list = main(page).getByRole('region', { name: fr('As a list') })
	const links = list.locator('section').filter({ has: page.getByRole('heading', { level: 3, name: fr('Links') }) })
	await links.locator('summary').press('Enter')
	const { name } = person(SOUGHT)
	await expect(links.getByRole('listitem').filter({ hasText: name })).toHaveText(`${name} — est personne-ressource pour — ${LINKED}`)
	await main(page).getByRole('searchbox', { name: fr('Search for a name') }).fill(name)
	await list.getByRole('link', { name, exact: true }).last().click()
	await expect(heading(page, `Autour d’${name}`)).toBeVisible()
})

test('a map of one sector has fewer people, and says how many', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map/network')
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

test('sectors and départements without contact are shown, with the counts behind', async ({ page }) => {
	await login(page, VIEWER)
	await open(page, '/map/bridges')
	await expect(main(page).getByRole('table')).toBeVisible()
	await everyLook(page)
	await main(page).getByText(fr('départements'), { exact: true }).click()
	await expect(page).toHaveURL(/by=departement/)
	await expect(main(page).getByRole('heading', { level: 2, name: fr('Who is not meeting yet') })).toBeVisible()
})

test.describe('who does not meet, in one sentence', () => {
	// The demonstration has too few people for it.
	const APART = {
		sides: [{ id: 'agriculture', label: 'Agriculture', count: 9 }, { id: 'sante', label: 'Santé', count: 7 }],
		pairs: [{ a: 0, b: 1, groups: 0, introductions: [{ theme: { id: 'jardins-partages', label: 'Jardins partagés' }, seeks: 1, offers: 0 }] }],
	}
	const TITLE = 'Jardins partagés\u00a0: Santé rencontre Agriculture'
	const FILLED = /^Jardins partagés\s: Santé rencontre Agriculture$/

	test.beforeEach(async ({ page }) => {
		await page.route(/\/map\/bridges\?/, (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200 }, data: APART } } }))
	})

	test('leads a member to a notice that is filled in', async ({ page }) => {
		await login(page, VIEWER)
		await open(page, '/map/bridges')
		await expect(main(page).getByText(fr('“{one}” looks for “{theme}”, which “{other}” offers, and no group brings them together.', { one: 'Santé', theme: 'Jardins partagés', other: 'Agriculture' }))).toBeVisible()
		await everyLook(page)
		await main(page).getByRole('link', { name: fr('Propose a meeting: {title}', { title: TITLE }) }).click()
		await expect(main(page).getByRole('heading', { level: 1, name: fr('Write a notice') })).toBeVisible()
		await expect(main(page).getByRole('textbox', { name: fr('Title'), exact: true })).toHaveValue(FILLED)
		await expect(main(page).getByText('Jardins partagés', { exact: true })).toBeVisible()
	})

	test('leads a facilitator to a session with its title', async ({ page }) => {
		await login(page, FACILITATOR)
		await open(page, '/map/bridges')
		await main(page).getByRole('link', { name: fr('Propose a meeting: {title}', { title: TITLE }) }).click()
		await expect(main(page).getByRole('textbox', { name: fr('Title of the session') })).toHaveValue(FILLED)
	})
})
