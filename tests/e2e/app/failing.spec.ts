/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr } from '../support/french.ts'
import { groupId } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { opener } from '../support/panel.ts'
import { expect, test } from '../support/test.ts'

// Faults injected into the built app on its way to the browser: each must be reported, and gone after a retry.
test.use({ refused: [404, 'Failed to fetch dynamically imported module', 'planted', 'ApiError', 'not a function', 'ValiError'] })

const GROUP = 'La Fête des essais'
const CHUNK = (name: string) => new RegExp(`/js/${name}[.-][^/]*\\.mjs`)

const failure = (page: Page) => page.locator('.ui-failure')
async function again(page: Page): Promise<void> {
	await failure(page).getByRole('button', { name: fr('Try again') }).click()
	await expect(failure(page)).toHaveCount(0)
}

test.beforeEach(({ page }) => login(page, 'maelle-roumegous'))

test('a page whose code cannot be loaded shows an error, after navigation or on entry', async ({ page }) => {
	await open(page, '/members')
	await page.route(CHUNK('GroupsPage'), (route) => route.fulfill({ status: 404 }))
	await page.getByRole('navigation').getByRole('link', { name: fr('Groups'), exact: true }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Could not display this page') })).toBeVisible()
	await expect(failure(page)).toContainText(fr('Could not load part of the app. The connection may be lost, or Réseau was just updated.'))
	await everyLook(page)
	// A way back and a way home.
	await page.getByRole('navigation').getByRole('link', { name: fr('Members'), exact: true }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeVisible()

	await open(page, '/groups')
	await expect(failure(page)).toBeVisible()
	await page.unroute(CHUNK('GroupsPage'))
	await again(page)
	await expect(page.getByRole('heading', { level: 1, name: fr('Groups') })).toBeVisible()
})

test('a page that throws during setup shows an error, without the error’s message', async ({ page }) => {
	await page.route(CHUNK('BoardsPage'), async (route) => {
		const answer = await route.fetch()
		const body = (await answer.text()).replace(/setup\(([^)]*)\)\s*\{/, 'setup($1){if(!window.mended)throw new TypeError("planted for odile@example.org");')
		expect(body).toContain('planted')
		await route.fulfill({ response: answer, body })
	})
	await open(page, '/boards')
	await expect(failure(page)).toContainText(fr('Everything that was saved is safe. You may have to write unsaved text again.'))
	await failure(page).locator('summary').click()
	await expect(failure(page)).toContainText(/TypeError.*BoardsPage/)
	await expect(failure(page)).not.toContainText('odile')
	await page.evaluate('window.mended = true')
	await again(page)
	await expect(page.getByRole('heading', { level: 1, name: fr('Boards') })).toBeVisible()
})

test('a panel whose code cannot be loaded shows an error next to its page', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 })
	let cut = true
	// The panel's code, under any name the build gives it.
	await page.route(/\/js\/[^/]+\.mjs/, async (route) => {
		const answer = await route.fetch()
		const panel = cut && /network__|network--compact/.test(await answer.text()) && !/-own-l10n/.test(route.request().url())
		await (panel ? route.fulfill({ status: 404 }) : route.fulfill({ response: answer }))
	})
	await open(page, `/groups/${await groupId(GROUP)}`)
	const beside = page.locator('#reseau-aside')
	// Its button does not know how much there is, but is there.
	await expect(opener(page)).toHaveText(fr('Around'))
	await opener(page).click()
	await expect(beside.getByRole('heading', { name: fr('Réseau panel') })).toBeVisible()
	await expect(page.getByRole('heading', { level: 1, name: GROUP })).toBeVisible()
	cut = false
	await again(page)
	await expect(beside.locator('.network')).toBeVisible()
})

test('an answer that cannot be parsed shows an error', async ({ page }) => {
	const kept = /\/api\/v1\/members\/kept(?:\?|$)/
	await page.route(kept, (route) => route.fulfill({ json: { ocs: { meta: { statuscode: 200 }, data: { members: [{ id: 'four' }] } } } }))
	await open(page, '/kept')
	const problem = page.getByRole('alert').filter({ hasText: fr('The server could not do this. Try again in a moment.') })
	await expect(problem).toBeVisible()
	await page.unroute(kept)
	await problem.getByRole('button', { name: fr('Try again') }).click()
	await expect(problem).toHaveCount(0)
})

test('an error before the start is shown next to the server’s output', async ({ page }) => {
	await page.route(/\/apps\/reseau\/members$/, async (route) => {
		const answer = await route.fetch()
		const body = (await answer.text()).replace(/(initial-state-reseau-session"[^>]*value=")[^"]*/, `$1${Buffer.from('{"uid":4}').toString('base64')}`)
		await route.fulfill({ response: answer, body })
	})
	await page.goto('/index.php/apps/reseau/members')
	await expect(failure(page)).toContainText(fr('Something went wrong in the app.'))
	await expect(page.locator('#reseau-first').getByRole('link', { name: fr('Groups'), exact: true })).toBeVisible()
})

test('if no script can be loaded, the first answer offers to reload', async ({ page }) => {
	await page.route(CHUNK('app'), (route) => route.fulfill({ status: 404 }))
	await page.goto('/index.php/apps/reseau/library')
	const late = page.locator('.first__late')
	await expect(late).toBeAttached()
	await expect(late).toBeHidden()
	// Twenty seconds, in no time.
	await late.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()))
	await expect(late.getByRole('link', { name: fr('Reload the page') })).toBeVisible()
})
