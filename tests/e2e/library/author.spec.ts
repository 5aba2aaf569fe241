/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

/** May change the library's files, and tells a story without their name. */
const AUTHOR = 'romain-vielfaure'
const READER = 'maelle-roumegous'

const RUN = Date.now().toString(36)
const FOLDER = `/zz-auteur-${RUN}`
const TITLE = `La halle vide ${RUN}`
const QUESTION = 'Qu’est-ce qui vous a fait arrêter ?'
const ANSWER = 'Le deuxième hiver, personne n’est venu.'

let files: Awaited<ReturnType<typeof libraryFiles>>
let story: string

test.use({ refused: [404] })
test.beforeAll(async () => {
	files = await libraryFiles(AUTHOR)
	await files.makeFolder(FOLDER)
	story = await files.write(`${FOLDER}/Halle.md`, 'Il était une fois.')
})
test.afterAll(async () => {
	await files.remove(FOLDER)
	await files.dispose()
})

const main = (page: Page) => page.getByRole('main')
const message = (page: Page, text: string) => main(page).getByRole('listitem').filter({ hasText: text })
const send = (page: Page) => page.getByRole('button', { name: fr('Send'), exact: true }).click()

test('a reader writes to the author of an anonymous story, who answers and stays unnamed', async ({ page, browser }) => {
	await login(page, AUTHOR)
	await open(page, `/library/sheet/${story}/edit?name=Halle.md`)
	await main(page).getByLabel(fr('Title'), { exact: true }).fill(TITLE)
	await main(page).getByLabel(fr('What is it?'), { exact: true }).selectOption('testimony')
	await main(page).getByRole('checkbox', { name: fr('Stay anonymous') }).check()
	await main(page).getByRole('checkbox', { name: fr('People can write to me without knowing who I am') }).check()
	await everyLook(page, [320])
	await main(page).getByRole('button', { name: fr('Publish'), exact: true }).click()
	await expect(main(page).getByText(fr('You can be written to about this sheet, and stay anonymous: messages about it are in your messages.'))).toBeVisible()

	const reader = await someone(browser, READER)
	await open(reader, `/library/sheet/${story}`)
	await main(reader).getByRole('link', { name: fr('Write to those who lived it') }).press('Enter')
	await expect(main(reader).getByText(fr('The author gets it and stays anonymous. They see your name; neither of you sees the other’s address.'))).toBeVisible()
	await main(reader).getByRole('textbox', { name: fr('Your message') }).fill(QUESTION)
	await everyLook(reader)
	await send(reader)
	await expect(reader).toHaveURL(/\/messages\/\d+$/)
	const address = new URL(reader.url()).pathname.replace(/^.*\/apps\/reseau/, '')

	await open(page, '/messages')
	await page.getByRole('link', { name: person(READER).name }).first().click()
	await expect(page).toHaveURL(new RegExp(`${address}$`))
	await expect(main(page).getByText(fr('You stay anonymous: {name} does not know who you are.', { name: person(READER).name }))).toBeVisible()
	await main(page).getByRole('textbox', { name: fr('Your answer') }).fill(ANSWER)
	await send(page)
	await expect(message(page, ANSWER).filter({ hasText: fr('You, anonymously') })).toBeVisible()
	await everyLook(page)

	const author = fr('The author of “{title}”', { title: TITLE })
	await reader.reload()
	await expect(message(reader, ANSWER).filter({ hasText: author }).first()).toBeVisible()
	await expect(reader.getByRole('heading', { level: 1, name: author })).toBeVisible()
	await everyLook(reader)
	const own = await api(READER)
	const about = JSON.stringify((await own.get(address.replace('/messages', '/conversations'))).data)
	expect(about).toContain(TITLE)
	expect(about).not.toContain(person(AUTHOR).name)
	expect(about).not.toContain(AUTHOR)
	await own.dispose()
	await expect(main(reader).locator('.thread').getByText(person(AUTHOR).name)).toHaveCount(0)
	await reader.context().close()
})
