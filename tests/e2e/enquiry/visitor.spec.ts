/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { EnquiryPageSchema } from '../../../src/enquiry/model.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo, mailsTo } from '../support/mail.ts'
import { becomes, closeShowcase, openShowcase } from '../support/showcase.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const PUBLIC = '/index.php/apps/reseau/public'
const zoe = { name: 'Zoé Alric', email: `zoe.${Date.now()}@example.org`, text: `Puis-je venir à la prochaine rencontre ? (${Date.now()})` }

test.use({ refused: [404] })

async function forget(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	const { enquiries } = v.parse(EnquiryPageSchema, (await facilitator.get('/enquiries')).data)
	for (const { id } of enquiries) {
		await facilitator.delete(`/enquiries/${id}`)
	}
	await facilitator.dispose()
}

test.beforeAll(openShowcase)
test.afterAll(async () => {
	await forget()
	await closeShowcase()
})

test('a visitor without account or scripts writes to the network, and a facilitator answers', async ({ page, browser }) => {
	await becomes(page, PUBLIC, 200)
	await page.getByRole('link', { name: fr('Write to the facilitators of the network') }).click()
	await everyLook(page)

	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: 'fr-FR' })
	const visitor = await telephone.newPage()
	await visitor.goto(`${PUBLIC}/write/network`)
	expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
	await visitor.getByRole('textbox', { name: fr('Your name') }).fill(zoe.name)
	await visitor.getByRole('textbox', { name: fr('Your email address') }).fill(zoe.email)
	await visitor.getByRole('textbox', { name: fr('Your message') }).fill(zoe.text)
	await visitor.getByRole('button', { name: fr('Continue') }).click()
	await expect(visitor.getByRole('heading', { level: 1, name: fr('Check your inbox') })).toBeVisible()
	await expect(visitor.getByText(zoe.text.slice(0, 20))).toBeVisible()

	const link = await linkTo(zoe.email, 'write')
	if (link === null) {
		await visitor.goto('/index.php/apps/reseau/write/unknown')
		await expect(visitor.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await page.goto(link)
	await everyLook(page)
	await visitor.goto(link)
	await visitor.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(visitor.getByRole('heading', { level: 1, name: fr('Your message was sent') })).toBeVisible()

	await login(page, FACILITATOR)
	await open(page, '/messages')
	await page.getByRole('link', { name: fr('Messages from visitors') }).click()
	const message = page.getByRole('article', { name: zoe.name })
	await expect(message.getByText(zoe.text.slice(0, 20))).toBeVisible()
	await expect(message.getByRole('link', { name: zoe.email })).toHaveAttribute('href', `mailto:${zoe.email}`)
	await everyLook(page)
	await message.getByRole('button', { name: fr('Reply to {name}', { name: zoe.name }) }).click()
	await message.getByRole('textbox', { name: fr('Your answer') }).fill('Avec plaisir, mardi.')
	await everyLook(page)
	await message.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(page.getByText(fr('Your answer was sent.'))).toBeVisible()
	await expect(message.getByText('Avec plaisir, mardi.')).toBeVisible()
	await expect(message.getByRole('button', { name: fr('Reply to {name}', { name: zoe.name }) })).toHaveCount(0)
	await expect.poll(() => mailsTo(zoe.email)![0]!.plain).toContain('Avec plaisir, mardi.')

	await visitor.goto(link)
	await visitor.getByRole('button', { name: fr('Delete what I wrote') }).click()
	await expect(visitor.getByRole('heading', { level: 1, name: fr('Deleted') })).toBeVisible()
	await telephone.close()
	await open(page, '/visitors')
	await expect(message).toHaveCount(0)
})

test('what is not in the showcase cannot be written to', async ({ page }) => {
	expect((await page.goto(`${PUBLIC}/write/group/999999`))?.status()).toBe(404)
	await expect(page.getByRole('heading', { level: 1, name: fr('Nothing is shown here') })).toBeVisible()
})
