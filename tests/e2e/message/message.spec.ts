/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { cardId, person, removeKept } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const SENDER = 'berengere-malaterre'
const READER = 'lou-marquefave'
const KEEPER = 'noemie-saint-amans'
const sender = person(SENDER)
const reader = person(READER)
const QUESTION = 'Bonjour, votre grange est-elle libre en mai ?'
const ANSWER = 'Oui, la deuxième semaine.'
/** Each run has an address of its own: a refusal of an earlier one stays. */
const ADDRESS = `berthe.${Date.now()}@example.org`
const kept = { name: 'Jeanne Bru', id: 0 }
const reached = { name: 'Berthe Fournil', id: 0 }
const card = { reader: 0 }

test.use({ refused: [404, 422] })

test.beforeAll(async () => {
	await removeKept(KEEPER)
	card.reader = await cardId(READER)
	// An earlier run has left its conversations.
	const own = await api(SENDER)
	for (const { id } of (await own.get('/conversations')).data.conversations) {
		await own.put(`/conversations/${id}/state`, { state: 'closed' })
	}
	await own.dispose()
	const keeper = await api(KEEPER)
	for (const one of [kept, reached]) {
		const { data } = await keeper.post('/members', { name: one.name, ...one === reached && { contact: { email: ADDRESS } } })
		one.id = data.id
		if (one === kept) {
			await keeper.post(`/members/${one.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
			await keeper.put(`/members/${one.id}/status`, { status: 'published', version: data.version })
		} else {
			await keeper.post(`/members/${one.id}/consent-mail`)
		}
	}
	await keeper.dispose()
})
test.afterAll(() => removeKept(KEEPER))

test('a member writes from a card, is answered, mutes and closes', async ({ page, browser }) => {
	await login(page, SENDER)
	await open(page, `/members/${card.reader}`)
	await page.getByRole('link', { name: fr('Write to {name}', { name: reader.name }) }).click()
	const text = page.getByRole('textbox', { name: fr('Your message') })
	await text.fill('Voyez https://example.org/grange')
	await page.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(page.getByText(fr('Not sent: a first message cannot contain a link or an address, nor what looks like one, such as a full stop without a space after it. Once the person has answered, you can send links.'))).toBeVisible()
	await text.fill(QUESTION)
	await everyLook(page)
	// What is not sent yet stays in this browser.
	await page.reload()
	await expect(text).toHaveValue(QUESTION)
	await text.press('Control+Enter')
	await expect(page).toHaveURL(/\/messages\/\d+$/)
	await expect(page.getByRole('list').getByText(QUESTION)).toHaveCount(2)

	const other = await someone(browser, READER)
	expect(await notificationsOf(READER)).toContain(`${sender.name} vous a écrit`)
	await open(other, '/')
	await expect(other.getByText(fr('{by} wrote to you: “{text}”', { by: sender.name, text: QUESTION }))).toBeVisible()
	await other.getByRole('listitem').filter({ hasText: QUESTION }).getByRole('link', { name: fr('Reply'), exact: true }).click()
	await expect(other.getByRole('heading', { name: sender.name })).toBeVisible()
	await other.getByRole('textbox', { name: fr('Your answer') }).fill(ANSWER)
	await other.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(other.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible()
	await everyLook(other)
	await expect.poll(() => notificationsOf(READER)).not.toContain(`${sender.name} vous a écrit`)

	await page.reload()
	await expect(page.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible()
	const actions = page.getByRole('group', { name: fr('What to do with this conversation') })
	await actions.getByRole('button', { name: fr('No more notifications or emails') }).press('Enter')
	await expect(page.getByText(fr('You get no more notifications or emails of this conversation.'))).toBeVisible()
	await other.getByRole('textbox', { name: fr('Your answer') }).fill('Et la cour aussi.')
	await other.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(other.getByRole('listitem').filter({ hasText: 'Et la cour aussi.' }).first()).toBeVisible()
	expect(await notificationsOf(SENDER)).not.toContain(`${reader.name} vous a écrit`)

	await actions.getByRole('button', { name: fr('Close the conversation') }).click()
	await expect(page.getByText(fr('This conversation is closed.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByRole('textbox', { name: fr('Your answer') })).toBeVisible()
	await other.context().close()
})

test('who keeps a card gets the words, notes how they passed them on, and writes the answer down', async ({ page, browser }) => {
	await login(page, SENDER)
	await open(page, `/messages/to/${kept.id}`)
	await expect(page.getByText(fr('This person has no account: {keeper}, who keeps their card, gets your message and passes it on.', { keeper: person(KEEPER).name }))).toBeVisible()
	await page.getByRole('textbox', { name: fr('Your message') }).fill(QUESTION)
	await page.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(page).toHaveURL(/\/messages\/\d+$/)

	const keeper = await someone(browser, KEEPER)
	await open(keeper, new URL(page.url()).pathname.replace(/^.*\/apps\/reseau/, ''))
	await expect(keeper.getByText(fr('For {name}, whose card you keep. Pass the messages on in the way you usually reach them.', { name: kept.name }))).toBeVisible()
	await everyLook(keeper)
	await keeper.getByRole('combobox', { name: fr('How'), exact: true }).selectOption('phone')
	await keeper.getByRole('button', { name: fr('I passed it on') }).click()
	await expect(keeper.getByText(fr('Noted: the sender sees that you passed it on.'))).toBeVisible()
	await keeper.getByRole('textbox', { name: fr('What {name} answers', { name: kept.name }) }).fill(ANSWER)
	await keeper.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(keeper.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible()

	await page.reload()
	await expect(page.getByText(new RegExp(`${person(KEEPER).name} a transmis le message par téléphone`))).toBeVisible()
	await expect(page.getByRole('listitem').filter({ hasText: ANSWER }).filter({ hasText: kept.name }).first()).toBeVisible()
	await keeper.context().close()
})

test('a person without an account who agreed by mail answers without one and without scripts', async ({ page, browser }) => {
	const agreed = await linkTo(ADDRESS, 'consent')
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const berthe = await telephone.newPage()
	if (agreed === null) {
		await berthe.goto('/index.php/apps/reseau/reply/unknown')
		await expect(berthe.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await berthe.goto(agreed)
	await berthe.getByRole('button', { name: fr('I agree to this card being shown') }).click()
	await expect(berthe.getByText('Vous avez accepté')).toBeVisible()

	await login(page, SENDER)
	await open(page, `/messages/to/${reached.id}`)
	await page.getByRole('textbox', { name: fr('Your message') }).fill(QUESTION)
	await page.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(page.getByText(fr('Sent by email to the person, who can answer without an account.'))).toBeVisible()
	const thread = page.url()

	const link = (await linkTo(ADDRESS, 'reply'))!
	await page.context().clearCookies()
	await page.goto(link)
	await everyLook(page)
	await berthe.goto(link)
	await expect(berthe.getByText(QUESTION)).toBeVisible()
	await berthe.getByRole('textbox', { name: fr('Your answer') }).fill(ANSWER)
	await berthe.getByRole('button', { name: fr('Send my answer') }).click()
	await expect(berthe.getByText(fr('Your answer was sent. You get the next message by email again.'))).toBeVisible()

	await login(page, SENDER)
	await page.goto(thread)
	await expect(page.getByRole('listitem').filter({ hasText: ANSWER }).filter({ hasText: reached.name }).first()).toBeVisible()

	await berthe.getByRole('button', { name: fr('No more emails of this conversation') }).click()
	await expect(berthe.getByText(fr('The link no longer works. The person who keeps your card gets the messages.'))).toBeVisible()
	await berthe.goto(link)
	await expect(berthe.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
	await telephone.close()
})

test('who wants no direct messages is not written to, and the card says why', async ({ page, browser }) => {
	const other = await someone(browser, READER)
	await open(other, '/notifications')
	await other.getByRole('combobox', { name: fr('Who can write to me first?') }).selectOption('nobody')
	await expect(other.getByText(fr('Saved: who can write to you first.'))).toBeVisible()
	try {
		await login(page, KEEPER)
		await open(page, `/members/${card.reader}`)
		await expect(page.getByText(fr('This person receives no direct messages. A facilitator of the network can write to them for you.'))).toBeVisible()
		await expect(page.getByRole('link', { name: fr('Write to {name}', { name: reader.name }) })).toBeHidden()
	} finally {
		await other.getByRole('combobox', { name: fr('Who can write to me first?') }).selectOption('members')
		await expect(other.getByText(fr('Saved: who can write to you first.'))).toBeVisible()
		await other.context().close()
	}
})
