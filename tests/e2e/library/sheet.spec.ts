/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { readFile } from 'node:fs/promises'
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

/** Facilitates the network, and put the library's files there. */
const KEEPER = 'romain-vielfaure'
/** Reads the library. */
const READER = 'maelle-roumegous'

const RUN = Date.now().toString(36)
const FOLDER = `/zz-essais-${RUN}`
const NAME = `La_fontaine_${RUN}.md`
const MOVED = `Fontaine déplacée ${RUN}.md`
/** A word that is in no other sheet. */
const WORD = `tourniquette${RUN}`

let files: Awaited<ReturnType<typeof libraryFiles>>
let practice: string
let anonymous: string
let manifesto: string

test.beforeAll(async () => {
	await restoreCard(KEEPER)
	await restoreCard(READER)
	files = await libraryFiles(KEEPER)
	await files.makeFolder(FOLDER)
	practice = await files.write(`${FOLDER}/${NAME}`, '# La fontaine')
	anonymous = await files.write(`${FOLDER}/Récit sans nom.md`, 'Il était une fois.')
	manifesto = await files.write(`${FOLDER}/Manifeste.md`, 'Nous tiendrons parole.')
	const keeper = await api(KEEPER)
	const { data } = await keeper.put(`/sheets/${manifesto}`, { version: 0, kind: 'manifesto', title: `Tenir parole ${RUN}` })
	await keeper.put(`/sheets/${manifesto}/status`, { version: data.version, status: 'published' })
	await keeper.dispose()
})
test.afterAll(async () => {
	await files.remove(FOLDER)
	await files.dispose()
})

const main = (page: Page) => page.getByRole('main')
const field = (page: Page, label: string) => main(page).getByLabel(fr(label), { exact: true })
const button = (page: Page, label: string) => main(page).getByRole('button', { name: fr(label), exact: true })
const showsStatus = (page: Page, sentence: string) => expect(page.getByRole('status').filter({ hasText: fr(sentence) })).toBeVisible()

test.describe('a practice', () => {
	test.use({ refused: [400, 404] })

	test('is described for a file, and published once its origin is given', async ({ page }) => {
		await login(page, KEEPER)
		await open(page, `/library/sheet/${practice}?name=${NAME}`)
		await expect(main(page).getByRole('heading', { level: 1, name: fr('No sheet here') })).toBeVisible()
		await main(page).getByRole('link', { name: fr('Describe…') }).click()
		await expect(field(page, 'Title')).toHaveValue(`La fontaine ${RUN}`)
		await field(page, 'What is it?').selectOption('practice')
		await field(page, 'In one or two sentences').fill('Une fontaine remise en eau par ses voisins.')
		await field(page, 'What was tried').fill(`Démonter la ${WORD} et la nettoyer.`)
		await field(page, 'Who it is for').fill('Le quartier de la halle')
		await field(page, 'With what resources').fill('Deux clés à molette')
		await field(page, 'In what administrative framework').fill('La commune prête les outils')
		await field(page, 'From whose point of view').fill('Une voisine')
		const where = main(page).getByRole('combobox', { name: fr('Where'), exact: true })
		await where.fill('Limoux')
		await page.getByRole('option', { name: /^Limoux/ }).first().click()
		await everyLook(page)

		// What came of it is still missing: nothing is lost, and the page leads there.
		await button(page, 'Publish').click()
		await expect(main(page).getByRole('alert').filter({ hasText: fr('What was the result?') })).toBeVisible()
		await expect(main(page).getByRole('radio', { name: fr('worked') })).toBeFocused()
		await main(page).getByRole('radio', { name: fr('failed') }).check()
		await button(page, 'Publish').click()
		await expect(page).toHaveURL(new RegExp(`/library/sheet/${practice}$`))
		await showsStatus(page, 'Sheet published.')
		await expect(main(page).getByRole('heading', { level: 1, name: `La fontaine ${RUN}` })).toBeVisible()
		await expect(main(page).getByRole('link', { name: person(KEEPER).name })).toBeVisible()
		await everyLook(page)
	})

	test('is not published as long as fields are missing', async ({ page }) => {
		await login(page, KEEPER)
		await open(page, `/library/sheet/${practice}/edit`)
		await field(page, 'From whose point of view').fill('')
		await button(page, 'Save').click()
		await expect(field(page, 'From whose point of view')).toBeFocused()
		await expect(field(page, 'From whose point of view')).toHaveAttribute('aria-invalid', 'true')
		// The browser keeps what is not saved.
		await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true))
		await main(page).getByRole('link', { name: frLike('Back to {page}') }).click()
		await expect(page.getByText(fr('What you wrote on the sheet is not saved. This browser keeps it: open the sheet again to continue.'))).toBeVisible()
		await main(page).getByRole('link', { name: fr('Edit'), exact: true }).click()
		await expect(field(page, 'From whose point of view')).toHaveValue('Une voisine')
		await button(page, 'Restore this text').click()
		await expect(field(page, 'From whose point of view')).toHaveValue('')
		await field(page, 'From whose point of view').fill('Deux voisines')
		await button(page, 'Save').click()
		await showsStatus(page, 'Sheet saved.')
	})
})

test('a practice is found by words and by its outcome', async ({ page }) => {
	await login(page, READER)
	await open(page, '/library')
	const search = main(page).getByRole('searchbox', { name: fr('Search'), exact: true })
	await search.fill(WORD)
	const row = main(page).getByRole('listitem').filter({ hasText: `La fontaine ${RUN}` })
	await expect(row.locator('mark')).toHaveText(WORD)
	await expect(row).toContainText(`${fr('failed')} · Limoux`)
	await expect(main(page).getByRole('status').filter({ hasText: frCount('%n sheet', 1) })).toBeVisible()
	await everyLook(page)
	await button(page, 'Outcome').click()
	const outcomes = main(page).getByRole('group', { name: fr('Outcome') })
	await expect(outcomes.getByRole('checkbox')).toHaveCount(3)
	await outcomes.getByRole('checkbox', { name: new RegExp(`^${fr('worked')}`) }).check()
	await expect(main(page).getByText(fr('No sheets match these words and criteria.'))).toBeVisible()
	await outcomes.getByRole('checkbox', { name: new RegExp(`^${fr('worked')}`) }).uncheck()
	await outcomes.getByRole('checkbox', { name: new RegExp(`^${fr('failed')}`) }).check()
	await expect(row).toBeVisible()
	await expect(page).toHaveURL(/facet/)
	await page.keyboard.press('Escape')
	await row.getByRole('link').click()
	await expect(main(page).getByRole('heading', { level: 1, name: `La fontaine ${RUN}` })).toBeFocused()
	await main(page).getByRole('link', { name: frLike('Back to {page}') }).click()
	await expect(search).toHaveValue(WORD)
})

test('a practice is evaluated by a reader with a standpoint, who withdraws the evaluation', async ({ page }) => {
	await login(page, READER)
	await open(page, `/library/sheet/${practice}`)
	await button(page, 'Answer from my point of view').click()
	await expect(field(page, 'What is your point of view?')).toBeFocused()
	await page.keyboard.type('animatrice, un quartier de 900')
	await field(page, 'On what conditions').fill('Une clé qui reste sur place')
	await everyLook(page, [320])
	await button(page, 'Record it').click()
	const said = main(page).getByText(fr('Seen from: {standpoint}', { standpoint: 'animatrice, un quartier de 900' }))
	await expect(said).toBeVisible()
	await everyLook(page, [320])
	await button(page, 'Withdraw').click()
	await expect(said).toHaveCount(0)
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(said).toBeVisible()
})

test('the sheet follows its file after a move, and shows what is left when the file is deleted', async ({ page }) => {
	await files.move(`${FOLDER}/${NAME}`, `${FOLDER}/${MOVED}`)
	await login(page, READER)
	await open(page, `/library/sheet/${practice}`)
	await expect(main(page).getByRole('link', { name: MOVED })).toBeVisible()
	await expect(main(page).getByRole('heading', { level: 1, name: `La fontaine ${RUN}` })).toBeVisible()
	await files.remove(`${FOLDER}/${MOVED}`)
	await open(page, `/library/sheet/${practice}`)
	await expect(main(page).getByText(fr('The file of this sheet is no longer in the library. This is what is left of it; if the file comes back, from the trash or elsewhere, it is linked to the sheet again.'))).toBeVisible()
	await expect(main(page).getByText(`Démonter la ${WORD}`)).toHaveCount(1)
	await everyLook(page, [320])
})

test.describe('a story without a name', () => {
	test.use({ refused: [404] })

	test('names nobody', async ({ page, browser }) => {
		await login(page, KEEPER)
		await open(page, `/library/sheet/${anonymous}/edit?name=Récit sans nom.md`)
		await field(page, 'What is it?').selectOption('testimony')
		await main(page).getByRole('checkbox', { name: fr('Stay anonymous') }).check()
		await expect(main(page).getByText(frLike('Files still shows who uploaded the file, who changed it (versions, activity) and who owns it; and the content may let people guess. To be safe, give the text to a facilitator of the network: they can add the file and the sheet for you.'))).toBeVisible()
		await main(page).getByRole('checkbox', { name: fr('I add it for someone else, and the sheet says so') }).check()
		await everyLook(page, [320])
		await button(page, 'Publish').click()
		await expect(page).toHaveURL(new RegExp(`/library/sheet/${anonymous}$`))

		const reader = await someone(browser, READER)
		await open(reader, `/library/sheet/${anonymous}`)
		await expect(main(reader).getByText(fr('The author is anonymous.'))).toBeVisible()
		await expect(main(reader).getByText(fr('The facilitators of the network added it for them.'))).toBeVisible()
		await expect(main(reader).getByText(person(KEEPER).name)).toHaveCount(0)
		expect(await main(reader).getByRole('link').evaluateAll((links) => links.filter((link) => /\/members\//.test((link as HTMLAnchorElement).href)).length)).toBe(0)
		await reader.context().close()
	})
})

test.describe('a manifesto', () => {
	test.use({ refused: [409] })

	test('is signed, withdrawn, signed again after a change of the text, collected and exported', async ({ page, browser }) => {
		await login(page, READER)
		await open(page, `/library/sheet/${manifesto}`)
		await expect(main(page).getByText('Nous tiendrons parole.', { exact: true })).toBeVisible()
		await expect(main(page).getByText(frLike('The text of {day}, unchanged since.'))).toBeVisible()
		await button(page, 'Sign with my account').click()
		await expect(main(page).getByText(frLike('You signed it on {day}.'))).toBeVisible()
		await everyLook(page)
		await button(page, 'Withdraw my signature').click()
		await expect(button(page, 'Sign with my account')).toBeVisible()
		await page.getByRole('button', { name: fr('Undo') }).click()
		await expect(button(page, 'Withdraw my signature')).toBeVisible()

		await files.write(`${FOLDER}/Manifeste.md`, 'Nous tiendrons parole, et le dirons.')
		await open(page, `/library/sheet/${manifesto}`)
		await expect(main(page).getByText('Nous tiendrons parole, et le dirons.', { exact: true })).toBeVisible()
		await expect(button(page, 'Sign the current text')).toBeVisible()

		const keeper = await someone(browser, KEEPER)
		await open(keeper, `/library/sheet/${manifesto}/signatures`)
		await expect(main(keeper).getByRole('listitem').filter({ hasText: person(READER).name })).toContainText(fr('older text'))
		await main(keeper).getByText(fr('they signed on paper'), { exact: true }).click()
		await field(keeper, 'Name').fill('Lise Sanscompte')
		await field(keeper, 'Where the paper is kept').fill('Classeur vert')
		await button(keeper, 'Record the signature').click()
		const paper = main(keeper).getByRole('listitem').filter({ hasText: 'Lise Sanscompte' })
		await expect(paper).toContainText(fr('on paper'))
		await everyLook(keeper)
		const [download] = await Promise.all([keeper.waitForEvent('download'), button(keeper, 'Export as a table').click()])
		const table = await readFile(await download.path(), 'utf8')
		expect(table).toContain('Lise Sanscompte')
		expect(table).toContain(person(READER).name)
		await paper.getByRole('button').click()
		await expect(paper).toHaveCount(0)
		await keeper.context().close()

		await open(page, `/library/sheet/${manifesto}`)
		await button(page, 'Sign the current text').click()
		await expect(main(page).getByText(frLike('You signed it on {day}.'))).toBeVisible()
		await button(page, 'Withdraw my signature').click()
		await expect(button(page, 'Sign with my account')).toBeVisible()
	})
})
