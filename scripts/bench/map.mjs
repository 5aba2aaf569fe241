/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { API } from './client.mjs'
import { GROUPS } from './network.mjs'
import { median, shown } from './report.mjs'

const RUNS = 5
const ACTS = 3
const PATIENCE = 60_000
/** Mouse movements: pixels per step, and how many steps. */
const STEP = 7
const MOVES = 40
const WHEELS = 12

/** Runs in the page before its own scripts: `window.watched` has the times of a press and of the first name shown next to the mouse. */
function watch() {
	const watched = { pressed: null, named: null, longest: 0 }
	window.watched = watched
	addEventListener('click', ({ timeStamp }) => {
		watched.pressed ??= timeStamp
	}, true)
	new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
		watched.longest = Math.max(watched.longest, duration)
	})).observe({ type: 'longtask' })
	const write = CanvasRenderingContext2D.prototype.fillText
	CanvasRenderingContext2D.prototype.fillText = function(...args) {
		if (this.canvas.classList.contains('sigma-hovers')) {
			watched.named ??= performance.now()
		}
		return write.apply(this, args)
	}
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

/** Another page of the app, with the link to the map to be pressed and the drawing that it leads to. */
async function beforeMap(context, base, network) {
	const page = await context.newPage()
	await page.addInitScript(watch)
	await page.route((url) => url.pathname.endsWith(`${API}/map/network`), (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200 }, data: network } } }))
	await page.goto(`${base}/index.php/apps/reseau/members`)
	await page.locator('#reseau-first').waitFor({ state: 'detached' })
	await page.waitForLoadState('networkidle')
	const drawing = page.locator('.graph-canvas__drawing')
	const open = async () => {
		await page.locator('#reseau nav a[href$="/apps/reseau/map"]').first().click()
		await drawing.locator('canvas').first().waitFor({ state: 'attached', timeout: PATIENCE })
		return drawing.boundingBox()
	}
	return { page, open }
}

/** Moves the mouse outwards in a spiral from the middle of a box, until `enough`. */
async function spiral(page, { x, y, width, height }, enough) {
	for (let i = 0; !await enough(i); i++) {
		const far = STEP * Math.sqrt(i % 400)
		await page.mouse.move(x + width / 2 + far * Math.cos(i), y + height / 2 + far * Math.sin(i))
	}
}

/**
 * How long it takes from pressing the link to the map until it writes the name of what the mouse is over and is drawn: reading a dot of each
 * layer waits for the graphics card. The mouse moves all the while.
 */
async function usable({ page, open }) {
	const box = await open()
	const end = Date.now() + PATIENCE
	await spiral(page, box, async () => {
		if (Date.now() > end) {
			throw new Error('The map wrote no name beside the mouse')
		}
		return page.evaluate(() => window.watched.named !== null)
	})
	return page.evaluate(() => {
		for (const layer of document.querySelectorAll('.graph-canvas__drawing :is(.sigma-edges, .sigma-nodes)')) {
			const gl = layer.getContext('webgl2')
			gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
		}
		return performance.now() - window.watched.pressed
	})
}

/** Interactions with the map, each with the longest task during it. The layout is still running during the first. */
async function interact({ page, open }, network) {
	const times = {}
	let box
	times.opening = await longest(page, async () => {
		box = await open()
	})
	times['zooming with the wheel'] = await longest(page, async () => {
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
		for (let i = 0; i < WHEELS; i++) {
			await page.mouse.wheel(0, i % 4 < 2 ? -120 : 120)
			await page.waitForTimeout(80)
		}
	})
	times['moving the map'] = await longest(page, async () => {
		const [left, bottom] = [box.x + 12, box.y + box.height - 12]
		await page.mouse.move(left, bottom)
		await page.mouse.down()
		for (let i = 0; i < MOVES; i++) {
			await page.mouse.move(left + STEP * i, bottom - STEP * Math.abs(i % 20 - 10))
		}
		await page.mouse.up()
	})
	times['the mouse over the map'] = await longest(page, () => spiral(page, box, (i) => i === 2 * MOVES))

	const list = page.locator('.network__list')
	const [around, leave] = [list.locator('.node-around__actions'), list.locator('.node-around__actions button')]
	times['choosing from the list'] = await longest(page, async () => {
		for (const [branch, row] of [[0, 0], [GROUPS, 0], [GROUPS + 5, 3]]) {
			const details = list.locator('details').nth(branch)
			await details.locator('summary').click()
			await details.locator('li button').nth(row).click()
			await around.waitFor()
			await page.waitForTimeout(300)
			await leave.click()
			await around.waitFor({ state: 'detached' })
		}
	})
	await page.locator('.graph-canvas__zoom button').last().click()
	await page.waitForTimeout(500)
	times['choosing on the map'] = await longest(page, async () => {
		await spiral(page, box, async (i) => {
			if (STEP * i > box.width / 2) {
				throw new Error('No dot stood where the map was clicked')
			}
			await page.mouse.click(box.x + box.width / 2 + STEP * i, box.y + box.height / 2)
			return page.url().includes('around=')
		})
		await around.waitFor()
		await leave.click()
	})

	const search = page.locator('.network__criteria input[type="search"]')
	times['looking for a name'] = await longest(page, async () => {
		for (const text of [network.members[0].name, 'a', network.groups[0].title.slice(0, 6)]) {
			await search.fill('')
			await search.pressSequentially(text, { delay: 120 })
		}
		await search.fill('')
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
		report.row('pressed until usable, s', median(times) / 1000, `drawn, and names what the mouse is over; runs: ${times.map((ms) => shown(ms / 1000)).join(', ')}`, { most: 1.5 })
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
