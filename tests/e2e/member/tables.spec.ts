/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { readSheet } from '../../../src/shared/table/readSheet.ts'
import { writeSheet } from '../../../src/shared/table/writeSheet.ts'
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const MEMBER = 'maelle-roumegous'
/** A mark of this run's people, to find them again and to delete them. */
const FAMILY = 'Tablarel'
const PEOPLE = ['Ada', 'Bea', 'Cleo'].map((name, i) => ({
	id: `tablarel-${name}`,
	name: `${name} ${FAMILY}`,
	organisation: 'La Borie',
	drives: '=1+1',
	seeks: [{ text: 'Une scie', terms: [], kind: 'equipment' }],
	contact: { email: `${name.toLowerCase()}@example.org` },
	...i < 3 && { consent: { date: '2026-11-01', how: 'À la réunion' } },
}))

/** Takes away the cards and imports of these tests, the latest first. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	for (const { id } of (await facilitator.get('/imports')).data) {
		for (let after: number | null = 0; after !== null;) {
			const { status, data } = await facilitator.post(`/imports/${id}/undo`, { after })
			after = status === 200 ? data.next : null
		}
	}
	for (const { id, name } of (await facilitator.get('/members/kept?limit=100')).data.members) {
		if (name.includes(FAMILY)) {
			await facilitator.delete(`/members/${id}`)
		}
	}
	await facilitator.dispose()
}

/** Three people, as a list that was imported before. */
async function seed(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	// Each run has people of its own: an erased person is not restored by an import.
	const run = Date.now().toString(36)
	const rows = PEOPLE.map((person, i) => ({ position: i + 1, row: { ...person, id: `${person.id}-${run}`, contact: { email: `${run}-${person.contact.email}` } }, anyway: true }))
	const { data } = await facilitator.post('/imports', { hash: '7ab1'.repeat(16), total: rows.length, mapping: '{}', answers: '{}' })
	await facilitator.post(`/imports/${data.import.id}/rows`, { rows })
	await facilitator.dispose()
}

const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const report = (page: Page) => page.getByRole('table', { name: fr('What happens to each row') })
const give = (page: Page, name: string, buffer: Buffer) => page.getByLabel(fr('Choose the list file, or drop it here')).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

/** The people of these tests as a file, which the dialog of the directory gives. */
async function exported(page: Page, format: string): Promise<{ name: string, bytes: Buffer }> {
	await open(page, `/members?q=${FAMILY}`)
	await page.getByRole('main').getByRole('button', { name: fr('Export'), exact: true }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByText(fr(format), { exact: true }).click()
	const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: fr('Download') }).click()])
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test.beforeEach(async () => {
	await restore()
	await seed()
})
test.afterAll(restore)

test('a spreadsheet that is edited and imported again changes what was edited, and is undone', async ({ page }) => {
	await login(page, FACILITATOR)
	const { name, bytes } = await exported(page, 'Spreadsheet (Excel)')
	expect(name).toMatch(/^reseau-\d{4}-\d\d-\d\d\.xlsx$/)
	const cells = (await readSheet(bytes)).map((row) => row.cells)
	const column = cells[0]!.indexOf(fr('Organisation'))
	expect(cells).toHaveLength(4)

	await open(page, '/import')
	await give(page, name, bytes)
	await expect(page.getByText(frCount('%n row is about a card of this network: what you changed in the table is compared with it, and the rest stays as it is.', 3))).toBeVisible()
	await expect(page.getByRole('group', { name: fr('Did these people agree to have a card?') })).toHaveCount(0)
	await press(page, 'Check the list')
	await expect(page.getByText(frCount('%n unchanged', 3), { exact: true }).first()).toBeVisible()
	await expect(page.getByText(fr('Nothing to import: the network already has all of this, or rows must be corrected first.'))).toBeVisible()

	const edited = cells.map((row) => row[0] === `Ada ${FAMILY}` ? row.map((cell, i) => i === column ? 'Le Causse' : cell) : row)
	await give(page, 'table.ods', Buffer.from(writeSheet(edited, 'ods')))
	await press(page, 'Check the list')
	await expect(report(page).getByRole('row', { name: new RegExp(`Ada ${FAMILY}`) })).toContainText(fr('{field}: {before} → {after}', { field: fr('Organisation'), before: 'La Borie', after: 'Le Causse' }))
	await everyLook(page)
	await page.getByRole('button', { name: frCount('Import %n person', 1) }).click()
	await expect(page.getByRole('heading', { name: fr('List imported') })).toBeVisible()
	const member = await api(MEMBER)
	const of = async (): Promise<Record<string, string>> => Object.fromEntries((await member.get(`/members/handouts?q=${FAMILY}`)).data.members.map((one: { name: string, organisation: string }) => [one.name, one.organisation]))
	expect(await of()).toEqual({ [`Ada ${FAMILY}`]: 'Le Causse', [`Bea ${FAMILY}`]: 'La Borie', [`Cleo ${FAMILY}`]: 'La Borie' })

	await open(page, '/import')
	await page.getByRole('button', { name: frLike('Undo the import of {day}') }).first().click()
	await expect(page.getByText(fr('The cards that this import created were removed, those it changed are as before.'))).toBeVisible()
	expect(await of()).toEqual({ [`Ada ${FAMILY}`]: 'La Borie', [`Bea ${FAMILY}`]: 'La Borie', [`Cleo ${FAMILY}`]: 'La Borie' })
	await member.dispose()
})

test('a CSV that was edited says for each row what becomes of it; a card edited since stays', async ({ page }) => {
	await login(page, FACILITATOR)
	const { bytes } = await exported(page, 'Spreadsheet (CSV)')
	const text = bytes.toString('utf8').slice(1)
	expect(text).toContain('\'=1+1')
	const { data } = Papa.parse<string[]>(text)
	const [headings, ...rows] = data
	const at = (title: string) => headings!.indexOf(fr(title))

	const facilitator = await api(FACILITATOR)
	const { data: kept } = await facilitator.get('/members/kept?limit=100')
	const bea = kept.members.find((one: { name: string }) => one.name === `Bea ${FAMILY}`)
	const { data: card } = await facilitator.get(`/members/${bea.id}`)
	await facilitator.put(`/members/${bea.id}`, { drives: 'Le vent', version: card.version })
	await facilitator.dispose()

	const edited = rows.map((row) => row.map((cell, i) => i === at('Organisation') && row[0] !== `Cleo ${FAMILY}` ? '' : cell))
	const added = headings!.map((_, i) => i === 0 ? `Dora ${FAMILY}` : '')
	await open(page, '/import')
	await give(page, 'table.csv', Buffer.from(Papa.unparse([headings!, ...edited, added, ['Total', '4']], { delimiter: ';' })))
	await expect(page.getByText(frCount('Row {rows} looks like a total: it is left out. You can take it after all when the list is checked.', 1, { rows: '6' }))).toBeVisible()
	await press(page, 'Check the list')
	const row = (name: string) => report(page).getByRole('row', { name: new RegExp(`${name} ${FAMILY}`) })
	await expect(row('Ada')).toContainText(fr('{field}: {before} → {after}', { field: fr('Organisation'), before: 'La Borie', after: fr('(empty)') }))
	await expect(row('Bea')).toContainText(fr('The card has since been changed, passed on or taken over, and stays as it is.'))
	await expect(row('Cleo')).toContainText(fr('Already exists, unchanged'))
	await expect(row('Dora')).toContainText(fr('New card'))

	// Mended in place, and left out.
	await page.getByRole('button', { name: fr('Correct row: {name}', { name: `Cleo ${FAMILY}` }) }).click()
	await page.getByLabel(fr('Organisation'), { exact: true }).last().fill('Le Ségala')
	await press(page, 'Correct it')
	await expect(row('Cleo')).toContainText('Le Ségala')
	await page.getByRole('button', { name: fr('Leave row out: {name}', { name: `Dora ${FAMILY}` }) }).click()
	await expect(page.getByRole('button', { name: frCount('Import %n person', 2) })).toBeVisible()
})

test('an export of GoGoCarto becomes drafts', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/import')
	await give(page, 'carte.json', Buffer.from(JSON.stringify({ ontology: 'gogofull', data: [{ id: 'A1', name: `Eva ${FAMILY}`, email: 'eva@example.org', address: { postalCode: '11300', addressLocality: 'Limoux' }, geo: { latitude: 43, longitude: 2 } }] })))
	await expect(page.getByText(frLike('This is an export of GoGoCarto.'))).toBeVisible()
	await expect(page.getByText(frLike('Each card stays a draft that only you can see, until the person has agreed.'))).toBeVisible()
	await everyLook(page, [320])
	await press(page, 'Check the list')
	await page.getByRole('button', { name: frCount('Import %n person', 1) }).click()
	await expect(page.getByRole('heading', { name: fr('List imported') })).toBeVisible()
	const facilitator = await api(FACILITATOR)
	const { data } = await facilitator.get('/members/kept?limit=100')
	expect(data.members.find((one: { name: string }) => one.name === `Eva ${FAMILY}`)).toMatchObject({ status: 'draft' })
	await facilitator.dispose()
})

test('spreadsheets that are none, damaged or far too large are refused in a sentence', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/import')
	await give(page, 'liste.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
	await expect(page.getByText(fr('This spreadsheet is damaged. Open it and save it again as .ods, .xlsx or CSV; then choose the new file.'))).toBeVisible()
	await give(page, 'liste.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))
	await expect(page.getByText(fr('This is an old spreadsheet (.xls), or one with a password. Open it and save it without a password as .ods, .xlsx or CSV; then choose the new file.'))).toBeVisible()
	await give(page, 'bombe.ods', Buffer.from(writeSheet([['Nom'], [' '.repeat(60_000_000)]], 'xlsx')))
	await expect(page.getByText(fr('There is far more in this spreadsheet than in a list of people: it was not read. Copy the list into a new spreadsheet.'))).toBeVisible()
	await give(page, 'carte.geojson', Buffer.alloc(11 * 1024 * 1024, '{'))
	await expect(page.getByText(fr('This file is larger than 10 MB and was not read. A list of 5,000 people takes about 1 MB; remove pictures and unneeded columns, or split the list in two.'))).toBeVisible()
})
