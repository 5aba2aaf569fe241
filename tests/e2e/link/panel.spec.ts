/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { putFile, removeFile } from '../support/files.ts'
import { fr, frLike } from '../support/french.ts'
import { groupId } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook, fits } from '../support/looks.ts'
import { cardId, person } from '../support/network.ts'
import { offered, opener, openPanel, panel } from '../support/panel.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

/** No other test links what they see. */
const READER = 'anselme-ginoulhac'
const OTHER = 'quitterie-loubensan'
const SUBJECT = 'delphine-azemar'
const THEIR_GROUP = 'Ce qui n’a pas marché, et ce qu’on en garde'
/** It is linked with their group from the beginning. */
const INSPIRED = 'La Fête des essais'
const FAR_GROUP = 'Manger d’ici, à l’école et au village'
const PRIVATE = 'Cahier privé de la panne.md'

const part = (page: Page, kind: string) => panel(page).getByRole('region', { name: fr(kind), exact: true })
const message = (page: Page) => page.locator('.ui-undo')

/** Takes away every link the reader made of the subject. */
async function unlinkAll(): Promise<void> {
	const own = await api(READER)
	for (const kind of ['people', 'groups', 'cards', 'resources']) {
		const { data } = await own.get(`/neighbourhood/member/${await cardId(SUBJECT)}?kind=${kind}`)
		for (const { bonds } of data.kinds.flatMap((one: { items: unknown[] }) => one.items)) {
			for (const { link } of bonds.filter((bond: { link: { can: { remove: boolean } } | null }) => bond.link?.can.remove)) {
				await own.delete(`/links/${link.id}`)
			}
		}
	}
	await own.dispose()
}

/** Chooses a group by words, with the keyboard alone. */
async function find(page: Page, words: string, title: string): Promise<void> {
	const field = panel(page).getByRole('combobox', { name: fr('To what?') })
	await expect(field).toBeFocused()
	await page.keyboard.type(words)
	const option = offered(panel(page), 'Groups', title)
	await expect(option).toBeVisible()
	for (let tries = 0; tries < 20; tries++) {
		await page.keyboard.press('ArrowDown')
		if (await option.getAttribute('aria-selected') === 'true') {
			break
		}
	}
	await page.keyboard.press('Enter')
}

test.beforeEach(async ({ page }) => {
	await unlinkAll()
	await login(page, READER)
})
test.afterAll(async () => {
	await unlinkAll()
	await removeFile(READER, PRIVATE)
})

test('the panel of a person shows people, all of a kind, with a link to each, and not what the page says', async ({ page }) => {
	await open(page, `/members/${await cardId(SUBJECT)}`)
	await openPanel(page)
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(`Autour de ${person(SUBJECT).name}`)
	await expect(page.getByRole('main').getByRole('link', { name: THEIR_GROUP, exact: true })).toBeVisible()
	await expect(part(page, 'People').getByRole('link')).toHaveCount(3)
	await everyLook(page, [1280])

	await part(page, 'People').getByRole('button', { name: frLike('See all: {kind}, {count}') }).click()
	await expect(panel(page).getByRole('heading', { level: 3, name: fr('People') })).toBeFocused()
	await expect.poll(() => panel(page).getByRole('link').count()).toBeGreaterThan(3)
	await panel(page).getByRole('button', { name: fr('Back to everything around') }).click()
	await expect(part(page, 'People').getByRole('button')).toBeFocused()

	// Without a new document: a mark left in this one stays.
	await page.evaluate(() => document.body.setAttribute('data-same', ''))
	await expect(part(page, 'Groups').getByText(THEIR_GROUP)).toHaveCount(0)
	const next = await part(page, 'People').getByRole('link').first().innerText()
	await part(page, 'People').getByRole('link').first().click()
	await expect(page.getByRole('heading', { level: 1, name: next, exact: true })).toBeFocused()
	await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(next)
	expect(await page.evaluate(() => document.body.hasAttribute('data-same'))).toBe(true)
})

test('the panel of a group has neither its roster nor its board, and says links as whole sentences', async ({ page }) => {
	await open(page, `/groups/${await groupId(THEIR_GROUP)}`)
	await openPanel(page)
	await expect(page.getByRole('main').getByRole('link', { name: person(SUBJECT).name, exact: true })).toBeVisible()
	await expect(part(page, 'Groups').getByRole('listitem').filter({ hasText: INSPIRED })).toContainText(`${THEIR_GROUP} a inspiré ${INSPIRED}`)
	await expect(panel(page)).not.toContainText(person(SUBJECT).name)
	await expect(part(page, 'Boards and cards')).toHaveCount(0)
	await everyLook(page, [1280])
})

test('two things are linked by keyboard, the link is undone, made again, removed and restored', async ({ page }) => {
	await open(page, `/members/${await cardId(SUBJECT)}`)
	await openPanel(page)
	const link = part(page, 'Groups').getByRole('link', { name: FAR_GROUP })
	const add = panel(page).getByRole('button', { name: fr('Link to…') })
	await add.focus()
	await page.keyboard.press('Enter')
	await everyLook(page, [1280])
	await find(page, 'manger', FAR_GROUP)
	await expect(panel(page).getByRole('button', { name: fr('Link'), exact: true })).toBeFocused()
	// A group carries no person: there is no other direction.
	await panel(page).getByRole('combobox', { name: fr('How?') }).selectOption('porte')
	await expect(panel(page).locator('.link-sentence')).toHaveText(`${person(SUBJECT).name} porte ${FAR_GROUP}`)
	await expect(panel(page).getByRole('button', { name: fr('Reverse direction') })).toBeHidden()
	await panel(page).getByRole('combobox', { name: fr('How?') }).selectOption('s’inspire de')
	await expect(panel(page).locator('.link-sentence')).toHaveText(`${person(SUBJECT).name} s’inspire de ${FAR_GROUP}`)
	await panel(page).getByRole('button', { name: fr('Reverse direction') }).click()
	await expect(panel(page).locator('.link-sentence')).toHaveText(`${FAR_GROUP} s’inspire de ${person(SUBJECT).name}`)
	await everyLook(page, [1280])
	await panel(page).getByRole('button', { name: fr('Link'), exact: true }).press('Enter')
	await expect(link).toBeVisible()
	await expect(part(page, 'Groups')).toContainText(`${person(SUBJECT).name} a inspiré ${FAR_GROUP}`)
	await expect(add).toBeFocused()

	await message(page).getByRole('button', { name: fr('Undo') }).click()
	await expect(message(page)).toContainText(fr('Undone.'))
	await expect(link).toHaveCount(0)

	// The relation and its direction are the last ones used.
	await add.press('Enter')
	await find(page, 'manger', FAR_GROUP)
	await expect(panel(page).locator('.link-sentence')).toHaveText(`${FAR_GROUP} s’inspire de ${person(SUBJECT).name}`)
	await page.keyboard.press('Enter')
	await expect(message(page)).toContainText(fr('Linked: {sentence}', { sentence: `${FAR_GROUP} s’inspire de ${person(SUBJECT).name}` }))
	const more = panel(page).getByRole('button', { name: fr('About the link to “{title}”', { title: FAR_GROUP }) })
	await more.press('Enter')
	await expect(panel(page)).toContainText(person(READER).name)
	await everyLook(page, [1280])
	await panel(page).getByRole('button', { name: frLike('Remove the link: {sentence}') }).press('Enter')
	await expect(link).toHaveCount(0)
	await expect(message(page)).toContainText(fr('The link with “{title}” was removed.', { title: FAR_GROUP }))
	await message(page).getByRole('button', { name: fr('Undo') }).click()
	await expect(link).toBeVisible()
	await page.reload()
	await expect(link).toBeVisible()
})

test('people who may not see one end do not see the link', async ({ page, browser }) => {
	const file = await putFile(READER, PRIVATE, 'Ce que je ne dis à personne.')
	const card = await cardId(SUBJECT)
	await open(page, `/members/${card}`)
	await openPanel(page)
	await panel(page).getByRole('button', { name: fr('Link to…') }).click()
	// A pasted address finds the one thing it leads to.
	await panel(page).getByRole('combobox').fill(new URL(`/index.php/f/${file}`, page.url()).href)
	await expect(panel(page).getByRole('option')).toHaveCount(1)
	await page.keyboard.press('Enter')
	await panel(page).getByRole('button', { name: fr('Link'), exact: true }).click()
	await expect(part(page, 'Resources').getByRole('link', { name: PRIVATE })).toBeVisible()
	await expect(message(page)).toContainText(PRIVATE)

	const other = await someone(browser, OTHER)
	const answers = Promise.all([/\/neighbourhood\/member\/\d+(?!.*kind=)/, /\/neighbourhood\/member\/.*kind=resources/].map((url) => other.waitForResponse(url)))
	await open(other, `/members/${card}`)
	for (const answer of await answers) {
		expect(await answer.text()).not.toContain('Cahier')
	}
	await openPanel(other)
	await expect(part(other, 'Groups')).toBeVisible()
	await expect(panel(other)).not.toContainText(PRIVATE)
	await other.context().close()
})

test('it is closed until it is opened, says how much is in it, and keeps its state', async ({ page }) => {
	const asked: string[] = []
	page.on('request', (request) => request.url().includes('/neighbourhood/') && asked.push(request.url()))
	const address = `/members/${await cardId(SUBJECT)}`
	await open(page, address)
	await expect(panel(page)).toHaveCount(0)
	await expect(opener(page)).toHaveText(frLike('Around ({count})'))
	// What is around it, then its files; opened, it asks for nothing more.
	expect(asked.map((url) => new URL(url).searchParams.get('kind'))).toEqual([null, 'resources'])
	const said = Number(/\d+/.exec(await opener(page).innerText())![0])
	await opener(page).press('Enter')
	await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused()
	await expect(panel(page).getByRole('region').first()).toBeVisible()
	expect(asked).toHaveLength(2)
	expect(await panel(page).getByRole('listitem').count()).toBeLessThanOrEqual(said)
	await page.keyboard.press('Escape')
	await expect(opener(page)).toBeFocused()
	await page.reload()
	await expect(opener(page)).toBeVisible()
	await expect(panel(page)).toHaveCount(0)

	await openPanel(page)
	await page.reload()
	await expect(panel(page)).toBeVisible()
	await page.getByRole('navigation').getByRole('link', { name: fr('Groups') }).click()
	await page.getByRole('main').getByRole('link', { name: THEIR_GROUP }).click()
	await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(THEIR_GROUP)
})

for (const width of [320, 390]) {
	test(`at ${width} px it is a sheet over the whole page, with its way back in reach, and closes on navigation`, async ({ page }) => {
		await page.setViewportSize({ width, height: 568 })
		await open(page, `/members/${await cardId(SUBJECT)}`)
		await expect(panel(page)).toHaveCount(0)
		await opener(page).click()
		await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused()
		// Once it has come in from the side.
		await expect.poll(async () => {
			const box = await panel(page).boundingBox()
			return [Math.round(box!.x), Math.round(box!.width)]
		}).toEqual([0, width])
		await everyLook(page, [width])
		await page.setViewportSize({ width, height: 568 })
		await expect(page.locator('.app-page')).toHaveAttribute('inert', '')
		const back = panel(page).getByRole('button', { name: fr('Back to the page'), exact: true })
		await panel(page).getByRole('link').last().scrollIntoViewIfNeeded()
		await expect(back).toBeInViewport({ ratio: 1 })
		// The words are there to be read, and to be pressed.
		const way = await back.boundingBox()
		expect(way!.width).toBeGreaterThan(100)
		expect(way!.height).toBeGreaterThanOrEqual(34)
		await back.click()
		await expect(opener(page)).toBeFocused()
		await opener(page).click()
		await page.keyboard.press('Escape')
		await expect(opener(page)).toBeFocused()
		await opener(page).click()
		await expect(panel(page)).toBeVisible()
		await page.goBack()
		await expect(panel(page)).toHaveCount(0)
		await expect(opener(page)).toBeFocused()
		await opener(page).click()
		await part(page, 'People').getByRole('link').first().click()
		await expect(page).not.toHaveURL(new RegExp(`/members/${await cardId(SUBJECT)}$`))
		await expect(panel(page)).toHaveCount(0)
		await fits(page)
	})
}

test('an address that asks for it opens it, on that page alone', async ({ page }) => {
	const address = `/members/${await cardId(SUBJECT)}`
	await open(page, `${address}?around=1`)
	await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(person(SUBJECT).name)
	await open(page, address)
	await expect(opener(page)).toBeVisible()
	await expect(panel(page)).toHaveCount(0)
})

test('above the page as well an action is confirmed on top, and undone', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, `/members/${await cardId(SUBJECT)}`)
	await opener(page).click()
	await panel(page).getByRole('button', { name: fr('Link to…') }).click()
	await find(page, 'manger', FAR_GROUP)
	await page.keyboard.press('Enter')
	await expect(message(page)).toContainText(FAR_GROUP)
	await expect(panel(page).getByRole('button', { name: fr('Link to…') })).toBeInViewport()
	await message(page).getByRole('button', { name: fr('Undo') }).click()
	await expect(message(page)).toContainText(fr('Undone.'))
	await fits(page)
})

for (const left of [null, 'closed', 'open'] as const) {
	test(`no text moves when the app starts, the panel ${left ?? 'as one finds it'}`, async ({ page }) => {
		const address = `/members/${await cardId(SUBJECT)}`
		await page.setViewportSize({ width: 1280, height: 800 })
		if (left !== null) {
			await open(page, address)
			await openPanel(page)
			if (left === 'closed') {
				await panel(page).getByRole('button', { name: fr('Close') }).click()
			}
			await expect(panel(page)).toHaveCount(left === 'open' ? 1 : 0)
		}
		const places = (frame: string) => page.evaluate((frame) => [...document.querySelectorAll(`${frame} main :is(h1, h2, p, li)`)]
			.filter((one) => one.checkVisibility() && one.textContent!.trim() !== '')
			.map((one) => [one.textContent!.trim(), Math.round(one.getBoundingClientRect().y), Math.round(one.getBoundingClientRect().width)]), frame)
		const script = /\/reseau\/js\/reseau-main\.mjs/
		await page.route(script, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
		await page.goto(`/index.php/apps/reseau${address}`, { waitUntil: 'load' })
		await page.locator('#reseau-first').waitFor()
		await page.evaluate(() => document.fonts.ready)
		const before = await places('#reseau-first')
		expect(before.length).toBeGreaterThan(5)
		await page.unroute(script)
		await open(page, address)
		await expect(page.locator('#reseau-first')).toHaveCount(0)
		expect(await places('#content-vue')).toEqual(before)
		await expect(panel(page)).toHaveCount(left === 'open' ? 1 : 0)
		expect(await places('#content-vue')).toEqual(before)
	})
}
