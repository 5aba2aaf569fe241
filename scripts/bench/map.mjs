/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { API } from './client.mjs'
import { median, shown } from './report.mjs'

const RUNS = 5
const ACTS = 3
const PATIENCE = 60_000
/** Mouse movements: pixels per step, and how many steps. */
const STEP = 7
const MOVES = 80
const WHEELS = 16
/** Clusters that are opened. */
const OPENED = 3

/** Runs in the page before its own scripts: `window.watched` has the time of a press and of the longest task since. */
function watch() {
	const watched = { pressed: 0, longest: 0 }
	window.watched = watched
	addEventListener('click', ({ timeStamp }) => {
		watched.pressed = timeStamp
	}, true)
	new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
		watched.longest = Math.max(watched.longest, duration)
	})).observe({ type: 'longtask' })
}

/**
 * The longest task of a page while something happens, in ms: as it was waited for (0: below 50), which on a machine that draws without a graphics
 * card or has other work is longer than what the page does, and by the time its own thread was on the processor.
 */
async function longest(page, happens) {
	await page.evaluate(() => {
		window.watched.longest = 0
	})
	const browser = page.context().browser()
	await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
	await happens()
	// A long task is reported some time after its end.
	await page.waitForTimeout(500)
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
	const waited = await page.evaluate(() => window.watched.longest)
	const threads = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
	const tasks = traceEvents.filter(({ pid, tid, tdur }) => tdur !== undefined && threads.has(`${pid} ${tid}`))
	return { waited, worked: Math.max(0, ...tasks.map(({ tdur }) => tdur / 1000)) }
}

/** What the server answers about a group: who is in it. */
function aroundGroup({ groups, members }, id) {
	const { title } = groups.find((group) => group.id === id)
	const people = members.filter((member) => member.groups.includes(id))
	const thing = (type, number, name) => ({ type, id: String(number), title: name, url: `/${type}/${number}`, icon: type === 'group' ? 'group' : 'person', uid: null, gone: false })
	return {
		subject: { ...thing('group', id, title), line: '', can: { link: false, linkWithCard: false } },
		kinds: [{ kind: 'people', total: people.length, items: people.map((member) => ({ ...thing('member', member.id, member.name), bonds: [{ words: 'participe à ce groupe', link: null }] })) }],
	}
}

/** A page of the app that is about to show the map of the whole network. */
async function beforeMap(context, base, network) {
	const page = await context.newPage()
	await page.addInitScript(watch)
	const answer = (route, data) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200 }, data } } })
	await page.route((url) => url.pathname.endsWith(`${API}/map/network`), (route) => answer(route, network))
	await page.route((url) => url.pathname.includes(`${API}/neighbourhood/group/`), (route) => answer(route, aroundGroup(network, Number(/\d+$/.exec(new URL(route.request().url()).pathname)[0]))))
	await page.goto(`${base}/index.php/apps/reseau/map/bridges`)
	await page.locator('#reseau-first').waitFor({ state: 'detached' })
	await page.waitForLoadState('networkidle')
	const drawing = page.locator('.overview-drawing svg')
	const open = async () => {
		await page.locator('.ui-tabs a[href$="/map/network"]').click()
		await drawing.locator('a').first().waitFor({ timeout: PATIENCE })
		return drawing.boundingBox()
	}
	return { page, open }
}

/** Milliseconds from the last press until what came of it is painted. */
function sincePressed(page) {
	return page.evaluate(() => new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.watched.pressed)))
	}))
}

/** How long it takes from pressing a tab until the whole network is drawn, and from a name in its list until what is around that is drawn. */
async function usable({ page, open }) {
	await open()
	const whole = await sincePressed(page)
	await page.locator('.network__list details summary').first().click()
	await page.locator('.network__list details a').first().click()
	await page.locator('.around-drawing a').first().waitFor({ timeout: PATIENCE })
	return { whole, around: await sincePressed(page) }
}

/** Interactions with the map, each with the longest task during it. */
async function interact({ page, open }, network) {
	const times = {}
	let box
	times.opening = await longest(page, async () => {
		box = await open()
	})
	times['moving the map'] = await longest(page, async () => {
		await page.mouse.move(box.x + box.width / 2, Math.max(box.y, 0) + 200)
		for (let i = 0; i < WHEELS; i++) {
			await page.mouse.wheel(0, i % 8 < 4 ? 120 : -120)
			await page.waitForTimeout(80)
		}
	})
	times['the mouse over the map'] = await longest(page, async () => {
		for (let i = 0; i < MOVES; i++) {
			const far = 3 * STEP * Math.sqrt(i)
			await page.mouse.move(box.x + box.width / 2 + far * Math.cos(i), box.y + box.height / 2 + far * Math.sin(i))
		}
	})
	times['choosing on the map'] = await longest(page, async () => {
		for (let i = 0; i < OPENED; i++) {
			await page.locator('.overview-drawing__disc').nth(i).click()
			await page.locator('.cluster-list details[open] .map-rows').first().waitFor()
			await page.waitForTimeout(300)
		}
	})
	const search = page.locator('.network__search input')
	times['looking for a name'] = await longest(page, async () => {
		for (const text of [network.members[0].name, 'a', network.groups[0].title.slice(0, 6)]) {
			await search.fill('')
			await search.pressSequentially(text, { delay: 120 })
		}
		await search.fill('')
	})
	times['a step further'] = await longest(page, async () => {
		await page.locator('.network__list details summary').first().click()
		await page.locator('.network__list details a').first().click()
		await page.locator('.around-drawing a').first().waitFor({ timeout: PATIENCE })
	})
	return times
}

/** The map of a network of two thousand members with ten thousand links, as a browser draws it; its answer comes from here, not from the server. */
export async function mapTimes(session, base, network, report) {
	report.part('map of 2,000 members and 10,000 links, desktop')
	const browser = await openBrowser()
	const visit = async (context, look) => {
		const map = await beforeMap(context, base, network)
		const seen = await look(map)
		await map.page.close()
		return seen
	}
	try {
		const context = await openDesktop(browser, session)
		// The first visit brings the files.
		await visit(context, usable)
		const times = []
		for (let run = 0; run < RUNS; run++) {
			times.push(await visit(context, usable))
		}
		for (const [part, how] of [['whole', 'the whole network'], ['around', 'around one of its groups']]) {
			const all = times.map((one) => one[part])
			report.row(`pressed until usable, ${how}, s`, median(all) / 1000, `drawn; runs: ${all.map((ms) => shown(ms / 1000)).join(', ')}`, { most: 0.8 })
		}
		const acts = []
		for (let run = 0; run < ACTS; run++) {
			acts.push(await visit(context, (map) => interact(map, network)))
		}
		for (const what of Object.keys(acts[0])) {
			for (const [name, how] of [['waited', 'longest task'], ['worked', '· on the processor']]) {
				const all = acts.map((one) => one[what][name])
				report.row(`${how}, ${what}, ms`, Math.round(median(all)), `runs: ${all.map(Math.round).join(', ')}${name === 'waited' ? '; 0: below 50' : ''}`, what === 'opening' ? {} : { most: 50 })
			}
		}
	} finally {
		await browser.close()
	}
}
