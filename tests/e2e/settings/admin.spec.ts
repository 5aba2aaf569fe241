/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, stopName } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const ADMIN = 'admin'
const NAME = 'Cordée d’Oc'
const NEIGHBOUR = 'maelle-roumegous'

/** What the network has settled, as the demo network has it; the library's folder stays, which no test changes. */
async function restore(): Promise<void> {
	const admin = await api(ADMIN)
	const { data: { settings } } = await admin.get('/network')
	await admin.put('/network', { name: NAME, region: '76', departements: [], group: 'reseau-facilitation', preset: 'request', was: settings })
	await admin.put('/network/facilitators', { uid: accountOf(NEIGHBOUR), member: false })
	await admin.dispose()
}

test.use({ refused: [400, 409] })
test.beforeAll(restore)
test.afterAll(restore)

async function openSettings(page: Page): Promise<void> {
	await page.goto('/index.php/settings/admin/reseau')
	await page.locator('#reseau-admin .admin').waitFor()
}

const field = (page: Page, label: string) => page.locator('#reseau-admin').getByLabel(fr(label), { exact: true })
const section = (page: Page, title: string) => page.locator('#reseau-admin').getByRole('region', { name: fr(title), exact: true })
const status = (page: Page, label: string) => page.locator('.setting-field').filter({ has: page.getByLabel(fr(label), { exact: true }) }).getByRole('status').last()

test('an administrator follows the steps: name, facilitators, charter, and on to Réseau', async ({ page }) => {
	await login(page, ADMIN)
	await openSettings(page)
	const steps = section(page, 'Getting started').getByRole('listitem')
	await expect(steps).toHaveCount(5)
	await expect(steps.first()).toContainText(fr('done'))

	await steps.getByRole('link', { name: fr('Name the network') }).click()
	await page.keyboard.press('Tab')
	expect(await stopName(page)).toBe(fr('Name of the network'))
	await page.keyboard.press('ControlOrMeta+a')
	await page.keyboard.type('Cordée d’ailleurs')
	await expect(status(page, 'Name of the network')).toHaveText(fr('Not saved'))
	await page.keyboard.press('Enter')
	await expect(status(page, 'Name of the network')).toHaveText(fr('Saved'))
	await page.getByRole('button', { name: fr('Undo: {setting}', { setting: fr('Name of the network') }) }).click()
	await expect(field(page, 'Name of the network')).toHaveValue(NAME)

	const people = field(page, 'People who facilitate').and(page.getByRole('combobox'))
	await people.fill('maelle')
	await page.getByRole('option', { name: /Maëlle/ }).click()
	await expect(section(page, 'Facilitators').getByRole('listitem').filter({ hasText: 'Maëlle' })).toBeVisible()
	await page.locator('.ui-undo').getByRole('button', { name: fr('Undo'), exact: true }).click()
	await expect(section(page, 'Facilitators').getByRole('listitem').filter({ hasText: 'Maëlle' })).toHaveCount(0)

	const text = `Tenir parole.\n\nDire ses limites, ${Date.now()}.`
	await field(page, 'Text of the charter').fill(text)
	await page.getByRole('button', { name: frLike('Save as version {version}') }).click()
	await expect(section(page, 'Charter').getByRole('status')).toHaveText(frLike('Version {version}, {date}.'))
	await page.reload()
	await expect(field(page, 'Text of the charter')).toHaveValue(text)

	await section(page, 'Getting started').getByRole('link', { name: fr('Open Réseau') }).click()
	await page.locator('#content-vue.app-reseau').waitFor()
})

test('a value that cannot be saved has an error next to it, and is not lost', async ({ page }) => {
	await login(page, ADMIN)
	await openSettings(page)
	const name = field(page, 'Name of the network')
	await name.fill('')
	await expect(page.getByText(fr('The network needs a name.'))).toBeVisible()
	await name.fill('a'.repeat(90))
	await name.press('Enter')
	await expect(name).toHaveAttribute('aria-invalid', 'true')
	await name.fill(NAME)

	const folder = field(page, 'Folder of the library')
	for (const [path, sentence] of [['/Documents/../..', 'Enter the path from the top of Files, such as /Réseau, without “..”.'], ['/zigouzague', 'This folder does not exist in your Files. Create it there first, or choose another one.']]) {
		await folder.fill(path!)
		await folder.press('Enter')
		await expect(page.getByText(fr(sentence!))).toBeVisible()
		await expect(folder).toHaveValue(path!)
	}
})

test('the region and départements outside it are where a member searches for places first', async ({ page }) => {
	await login(page, ADMIN)
	await openSettings(page)
	await field(page, 'Départements outside the region').and(page.getByRole('combobox')).fill('cantal')
	await page.getByRole('option', { name: 'Cantal (15)' }).click()
	await expect(status(page, 'Départements outside the region')).toHaveText(fr('Saved'))
	await field(page, 'Teams of new groups').selectOption('private')
	await expect(status(page, 'Teams of new groups')).toHaveText(fr('Saved'))

	await login(page, NEIGHBOUR)
	await open(page, '/me')
	const places = page.getByRole('combobox', { name: fr('Territories') })
	await places.fill('aurillac')
	await expect(page.getByRole('option', { name: /Aurillac/ }).first()).toBeVisible()
})

test('two administrators at the same time overwrite nothing', async ({ page }) => {
	await login(page, ADMIN)
	await openSettings(page)
	const other = await api(ADMIN)
	await other.put('/network', { name: 'Autre nom', was: { name: NAME } })
	const name = field(page, 'Name of the network')
	await name.fill('Mon nom')
	await name.press('Enter')
	const conflict = page.getByRole('group', { name: frLike('Someone else changed this in the meantime. Currently saved:') })
	await expect(conflict).toContainText('Autre nom')
	await conflict.getByRole('button', { name: fr('Keep mine') }).click()
	await expect(status(page, 'Name of the network')).toHaveText(fr('Saved'))
	expect((await other.get('/network')).data.settings.name).toBe('Mon nom')
	await other.dispose()
})

test('the page is accessible and fits, and is for administrators only', async ({ page, browser }) => {
	await login(page, ADMIN)
	await openSettings(page)
	await everyLook(page)
	const member = await someone(browser, NEIGHBOUR)
	await member.goto('/index.php/settings/admin/reseau')
	await expect(member.locator('#reseau-admin')).toHaveCount(0)
	await member.context().close()
	const asked = await api(NEIGHBOUR)
	expect((await asked.get('/network')).status).toBe(403)
	await asked.dispose()
})
