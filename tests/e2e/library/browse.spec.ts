/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { APIRequestContext, Page } from '@playwright/test'

import { request } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open, PASSWORD } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

// A folder of the test's own in the library: “zz-parcourir”, in it two folders, one of them with another one and a file.

const UID = 'romain-vielfaure'
const NAME = 'zz-parcourir'

let context: APIRequestContext
let root: string

async function dav(method: string, path: string, data?: string, headers: Record<string, string> = {}) {
	const url = `/remote.php/dav/files/${encodeURIComponent(accountOf(UID))}${`${root}${path}`.split('/').map(encodeURIComponent).join('/')}`
	return context.fetch(url, { method, data, headers })
}

/** Number of what was just made. */
const number = async (response: ReturnType<typeof dav>) => String(Number.parseInt((await response).headers()['oc-fileid']!, 10))

let ids: { folder: string, file: string }

test.beforeAll(async () => {
	context = await request.newContext({ baseURL: process.env.RESEAU_URL, httpCredentials: { username: accountOf(UID), password: PASSWORD, send: 'always' }, extraHTTPHeaders: { 'OCS-APIRequest': 'true' } })
	const own = await api(UID)
	root = (await own.get('/library')).data.root.path
	await own.dispose()
	await dav('DELETE', `/${NAME}`)
	const folder = await number(dav('MKCOL', `/${NAME}`))
	await dav('MKCOL', `/${NAME}/Atelier`)
	await dav('MKCOL', `/${NAME}/Atelier/Établi`)
	await dav('MKCOL', `/${NAME}/Bilan`)
	ids = { folder, file: await number(dav('PUT', `/${NAME}/Atelier/Note.md`, '# Note\n')) }
})
test.afterAll(async () => {
	await dav('DELETE', `/${NAME}`)
	await context.dispose()
})
test.beforeEach(({ page }) => login(page, UID))

const main = (page: Page) => page.getByRole('main')
const item = (page: Page, name: string) => main(page).getByRole('tree').getByRole('treeitem', { name, exact: true })
const row = (page: Page, name: string) => main(page).getByRole('grid').getByRole('row').filter({ hasText: name })
const folder = (page: Page, name: string) => main(page).getByRole('grid', { name: fr('Contents of “{folder}”', { folder: name }) })

test('the folders are navigated by keyboard, and each has its address', async ({ page }) => {
	await open(page, '/library?folder=top')
	await item(page, NAME).focus()
	await page.keyboard.press('ArrowRight')
	await expect(item(page, NAME)).toHaveAttribute('aria-expanded', 'true')
	await page.keyboard.press('ArrowRight')
	await expect(item(page, 'Atelier')).toBeFocused()
	await expect(item(page, 'Atelier')).toHaveAttribute('aria-level', '2')
	await page.keyboard.press('b')
	await expect(item(page, 'Bilan')).toBeFocused()
	await page.keyboard.press('ArrowUp')
	await page.keyboard.press('*')
	await expect(item(page, 'Établi')).toBeVisible()
	await page.keyboard.press('Enter')
	await expect(folder(page, 'Atelier')).toBeVisible()
	await expect(page).toHaveURL(/folder=\d+$/)
	await expect(item(page, 'Atelier')).toHaveAttribute('aria-selected', 'true')
	await page.reload()
	await expect(folder(page, 'Atelier')).toBeVisible()
	await expect(item(page, 'Établi')).toBeVisible()
	await main(page).getByRole('navigation', { name: fr('Where you are') }).getByRole('link', { name: fr('Library') }).click()
	await expect(page).toHaveURL(/\/library\?folder=top$/)
	await page.goBack()
	await expect(folder(page, 'Atelier')).toBeVisible()
})

test('a file is selected and its sheet is shown next to it, at an address that stays valid after a move', async ({ page }) => {
	await open(page, `/library?file=${ids.file}`)
	await expect(row(page, 'Note.md')).toHaveAttribute('aria-current', 'true')
	const aside = page.getByRole('complementary', { name: 'Note.md' })
	await expect(aside.getByText(fr('This file has no sheet yet: nobody has described where it comes from and what it led to.'))).toBeVisible()
	await expect(aside.getByRole('link', { name: fr('Open the file') })).toHaveAttribute('href', new RegExp(`/f/${ids.file}$`))
	await everyLook(page)
	const to = `${process.env.RESEAU_URL}/remote.php/dav/files/${encodeURIComponent(accountOf(UID))}${`${root}/${NAME}/Bilan/Note.md`.split('/').map(encodeURIComponent).join('/')}`
	await dav('MOVE', `/${NAME}/Atelier/Note.md`, undefined, { Destination: to })
	await page.reload()
	await expect(folder(page, 'Bilan')).toBeVisible()
	await expect(row(page, 'Note.md')).toHaveAttribute('aria-current', 'true')
	await aside.getByRole('button', { name: fr('Close') }).click()
	await expect(row(page, 'Note.md')).toBeFocused()
	await expect(aside).toBeHidden()
})

test('a file is renamed, moved, deleted and restored by keyboard', async ({ page }) => {
	await open(page, `/library?file=${ids.file}`)
	await row(page, 'Note.md').focus()
	await page.keyboard.press('F2')
	const dialog = page.getByRole('dialog')
	await expect(dialog.getByLabel(fr('Name'))).toBeFocused()
	await dialog.getByLabel(fr('Name')).fill('a/b')
	await page.keyboard.press('Enter')
	await expect(dialog.getByText(fr('A name cannot contain slashes: / and \\ separate folders.'))).toBeVisible()
	await dialog.getByLabel(fr('Name')).fill('Mémo.md')
	await page.keyboard.press('Enter')
	await expect(row(page, 'Mémo.md')).toBeVisible()

	await row(page, 'Mémo.md').getByRole('button').click()
	await page.getByRole('menuitem', { name: fr('Move…') }).click()
	await dialog.getByRole('treeitem', { name: NAME, exact: true }).click()
	await dialog.getByRole('button', { name: fr('Move here') }).click()
	await expect(page.getByText(fr('“{name}” was moved to “{folder}”.', { name: 'Mémo.md', folder: NAME }))).toBeVisible()
	await open(page, `/library?folder=${ids.folder}`)

	await row(page, 'Mémo.md').focus()
	await page.keyboard.press('Delete')
	await expect(page.getByText(fr('“{name}” was moved to the trash.', { name: 'Mémo.md' }))).toBeVisible()
	await expect(row(page, 'Mémo.md')).toBeHidden()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(row(page, 'Mémo.md')).toBeVisible()
	await open(page, `/library?file=${ids.file}`)
	await expect(row(page, 'Mémo.md')).toHaveAttribute('aria-current', 'true')
})

test('the menu of a row is used by keyboard and by pointer, and closes when the focus leaves', async ({ page }) => {
	await open(page, `/library?folder=${ids.folder}`)
	const button = row(page, 'Atelier').getByRole('button')
	const menu = page.getByRole('menu')
	const items = menu.getByRole('menuitem')
	await row(page, 'Atelier').focus()
	await page.keyboard.press('Shift+F10')
	await expect(items.first()).toBeFocused()
	await page.keyboard.press('Escape')
	await expect(menu).toBeHidden()
	await expect(button).toBeFocused()

	await page.keyboard.press('ArrowUp')
	await expect(items.last()).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(menu).toBeHidden()
	await expect(button).not.toBeFocused()

	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 800 })
		await button.click()
		await expect(items.first()).toBeFocused()
		await expect(menu).toBeInViewport({ ratio: 1 })
		await button.click()
		await expect(menu).toBeHidden()
		await button.click()
		await expect(menu).toBeVisible()
		await page.getByRole('heading', { level: 1 }).click()
		await expect(menu).toBeHidden()
	}
})

test('a folder is uploaded with its content, and a name conflict is asked about once', async ({ page }) => {
	const local = mkdtempSync(join(tmpdir(), 'reseau-'))
	mkdirSync(join(local, 'Récolte/Photos'), { recursive: true })
	writeFileSync(join(local, 'Récolte/Liste.txt'), 'un\n')
	writeFileSync(join(local, 'Récolte/Photos/Vue.txt'), 'deux\n')
	await open(page, `/library?folder=${ids.folder}`)
	await expect(main(page).getByRole('button', { name: fr('Add to the library') })).toBeVisible()
	await page.locator('input[webkitdirectory]').setInputFiles(join(local, 'Récolte'))
	await expect(main(page).getByText(frCount('%n file uploaded.', 2))).toBeVisible()
	await expect(row(page, 'Récolte')).toBeVisible()
	await expect(item(page, 'Récolte')).toBeVisible()
	expect(await (await dav('GET', `/${NAME}/Récolte/Photos/Vue.txt`)).text()).toBe('deux\n')

	writeFileSync(join(local, 'Récolte/Liste.txt'), 'trois\n')
	await page.locator('input[webkitdirectory]').setInputFiles(join(local, 'Récolte'))
	const dialog = page.getByRole('dialog', { name: frCount('%n file has a name that already exists', 2) })
	await expect(dialog).toBeVisible()
	await everyLook(page)
	await dialog.getByRole('button', { name: fr('Keep both') }).click()
	await expect(main(page).getByText(frCount('%n file uploaded.', 2))).toBeVisible()
	expect(await (await dav('GET', `/${NAME}/Récolte/Liste.txt`)).text()).toBe('un\n')
	expect(await (await dav('GET', `/${NAME}/Récolte/Liste (2).txt`)).text()).toBe('trois\n')
	rmSync(local, { recursive: true })
})

test('on a phone the folders are behind a button; new folders and files from a model can be created', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 })
	await open(page, '/library?folder=top')
	await main(page).getByRole('button', { name: fr('All folders') }).click()
	await page.getByRole('dialog').getByRole('treeitem', { name: NAME, exact: true }).click()
	await expect(folder(page, NAME)).toBeVisible()
	await main(page).getByRole('button', { name: fr('Add to the library') }).click()
	await page.getByRole('menuitem', { name: fr('New folder…') }).click()
	await page.getByRole('dialog').getByLabel(fr('Name')).fill('Vide')
	await page.getByRole('dialog').getByRole('button', { name: fr('Create') }).click()
	await expect(main(page).getByText(fr('This folder is empty. Drop files or folders here, or start from a template.'))).toBeVisible()
	await everyLook(page)
	await main(page).getByRole('button', { name: fr('Add to the library') }).click()
	await page.keyboard.press('ArrowUp')
	await page.getByRole('menuitem', { name: fr('New file from template…') }).click()
	await page.getByRole('dialog').getByLabel(fr('Template')).selectOption({ label: 'Compte rendu de groupe' })
	await page.getByRole('dialog').getByLabel(fr('Name')).fill('Réunion.md')
	await page.getByRole('dialog').getByRole('button', { name: fr('Create') }).click()
	await expect(page).toHaveURL(/\/f\/\d+|\/files\//)
	expect((await dav('GET', `/${NAME}/Vide/Réunion.md`)).status()).toBe(200)
})

test.describe('an address', () => {
	// Nothing is around a file that does not exist either.
	test.use({ refused: [404] })

	test('that leads nowhere says so', async ({ page }) => {
		await open(page, '/library?folder=999999999')
		await expect(main(page).getByText(fr('The target of this address is no longer in the library, or is not shown to you.'))).toBeVisible()
		await main(page).getByRole('button', { name: fr('Go to the top of the library') }).click()
		await expect(page).toHaveURL(/\/library\?folder=top$/)
		await everyLook(page)
	})
})
