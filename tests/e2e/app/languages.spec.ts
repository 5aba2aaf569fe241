/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { languages } from '../../../scripts/texts.mjs'
import { api } from '../support/api.ts'
import { englishIn, inLanguage, readIn } from '../support/languages.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo, mailsTo } from '../support/mail.ts'
import { removeKept } from '../support/network.ts'
import { addAccount, importCards, occ } from '../support/occ.ts'
import { expect, test } from '../support/test.ts'

/** Accounts and addresses of this run only. */
const RUN = Date.now().toString(36)
/** A day in words, as in none of English and French. */
const DAY = /\d+ (?:de |d’)\p{L}+ del? \d{4}/u

test.use({ refused: [404] })

test('the check of the pages below finds English', () => {
	expect(englishIn(['Home', 'Hello Odile', 'Inici', 'Odile', 'Hola, Odile'], 'ca')).toEqual(['Home', 'Hello Odile'])
})

for (const language of languages().filter((one) => one !== 'fr')) {
	test.describe(`in ${language}`, () => {
		const uid = `parla-${language}-${RUN}`
		const kept = `tenguda-${language}-${RUN}@example.org`
		const say = inLanguage(language)

		test.beforeAll(async () => {
			addAccount(uid, 'Guilhèm Parlaire', `${uid}@example.org`)
			occ('user:setting', uid, 'core', 'lang', language)
			importCards([{ id: uid, name: 'Guilhèm Parlaire', account: true, drives: 'Parlar amb tothom.' }])
			const own = await api(uid)
			const { data } = await own.post('/members', { name: 'Carme Tenguda', contact: { email: kept } })
			await own.post(`/members/${data.id}/consent-mail`)
			await own.dispose()
		})
		test.afterAll(async () => {
			await removeKept(uid)
			occ('user:delete', uid)
		})

		test('Home and a page loaded later say nothing in English, and fit a telephone', async ({ page }) => {
			await login(page, uid)
			await open(page)
			const content = page.locator('#content-vue')
			await expect(content.getByRole('heading', { level: 1 })).toHaveText(say('Hello {name}', { name: 'Guilhèm' }))
			// Nextcloud itself has no Occitan: around the page it speaks another language.
			const spoken = () => content.evaluate((element) => element.closest('[lang]')!.getAttribute('lang'))
			expect(await spoken()).toBe(language)
			if (language !== 'oc') {
				await expect(page.locator('html')).toHaveAttribute('lang', language)
			}
			expect(englishIn(await readIn(content), language)).toEqual([])
			await everyLook(page)

			for (const name of ['Members', 'Notifications and emails']) {
				await content.getByRole('navigation').getByRole('link', { name: say(name), exact: true }).click()
				await expect(content.getByRole('heading', { level: 1, name: say(name), exact: true })).toBeVisible()
				await expect(content.locator('.ui-skeleton')).toHaveCount(0)
				expect(englishIn(await readIn(content), language)).toEqual([])
				expect(await spoken()).toBe(language)
			}
			await everyLook(page)
		})

		test('the first answer, which needs no scripts, says the same language', async ({ browser, page }) => {
			await login(page, uid)
			const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage()
			await plain.goto('/index.php/apps/reseau/members')
			const first = plain.locator('#reseau-first')
			await expect(first).toHaveAttribute('lang', language)
			await expect(first.getByRole('heading', { level: 1 })).toHaveText(say('Members'))
			await plain.context().close()
		})

		test('an email, and the page it leads to without an account', async ({ browser }) => {
			const link = await linkTo(kept, 'consent')
			const telephone = await browser.newContext({ javaScriptEnabled: false, locale: language, viewport: { width: 320, height: 700 } })
			const person = await telephone.newPage()
			if (link === null) {
				await person.goto('/index.php/apps/reseau/consent/unknown')
				await expect(person.getByRole('heading', { level: 1, name: say('This link no longer works') })).toBeVisible()
			} else {
				const mail = mailsTo(kept)![0]!.plain
				expect(mail).toContain(say('If you do nothing, the card is shown to nobody, and the link stops working after 30 days.'))
				expect(englishIn(mail.split('\n').map((line) => line.trim()), language)).toEqual([])

				await person.goto(link)
				await expect(person.getByRole('button', { name: say('I agree to this card being shown') })).toBeVisible()
				expect(englishIn(await readIn(person.locator('body')), language)).toEqual([])
				await person.getByRole('button', { name: say('I agree to this card being shown') }).click()
				await expect(person.getByText(DAY).first()).toBeVisible()
				expect(englishIn(await readIn(person.locator('body')), language)).toEqual([])
			}
			await expect(person.locator('html')).toHaveAttribute('lang', language)
			expect(await person.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
			await telephone.close()
		})
	})
}
