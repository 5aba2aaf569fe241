/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Browser, Page } from '@playwright/test'

import { fr } from '../support/french.ts'
import { groupId } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { cardId, person } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

/** No other test changes their card. */
const READER = 'tuan-pham'
const SCRIPT = /\/reseau\/js\/reseau-main\.mjs/
const CRITERIA = '/members?q=jardin&facet%5Btheme%5D%5B%5D=permaculture&facet%5Bterritory%5D%5B%5D=region:76'

const first = (page: Page) => page.locator('#reseau-first')
const app = (page: Page) => page.locator('#content-vue')
/** The note in a noscript element, where Playwright does not find text. */
const note = (page: Page) => page.locator('.first-note')

/** Opens a page whose scripts never come. */
async function openWithoutApp(page: Page, path: string): Promise<void> {
	await page.unroute(SCRIPT)
	await page.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
	// Nextcloud's own scripts take their time; its stylesheets come before anything is shown.
	await page.goto(`/index.php/apps/reseau${path}`, { waitUntil: 'commit' })
	await first(page).waitFor()
	await page.evaluate(() => document.fonts.ready)
}

/** Opens a page whose scripts wait until they are let in. */
async function openBeforeApp(page: Page, path: string): Promise<() => void> {
	let letIn = () => undefined as void
	const gate = new Promise<void>((resolve) => {
		letIn = resolve
	})
	await page.route(SCRIPT, async (route) => {
		await gate
		await route.continue()
	})
	await page.goto(`/index.php/apps/reseau${path}`, { waitUntil: 'commit' })
	await first(page).waitFor()
	return letIn
}

/** The visible text, with single spaces, and the positions of its first elements. */
async function seen(page: Page, frame: string): Promise<{ text: string, places: [string, number, number][] }> {
	return page.evaluate((frame) => {
		const main = document.querySelector<HTMLElement>(`${frame} main`)!
		// What else a search finds, what groups have to do, what is new in the library, and the panel's button, come later.
		main.querySelectorAll('.also-found, .home-later, .home-stories, .members ~ .ui-skeleton, .panel-opener').forEach((later) => later.remove())
		const things = [...main.querySelectorAll('h1, h2, input[name="q"], dt, .ui-avatar')].filter((thing) => thing.checkVisibility()).slice(0, 12)
		return {
			text: main.innerText.replace(/\s+/g, ' ').trim(),
			places: things.map((thing) => [thing.tagName, Math.round(thing.getBoundingClientRect().x), Math.round(thing.getBoundingClientRect().y)] as [string, number, number]),
		}
	}, frame)
}

test.describe('the app takes the place of the first answer', () => {
	test.beforeEach(({ page }) => login(page, READER))

	for (const [what, path] of [
		['home', () => '/'],
		['the directory', () => '/members'],
		['the directory with words and criteria', () => CRITERIA],
		['the compact list', () => '/members?q=salle&view=list&sort=recent'],
		['words that nobody wrote', () => '/members?q=jadrin'],
		['words that nobody has together', () => '/members?q=quelqu’un pour m’aider à réparer un vélo cargo'],
		['a card', async () => `/members/${await cardId('odile-marcenac')}`],
	] as const) {
		test(`${what}: the same words at the same places, wide and narrow`, async ({ page }) => {
			const address = await path()
			for (const width of [1280, 320]) {
				await page.setViewportSize({ width, height: 800 })
				// Other tests make and pause cards meanwhile.
				await expect(async () => {
					await openWithoutApp(page, address)
					const before = await seen(page, '#reseau-first')
					expect(before.text.length).toBeGreaterThan(100)
					await page.unroute(SCRIPT)
					await open(page, address)
					expect(await seen(page, '#content-vue')).toEqual(before)
					await expect(first(page)).toHaveCount(0)
				}).toPass()
			}
		})
	}

	test('pages rendered only by scripts have their title immediately', async ({ page }) => {
		for (const path of ['/groups', `/groups/${await groupId('La Fête des essais')}`, '/library', '/map', '/kept']) {
			await openWithoutApp(page, path)
			const title = await first(page).getByRole('heading', { level: 1 }).innerText()
			await page.unroute(SCRIPT)
			await open(page, path)
			await expect(page.locator('#content-vue').getByRole('heading', { level: 1 })).toHaveText(title)
		}
	})

	test('the app sends no request at its start', async ({ page }) => {
		const asked: string[] = []
		page.on('request', (request) => request.url().includes('/apps/reseau/api/') && asked.push(request.url()))
		for (const path of ['/', '/members', CRITERIA]) {
			await open(page, path)
		}
		// Few are found there, Deck and the library are slow to ask, and dates are of four domains: what else there is comes in requests of its own.
		expect(asked.filter((url) => !/\/(?:(?:groups\/found|notices|sheets)\?|(?:news|calendar|library\/stories)$)/.test(url))).toEqual([])
	})

	test('text typed meanwhile is kept, and searched for', async ({ page }) => {
		const letIn = await openBeforeApp(page, '/members')
		const field = first(page).getByRole('searchbox', { name: fr('Search') })
		await field.pressSequentially('sal')
		letIn()
		await page.waitForResponse(SCRIPT)
		// By the keyboard: the app may come between two letters.
		await page.keyboard.type('le de', { delay: 150 })
		await app(page).waitFor()
		await expect(first(page)).toHaveCount(0)
		await page.keyboard.type(' réunion')
		await expect(app(page).getByRole('searchbox', { name: fr('Search') })).toHaveValue('salle de réunion')
		await expect(app(page).getByRole('searchbox', { name: fr('Search') })).toBeFocused()
		await expect(page).toHaveURL(/q=salle(\+|%20)de(\+|%20)r/)
	})

	test('boxes ticked meanwhile become criteria, and their list stays open', async ({ page }) => {
		const letIn = await openBeforeApp(page, '/members')
		await first(page).locator('summary').filter({ hasText: fr('Sector') }).click()
		await first(page).getByRole('checkbox', { name: /^Éducation populaire/ }).check()
		letIn()
		await app(page).waitFor()
		await expect(page).toHaveURL(/facet%5Bsector%5D%5B%5D=education-populaire|facet\[sector\]\[\]=education-populaire/)
		await expect(app(page).getByRole('checkbox', { name: /^Éducation populaire/ })).toBeChecked()
	})

	test('focus, scroll position and selection are kept', async ({ page }) => {
		const letIn = await openBeforeApp(page, '/members')
		const link = (frame: ReturnType<typeof first>) => frame.getByRole('main').getByRole('heading', { level: 2 }).nth(9).getByRole('link')
		// The styles may come after the text: before them nothing can be scrolled.
		await expect.poll(() => link(first(page)).evaluate((one) => {
			one.blur()
			one.focus()
			return document.querySelector('#reseau-first main')!.scrollTop
		})).toBeGreaterThan(100)
		const name = await link(first(page)).innerText()
		const before = await page.evaluate(() => {
			const main = document.querySelector('#reseau-first main')!
			const text = main.querySelectorAll('dd')[16]!.firstChild!
			document.getSelection()!.setBaseAndExtent(text, 2, text, 12)
			// Browsers may or may not include a space where a line is broken.
			return { scrolled: main.scrollTop, selected: document.getSelection()!.toString().trim() }
		})
		letIn()
		await app(page).waitFor()
		await expect(link(app(page))).toBeFocused()
		await expect(link(app(page))).toHaveText(name)
		expect(await page.evaluate(() => ({
			scrolled: document.querySelector('#content-vue main')!.scrollTop,
			selected: document.getSelection()!.toString().trim(),
		}))).toEqual(before)
	})

	test('the document has the title of its page before and after', async ({ page }) => {
		const address = `/members/${await cardId('odile-marcenac')}`
		await openWithoutApp(page, address)
		const title = await page.title()
		expect(title).toContain(person('odile-marcenac').name)
		await page.unroute(SCRIPT)
		await open(page, address)
		await expect(page).toHaveTitle(title)
	})
})

test.describe('without JavaScript', () => {
	/** A logged-in browser with JavaScript switched off. */
	async function withoutScripts(browser: Browser, page: Page): Promise<Page> {
		await login(page, READER)
		await open(page)
		const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
		return context.newPage()
	}

	test('the user searches by words and criteria, opens a card and returns', async ({ browser, page }) => {
		const plain = await withoutScripts(browser, page)
		await plain.goto('/index.php/apps/reseau/members')
		await expect(note(plain)).toBeInViewport()
		await expect(note(plain)).toHaveText(fr('Without JavaScript you can read, search and open the cards.'))
		await plain.getByRole('searchbox', { name: fr('Search') }).fill('jadrin')
		await plain.getByRole('button', { name: fr('Search') }).click()
		await expect(plain).toHaveURL(/q=jadrin/)
		await expect(plain.getByText(fr('No results for “{from}”; showing “{to}”.', { from: 'jadrin', to: 'jardin' }))).toBeVisible()

		await plain.locator('summary').filter({ hasText: fr('Kind of card') }).click()
		await plain.getByRole('checkbox', { name: new RegExp(`^${fr('People with an account')}`) }).check()
		await plain.getByRole('button', { name: fr('Search') }).click()
		await expect(plain).toHaveURL(/account/)
		const people = plain.getByRole('main').getByRole('heading', { level: 2 })
		await expect(people.first()).toBeVisible()

		const name = await people.first().innerText()
		await people.first().getByRole('link').click()
		await expect(plain.getByRole('heading', { level: 1, name })).toBeVisible()
		await plain.goBack()
		await plain.getByRole('link', { name: fr('Remove {name}', { name: fr('People with an account') }) }).click()
		await expect(plain).not.toHaveURL(/account/)
		await expect(plain.getByRole('searchbox', { name: fr('Search') })).toHaveValue('jadrin')
		await plain.context().close()
	})

	test('the user pages through the whole list, and home', async ({ browser, page }) => {
		const plain = await withoutScripts(browser, page)
		await plain.goto('/index.php/apps/reseau/members')
		const names = plain.getByRole('main').getByRole('heading', { level: 2 })
		const met: string[] = []
		for (let more = true; more;) {
			met.push(...await names.allInnerTexts())
			const next = plain.getByRole('link', { name: fr('See more') })
			more = await next.count() > 0
			if (more) {
				await next.click()
				await expect(names.first()).not.toHaveText(met.at(-20)!)
			}
		}
		expect(met).toContain(person('zohra-mekhloufi').name)
		expect(met.length).toBeGreaterThan(40)
		await plain.getByRole('link', { name: fr('Back to the top of the list') }).click()
		await expect(names.first()).toHaveText(met[0]!)

		await plain.getByRole('navigation').getByRole('link', { name: fr('Home') }).click()
		await expect(plain.getByText(fr('New members'))).toBeVisible()
		await plain.getByRole('navigation').getByRole('link', { name: fr('My card') }).click()
		await expect(note(plain)).toHaveText(fr('Writing here requires JavaScript; reading, searching and opening cards works without it.'))
		await expect(note(plain)).toBeVisible()
		await plain.context().close()
	})

	test('on a phone the navigation and the criteria can be opened', async ({ browser, page }) => {
		const plain = await withoutScripts(browser, page)
		await plain.setViewportSize({ width: 320, height: 640 })
		await plain.goto(`/index.php/apps/reseau${CRITERIA}`)
		await expect(plain.getByRole('checkbox').first()).toBeHidden()
		await plain.locator('.criteria-sheet__open').click()
		await plain.locator('summary').filter({ hasText: fr('Territory') }).click()
		await expect(plain.getByRole('checkbox', { name: /^Occitanie/ })).toBeChecked()
		await plain.locator('.first__toggle-button').click()
		await plain.getByRole('navigation').getByRole('link', { name: fr('Members') }).click()
		await expect(plain.getByRole('heading', { level: 1, name: fr('Members'), exact: true })).toBeVisible()
		await expect(plain.getByRole('searchbox')).toHaveValue('')
		await plain.context().close()
	})
})

for (const [what, path] of [
	['home', () => '/'],
	['the directory', () => CRITERIA],
	['where nobody is found', () => '/members?q=xyzzyq'],
	['where nobody has all of the words', () => '/members?q=quelqu’un pour m’aider à réparer un vélo cargo'],
	['a card', async () => `/members/${await cardId('odile-marcenac')}`],
	['a page that only the scripts show', () => '/groups'],
] as const) {
	test(`the first answer is accessible and fits, wide and narrow, light and dark: ${what}`, async ({ page }) => {
		await login(page, READER)
		await openWithoutApp(page, await path())
		await everyLook(page)
		await page.setViewportSize({ width: 320, height: 640 })
		expect(await page.locator('#reseau-first main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
	})
}
