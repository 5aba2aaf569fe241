/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const READER = 'maelle-roumegous'
const TEXT = 'Bienvenue !\n\n- Écrivez **ce que vous cherchez**\n- Lisez [la charte](https://example.org/charte)'

/** The network's welcome text, and who has read it, before these tests. */
let before = ''
async function write(text: string): Promise<void> {
	const facilitator = await api(FACILITATOR)
	const { data: { text: was } } = await facilitator.get('/network/welcome')
	await facilitator.put('/network/welcome', { text, was })
	await facilitator.dispose()
}
test.beforeAll(async () => {
	const facilitator = await api(FACILITATOR)
	before = (await facilitator.get('/network/welcome')).data.text
	await facilitator.dispose()
	const reader = await api(READER)
	await reader.put('/network/welcome/read', { read: false })
	await reader.dispose()
})
test.afterAll(() => write(before))

const toast = (page: Page) => page.locator('.ui-undo--shown')

test('a welcome text in Markdown is shown as such, before scripts load without its marks', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, '/vocabulary/welcome')
	await page.getByLabel(fr('Welcome text')).fill(TEXT)
	await page.getByText(fr('How it is shown'), { exact: true }).click()
	await expect(page.locator('.ui-markdown strong')).toHaveText('ce que vous cherchez')
	await everyLook(page)
	await page.getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(page.getByText(fr('Saved.'), { exact: true })).toBeVisible()

	const reader = await someone(browser, READER)
	const first = await reader.request.get('/index.php/apps/reseau/')
	expect(await first.text()).toContain('- Écrivez ce que vous cherchez')
	await open(reader, '/')
	const welcome = reader.getByRole('region', { name: fr('Welcome'), exact: true })
	await expect(welcome.getByRole('listitem')).toHaveCount(2)
	await expect(welcome.getByRole('link', { name: 'la charte' })).toHaveAttribute('rel', 'noopener noreferrer nofollow')
	await everyLook(reader)
})

test('the message about the last action is below the page on a telephone, for ten seconds, and not on another page', async ({ page }) => {
	await page.clock.install()
	await login(page, FACILITATOR)
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, '/vocabulary/welcome')
	const text = page.getByLabel(fr('Welcome text'))
	const save = page.getByRole('button', { name: fr('Save'), exact: true })
	const change = async (to: string): Promise<void> => {
		await text.fill(to)
		await save.focus()
		await page.keyboard.press('Enter')
		await expect(toast(page)).toContainText(fr('Saved.'))
	}
	await change('Un')
	const { y: top } = (await toast(page).boundingBox())!
	const content = (await page.locator('#app-content-vue').boundingBox())!
	expect(content.y + content.height).toBeLessThanOrEqual(top + 1)
	await expect(save).toBeInViewport()
	const button = (await save.boundingBox())!
	expect(button.y + button.height).toBeLessThanOrEqual(top + 1)

	// By keyboard, it waits while the focus is on the way.
	const undo = toast(page).getByRole('button', { name: fr('Undo'), exact: true })
	for (let presses = 0; presses < 10 && !await undo.evaluate((element) => element === document.activeElement); presses++) {
		await page.keyboard.press('Tab')
	}
	await expect(undo).toBeFocused()
	await page.clock.fastForward(30_000)
	await page.keyboard.press('Enter')
	await expect(toast(page)).toContainText(fr('Undone.'))

	await change('Deux')
	await page.clock.fastForward(11_000)
	await expect(toast(page)).toBeHidden()

	await change('Trois')
	await page.clock.fastForward(3_000)
	await expect(toast(page)).toBeVisible()
	await page.getByRole('link', { name: fr('Values'), exact: true }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Vocabulary') })).toBeVisible()
	await expect(toast(page)).toBeHidden()
})
