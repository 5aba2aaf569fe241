/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { makeGroup, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { person, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const HOST = 'ines-bou-haddad'
const COMES = 'quitterie-loubensan'
const STAYS = 'anselme-ginoulhac'
const TITLE = `Manger d’ici ${Date.now()}`
const COMMITMENT = 'Trouver des cuisiniers'
const WORD = `Plutôt au printemps, merci ! ${Date.now()}`

let id: number

test.beforeAll(async () => {
	for (const uid of [HOST, COMES, STAYS]) {
		await restoreCard(uid)
	}
	id = await makeGroup(HOST, { title: TITLE, join: 'request' })
	for (const uid of [COMES, STAYS]) {
		const own = await api(uid)
		const { status, data } = await own.post(`/groups/${id}/join`, { commitment: COMMITMENT, charter: (await own.get('/charter')).data?.version ?? null })
		expect(status, JSON.stringify(data)).toBe(200)
		await own.dispose()
	}
})
test.afterAll(() => removeGroup(id, HOST))

test('on Home, requests are named and answered in place: one with a yes, one with a no and a message', async ({ page, browser }) => {
	await login(page, HOST)
	await open(page)
	const main = page.getByRole('main')
	const awaits = main.getByRole('region', { name: fr('What is waiting for you') })
	const line = (uid: string) => awaits.getByRole('listitem').filter({ hasText: fr('{name} is asking to join “{group}”: “{text}”', { name: person(uid).name, group: TITLE, text: COMMITMENT }) })

	await line(COMES).getByRole('button', { name: fr('Approve {name}', { name: person(COMES).name }) }).click()
	await expect(page.getByText(fr('{name} was approved.', { name: person(COMES).name }))).toBeVisible()
	await expect(line(COMES)).toHaveCount(0)
	await expect(main.getByRole('heading', { level: 1 })).toBeFocused()
	await expect(main.getByRole('region', { name: fr('In my groups') })).toContainText(person(COMES).name)

	await line(STAYS).getByRole('button', { name: fr('Decline {name}', { name: person(STAYS).name }) }).click()
	const word = line(STAYS).getByRole('textbox')
	await expect(word).toBeFocused()
	await everyLook(page, [1280, 320])
	await word.fill(WORD)
	await line(STAYS).getByRole('button', { name: fr('Send and decline') }).click()
	await expect(page.getByText(fr('{name} was not approved.', { name: person(STAYS).name }))).toBeVisible()
	await expect(line(STAYS)).toHaveCount(0)

	const other = await someone(browser, STAYS)
	await open(other)
	const messages = other.getByRole('main').getByRole('region', { name: fr('Messages') })
	await expect(messages).toContainText(WORD.replace(' !', '\u00A0!'))
	await messages.getByRole('listitem').filter({ hasText: person(HOST).name }).getByRole('link', { name: fr('Reply') }).click()
	await expect(other).toHaveURL(/\/messages\/\d+$/)
	await expect(other.getByText(WORD.replace(' !', '\u00A0!')).last()).toBeVisible()
})
