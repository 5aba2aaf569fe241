/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { removeKept } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const KEEPER = 'marie-ange-coustaury'
const WRITER = 'bernat-estevenin'
const rose = { name: `Rose ${Date.now()}`, id: 0 }

test.beforeAll(async () => {
	await removeKept(KEEPER)
	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', { name: rose.name, contact: { phone: '0561020304' } })
	rose.id = data.id
	await keeper.post(`/members/${rose.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
	await keeper.put(`/members/${rose.id}/status`, { status: 'published', version: data.version })
	await keeper.dispose()
	const writer = await api(WRITER)
	const { status } = await writer.post(`/members/${rose.id}/conversations`, { text: 'Votre grange est-elle libre ?', key: `barn-${Date.now()}` })
	expect(status).toBe(201)
	await writer.dispose()
})
test.afterAll(() => removeKept(KEEPER))

test('a keeper calls a person no mail reaches, and writes down what they answer', async ({ page }) => {
	await login(page, KEEPER)
	await open(page, '/kept')
	await page.getByRole('link', { name: fr('People without email') }).click()
	await expect(page.getByRole('listitem').filter({ hasText: rose.name })).toContainText(fr('not reached yet'))
	await everyLook(page)
	await page.getByRole('link', { name: fr('Sheet for a call: {name}', { name: rose.name }) }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('A call with {name}', { name: rose.name }) })).toBeVisible()
	await expect(page.getByText('Votre grange est-elle libre')).toBeVisible()
	await everyLook(page)

	await page.getByRole('button', { name: fr('Yes'), exact: true }).click()
	await page.getByRole('button', { name: fr('The person wants the letter') }).click()
	await expect(page.getByText(fr('Say how the person told you: on the telephone, on paper, in person.'))).toBeVisible()
	await page.getByRole('textbox', { name: fr('How?') }).fill('Au téléphone')
	await page.getByRole('button', { name: fr('The person wants the letter') }).click()
	await expect(page.getByText(fr('They get the letter. Still?'))).toBeVisible()

	await page.getByRole('textbox', { name: fr('Note, if you like') }).fill('Elle rappelle lundi.')
	await page.getByRole('button', { name: fr('Mark as reached') }).click()
	await expect(page.getByText('Elle rappelle lundi.')).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByText('Elle rappelle lundi.')).toBeHidden()
	await page.getByRole('textbox', { name: fr('Note, if you like') }).fill('Elle vient mardi.')
	await page.getByRole('button', { name: fr('Mark as reached') }).click()
	await expect(page.getByText('Elle vient mardi.')).toBeVisible()

	await page.getByRole('link', { name: fr('Write a notice for them') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Write a notice') })).toBeVisible()
	await expect(page.locator('main')).toContainText(rose.name)
	await page.goBack()

	await page.getByRole('link', { name: fr('Print') }).click()
	const paper = page.getByRole('article')
	await expect(paper).toContainText('Votre grange est-elle libre')
	await expect(paper.getByRole('heading', { level: 2, name: rose.name })).toBeVisible()
	await everyLook(page, [320])

	await open(page, '/kept/without-mail')
	await expect(page.getByRole('listitem').filter({ hasText: rose.name })).toContainText('jointe en dernier le')
})
