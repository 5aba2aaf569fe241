/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATES = 'romain-vielfaure'
const SPEAKS = 'soledad-canizares'
const speaker = person(SPEAKS)
/** Gets a card in the session. */
const NEW = 'Marcel Escarguel'
const TITLE = 'Séance de la salle des fêtes'
const CARGO = 'Prêter mon vélo cargo le dimanche'
const REPAIR = 'Apprendre à réparer mon vélo'

async function forget(): Promise<void> {
	const facilitator = await api(FACILITATES)
	for (const { id, title } of (await facilitator.get('/sessions')).data.sessions) {
		if (title === TITLE) {
			await facilitator.delete(`/sessions/${id}`)
		}
	}
	// Others are kept by this account too.
	for (const { id, name } of (await facilitator.get('/members/kept?limit=100')).data.members) {
		if (name === NEW) {
			await facilitator.delete(`/members/${id}`)
		}
	}
	await facilitator.dispose()
	const own = await api(SPEAKS)
	for (const { id, title } of (await own.get('/notices/mine')).data.notices) {
		if (title.startsWith(REPAIR)) {
			await own.delete(`/notices/${id}`)
		}
	}
	await own.dispose()
}

test.beforeAll(forget)
test.afterAll(forget)

/** By keyboard alone: name, kind, words, Enter. */
async function say(page: Page, name: string, offers: boolean, text: string, then?: (form: Locator) => Promise<void>): Promise<void> {
	const form = page.getByRole('form', { name: fr('Write down what is said') })
	await form.getByRole('combobox', { name: fr('Who speaks') }).fill(name)
	await then?.(form)
	await form.getByRole('radio', { name: offers ? fr('Offer') : fr('Need'), exact: true }).press('Space')
	await form.getByRole('textbox', { name: fr('What is needed or offered') }).fill(text)
	await form.getByRole('textbox', { name: fr('What is needed or offered') }).press('Enter')
	await expect(page.getByRole('region', { name: fr('What was said') }).getByText(text)).toBeVisible()
}

test('three people say what they need and offer; a facilitator writes it down, and each decides about their own', async ({ page, browser }) => {
	await login(page, FACILITATES)
	await open(page, '/notices')
	await page.getByRole('link', { name: fr('Needs and offers sessions') }).click()
	await page.getByRole('textbox', { name: fr('Title of the session') }).fill(TITLE)
	await page.getByRole('textbox', { name: fr('Place of the session') }).fill('Limoux')
	await everyLook(page)
	await page.getByRole('button', { name: fr('Begin the session') }).click()
	await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()

	await say(page, speaker.name, false, REPAIR, async (form) => {
		await form.getByRole('option', { name: speaker.name }).click()
		await form.getByRole('checkbox', { name: fr('Agreed to be on the printed list') }).check()
	})
	await say(page, NEW, true, CARGO, async (form) => {
		await form.getByRole('checkbox', { name: fr('Agreed to have a card in the network, said aloud today. Without it, the name stays in this session only.') }).check()
		await form.getByRole('checkbox', { name: fr('Agreed to be on the printed list') }).check()
	})
	const fits = page.getByRole('region', { name: fr('What fits') })
	await expect(fits).toContainText(`${speaker.name} cherche « ${REPAIR} » — ${NEW} offre « ${CARGO} ».`)
	await say(page, 'Rose', true, 'Du levain')
	await page.getByRole('button', { name: fr('Take out “{text}”', { text: 'Du levain' }) }).click()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByRole('region', { name: fr('What was said') }).getByText('Du levain')).toBeVisible()
	await everyLook(page)

	await page.getByRole('link', { name: fr('End the session…') }).click()
	await expect(page.getByRole('region', { name: fr('Published now as notices, for 60 days') })).toContainText(NEW)
	await expect(page.getByRole('region', { name: fr('Asked first') })).toContainText(speaker.name)
	await expect(page.getByRole('region', { name: fr('Not published') })).toContainText('Rose')
	// The pair that is proposed, or any other two.
	await page.getByRole('combobox', { name: fr('Line of one person') }).selectOption({ label: `${NEW} · ${fr('Offer')} · ${CARGO}` })
	await page.getByRole('combobox', { name: fr('Line of another person') }).selectOption({ label: `${speaker.name} · ${fr('Need')} · ${REPAIR}` })
	await page.getByRole('button', { name: fr('Link these two') }).click()
	await expect(page.getByRole('checkbox', { name: CARGO })).toBeChecked()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByRole('checkbox', { name: CARGO })).not.toBeChecked()
	await page.getByRole('checkbox', { name: CARGO }).check()
	await everyLook(page)
	await page.getByRole('button', { name: fr('End the session') }).click()
	await page.getByRole('link', { name: CARGO }).click()
	await expect(page.getByRole('heading', { level: 1, name: CARGO })).toBeVisible()
	await page.goBack()
	await page.getByRole('link', { name: fr('Print the list') }).click()
	const sheet = page.getByRole('article')
	await expect(sheet).toContainText(NEW)
	await expect(sheet).toContainText(REPAIR)
	await expect(sheet).not.toContainText('Rose')
	await everyLook(page)

	const other = await someone(browser, SPEAKS)
	await open(other, '/')
	await other.getByRole('button', { name: fr('Edit “{text}”', { text: REPAIR }) }).click()
	await other.getByRole('textbox', { name: fr('In your words') }).fill(`${REPAIR} et le tien`)
	await everyLook(other)
	await other.getByRole('textbox', { name: fr('In your words') }).press('Enter')
	await expect(other.getByText(fr('Published for 60 days. It is among your notices, where you can change it or let it end.'))).toBeVisible()
	await open(other, '/notices/mine')
	await expect(other.getByRole('link', { name: `${REPAIR} et le tien` })).toBeVisible()
	await open(other, '/matches')
	await expect(other.getByRole('main').getByText(NEW).first()).toBeVisible()
	await other.context().close()
})
