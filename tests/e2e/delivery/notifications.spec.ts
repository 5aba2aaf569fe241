/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { cardId, person } from '../support/network.ts'
import { emptyBell, notificationsOf } from '../support/notifications.ts'
import { expect, test } from '../support/test.ts'

const WRITER = 'farid-ait-lounis'
const READER = 'ines-bou-haddad'
const subject = `${person(WRITER).name} vous a écrit`

async function write(text: string): Promise<void> {
	const writer = await api(WRITER)
	const { status } = await writer.post(`/members/${await cardId(READER)}/conversations`, { text, key: `key-${Date.now()}` })
	expect(status).toBe(201)
	await writer.dispose()
}

/** As at the beginning, whatever an interrupted run left. */
async function notifyOfMessages(timing: string): Promise<void> {
	const reader = await api(READER)
	expect((await reader.put('/notified', { kind: 'message', timing })).status).toBe(200)
	await reader.dispose()
}

test('a person chooses by the keyboard how they are notified, and it is so', async ({ page }) => {
	await emptyBell(READER)
	await notifyOfMessages('now')
	await login(page, READER)
	await open(page, '/')
	await page.getByRole('link', { name: fr('Notifications and emails') }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('Notifications and emails') })).toBeFocused()
	const messages = page.getByRole('combobox', { name: fr('Messages'), exact: true })
	await expect(messages).toHaveValue('now')
	await expect(page.getByRole('combobox', { name: fr('Who can write to me first?') })).toHaveValue('members')
	await everyLook(page)

	await messages.focus()
	await page.keyboard.press('End')
	await expect(page.getByText(fr('Saved: {what}: {when}.', { what: fr('Messages'), when: fr('never') }))).toBeVisible()
	await expect(messages).toBeFocused()
	await write('Votre moulin tourne-t-il encore ?')
	expect(await notificationsOf(READER)).not.toContain(subject)
	await open(page, '/')
	await expect(page.getByText(fr('{by} wrote to you: “{text}”', { by: person(WRITER).name, text: 'Votre moulin tourne-t-il encore ?' }))).toBeVisible()

	// Of another kind, undone.
	await open(page, '/notifications')
	await expect(messages).toHaveValue('never')
	const linked = page.getByRole('combobox', { name: fr('Links, thanks and answers') })
	await linked.selectOption('now')
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(linked).toHaveValue('daily')

	await messages.selectOption('now')
	await expect(page.getByText(fr('Saved: {what}: {when}.', { what: fr('Messages'), when: fr('immediately, in the notifications') }))).toBeVisible()
	await write('Et le four à pain ?')
	expect(await notificationsOf(READER)).toContain(subject)
})
