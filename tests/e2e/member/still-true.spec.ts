/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { bell } from '../support/notifications.ts'
import { addAccount, importCards, occ, runJob } from '../support/occ.ts'
import { expect, test } from '../support/test.ts'

/** An account of this run only: a confirmed card is not due for another year. */
const UID = `l'ami fidele@${Date.now().toString(36)}.example.org`
const OLD = '2024-03-01'

function kept(id: string, name: string, confirmed?: string) {
	return {
		id: `${UID}-${id}`,
		name,
		account: false,
		steward: UID,
		consent: { date: OLD, how: 'De vive voix' },
		...confirmed ? { confirmed } : {},
	}
}

test.beforeAll(async () => {
	addAccount(UID, 'Fidèle Toujours')
	const own = await api(UID)
	await own.put('/notified', { kind: 'still_true', timing: 'now' })
	await own.dispose()
	importCards([
		{ id: UID, name: 'Fidèle Toujours', account: true, drives: 'Tenir parole.', confirmed: OLD },
		kept('a', 'Alba d’Hier', OLD),
		kept('b', 'Zélie d’Hier', OLD),
		kept('c', 'Aube d’Aujourd’hui'),
	])
	runJob('StillTrueJob')
})

test.afterAll(async () => {
	const own = await api(UID)
	const { data } = await own.get('/members/kept?limit=100')
	for (const { id } of data.members) {
		await own.delete(`/members/${id}`)
	}
	await own.dispose()
	occ('user:delete', UID)
})

test('the own card: asked in a notification and at home, answered with one button', async ({ page }) => {
	const asked = await bell(UID)
	expect(asked.map(({ subject }) => subject).sort()).toEqual([frCount('%n card you keep is more than a year old.', 2), fr('Is your card still true?')])
	const own = asked.find(({ subject }) => subject === fr('Is your card still true?'))!
	expect(own.actions.map(({ label, type }) => [label, type])).toEqual([[fr('Yes, still true'), 'POST'], [fr('Review my card'), 'WEB']])

	await login(page, UID)
	await open(page)
	const awaits = page.getByRole('main').getByRole('region', { name: fr('What is waiting for you') })
	await expect(awaits.getByText(fr('Your card has not changed for a year. Is it still true?'))).toBeVisible()
	await everyLook(page)
	await awaits.getByRole('link', { name: fr('Review my card') }).click()
	const main = page.getByRole('main')
	await expect(main.getByText(fr('Your card has not changed for a year. Is it still true?'))).toBeVisible()
	// Looking changes nothing.
	expect(await bell(UID)).toHaveLength(2)
	await page.goBack()
	await awaits.getByRole('button', { name: fr('Yes, still true') }).click()
	await expect(page.getByText(fr('Thank you. You will not be asked again for a year.'))).toBeVisible()
	await expect(awaits.getByText(fr('Your card has not changed for a year. Is it still true?'))).toHaveCount(0)
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	expect(await bell(UID)).toHaveLength(1)

	await open(page, '/me')
	await expect(main.getByText(new RegExp(fr('Confirmed on {date}', { date: '\\d' })))).toBeVisible()
})

test('kept cards: those to confirm are first', async ({ page }) => {
	await login(page, UID)
	await open(page, '/kept')
	const main = page.getByRole('main')
	const rows = main.getByRole('listitem')
	await expect(rows).toHaveText([/Alba d’Hier/, /Zélie d’Hier/, /Aube d’Aujourd’hui/])
	await everyLook(page)
	await main.getByRole('button', { name: fr('Still true: {name}', { name: 'Alba d’Hier' }) }).press('Enter')
	await expect(rows).toHaveText([/Zélie d’Hier/, /Alba d’Hier/, /Aube d’Aujourd’hui/])
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
	expect((await bell(UID)).map(({ subject }) => subject)).toEqual([frCount('%n card you keep is more than a year old.', 1)])
	await main.getByRole('link', { name: fr('Edit: {name}', { name: 'Zélie d’Hier' }) }).click()
	await main.getByRole('button', { name: fr('Still true') }).click()
	await expect(main.getByText(new RegExp(fr('Confirmed on {date}', { date: '\\d' })))).toBeVisible()
	expect(await bell(UID)).toEqual([])
})
