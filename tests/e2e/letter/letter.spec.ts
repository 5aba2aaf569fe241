/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo, mails } from '../support/mail.ts'
import { removeKept } from '../support/network.ts'
import { addAccount, occ, runJob } from '../support/occ.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const OTHER = 'nadege-tremolieres'
const KEEPER = 'noemie-saint-amans'
const MEMBER = 'bastian-escande'
const now = Date.now()
/** People who left the letter stay out: each run has addresses and a title of its own. */
const at = (name: string) => `${name}.${now}@example.org`
const TITLE = `Nouvelles de l’automne, ${now}`
const OFFER = `Un pressoir pour samedi, ${now}`
const NEED = `Des bras pour la haie, ${now}`
const kept = { name: `Jeanne Bru ${now}`, email: at('jeanne'), id: 0 }
const outside = { name: `Paul Roux ${now}`, email: at('paul') }
const confirmed = { name: `Colette Miquel ${now}`, email: at('colette') }
/** With the author of the notices, the person of the kept card and those above, sixty readers. */
const accounts = Array.from({ length: 4 }, (_, i) => ({ uid: `lectrice-${i}-${now}`, email: at(`lectrice.${i}`) }))
const imported = [outside, ...Array.from({ length: 52 }, (_, i) => ({ name: `Adresse ${i}, ${now}`, email: at(`adresse.${i}`) }))]
const notices: number[] = []
let letter = 0

test.use({ refused: [404, 409, 422] })
test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
	await removeKept(KEEPER)
	const author = await api(MEMBER)
	for (const [kind, title] of [['offer', OFFER], ['need', NEED]]) {
		notices.push((await author.post('/notices', { kind, title, text: 'Venez voir.', key: `key-${title!.length}-${now}` })).data.id)
	}
	await author.put('/subscription', { wants: true })
	await author.dispose()
	for (const uid of [MEMBER, FACILITATOR]) {
		occ('user:setting', accountOf(uid), 'settings', 'email', at(uid))
	}
	for (const { uid, email } of accounts) {
		addAccount(uid, uid, email)
		const reader = await api(uid)
		await reader.put('/subscription', { wants: true })
		await reader.dispose()
	}
	const facilitator = await api(FACILITATOR)
	await facilitator.put('/letter-settings', { open: true })
	await facilitator.post('/subscribers/import', {
		rows: imported.map(({ name, email }, i) => ({ position: i + 1, address: email, name, date: '2026-11-20', how: 'Sur le marché' })),
	})
	await facilitator.dispose()
	await agreeByMail(await browser.newPage())
	await confirmByMail(await browser.newPage())
	const keeper = await api(KEEPER)
	await keeper.put(`/members/${kept.id}/letter`, { wants: true, date: '2026-11-20', how: 'Au téléphone' })
	await keeper.dispose()
})

/** The person of the kept card agrees to it by the link of a mail, and so gets notices by mail; where no mail can be read, the keeper records it. */
async function agreeByMail(page: Page): Promise<void> {
	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', { name: kept.name, contact: { email: kept.email } })
	kept.id = data.id
	await keeper.post(`/members/${kept.id}/consent-mail`)
	const link = await linkTo(kept.email, 'consent')
	if (link === null) {
		await keeper.post(`/members/${kept.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
		await keeper.put(`/members/${kept.id}/status`, { status: 'published', version: data.version })
	} else {
		await page.goto(link)
		await page.getByRole('button', { name: fr('I agree to this card being shown') }).click()
		await expect(page.getByText('Vous avez accepté')).toBeVisible()
	}
	await keeper.dispose()
	await page.close()
}

/** A person subscribes to the letter by the form, and confirms by the link of a mail. */
async function confirmByMail(page: Page): Promise<void> {
	await page.goto('/index.php/apps/reseau/subscribe')
	await page.getByRole('textbox', { name: fr('Your email address') }).fill(confirmed.email)
	await page.getByRole('textbox', { name: fr('Your name, if you like') }).fill(confirmed.name)
	await page.getByRole('button', { name: fr('Subscribe') }).click()
	const link = await linkTo(confirmed.email, 'subscribe')
	if (link !== null) {
		await page.goto(link)
		await page.getByRole('button', { name: fr('Yes, I want the letter') }).click()
		await expect(page.getByRole('heading', { level: 1, name: fr('You get the letter') })).toBeVisible()
	}
	await page.close()
}

test.afterAll(async () => {
	const author = await api(MEMBER)
	for (const notice of notices) {
		await author.delete(`/notices/${notice}`)
	}
	await author.put('/subscription', { wants: false })
	await author.dispose()
	accounts.forEach(({ uid }) => occ('user:delete', uid))
	await removeKept(KEEPER)
	const facilitator = await api(FACILITATOR)
	await facilitator.put('/letter-settings', { open: false })
	await facilitator.delete(`/letters/${letter}/sending`)
	await facilitator.delete(`/letters/${letter}`)
	// Else the list of readers is longer at each run.
	const readers: { id: number, kind: string }[] = []
	for (let next: string | null = ''; next !== null;) {
		const { data } = await facilitator.get(`/subscribers?state=on&q=${now}${next && `&cursor=${encodeURIComponent(next)}`}`)
		readers.push(...data.subscribers)
		next = data.next
	}
	for (const { id } of readers.filter(({ kind }) => kind === 'address')) {
		await facilitator.put(`/subscribers/${id}`, { wants: false, date: new Date().toISOString().slice(0, 10), how: 'Fin de l’essai' })
	}
	await facilitator.dispose()
})

const inside = (page: Page) => page.getByRole('region', { name: fr('In the letter') })
const preview = (page: Page) => page.frameLocator('iframe')

test('a facilitator begins a letter, which writes itself', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/letters')
	await everyLook(page)
	await page.getByRole('textbox', { name: fr('Title') }).fill(TITLE)
	await page.getByRole('button', { name: fr('Begin the draft') }).click()
	await expect(page).toHaveURL(/\/letters\/\d+\/edit/)
	letter = Number(/letters\/(\d+)/.exec(page.url())![1])
	await expect(inside(page).getByText(OFFER)).toBeVisible()
	await expect(preview(page).getByRole('heading', { name: TITLE })).toBeVisible()
	await expect(preview(page).getByText(OFFER)).toBeVisible()
	await everyLook(page)
})

test('leaves out, takes, moves by keyboard, shortens, writes, and undoes', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, `/letters/${letter}/edit`)
	const list = inside(page)
	await list.getByRole('button', { name: fr('Leave out “{name}”', { name: NEED }) }).press('Enter')
	await expect(list.getByText(NEED)).toHaveCount(0)
	await expect(preview(page).getByText(NEED)).toHaveCount(0)
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(list.getByText(NEED)).toBeVisible()

	const up = list.getByRole('button', { name: fr('Move “{name}” up', { name: OFFER }) })
	const rows = list.getByRole('listitem')
	const place = () => rows.evaluateAll((all, title) => all.findIndex((one) => one.textContent.includes(title)), OFFER)
	const before = await place()
	await up.focus()
	await page.keyboard.press('Enter')
	expect(await place()).toBe(before - 1)
	await expect(up).toBeFocused()

	await list.getByRole('button', { name: fr('More about “{name}”', { name: OFFER }) }).click()
	await page.getByRole('menuitem', { name: fr('Shorten the text') }).click()
	await page.getByRole('textbox', { name: fr('Shortened text') }).fill('Venez.')
	await list.getByRole('button', { name: fr('Add a text'), exact: true }).click()
	await page.keyboard.type('## Écrivez-nous\n\nLe **jeudi** soir. <script>alert(1)</script> [ici](javascript:alert(1))')
	await page.getByRole('textbox', { name: fr('Editorial') }).fill('Bonjour à *vous*.')
	await expect(preview(page).locator('em', { hasText: 'vous' })).toBeVisible()
	await expect(preview(page).locator('strong', { hasText: 'jeudi' })).toBeVisible()
	await expect(preview(page).getByText('<script>alert(1)</script>')).toBeVisible()
	await expect(preview(page).locator('script, a[href^="javascript"]')).toHaveCount(0)
	await everyLook(page)

	// Not saved, and the page is closed.
	await page.reload()
	await expect(page.getByText(/n’était pas enregistré|n’a pas été enregistré/)).toBeVisible()
	await expect(page.getByRole('textbox', { name: fr('Editorial') })).toHaveValue('Bonjour à *vous*.')
	await page.getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(page.getByText(fr('Saved'), { exact: true })).toBeVisible()
})

test('what two people write at the same time is not lost', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/letters/${letter}/edit`)
	const second = await someone(browser, OTHER)
	await open(second, `/letters/${letter}/edit`)
	await second.getByRole('textbox', { name: fr('Editorial') }).fill('Bonjour à toutes et à tous.')
	await second.getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(second.getByText(fr('Saved'), { exact: true })).toBeVisible()
	await second.context().close()
	await page.getByRole('textbox', { name: fr('Editorial') }).fill('Bonjour.')
	await page.getByRole('button', { name: fr('Save'), exact: true }).click()
	await page.getByRole('button', { name: fr('Use the other') }).click()
	await expect(page.getByRole('textbox', { name: fr('Editorial') })).toHaveValue('Bonjour à toutes et à tous.')
})

test('each kind of readers has a preview, as text and on paper too', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, `/letters/${letter}/edit`)
	await expect(preview(page).getByText(OFFER)).toBeVisible()
	await page.getByRole('combobox', { name: fr('As seen by') }).selectOption({ label: fr('Someone who is not a member') })
	await expect(preview(page).getByText(OFFER)).toHaveCount(0)
	await expect(preview(page).getByText('Bonjour à toutes et à tous.')).toBeVisible()
	await expect(inside(page).getByText(fr('Not everyone will see this passage: only members.')).first()).toBeVisible()
	await page.getByRole('link', { name: fr('Text alone') }).click()
	await expect(page.locator('pre')).toContainText('Bonjour à toutes et à tous.')
	await everyLook(page)
	await page.getByRole('link', { name: fr('On paper (A4)') }).click()
	await expect(preview(page).getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await everyLook(page)
})

test('is tested, then sent to readers of several kinds, who read it online and leave', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, `/letters/${letter}/edit`)
	await page.getByRole('button', { name: fr('Readers and sending…') }).click()
	await expect(page).toHaveURL(new RegExp(`/letters/${letter}/send\\?version=\\d+$`))
	await page.getByText(fr('Who is on the list, and why')).click()
	const list = page.getByRole('listitem')
	await expect(list.filter({ hasText: outside.name })).toContainText('Sur le marché')
	await expect(list.filter({ hasText: kept.name })).toContainText('Au téléphone')
	await everyLook(page)
	await page.getByRole('button', { name: fr('Send me a test') }).click()
	await expect(page.getByRole('status').filter({ hasText: '@' })).toBeVisible()
	const send = page.getByRole('button', { name: /^Envoyer à \d+ personnes$/ })
	const readers = Number(/\d+/.exec(await send.innerText())![0])
	await send.click()
	await expect(page).toHaveURL(new RegExp(`/letters/${letter}$`))
	const sending = page.getByRole('heading', { name: fr('Being sent'), exact: true })
	const done = page.getByRole('heading', { name: fr('Sent'), exact: true })
	await expect(sending.or(done)).toBeVisible()
	// Wanted when it was sent: the page puts the copy there, and a reload would break that off.
	await expect(page.getByRole('link', { name: fr('See it in the library') })).toBeVisible()
	// What one request has no time for is left to the background job: a real mail server answers slower than the sandbox.
	await expect.poll(async () => {
		if (await sending.isVisible()) {
			runJob('LetterJob')
			await page.reload()
			await expect(sending.or(done)).toBeVisible()
		}
		return done.isVisible()
	}).toBe(true)
	await everyLook(page)

	const member = await someone(browser, MEMBER)
	await open(member, '/letters')
	await member.getByRole('link', { name: TITLE }).click()
	await expect(member.getByRole('article').getByText(OFFER)).toBeVisible()
	await everyLook(member)
	await member.context().close()

	const keeper = await someone(browser, KEEPER)
	await open(keeper, `/kept/without-mail/print?id=${kept.id}`)
	const paper = keeper.locator('.letter-paper').filter({ hasText: TITLE })
	await expect(paper.getByText(OFFER)).toBeVisible()
	await expect(paper.getByText(kept.name).first()).toBeVisible()
	await expect(paper.getByRole('link')).toHaveCount(0)
	await everyLook(keeper)
	await keeper.context().close()

	// Without scripts, as on any telephone.
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const person = await telephone.newPage()
	const online = await linkTo(kept.email, 'letter')
	if (online === null) {
		await person.goto(`/index.php/apps/reseau/letter/${letter}/unknown`)
		await expect(person.getByRole('heading', { level: 1, name: fr('This letter cannot be read here') })).toBeVisible()
		await telephone.close()
		return
	}
	const sent = mails()!.filter(({ subject }) => subject.includes(TITLE) && !subject.includes('Essai')).flatMap(({ to }) => Object.keys(to))
	expect(sent).toHaveLength(readers)
	const all = [kept, confirmed, ...accounts, ...imported].map(({ email }) => email)
	expect(all.map((email) => sent.filter((one) => one === email).length)).toEqual(all.map(() => 1))

	await person.goto(online)
	await expect(person.getByText('Bonjour à toutes et à tous.')).toBeVisible()
	await person.getByRole('link', { name: fr('Read and answer') }).first().click()
	await person.getByRole('textbox', { name: fr('Your answer') }).fill('Je viens samedi.')
	await person.getByRole('button', { name: fr('Send my answer') }).click()
	await expect(person.getByText(fr('You write to each other about this notice. The next message comes by email.'))).toBeVisible()
	const author = await api(MEMBER)
	await expect.poll(async () => JSON.stringify((await author.get('/conversations')).data)).toContain('Je viens samedi.')
	await author.dispose()

	await person.goto((await linkTo(outside.email, 'letter'))!)
	await expect(person.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await expect(person.getByText(OFFER)).toHaveCount(0)
	await page.context().clearCookies()
	await page.goto(person.url())
	await everyLook(page)
	await person.getByRole('link', { name: fr('No longer receive the letter') }).click()
	await person.getByRole('button').first().click()
	await telephone.close()
	const facilitator = await api(FACILITATOR)
	const { data } = await facilitator.get(`/subscribers?state=off&q=${encodeURIComponent(outside.name)}`)
	expect(data.subscribers.length).toBeGreaterThan(0)
	await facilitator.dispose()
})
