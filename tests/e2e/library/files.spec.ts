/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '../support/api.ts'
import { drop } from '../support/drop.ts'
import { fr, frCount } from '../support/french.ts'
import { makeGroup, removeGroup } from '../support/group.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

// A folder of the test's own in the library: “zz-plusieurs”, in it four files and a folder.

const UID = 'romain-vielfaure'
const NAME = 'zz-plusieurs'
const FILES = ['Un.md', 'Deux.md', 'Trois.md', 'Quatre.md']

let library: Awaited<ReturnType<typeof libraryFiles>>
let folder: string

test.beforeEach(async ({ page }) => {
	library = await libraryFiles(UID)
	await library.remove(`/${NAME}`)
	folder = await library.makeFolder(`/${NAME}`)
	await library.makeFolder(`/${NAME}/Rangé`)
	for (const name of FILES) {
		await library.write(`/${NAME}/${name}`, `# ${name}\n`)
	}
	await login(page, UID)
	await open(page, `/library?folder=${folder}`)
})
test.afterEach(async ({ page }) => {
	// It may still be asking for what goes now.
	await page.goto('about:blank')
	await library.remove(`/${NAME}`)
	await library.dispose()
})

const main = (page: Page) => page.getByRole('main')
const grid = (page: Page) => main(page).getByRole('grid')
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const box = (page: Page, name: string) => row(page, name).getByRole('checkbox')
const count = (page: Page) => main(page).locator('.selection-bar').getByRole('status')

test('several files are selected by keyboard, and the number is shown', async ({ page }) => {
	await row(page, 'Deux.md').focus()
	await page.keyboard.press('Space')
	await page.keyboard.press('Shift+ArrowDown')
	await page.keyboard.press('Shift+ArrowDown')
	await expect(count(page)).toHaveText(frCount('%n selected', 3))
	await expect(row(page, 'Trois.md')).toBeFocused()
	await everyLook(page)
	await page.keyboard.press('Control+a')
	await expect(count(page)).toHaveText(frCount('%n selected', 5))
	await page.keyboard.press('Escape')
	await expect(count(page)).toBeEmpty()
	await expect(row(page, 'Trois.md')).toBeFocused()
})

test('several files are selected by boxes, moved, and undone', async ({ page }) => {
	await box(page, 'Deux.md').click()
	await box(page, 'Trois.md').click({ modifiers: ['Shift'] })
	await main(page).getByRole('button', { name: fr('Move…') }).click()
	const dialog = page.getByRole('dialog', { name: frCount('Move %n item to where?', 3) })
	await dialog.getByRole('treeitem', { name: NAME, exact: true }).focus()
	await page.keyboard.press('ArrowRight')
	await dialog.getByRole('treeitem', { name: 'Rangé', exact: true }).click()
	await everyLook(page)
	await dialog.getByRole('button', { name: fr('Move here') }).click()
	await expect(page.getByText(frCount('%n item is now in “{folder}”.', 3, { folder: 'Rangé' }))).toBeVisible()
	await expect(row(page, 'Trois.md')).toBeHidden()
	await expect(row(page, 'Un.md')).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(row(page, 'Trois.md')).toBeVisible()
	await expect(row(page, 'Deux.md')).toBeVisible()
})

test.describe('one that cannot be deleted', () => {
	test.use({ refused: [423] })

	test('is named with the reason; the others go to the trash bin, and all are restored', async ({ page }) => {
		await page.route(/Deux\.md$/, (route) => route.request().method() === 'DELETE' ? route.fulfill({ status: 423 }) : route.fallback())
		await box(page, 'Un.md').click()
		await box(page, 'Deux.md').click()
		await box(page, 'Quatre.md').click()
		await page.keyboard.press('Delete')
		await expect(main(page).getByText(frCount('Could not delete %n item:', 1))).toBeVisible()
		await expect(main(page).getByText(fr('Someone is working on this file right now. Nothing was changed. Try again in a moment.'))).toBeVisible()
		await expect(row(page, 'Un.md')).toBeHidden()
		await expect(row(page, 'Quatre.md')).toBeHidden()
		await expect(box(page, 'Deux.md')).toBeChecked()
		await everyLook(page, [1280])
		// On a narrow screen the bar of what is selected lies over the end of what is seen.
		await page.setViewportSize({ width: 320, height: 800 })
		await row(page, 'Deux.md').scrollIntoViewIfNeeded()
		await everyLook(page, [320])
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(row(page, 'Un.md')).toBeVisible()
		await expect(row(page, 'Quatre.md')).toBeVisible()
	})
})

test.describe('after a lost answer', () => {
	test.use({ refused: ['ERR_FAILED', 504] })

	test('the actual state is shown: moved or in the trash bin, and undone', async ({ page }) => {
		await page.route(/Deux\.md$/, async (route) => {
			if (route.request().method() !== 'DELETE') {
				return route.fallback()
			}
			await route.fetch()
			return route.abort('failed')
		})
		await row(page, 'Deux.md').focus()
		await page.keyboard.press('Delete')
		await expect(page.getByText(fr('“{name}” was moved to the trash.', { name: 'Deux.md' }))).toBeVisible()
		await expect(row(page, 'Deux.md')).toBeHidden()
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(row(page, 'Deux.md')).toBeVisible()

		await page.route(/Un\.md$/, async (route) => {
			if (route.request().method() !== 'MOVE') {
				return route.fallback()
			}
			await route.fetch()
			return route.fulfill({ status: 504 })
		})
		await row(page, 'Un.md').focus()
		await page.keyboard.press('F2')
		await page.getByRole('dialog').getByLabel(fr('Name')).fill('Autre.md')
		await page.getByRole('dialog').getByRole('button', { name: fr('Rename') }).click()
		await expect(page.getByText(fr('“{before}” is now called “{name}”.', { before: 'Un.md', name: 'Autre.md' }))).toBeVisible()
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(row(page, 'Un.md')).toBeVisible()
	})

	test('and a failed check the result is unknown, which is shown; a retry finds out, and does nothing twice', async ({ page }) => {
		let cut = true
		await page.route(/Deux\.md$/, async (route) => {
			if (!cut) {
				return route.fallback()
			}
			if (route.request().method() === 'DELETE') {
				await route.fetch()
			}
			return route.abort('failed')
		})
		await box(page, 'Deux.md').click()
		await box(page, 'Trois.md').click()
		await page.keyboard.press('Delete')
		await expect(main(page).getByText(frCount('Unknown whether this was done for %n item:', 1))).toBeVisible()
		await expect(main(page).getByText(frCount('Could not delete %n item:', 1))).toBeVisible()
		await everyLook(page)
		cut = false
		await main(page).getByRole('button', { name: fr('Try again') }).click()
		await expect(page.getByText(frCount('%n item is in the trash.', 2))).toBeVisible()
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(row(page, 'Deux.md')).toBeVisible()
		await expect(row(page, 'Trois.md')).toBeVisible()
	})
})

test('dropped folders are uploaded with their content, including empty ones', async ({ page }) => {
	const local = mkdtempSync(join(tmpdir(), 'reseau-'))
	mkdirSync(join(local, 'Récolte/Photos/À venir'), { recursive: true })
	writeFileSync(join(local, 'Récolte/Liste.txt'), 'un\n')
	writeFileSync(join(local, 'Récolte/Photos/Vue.txt'), 'deux\n')
	writeFileSync(join(local, 'Seul.txt'), 'trois\n')
	await drop(grid(page), join(local, 'Récolte'), join(local, 'Seul.txt'))
	await expect(main(page).getByText(frCount('%n file uploaded.', 3))).toBeVisible()
	await expect(row(page, 'Seul.txt')).toBeVisible()
	await row(page, 'Récolte').click()
	await row(page, 'Photos').click()
	await expect(row(page, 'Vue.txt')).toBeVisible()
	await row(page, 'À venir').click()
	await expect(main(page).getByText(fr('This folder is empty. Drop files or folders here, or start from a template.'))).toBeVisible()
	expect(await library.read(`/${NAME}/Récolte/Photos/Vue.txt`)).toBe('deux\n')
	rmSync(local, { recursive: true })
})

test('the first folders of a group are created in its own folder, and existing ones are kept', async ({ page }) => {
	const title = `zz Les plusieurs ${Date.now()}`
	const id = await makeGroup(UID, { title, purpose: 'Essayer.' })
	try {
		const own = await api(UID)
		await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
		const { status } = await own.put(`/groups/${id}/making`, { runner: 'e2e', folderId: Number(folder), folderPath: `${(await own.get('/library')).data.root.path}/${NAME}`, step: 'done' })
		expect(status).toBe(200)
		await own.dispose()
		await library.makeFolder(`/${NAME}/${fr('Resources')}`)
		const kept = await library.write(`/${NAME}/${fr('Resources')}/Gardé.md`, 'ici\n')

		await open(page, '/library?folder=top')
		await main(page).getByRole('button', { name: fr('Add to the library') }).click()
		await page.getByRole('menuitem', { name: fr('Folders for a group…') }).click()
		const dialog = page.getByRole('dialog', { name: fr('Folders for a group') })
		await dialog.getByLabel(fr('Group')).selectOption({ label: title })
		await everyLook(page)
		await dialog.getByRole('button', { name: fr('Create them') }).click()
		await expect(page).toHaveURL(new RegExp(`folder=${folder}$`))
		for (const name of ['Minutes', 'Resources', 'Work in progress', 'To share with the network']) {
			await expect(row(page, fr(name))).toBeVisible()
		}
		await open(page, `/library?file=${kept}`)
		await expect(row(page, 'Gardé.md')).toBeVisible()
	} finally {
		await removeGroup(id, UID)
	}
})

test('the owner, the shares and the permissions of a folder are shown', async ({ page }) => {
	await library.share(`/${NAME}/Rangé`, 'maelle-roumegous')
	await page.reload()
	await expect(row(page, 'Rangé')).toContainText(fr('Shared with {names}.', { names: 'Maëlle Roumégous' }).slice(0, -1))
	await row(page, 'Un.md').click()
	const aside = page.getByRole('complementary', { name: 'Un.md' })
	// On a Nextcloud the demonstration's library is a folder of an account: only the administrator can create Team folders.
	const team = fr('In a Team folder: it belongs to everyone with access to that folder.')
	await (process.env.RESEAU_REAL ? expect(aside).not.toContainText(team) : expect(aside).toContainText(team))
	await expect(aside).toContainText(fr('delete it'))
	await everyLook(page)
})
