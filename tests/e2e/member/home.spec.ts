/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { person, removeKept, restoreCard } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

/** Keeps no card in the demo network and is in no group, where something may wait too; their own pause can be undone. */
const UID = 'remi-cavaille-costes'

const [first = ''] = person(UID).name.split(' ')

test.afterAll(async () => {
	await removeKept(UID)
	await restoreCard(UID)
})

test.beforeEach(async ({ page }) => {
	await restoreCard(UID)
	await login(page, UID)
})

test('greets by the first name, quotes the need, and shows new members', async ({ page }) => {
	await open(page)
	const main = page.getByRole('main')
	await expect(main.getByRole('heading', { level: 1, name: fr('Hello {name}', { name: first }) })).toBeVisible()
	const need = main.getByRole('region', { name: fr('What you seek') })
	await expect(need).toContainText((person(UID).seeks as { text: string }[])[0]!.text)
	const waiting = main.getByRole('region', { name: fr('What is waiting for you') })
	await expect(waiting.getByRole('listitem')).toHaveText(new RegExp(frCount('%n notice of yours has had no answer for a week.', 1)))

	const newest = main.getByRole('region', { name: fr('New members') })
	expect(await newest.getByRole('listitem').count()).toBeGreaterThan(3)
	await expect(newest.getByRole('link', { name: person(UID).name })).toHaveCount(0)
	await newest.getByRole('link', { name: fr('See all members') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Members') })).toBeFocused()
	await expect(main.getByRole('combobox', { name: fr('Sort by') })).toHaveValue('recent')

	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Home') }).click()
	await expect(main.getByRole('heading', { level: 1 })).toBeFocused()
	await need.getByRole('link', { name: fr('Edit') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('My card') })).toBeVisible()
})

test('lists what needs attention, with links to it', async ({ page }) => {
	const own = await api(UID)
	const { data: card } = await own.get('/members/me')
	await own.put(`/members/${card.id}/status`, { status: 'paused', version: card.version })
	await own.post('/members', { name: 'Quelqu’un sans accord' })
	await own.post('/members', { name: 'Quelqu’un d’autre' })
	await own.dispose()

	await open(page)
	const awaits = page.getByRole('main').getByRole('region', { name: fr('What is waiting for you') })
	await expect(awaits.getByText(frLike('Your card is paused: no one else sees it and nothing is lost.'))).toBeVisible()
	await expect(awaits.getByText(frCount('%n card you keep is waiting for an agreement.', 2))).toBeVisible()
	await awaits.getByRole('link', { name: fr('Go to the cards I keep') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Cards I keep') })).toBeFocused()
	await page.goBack()
	await awaits.getByRole('link', { name: fr('Go to my card') }).click()
	await page.getByRole('main').getByRole('button', { name: fr('Show it again') }).click()
	await expect(page.getByText(fr('The card is shown to the network.'))).toBeVisible()

	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Home') }).click()
	await expect(awaits.getByText(frCount('%n card you keep is waiting for an agreement.', 2))).toBeVisible()
	await expect(awaits.getByText(frLike('Your card is paused: no one else sees it and nothing is lost.'))).toHaveCount(0)
})
