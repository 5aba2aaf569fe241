/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { becomes, closeShowcase, openShowcase, setNetwork } from '../support/showcase.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const MEMBER = 'bastian-escande'
const OTHER = 'maelle-roumegous'
const PUBLIC = '/index.php/apps/reseau/public'
/** What other tools read, with its type. */
const DATA = {
	'people.json': 'application/json',
	'people.geojson': 'application/geo+json',
	'people.jsonld': 'application/ld+json',
	'profiles.json': 'application/json',
	'stories.atom': 'application/atom+xml',
	'notices.atom': 'application/atom+xml',
	'notices.jsonld': 'application/ld+json',
}

test.use({ refused: [400, 404] })

async function as(uid: string, path: string, body: Record<string, unknown>): Promise<void> {
	const account = await api(uid)
	await account.put(path, body)
	await account.dispose()
}

/** Number and name of an account's own card. */
async function cardOf(uid: string): Promise<{ id: number, name: string }> {
	const account = await api(uid)
	const card = (await account.get('/members/me')).data as { id: number, name: string }
	await account.dispose()
	return card
}

test.beforeAll(async () => {
	await setNetwork({ showcase: false, frames: [] })
})

test.afterAll(async () => {
	const { id } = await cardOf(MEMBER)
	await as(MEMBER, `/members/${id}/showcase`, { shown: false })
	await closeShowcase()
})

test('nothing is shown before an administrator allows it and a facilitator opens it', async ({ page, browser }) => {
	await page.goto(PUBLIC)
	await expect(page.getByRole('heading', { level: 1, name: fr('Nothing is shown here') })).toBeVisible()
	await everyLook(page)

	await setNetwork({ showcase: true })
	await login(page, FACILITATOR)
	await expect(async () => {
		await open(page, '/showcase')
		await expect(page.getByRole('button', { name: fr('Open the showcase') })).toBeVisible()
	}).toPass()
	const visitor = await browser.newPage()
	expect((await visitor.goto(PUBLIC))?.status()).toBe(404)
	await expect(visitor.getByRole('heading', { level: 1, name: fr('Nothing is shown here') })).toBeVisible()
	await visitor.close()
	await page.getByRole('button', { name: fr('Open the showcase') }).click()
	await expect(page.getByText(fr('It is open: anyone can read its pages.'))).toBeVisible()
	await everyLook(page)
	await page.context().clearCookies()
	await becomes(page, PUBLIC, 200)
})

test('a visitor without account or scripts finds a person on a narrow telephone, until that person leaves', async ({ page, browser }) => {
	await openShowcase()
	const { id, name } = await cardOf(MEMBER)
	const other = await cardOf(OTHER)
	await login(page, MEMBER)
	await open(page, '/showcase')
	await page.getByRole('button', { name: fr('Put it into the public showcase') }).click()
	await expect(page.getByRole('link', { name: fr('See its page') })).toBeVisible()
	await everyLook(page)

	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: 'fr-FR' })
	const visitor = await telephone.newPage()
	await becomes(visitor, PUBLIC, 200)
	await visitor.getByRole('navigation').getByRole('link', { name: fr('People and organisations') }).click()
	await visitor.getByRole('searchbox', { name: fr('Words to search for') }).fill(name)
	await visitor.getByRole('button', { name: fr('Search') }).click()
	await visitor.getByRole('link', { name }).click()
	await expect(visitor.getByRole('heading', { level: 1, name })).toBeVisible()
	expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
	expect((await visitor.goto(`${PUBLIC}/people/${other.id}`))?.status()).toBe(404)
	const looked = await browser.newPage()
	for (const path of ['', '/people', `/people/${id}`, '/groups', '/notices', '/stories']) {
		const response = await looked.goto(`${PUBLIC}${path}`)
		expect((await response!.body()).length).toBeLessThan(100_000)
		await everyLook(looked)
	}
	await looked.close()

	await page.getByRole('button', { name: fr('Take it out of the public showcase') }).click()
	await expect(page.getByRole('button', { name: fr('Put it into the public showcase') })).toBeVisible()
	expect((await visitor.goto(`${PUBLIC}/people/${id}`))?.status()).toBe(404)
	await visitor.goto(`${PUBLIC}/people`)
	await expect(visitor.getByRole('link', { name })).toHaveCount(0)
	await telephone.close()
})

test('another site shows it in a frame once the administrator has listed it, and a wrong address is not saved', async ({ page, baseURL }) => {
	await openShowcase()
	const site = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8')
		response.end(`<!doctype html><html lang="fr"><title>Ailleurs</title><iframe title="Le réseau" src="${new URL(`${PUBLIC}?embed=1`, baseURL)}"></iframe>`)
	})
	await new Promise<void>((resolve) => {
		site.listen(0, '127.0.0.1', resolve)
	})
	// Another origin than that of Nextcloud: a port of its own.
	const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
	try {
		await setNetwork({ frames: ['http://127.0.0.1:1'] })
		await page.goto(origin)
		await expect(page.frameLocator('iframe').getByRole('navigation')).toHaveCount(0)

		await login(page, 'admin')
		await page.goto('/index.php/settings/admin/reseau')
		const sites = page.getByRole('textbox', { name: fr('Sites that may show it in a frame') })
		await sites.fill('https://*.example.org')
		await sites.blur()
		await expect(page.getByText(fr('This is not the address of a site. Enter only its beginning, such as https://www.example.org, without a path and without “*”. Nothing was saved.'))).toBeVisible()
		await sites.fill(origin)
		await sites.blur()
		await expect(page.locator('#showcase').getByText(fr('Saved'), { exact: true })).toBeVisible()

		await expect.poll(async () => (await page.request.get(`${PUBLIC}?embed=1`)).headers()['content-security-policy']).toContain(origin)
		await page.goto(origin)
		const frame = page.frameLocator('iframe')
		await frame.getByRole('link', { name: fr('People and organisations') }).click()
		await expect(frame.getByRole('heading', { level: 1, name: fr('People and organisations') })).toBeVisible()
	} finally {
		site.close()
	}
})

test('other tools read the same as data, from another site, until that person leaves', async ({ page, playwright, baseURL }) => {
	await openShowcase()
	const { id, name } = await cardOf(MEMBER)
	await as(MEMBER, `/members/${id}/showcase`, { shown: true })
	const tool = await playwright.request.newContext({ baseURL })
	const etags = new Map<string, string>()
	for (const [path, type] of Object.entries(DATA)) {
		const response = await tool.get(`${PUBLIC}/data/${path}`)
		expect([response.status(), response.headers()['content-type'], response.headers()['access-control-allow-origin']], path).toEqual([200, expect.stringContaining(type), '*'])
		etags.set(path, response.headers().etag!)
		expect((await tool.get(`${PUBLIC}/data/${path}`, { headers: { 'If-None-Match': etags.get(path)! } })).status(), path).toBe(304)
	}
	const { data } = await (await tool.get(`${PUBLIC}/data/people.json`)).json() as { data: { id: string, name: string }[] }
	const shown = data.filter((element) => element.name === name)
	expect(shown).toHaveLength(1)
	expect(new URL(shown[0]!.id).pathname).toMatch(new RegExp(`/apps/reseau/public/people/${id}$`))
	const { features } = await (await tool.get(`${PUBLIC}/data/people.geojson`)).json() as { features: { geometry: { type: string, coordinates: number[] } }[] }
	features.forEach(({ geometry }) => expect(geometry).toEqual({ type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] }))
	const { profiles } = await (await tool.get(`${PUBLIC}/data/profiles.json`)).json() as { profiles: string[] }
	for (const address of profiles) {
		expect(await (await tool.get(address)).json()).toMatchObject({ linked_schemas: ['offers_wants_schema-v0.1.0'], exchange_type: expect.stringMatching(/^(?:offer|want)$/) })
	}

	await page.goto(`${PUBLIC}/people/${id}`)
	expect(JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!)).toMatchObject({ '@context': 'https://schema.org', '@type': 'Person', name })
	await page.goto(`${PUBLIC}/stories`)
	await expect(page.locator('link[rel="alternate"][type="application/atom+xml"]')).toHaveCount(1)

	await as(MEMBER, `/members/${id}/showcase`, { shown: false })
	for (const path of Object.keys(DATA).filter((one) => one.startsWith('people'))) {
		const response = await tool.get(`${PUBLIC}/data/${path}`, { headers: { 'If-None-Match': etags.get(path)! } })
		if (path !== 'people.geojson' || features.length > 0) {
			expect(response.status(), path).toBe(200)
		}
		expect(await response.text(), path).not.toContain(name)
	}
	for (const address of profiles) {
		expect((await tool.get(address)).status()).toBe(404)
	}
	await tool.dispose()
})

test('a notice is read without an account or scripts, until its author closes it', async ({ page, browser }) => {
	await openShowcase()
	const author = await api(MEMBER)
	const { id } = (await author.post('/notices', { kind: 'offer', title: 'Un alambic de passage', text: 'Il tient dans une brouette.', key: `showcase-${Date.now()}` })).data as { id: number }
	await author.dispose()
	await login(page, MEMBER)
	await open(page, `/notices/${id}`)
	await page.getByRole('button', { name: fr('Put it into the public showcase') }).click()
	await expect(page.getByRole('link', { name: fr('See its page') })).toBeVisible()
	await everyLook(page)

	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: 'fr-FR' })
	const visitor = await telephone.newPage()
	await becomes(visitor, PUBLIC, 200)
	await visitor.getByRole('navigation').getByRole('link', { name: fr('Notices') }).click()
	await visitor.getByRole('searchbox', { name: fr('Words to search for') }).fill('brouette')
	await visitor.getByText(fr('Criteria'), { exact: true }).click()
	await visitor.getByText(fr('Kinds of notices'), { exact: true }).first().click()
	await visitor.getByRole('checkbox', { name: fr('Offer'), exact: true }).check()
	await visitor.getByRole('button', { name: fr('Search') }).click()
	await visitor.getByRole('link', { name: 'Un alambic de passage' }).click()
	await expect(visitor.getByRole('heading', { level: 1, name: 'Un alambic de passage' })).toBeVisible()
	await expect(visitor.getByText('Il tient dans une brouette.')).toBeVisible()
	await expect(visitor.getByText(fr('A member of the network'))).toBeVisible()
	expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
	const looked = await browser.newPage()
	for (const path of ['/notices', `/notices/${id}`]) {
		await looked.goto(`${PUBLIC}${path}`)
		await everyLook(looked)
	}
	await looked.close()

	await page.getByRole('button', { name: fr('It is done') }).click()
	// The form, which takes the place of this button, has one of the same name.
	await page.getByRole('button', { name: fr('It is done') }).click()
	await becomes(visitor, `${PUBLIC}/notices/${id}`, 404)
	await visitor.goto(`${PUBLIC}/notices`)
	await expect(visitor.getByRole('link', { name: 'Un alambic de passage' })).toHaveCount(0)
	await telephone.close()
	const again = await api(MEMBER)
	await again.delete(`/notices/${id}`)
	await again.dispose()
})

test('one click closes all of it', async ({ page }) => {
	await openShowcase()
	await login(page, FACILITATOR)
	await open(page, '/showcase')
	await page.getByRole('button', { name: fr('Close all of it now') }).click()
	await expect(page.getByText(fr('It is closed: nobody can read its pages.'))).toBeVisible()
	for (const path of ['', '/people', '/groups', '/notices', '/stories']) {
		await becomes(page, `${PUBLIC}${path}`, 404)
	}
})
