/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { readFileSync } from 'node:fs'
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'nadege-tremolieres'
const MEMBER = 'maelle-roumegous'
const AGREED = 'Inscription à la rencontre'
/** A mark of this run's people, to find them again and to delete them. */
const FAMILY = 'Importade'

/** One byte a letter, as a spreadsheet of Windows saves it: these texts hold no sign that Latin 1 lacks. */
const windows = (text: string) => Buffer.from(text, 'latin1')

/** Forty people of a meeting: one is a member of the network already, one is listed twice, one has an unknown place. */
function fortyPeople(): Buffer {
	const people = Array.from({ length: 40 }, (_, i) => [`Zoé${i}`, FAMILY, `zoe${i}@example.org`, i % 2 ? 'Limoux' : 'ST AFFRIQUE', 'un four à pain ; des bras', 'écoute'])
	people[37] = ['Maëlle', 'Roumégous', '', 'Limoux', '', '']
	people[38] = [...people[3]!]
	people[39]![3] = 'Trifouillis'
	return windows([['Prénom', 'Nom', 'Courriel', 'Commune', 'Ce que je cherche', 'Valeurs'], ...people].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'))
}

const many = (count: number) => Buffer.from(['Nom', ...Array.from({ length: count }, (_, i) => `Foule${i} ${FAMILY}`)].join('\n'))

/** Leaves the facilitator without the cards of these tests, and without an import to go on with. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	for (const { id } of (await facilitator.get('/imports')).data) {
		for (let after: number | null = 0; after !== null;) {
			const { status, data } = await facilitator.post(`/imports/${id}/undo`, { after })
			after = status === 200 ? data.next : null
		}
	}
	await facilitator.dispose()
}

const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const report = (page: Page) => page.getByRole('table', { name: fr('What happens to each row') })
const give = (page: Page, name: string, buffer: Buffer) => page.getByLabel(fr('Choose the list file, or drop it here')).setInputFiles({ name, mimeType: 'text/csv', buffer })

test.beforeEach(restore)
test.afterAll(restore)

test('forty people are imported from a spreadsheet, and removed by undo', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/')
	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Import members') }).click()
	await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeFocused()
	await give(page, 'inscrits.csv', fortyPeople())
	await expect(page.getByText(frCount('%n person in this list', 40))).toBeVisible()
	await expect(page.getByLabel('Prénom', { exact: true })).toHaveValue('firstName')
	await expect(page.getByLabel('Commune', { exact: true })).toHaveValue('territories')
	await expect(page.getByRole('heading', { level: 3, name: `Zoé0 ${FAMILY}` })).toBeVisible()
	await expect(page.getByText('un four à pain · des bras').first()).toBeVisible()
	await expect(page.getByText('Trifouillis', { exact: true })).toBeVisible()
	await page.getByLabel(fr('Yes, everyone in this list')).check()
	await press(page, 'Check the list')
	await expect(page.getByText(fr('Enter how they agreed.'))).toBeVisible()
	await expect(page.getByLabel(fr('How?'))).toBeFocused()
	await page.keyboard.type(AGREED)
	await everyLook(page)
	await press(page, 'Check the list')

	await expect(report(page).getByRole('row', { name: /Maëlle Roumégous/ })).toContainText(fr('Has an account: only they can edit their card.'))
	await expect(report(page).getByRole('row', { name: /^40 / })).toContainText(fr('Same person as in row {row}.', { row: '5' }))
	await page.getByLabel(fr('Show'), { exact: true }).selectOption({ label: frCount('%n row skipped', 2) })
	await expect(report(page).getByRole('row')).toHaveCount(3)
	await everyLook(page)
	const loading = page.waitForEvent('download')
	await press(page, 'Download the report (CSV)')
	const file = readFileSync(await (await loading).path(), 'utf8')
	expect(file.split('\r\n')).toHaveLength(41)
	expect(file).toContain(`"41";"Zoé39 ${FAMILY}";"${fr('New card')}";"${fr('Place unclear, left out: {word}.', { word: 'Trifouillis' })}"`)

	await page.getByRole('button', { name: frCount('Import %n person', 38) }).click()
	await expect(page.getByRole('heading', { name: fr('List imported') })).toBeVisible()
	await expect(page.getByText(`${frCount('%n new card', 38)} · ${frCount('%n row skipped', 2)}`).first()).toBeVisible()
	const member = await api(MEMBER)
	const found = async (): Promise<number> => (await member.get(`/members?q=${FAMILY}&limit=100`)).data.members.filter(({ name }: { name: string }) => name.includes(FAMILY)).length
	expect(await found()).toBe(38)

	// The same list again: the columns are remembered, and nothing changes.
	await press(page, 'Import another list')
	await give(page, 'inscrits.csv', fortyPeople())
	await expect(page.getByText(fr('Same as in your last import of such a list. Change what no longer applies.'))).toBeVisible()
	await page.getByLabel(fr('Yes, everyone in this list')).check()
	await page.getByLabel(fr('How?')).fill(AGREED)
	await press(page, 'Check the list')
	await expect(page.getByText(`${frCount('%n unchanged', 38)} · ${frCount('%n row skipped', 2)}`)).toBeVisible()
	await expect(page.getByText(fr('Nothing to import: the network already has all of this, or rows must be corrected first.'))).toBeVisible()

	await open(page, '/import')
	await page.getByRole('button', { name: frLike('Undo the import of {day}') }).first().click()
	await expect(page.getByText(fr('The cards that this import created were removed, those it changed are as before.'))).toBeVisible()
	expect(await found()).toBe(0)
	await member.dispose()
})

test.describe('after a lost connection', () => {
	test.use({ refused: ['ERR_FAILED'] })

	test('an import that was stopped continues after a reload with the same list', async ({ page }) => {
		const facilitator = await api(FACILITATOR)
		const { data: before } = await facilitator.get('/members/kept?limit=1')
		await login(page, FACILITATOR)
		await open(page, '/import')
		await give(page, 'foule.csv', many(120))
		await press(page, 'Check the list')
		const take = page.getByRole('button', { name: frCount('Import %n person', 120) })
		await expect(take).toBeVisible()
		// The second answer never comes: the page is closed on the way.
		let asked = 0
		await page.route(/\/imports\/\d+\/rows/, (route) => ++asked > 1 ? route.abort() : route.continue())
		await take.click()
		await expect(page.getByText(fr('What is done is kept. You can continue now, or later in any browser with the same list.'))).toBeVisible()
		await expect(page.getByText(fr('{label}: {done} of {total}', { label: fr('Rows imported'), done: '50', total: '120' }))).toBeVisible()
		await page.unroute(/\/imports\/\d+\/rows/)
		await page.reload()
		await expect(page.getByText(fr('Not finished: {done} of {total} rows done. Choose the same list again to continue.', { done: '50', total: '120' }))).toBeVisible()
		await give(page, 'la-meme.csv', many(120))
		await press(page, 'Resume where it stopped')
		await expect(page.getByRole('heading', { name: fr('List imported') })).toBeVisible()
		await expect(page.getByText(frCount('%n new card', 120)).first()).toBeVisible()
		const { data: after } = await facilitator.get('/members/kept?limit=1')
		expect(after.total).toBe(before.total + 120)
		await facilitator.dispose()
	})
})

test('an invalid file, and a broken one, are reported and can be fixed', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/import')
	await give(page, 'grand.csv', Buffer.alloc(11 * 1024 * 1024, 'a'))
	await expect(page.getByText(fr('This file is larger than 10 MB and was not read. A list of 5,000 people takes about 1 MB; remove pictures and unneeded columns, or split the list in two.'))).toBeVisible()
	await give(page, 'ouvert.csv', Buffer.from(`Nom;Dit;Date d'accord\nAna ${FAMILY};"oui;hier\n<b>Léo</b> ${FAMILY};=1+1;32/13/2026\n;x;\n`))
	await expect(page.getByText(fr('A quotation mark opened near row {row} is never closed: the rest cannot be read. Correct the file, or choose below to ignore quotation marks.', { row: '2' }))).toBeVisible()
	await everyLook(page, [320])
	await page.getByLabel(fr('Cells are enclosed in quotation marks')).uncheck()
	await page.getByLabel('Dit', { exact: true }).selectOption({ label: fr('What motivates the person') })
	await page.getByLabel(fr('Yes, everyone in this list')).check()
	await page.getByLabel(fr('How?')).fill(AGREED)
	await press(page, 'Check the list')
	await expect(report(page).getByRole('row', { name: /Ana/ })).toContainText(fr('The day of the agreement is not a date, or is in the future.'))
	await expect(report(page).getByRole('row', { name: `<b>Léo</b> ${FAMILY}` })).toContainText(fr('Skipped'))
	await expect(report(page).getByRole('row', { name: /^4 / })).toContainText(fr('There is no name in this row.'))
	await expect(page.getByText(fr('Nothing to import: the network already has all of this, or rows must be corrected first.'))).toBeVisible()
})

test('rows are corrected and left out before anything is made, and a total is seen', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/import')
	await give(page, 'total.csv', Buffer.from(`Nom;Courriel\nAna ${FAMILY};ana.importade@example.org\n;bea.importade@example.org\nCé ${FAMILY};\nTotal;3`))
	await expect(page.getByText(frCount('%n person in this list', 3))).toBeVisible()
	await expect(page.getByText(frCount('Row {rows} looks like a total: it is left out. You can take it after all when the list is checked.', 1, { rows: '5' }))).toBeVisible()
	await press(page, 'Check the list')
	await expect(report(page).getByRole('row', { name: /^5 / })).toContainText(fr('This row looks like a total: it is left out.'))
	const nameless = report(page).getByRole('row', { name: /^3 / })
	await expect(nameless).toContainText(fr('There is no name in this row.'))
	await nameless.getByRole('button', { name: fr('Correct row: {name}', { name: fr('(no name)') }) }).click()
	await nameless.getByLabel(fr('First and last name')).fill(`Béa ${FAMILY}`)
	await everyLook(page, [320])
	await nameless.getByRole('button', { name: fr('Correct it'), exact: true }).click()
	await expect(nameless).toContainText(fr('New card'))
	await report(page).getByRole('button', { name: fr('Leave row out: {name}', { name: `Cé ${FAMILY}` }) }).click()
	await expect(report(page).getByRole('row', { name: /^4 / })).toContainText(fr('You leave this row out.'))
	await report(page).getByRole('button', { name: fr('Take row after all: {name}', { name: `Cé ${FAMILY}` }) }).click()
	await expect(page.getByRole('button', { name: frCount('Import %n person', 3) })).toBeVisible()
	await report(page).getByRole('button', { name: fr('Leave row out: {name}', { name: `Cé ${FAMILY}` }) }).click()
	await page.getByRole('button', { name: frCount('Import %n person', 2) }).click()
	await expect(page.getByRole('heading', { name: fr('List imported') })).toBeVisible()
	await expect(page.getByText(frCount('%n new card', 2)).first()).toBeVisible()
})

test('a member who is not a facilitator sees the people to ask', async ({ page }) => {
	await login(page, MEMBER)
	await open(page, '/import')
	await expect(page.getByText(fr('The facilitators of the network import members from a list. Ask one of them.'))).toBeVisible()
	await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
})
