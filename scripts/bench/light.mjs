/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, visit } from './browser.mjs'
import { API, openSession } from './client.mjs'
import { median, shown } from './report.mjs'

const APP = '/index.php/apps/reseau'
/** Of each page: they differ by less than two visits of the same do on a busy machine. */
const RUNS = 15
const ADDRESS = 'light@example.org'
/** Entries of the letter: with more, a mail is longer than some programs show. */
const ENTRIES = 80
/** Bytes, without compression. */
const MOST = 100_000
/** No account. */
const visitor = { browserCookies: () => [] }

/** Asks for something to be done, and answers the content of ocs.data. */
async function ask(session, method, path, body) {
	const answer = await session.send(method, API + path, JSON.stringify(body), 'application/json')
	if (answer.status >= 300) {
		throw new Error(`${method} ${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
	}
	return JSON.parse(answer.body).ocs.data
}

/** YYYY-MM-DD, a number of days ago. */
const dayBefore = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A kept card of a person who gets the letter by email. */
async function keepCard(keeper) {
	const agreed = { date: dayBefore(0), how: 'Au téléphone' }
	const { id, version } = await ask(keeper, 'POST', '/members', { name: 'Paulette Légère', contact: { email: ADDRESS }, seeks: [{ text: 'Un métier à tisser', terms: [] }] })
	await ask(keeper, 'POST', `/members/${id}/consent`, agreed)
	await ask(keeper, 'PUT', `/members/${id}/status`, { status: 'published', version })
	await ask(keeper, 'PUT', `/members/${id}/letter`, { wants: true, ...agreed })
}

/** Sends a letter of a year, and answers how many entries it has. */
async function sendLetter(facilitator) {
	const content = { title: 'Une année', language: 'fr', from: dayBefore(365), until: dayBefore(0), readers: { kind: 'all' } }
	const { id, version } = await ask(facilitator, 'POST', '/letters', { ...content, kind: 'letter', key: 'bench-light' })
	const { passages } = await facilitator.api(`/letters/${id}/passages`)
	const items = passages.slice(0, ENTRIES).map((passage) => ({ kind: passage.kind, id: passage.id, taken: true, text: null, hash: null }))
	const letter = await ask(facilitator, 'PUT', `/letters/${id}`, { ...content, version, items, editorial: 'Bonjour à **vous**.', picture: null })
	const { key } = await ask(facilitator, 'POST', `/letters/${id}/readers`, {})
	await ask(facilitator, 'POST', `/letters/${id}/sending`, { version: letter.version, readers: key })
	return items.length
}

/** Opens the showcase, with the cards of these accounts and the notices for all members in it, and answers the ids of the notices. */
async function openShowcase({ url, occ }, password, facilitator, accounts) {
	await occ('config:app:set', 'reseau', 'showcase', '--value=1')
	await ask(facilitator, 'PUT', '/showcase', { open: true })
	for (const account of accounts) {
		const session = await openSession(url, account, password)
		const { id } = await session.api('/members/me')
		await ask(session, 'PUT', `/members/${id}/showcase`, { shown: true })
	}
	const notices = (await facilitator.api('/notices')).notices.filter(({ by, audience }) => by.uid && audience === 'members')
	for (const { id, by } of notices) {
		await ask(await openSession(url, by.uid, password), 'PUT', `/notices/${id}/showcase`, { shown: true })
	}
	return notices.map(({ id }) => id)
}

/** The path in the last mail to the address that leads to a page of this kind. */
async function pathIn(base, kind) {
	const list = await (await fetch(`${base}/sandbox/mail`)).text()
	const item = [...list.matchAll(/<li>.*?<\/li>/gs)].map(([text]) => text).find((text) => text.includes(ADDRESS))
	const mail = await (await fetch(base + item.match(/href="([^"]+)"/)[1])).text()
	return new URL(mail.match(new RegExp(`http[^\\s"<]+/${kind}/[\\w/-]+`))[0]).pathname
}

/** Asks for the link of one's own page by its form. */
async function askForPage(browser, base) {
	const page = await browser.newPage()
	await page.goto(`${base}${APP}/own`)
	await page.locator('[name=email]').fill(ADDRESS)
	await page.locator('button').click()
	await page.waitForLoadState()
	await page.close()
}

/**
 * The pages for people without an account: their size, and their first paint on a phone next to that of the emptiest of them. On a sandbox, whose mail can
 * be read.
 *
 * @param {import('./hosts.mjs').Host} host
 * @param {string} password of all accounts
 * @param {{keeper: string, facilitator: string, accounts: string[]}} people accounts: whose cards are shown to everybody
 * @param {import('./report.mjs').Report} report
 */
export async function lightTimes(host, password, people, report) {
	const base = host.url
	report.part('light pages on a phone, p50 in times of the emptiest one')
	const facilitator = await openSession(base, people.facilitator, password)
	await keepCard(await openSession(base, people.keeper, password))
	const entries = await sendLetter(facilitator)
	const letter = await pathIn(base, 'letter')
	const notices = await openShowcase(host, password, facilitator, people.accounts)
	const browser = await openBrowser()
	try {
		await askForPage(browser, base)
		const shownPeople = `${people.accounts.length} people`
		const pages = [
			// Of a link that does not exist it would be the same, but asked for often it counts as guessing.
			['page that shows nothing', `${APP}/public/people/0`, ''],
			['letter of a year', letter, `${entries} entries`],
			['own page', await pathIn(base, 'own'), ''],
			['showcase', `${APP}/public`, shownPeople],
			['showcase, people', `${APP}/public/people`, shownPeople],
			['showcase, search', `${APP}/public/people?q=jardin`, shownPeople],
			['showcase, notices', `${APP}/public/notices`, `${notices.length} notices`],
			['showcase, a notice', `${APP}/public/notices/${notices[0]}`, ''],
			['showcase, writing to its author', `${APP}/public/write/notice/${notices[0]}`, ''],
		].map(([label, path, note]) => ({ label, note, url: base + path, paints: [] }))
		// Not of the first ones: PHP compiles.
		for (let run = -1; run < RUNS; run++) {
			for (const { url, paints } of pages) {
				const { moments } = await visit(browser, visitor, url, ['paint'])
				run < 0 || paints.push(moments.paint)
			}
		}
		const [empty, ...others] = pages
		report.row(`first paint of the ${empty.label}, ms`, median(empty.paints))
		for (const { label, note, url, paints } of others) {
			const bytes = Buffer.byteLength(await (await fetch(url)).text())
			report.row(`${label}, kB`, bytes / 1000, ['without compression', note].filter(Boolean).join(', '), { most: MOST / 1000, binding: true })
			report.row('· first paint ÷ that of the page that shows nothing', median(paints) / median(empty.paints), `${shown(median(paints))} ms; runs: ${paints.map(Math.round).join(', ')}`, { most: 1.2 })
		}
	} finally {
		await browser.close()
	}
}
