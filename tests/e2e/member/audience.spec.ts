/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { cardId, people, person, together } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

/** Her steward chose `groups` for what drives her, and `me` for how to reach her. */
const SHY = person('rachida-tounsi')
const STEWARD = SHY.steward!
const others = people.filter(({ id, account }) => account && id !== STEWARD)
const near = others.find(({ id }) => together(id, SHY.id).length > 0)!
const far = others.find(({ id }) => together(id, SHY.id).length === 0)!
/** Facilitates the network, and was in a group with her until she left it. */
const FACILITATOR = 'romain-vielfaure'

const drives = (page: Page) => page.getByRole('heading', { name: fr('What motivates me') })
const seeks = (page: Page) => page.getByRole('heading', { name: fr('What I seek') })
const reach = (page: Page) => page.getByRole('heading', { name: fr('How to reach me') })

test('the demo network has what these tests rely on', () => {
	expect(SHY.audience).toMatchObject({ drives: 'groups', seeks: 'public', contact: 'me', phone: 'me' })
	expect(SHY.contact.phone).toBeTruthy()
	expect(together(FACILITATOR, SHY.id)).toEqual([])
})

test('a member of her groups sees the part for groups, and why', async ({ page }) => {
	await login(page, near.id)
	await open(page, `/members/${await cardId(SHY.id)}`)
	await expect(drives(page)).toBeVisible()
	await expect(page.getByText(String(SHY.drives))).toBeVisible()
	await expect(page.getByRole('main').getByText(together(near.id, SHY.id)[0]!)).toBeVisible()
	await expect(reach(page)).toBeHidden()
})

for (const [who, uid] of [['a member of no group of hers', far.id], ['a facilitator who shared a group with her once', FACILITATOR]] as const) {
	test(`${who} does not, and sees no sign of it`, async ({ page }) => {
		await login(page, uid)
		const { request } = page
		await open(page, `/members/${await cardId(SHY.id)}`)
		await expect(seeks(page)).toBeVisible()
		await expect(drives(page)).toBeHidden()
		await expect(reach(page)).toBeHidden()
		// Not in the page either, which brings along what it starts from.
		const html = await (await request.get(page.url())).text()
		const [, first] = /id="initial-state-reseau-first" value="([^"]+)"/.exec(html)!
		const state = Buffer.from(first!, 'base64').toString()
		expect(state).toContain(SHY.name)
		expect(state).not.toContain(SHY.contact.phone)
		expect(state).not.toContain('"drives"')
	})
}

test('the keeper of her card sees all of it, with each audience', async ({ page }) => {
	await login(page, STEWARD)
	await open(page, `/members/${await cardId(SHY.id)}`)
	await expect(drives(page)).toContainText(fr('Their groups'))
	await expect(page.getByRole('link', { name: SHY.contact.phone! })).toBeVisible()
	await expect(page.getByRole('listitem').filter({ hasText: SHY.contact.phone! })).toContainText(fr('The person and the keeper of the card'))
})

test('a private phone number is shown to no one else, not even in the person’s groups', async ({ page }) => {
	const owner = people.find(({ id, account, audience, contact }) => account && contact.phone && audience.phone === 'me'
		&& audience.contact === 'groups' && others.some((other) => together(other.id, id).length > 0 && other.id !== id))!
	const companion = others.find(({ id }) => id !== owner.id && together(id, owner.id).length > 0)!
	await login(page, companion.id)
	await open(page, `/members/${await cardId(owner.id)}`)
	await expect(page.getByRole('link', { name: owner.contact.email! })).toBeVisible()
	await expect(page.getByRole('main').locator('a[href^="tel:"]')).toHaveCount(0)
	await expect(page.getByText(owner.contact.phone!)).toBeHidden()
})
