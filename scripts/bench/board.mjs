/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { API } from './client.mjs'
import { after, PATIENCE, watch } from './press.mjs'
import { random, several } from './random.mjs'
import { median, shown } from './report.mjs'

const RUNS = 5
const CARDS = 1000
const STACKS = ['À revoir', 'À faire', 'En cours', 'En attente', 'Fait']
const LABELS = [['Territoire', '31CC7C'], ['Ateliers', 'FF7A66'], ['Matériel', 'F1DB50'], ['Accueil', '317CCC'], ['Comptes', '9750A4']]
const NAME = 'zz-bench'
const DAY = 86_400_000
const DECK = '/index.php/apps/deck'
const GLANCE = '.board-glance :is(.board-glance__stack, .board-cards__list li)'
const CARD = '.board .card'

/**
 * A board as Deck's import reads it.
 *
 * @param {(i: number) => object} card of a person, whose sentences the cards of the board are made of
 * @param {string[]} uids of accounts, who are given cards
 */
function boardOf(card, uids) {
	const next = random(1, -20)
	const now = Date.now()
	const before = Math.floor(now / 1000) - 3600
	const iso = (days) => new Date(now + days * DAY).toISOString().replace(/\.\d+Z$/, '+00:00')
	const id = 1
	const labels = LABELS.map(([title, color], i) => ({ id: i + 1, title, color, boardId: id, lastModified: before }))
	const cardOf = (i, stack) => {
		const { seeks, offers, drives, availability } = card(i)
		const points = [...seeks, ...offers].map(({ text }) => `- ${text}`)
		return {
			id: i + 1,
			title: seeks[0].text.slice(0, 100),
			description: [...next() < 0.2 ? [] : [drives], ...next() < 0.6 ? points : [], ...next() < 0.3 ? ['', availability] : []].join('\n'),
			order: Math.floor(i / STACKS.length),
			archived: false,
			duedate: next() < 0.6 ? iso(Math.floor(next() * 90) - 15) : null,
			done: stack === STACKS.length - 1 && next() < 0.5 ? iso(-10) : null,
			labels: several(next, 0, 2, () => labels[Math.floor(next() * labels.length)]),
			assignedUsers: several(next, 0, 2, () => uids[Math.floor(next() * uids.length)]).map((uid) => ({ participant: { uid, type: 0 } })),
			createdAt: before,
			lastModified: before,
			lastEditor: null,
		}
	}
	const stacks = STACKS.map((title, stack) => ({
		id: stack + 1,
		title,
		order: stack,
		lastModified: before,
		cards: Array.from({ length: CARDS / STACKS.length }, (_, i) => cardOf(i * STACKS.length + stack, stack)),
	}))
	return { id, title: NAME, owner: uids[0], color: '317CCC', archived: false, deletedAt: 0, lastModified: before, acl: [], labels, stacks }
}

/**
 * Makes the board by Deck's import, and two groups of its owner; one of them has the board.
 *
 * @return {Promise<{board: number, groups: {glance: number, without: number}, remove: () => Promise<void>}>} ids; Deck keeps what was deleted
 *         out of sight until its job takes it away
 */
async function makeBoard(session, base, uids, password, card) {
	const ask = async (method, path, data) => {
		const { status, body } = await session.send(method, path, data && JSON.stringify(data), 'application/json')
		if (status >= 300) {
			throw new Error(`${method} ${path}: ${status} ${body.slice(0, 300)}`)
		}
		const answer = JSON.parse(body)
		return answer.ocs?.data ?? answer
	}
	async function remove() {
		for (const { id } of (await session.api('/groups')).filter(({ title }) => title.startsWith(NAME))) {
			const { status, version } = await session.api(`/groups/${id}`)
			if (status === 'active') {
				await ask('PUT', `${API}/groups/${id}/status`, { status: 'closed', version })
			}
			await ask('DELETE', `${API}/groups/${id}`)
		}
		for (const { id, title, deletedAt } of await ask('GET', `${DECK}/boards`)) {
			if (title === NAME && deletedAt === 0) {
				await ask('DELETE', `${DECK}/boards/${id}`)
			}
		}
	}
	async function makeGroup(title, boardId) {
		const { id } = await ask('POST', `${API}/groups`, { title, purpose: 'Mesurer.', join: 'request' })
		await ask('POST', `${API}/groups/${id}/making/lease`, { runner: NAME })
		await ask('PUT', `${API}/groups/${id}/making`, { runner: NAME, boardId, step: 'done' })
		return id
	}
	// The first question makes Deck's board of welcome.
	await remove()
	const form = new FormData()
	form.set('file', new Blob([JSON.stringify({ boards: [boardOf(card, uids)] })], { type: 'application/json' }), `${NAME}.json`)
	const imported = await fetch(`${base}${DECK}/boards/import`, {
		method: 'POST',
		body: form,
		headers: { Authorization: `Basic ${Buffer.from(`${uids[0]}:${password}`).toString('base64')}`, 'OCS-APIRequest': 'true' },
	})
	if (!imported.ok) {
		throw new Error(`Deck did not import the board: ${imported.status} ${(await imported.text()).slice(0, 300)}`)
	}
	try {
		const { id } = await imported.json()
		const stacks = await ask('GET', `${DECK}/stacks/${id}`)
		const there = stacks.flatMap(({ cards = [] }) => cards)
		if (there.length !== CARDS || !there.some(({ labels }) => labels?.length) || !there.some(({ assignedUsers }) => assignedUsers?.length)) {
			throw new Error(`Deck has ${there.length} of ${CARDS} cards of the board`)
		}
		return { board: id, groups: { glance: await makeGroup(NAME, id), without: await makeGroup(`${NAME}, no board`, null) }, remove }
	} catch (error) {
		await remove()
		throw error
	}
}

/** Opens a page, presses a link, waits for what comes of it; with the page's JS heap after a collection, in MB. */
async function visit(context, address, link, wanted, asked) {
	const page = await context.newPage()
	try {
		await page.addInitScript(watch)
		await page.goto(address, { timeout: PATIENCE })
		await page.locator('#reseau-first').waitFor({ state: 'detached' })
		await page.locator(link).first().waitFor({ timeout: PATIENCE })
		await page.waitForLoadState('networkidle')
		const seen = await after(page, wanted, asked, () => page.locator(link).first().click())
		await page.waitForLoadState('networkidle')
		const devtools = await context.newCDPSession(page)
		await devtools.send('HeapProfiler.enable')
		await devtools.send('HeapProfiler.collectGarbage')
		const { usedSize } = await devtools.send('Runtime.getHeapUsage')
		return { ...seen, heap: usedSize / 1e6 }
	} finally {
		await page.close()
	}
}

/**
 * A group's glance at a board of a thousand cards next to Deck's own page of it, as a browser has them. Makes them on a Nextcloud with Deck,
 * and takes them away again.
 *
 * @param {object} session of the first account
 * @param {string} base of the server
 * @param {string[]} uids of accounts; the first one opens the pages
 * @param {string} password of it
 * @param {(i: number) => object} card of the bench
 * @param {import('./report.mjs').Report} report
 */
export async function boardTimes(session, base, uids, password, card, report) {
	const { status } = await session.get(`${DECK}/boards`)
	if (status !== 200) {
		throw new Error('This server has no Deck')
	}
	report.part(`board of ${shown(CARDS)} cards in Deck, desktop`)
	const { board, groups, remove } = await makeBoard(session, base, uids, password, card)
	const browser = await openBrowser()
	try {
		const context = await openDesktop(browser, session)
		const group = (id, wanted, asked) => visit(context, `${base}/index.php/apps/reseau/groups`, `.group-row__link[href$="/groups/${id}"]`, wanted, asked)
		const pages = {
			glance: () => group(groups.glance, { rows: GLANCE }, ['boards', 'stacks']),
			without: () => group(groups.without, { rows: '#group-board' }, []),
			deck: () => visit(context, `${base}${DECK}/board`, `#app-navigation-vue a[href$="/board/${board}"]`, { all: [CARD, CARDS] }, ['stacks']),
		}
		const visits = Object.fromEntries(Object.keys(pages).map((name) => [name, []]))
		for (let run = -1; run < RUNS; run++) {
			for (const [name, open] of Object.entries(pages)) {
				const seen = await open()
				// The first visit brings the files.
				visits[name].push(...run < 0 ? [] : [seen])
			}
		}
		const middle = (name, of) => median(visits[name].map(of))
		const row = (what, name, of, note = '', target) => {
			report.row(what, middle(name, of), `runs: ${visits[name].map((seen) => shown(of(seen))).join(', ')}${note}`, target)
		}
		row('glance: pressed until its rows, s', 'glance', ({ drawn }) => drawn.rows / 1000, '', { most: 2 })
		row('· Deck’s answer with the board, ms', 'glance', ({ requests }) => requests.stacks.ms)
		row('· pressed until it is asked for, ms', 'glance', ({ requests }) => requests.stacks.from, '; the group’s page, then Deck’s list of boards')
		row('· from its answer to rows on the screen, ms', 'glance', ({ drawn, requests }) => drawn.rows - requests.stacks.to)
		row('· its size, kB', 'glance', ({ requests }) => requests.stacks.bytes / 1000)
		row('· work of the page, ms', 'glance', ({ worked }) => worked, ', on the processor')
		row('· longest task, ms', 'glance', ({ longest }) => longest)
		const heap = ({ heap }) => heap
		row('· JS heap of the page, MB', 'glance', heap)
		row('· JS heap of the same page of a group without a board, MB', 'without', heap)
		report.row('glance: JS heap of the board, MB', middle('glance', heap) - middle('without', heap), 'the difference of the two', { most: 60 })
		row('Deck: pressed until its cards, s', 'deck', ({ drawn }) => drawn.all / 1000)
		row('· its answer with the board, ms', 'deck', ({ requests }) => requests.stacks.ms)
		row('· work of the page, ms', 'deck', ({ worked }) => worked, ', on the processor')
		row('· longest task, ms', 'deck', ({ longest }) => longest)
		row('· JS heap of the page, MB', 'deck', heap)
		report.row('glance ÷ Deck, until drawn', middle('glance', ({ drawn }) => drawn.rows) / middle('deck', ({ drawn }) => drawn.all), `JS heap ${shown(middle('glance', heap) / middle('deck', heap))}`, { most: 1 })
	} finally {
		await browser.close()
		await remove()
	}
}
