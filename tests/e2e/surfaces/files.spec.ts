/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import AxeBuilder from '@axe-core/playwright'
import { api } from '../support/api.ts'
import { putFile, removeFile } from '../support/files.ts'
import { fr } from '../support/french.ts'
import { groupId } from '../support/group.ts'
import { login } from '../support/login.ts'
import { offered } from '../support/panel.ts'
import { expect, test } from '../support/test.ts'

const READER = 'malika-zerrouki'
const GROUP = 'Ce qui n’a pas marché, et ce qu’on en garde'
const OWN = 'Notes de terrain (onglet).md'

const tab = (page: Page) => page.locator('reseau-files-sidebar-tab')

async function unlinkAll(file: string): Promise<void> {
	const own = await api(READER)
	const { data } = await own.get(`/neighbourhood/file/${file}?kind=groups`)
	for (const { bonds } of data.kinds?.flatMap((one: { items: unknown[] }) => one.items) ?? []) {
		for (const { link } of bonds.filter((bond: { link: { can: { remove: boolean } } | null }) => bond.link?.can.remove)) {
			await own.delete(`/links/${link.id}`)
		}
	}
	await own.dispose()
}

/** A folder of Files, without what greets people on their first page. */
async function openFiles(page: Page, folder: string): Promise<void> {
	await page.addLocatorHandler(page.locator('#firstrunwizard'), async () => page.keyboard.press('Escape'))
	await page.goto(`/index.php/apps/files/files?dir=${encodeURIComponent(folder)}`)
}

const row = (page: Page, name: string) => page.locator(`[data-cy-files-list-row-name="${name}"]`)

async function openMenu(page: Page, name: string): Promise<void> {
	await row(page, name).locator('[data-cy-files-list-row-actions]').getByRole('button', { name: 'Actions' }).last().click()
}

test.afterAll(() => removeFile(READER, OWN))

test('the tab of a file: loaded when opened, with the file’s kind, linked in one step and undone', async ({ page }) => {
	test.slow()
	const file = await putFile(READER, OWN, 'Trois serres vues.')
	await unlinkAll(file)
	const asked: string[] = []
	page.on('request', (request) => asked.push(request.url()))
	await login(page, READER)
	await openFiles(page, '/')
	await expect(row(page, OWN)).toBeVisible()
	const ours = () => asked.filter((url) => /\/reseau\//.test(url) && !/favicon/.test(url))
	expect(ours().filter((url) => !/\/js\/(?:reseau-(?:files|reference)-own-l10n|hook-)/.test(url)), 'what Files loads of ours before').toEqual([])

	await openMenu(page, OWN)
	await page.getByRole('menuitem', { name: fr('Link to the network') }).click()
	const field = tab(page).getByRole('combobox', { name: fr('To what?') })
	await expect(field).toBeFocused()
	await field.fill('pas marché')
	await offered(tab(page), 'Groups', GROUP).click()
	await expect(tab(page).getByRole('combobox', { name: fr('How?') })).toBeVisible()
	await tab(page).getByRole('button', { name: fr('Link'), exact: true }).click()
	const linked = tab(page).getByRole('region', { name: fr('Groups'), exact: true }).getByRole('link', { name: GROUP })
	await expect(linked).toBeVisible()
	await expect(linked).toHaveAttribute('href', new RegExp(`/apps/reseau/groups/${await groupId(GROUP)}$`))
	expect((await new AxeBuilder({ page }).include('reseau-files-sidebar-tab').analyze()).violations.map(({ id }) => id)).toEqual([])

	await page.locator('.ui-undo').getByRole('button', { name: fr('Undo') }).click()
	await expect(linked).toHaveCount(0)
})

test('a document of the library: its sheet in one line, or a link to write one', async ({ page }) => {
	// Files is opened twice.
	test.slow()
	const own = await api('romain-vielfaure')
	const { data: library } = await own.get('/library')
	const { data: { sheets } } = await own.get('/sheets?q=jardin')
	await own.dispose()
	const sheet = sheets.find((one: { file: { path: string } | null }) => one.file)
	const name = sheet.file.path.split('/').at(-1)
	await login(page, 'romain-vielfaure')
	// Files renders only the visible part of a long folder.
	const folder = `${library.root.path}${sheet.file.path.slice(0, -name.length - 1)}`
	await openFiles(page, folder)
	await openMenu(page, name)
	await page.getByRole('menuitem', { name: 'Détails' }).click()
	await page.getByRole('tab', { name: 'Réseau' }).click()
	await expect(tab(page).locator('.file-about')).toContainText(sheet.kindLabel)
	await expect(tab(page).getByRole('link', { name: fr('Read the sheet') })).toHaveAttribute('href', new RegExp(`/apps/reseau/library/sheet/${sheet.fileId}$`))

	const fresh = `${folder.slice(1)}/${OWN}`
	const file = await putFile('romain-vielfaure', fresh, 'À décrire.')
	await openFiles(page, folder)
	await openMenu(page, OWN)
	await page.getByRole('menuitem', { name: 'Détails' }).click()
	await page.getByRole('tab', { name: 'Réseau' }).click()
	await expect(tab(page).getByRole('link', { name: fr('Describe this document') })).toHaveAttribute('href', new RegExp(`/apps/reseau/library/sheet/${file}/edit$`))
	await removeFile('romain-vielfaure', fresh)
})
