/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { restoreCard } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const UID = 'marie-ange-coustaury'
const READER = 'sophie-lanternier'

const BOLD = '<b id="hostile">gras</b>'
const IMAGE = '<img id="hostile" src="/nowhere" onerror="alert(1)">'
const SCRIPT = '<script id="hostile">alert(2)</script>'
/** Overrides the direction of what follows, as file names of attackers do. */
const REVERSED = 'facture\u202Efdp.exe'
/** A family in one sign, words with nothing visible between them, letters with a tower of marks. */
const ODD = '👩‍👩‍👧‍👦 zéro\u200Blargeur\u2060ici Z̷̛̤a̸l̵g̴o مرحبا שלום'
const ADDRESS = 'javascript:alert(3)'
const CARD = {
	name: `${BOLD} Ève`,
	headline: REVERSED,
	drives: `${IMAGE}\n${SCRIPT}\n${ODD}`,
	seeks: [{ text: `${IMAGE} {{ 7 * 7 }}`, terms: [] }],
	offers: [{ text: ODD, terms: [] }],
	skills: [SCRIPT],
	trades: [],
	role: '',
	organisation: ADDRESS,
	networks: ['"><svg id="hostile" onload="alert(4)">'],
	contact: { email: null, phone: '06 39 98 00 00"><b>', website: 'https://www.example.org/?q=<b>' },
	audience: { contact: 'members', phone: 'members', drives: 'members' },
}

let id: number
test.beforeAll(async () => {
	id = await restoreCard(UID)
	const own = await api(UID)
	const { data } = await own.get('/members/me')
	const { status, data: stored } = await own.put('/members/me', { ...CARD, version: data.version })
	await own.dispose()
	expect(status).toBe(200)
	// To the letter: nothing was cleaned, so that nothing is lost either.
	expect(stored).toMatchObject({ name: CARD.name, headline: CARD.headline, drives: CARD.drives, networks: CARD.networks })
})
test.afterAll(() => restoreCard(UID))

for (const [where, uid, path] of [
	['on the card', READER, () => `/members/${id}`],
	['on one’s own card', UID, () => `/members/${id}`],
	['in the editor and its preview', UID, () => '/me'],
	['in the list', READER, () => '/members'],
	['among what was found', READER, () => `/members?q=${encodeURIComponent('<b id="hostile">gras</b>')}`],
] as const) {
	test(`what looks like code shows as text ${where}`, async ({ page }) => {
		const alerts: string[] = []
		page.on('dialog', async (dialog) => {
			alerts.push(dialog.message())
			await dialog.dismiss()
		})
		await login(page, uid)
		await open(page, path())
		await expect(page.getByRole('main').getByText(CARD.name).first()).toBeVisible()
		await expect(page.locator('#hostile')).toHaveCount(0)
		await expect(page.getByRole('main').locator('script, iframe, object, embed, svg[onload], img[onerror], b')).toHaveCount(0)
		const links = await page.getByRole('main').locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol))
		expect(links.filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))).toEqual([])
		expect(alerts).toEqual([])
	})
}

test('every character is shown, and right-to-left text stays in its place', async ({ page }) => {
	await login(page, READER)
	await open(page, `/members/${id}`)
	const main = page.getByRole('main')
	await expect(main.getByRole('heading', { level: 1 })).toHaveText(CARD.name)
	const shown = await main.textContent()
	for (const text of [CARD.drives, CARD.seeks[0]!.text, CARD.offers[0]!.text, CARD.skills[0]!, CARD.organisation, CARD.networks[0]!, REVERSED]) {
		expect(shown).toContain(text)
	}
	const reversed = main.getByText(REVERSED).last()
	expect(await reversed.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate|plaintext/)
})

test('the website is a link only if it leads to the web', async ({ page }) => {
	const own = await api(UID)
	const { data } = await own.get('/members/me')
	for (const website of [ADDRESS, 'data:text/html,<b>', 'JaVaScRiPt://example.org/%0aalert(1)', '//example.org', 'https:// example.org']) {
		const { status, data: refused } = await own.put('/members/me', { contact: { website }, version: data.version })
		expect([website, status, refused.error, refused.field]).toEqual([website, 400, 'bad_address', 'contact.website'])
	}
	await own.dispose()

	await login(page, READER)
	await open(page, `/members/${id}`)
	const link = page.getByRole('link', { name: CARD.contact.website })
	await expect(link).toHaveAttribute('href', /^https:\/\/www\.example\.org\//)
	await expect(link).toHaveAttribute('rel', /noopener/)
	await expect(page.getByRole('main').getByText(ADDRESS)).toBeVisible()
	await expect(page.getByRole('heading', { name: fr('How to reach me') })).toBeVisible()
})
