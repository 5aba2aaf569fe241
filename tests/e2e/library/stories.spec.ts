/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr, frCount, frLike } from '../support/french.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

/** Put the library's files there. */
const KEEPER = 'romain-vielfaure'
/** Reads the library; her card says where she lives. */
const READER = 'maelle-roumegous'

const TITLE = `Le four : chez qui ? ${Date.now().toString(36)}`
const FILE = `${TITLE.replace(/ [:?]/g, '')}.md`

const main = (page: Page) => page.getByRole('main')
const list = (page: Page, name: string) => main(page).getByRole('region', { name, exact: true })
const field = (page: Page, label: string) => main(page).getByLabel(fr(label), { exact: true })

test('the library opens on stories, each list of them has an address, folders come second', async ({ page }) => {
	await login(page, READER)
	await open(page, '/library')
	await expect(list(page, fr('New stories')).getByRole('listitem')).toHaveCount(4)
	await expect(list(page, fr('Asking for help')).getByRole('listitem').first()).toBeVisible()
	await expect(list(page, fr('By theme')).getByRole('link').first()).toBeVisible()
	await everyLook(page)

	await list(page, fr('New stories')).getByRole('link', { name: frLike('See all: {count}') }).click()
	await expect(page).toHaveURL(/\/library\?facet/)
	await expect(main(page).getByRole('list', { name: fr('Sheets'), exact: true }).getByRole('listitem').nth(4)).toBeVisible()

	await open(page, '/library?show=all')
	await expect(main(page).getByRole('list', { name: fr('Sheets'), exact: true }).getByRole('listitem').nth(18)).toBeVisible()

	const views = main(page).getByRole('navigation', { name: fr('Stories and folders') })
	await views.getByRole('link', { name: fr('Folders'), exact: true }).click()
	await expect(page).toHaveURL(/\/library\?folder=top$/)
	await expect(main(page).getByRole('grid')).toBeVisible()
	await expect(views.getByRole('link', { name: fr('Folders'), exact: true })).toHaveAttribute('aria-current', 'page')
	await views.getByRole('link', { name: fr('Stories'), exact: true }).click()
	await expect(list(page, fr('New stories'))).toBeVisible()
})

test.describe('an experience', () => {
	// Its sheet is asked for before there is one.
	test.use({ refused: [404] })
	const folder = `/${fr('Stories')}`
	let files: Awaited<ReturnType<typeof libraryFiles>>
	let ours = true

	test.beforeAll(async () => {
		files = await libraryFiles(KEEPER)
		// Of a library that has it already, only the file is ours.
		await files.makeFolder(folder).catch(() => {
			ours = false
		})
		await (ours && files.remove(folder))
	})
	test.afterAll(async () => {
		await files.remove(ours ? folder : `${folder}/${FILE}`)
		await files.dispose()
	})

	test('is written without a file, and published once everything in the list of missing parts is given', async ({ page }) => {
		await login(page, KEEPER)
		await open(page, '/library')
		await main(page).getByRole('link', { name: fr('Share an experience'), exact: true }).click()
		await field(page, 'What is your story called?').fill(TITLE)
		await everyLook(page, [320])
		await main(page).getByRole('button', { name: fr('Continue'), exact: true }).click()
		await expect(field(page, 'Title')).toHaveValue(TITLE)
		expect(await files.read(`${folder}/${FILE}`)).toBe('')

		await field(page, 'What is it?').selectOption('failure')
		await field(page, 'What was learnt').fill('Demander avant d’allumer.')
		await field(page, 'Who it is for').fill('Le quartier')
		await main(page).getByRole('button', { name: fr('Publish'), exact: true }).click()
		await expect(main(page).getByText(frCount('%n point to complete:', 5))).toBeVisible()
		await expect(main(page).getByRole('radio', { name: fr('worked') })).toBeFocused()
		await expect(main(page).getByRole('radio', { name: fr('worked') })).toBeInViewport()
		await expect(page.getByText(fr('Sheet saved.'))).toHaveCount(0)
		await everyLook(page)
		await main(page).getByRole('radio', { name: fr('failed') }).check()
		for (const [label, text] of [['With what resources', 'Du bois'], ['In what administrative framework', 'Aucun'], ['From whose point of view', 'Une voisine']] as const) {
			await main(page).getByRole('button', { name: fr(label), exact: true }).click()
			await expect(field(page, label)).toBeFocused()
			await page.keyboard.type(text)
		}
		const where = main(page).getByRole('combobox', { name: fr('Where'), exact: true })
		await where.fill('Limoux')
		await page.getByRole('option', { name: /^Limoux/ }).first().click()
		await main(page).getByRole('button', { name: fr('Publish'), exact: true }).click()
		await expect(main(page).getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
		await main(page).getByRole('link', { name: fr('failed'), exact: true }).click()
		await expect(page).toHaveURL(/\/library\?facet/)
		await open(page, '/library')
		await expect(list(page, fr('New stories')).getByRole('listitem').filter({ hasText: TITLE })).toContainText('Demander avant d’allumer.')
		await expect(list(page, fr('Your stories, finished or not')).getByRole('link', { name: TITLE })).toBeVisible()
	})
})
