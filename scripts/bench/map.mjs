/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { API } from './client.mjs'
import { median } from './report.mjs'

const RUNS = 5
const PATIENCE = 60_000
/** Pixels and how often, of what somebody does with the mouse. */
const STEP = 7
const MOVES = 40
const WHEELS = 12

/**
 * Runs in the page before its own scripts. `window.watched` tells when something was pressed, when a name was first written beside the
 * mouse, and the longest task since it was last asked; with `drawn` false the graphics card is told to draw nothing, so that what is left
 * is our scripts and the page.
 */
function watch(drawn) {
	const watched = { pressed: null, named: null, longest: 0 }
	window.watched = watched
	addEventListener('click', ({ timeStamp }) => {
		watched.pressed ??= timeStamp
	}, true)
	const tasks = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
		watched.longest = Math.max(watched.longest, duration)
	}))
	tasks.observe({ type: 'longtask' })
	const write = CanvasRenderingContext2D.prototype.fillText
	CanvasRenderingContext2D.prototype.fillText = function(...args) {
		if (this.canvas.classList.contains('sigma-hovers')) {
			watched.named ??= performance.now()
		}
		return write.apply(this, args)
	}
	if (!drawn) {
		for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
			for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear', 'readPixels'].filter((one) => one in prototype)) {
				prototype[name] = () => {}
			}
		}
	}
}

/** The longest task since this was last asked, in ms; 0: none above 50. */
async function longest(page) {
	// A task is told of some time after its end.
	await page.waitForTimeout(500)
	return page.evaluate(() => {
		const { longest } = window.watched
		window.watched.longest = 0
		return longest
	})
}

/** Opens the map from another page of the app and waits until it is drawn (`until`); answers the page with its drawing. */
async function openMap(context, base, network, drawn) {
	const page = await context.newPage()
	await page.addInitScript(watch, drawn)
	await page.route((url) => url.pathname.endsWith(`${API}/map/network`), (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200 }, data: network } } }))
	await page.goto(`${base}/index.php/apps/reseau/members`)
	await page.locator('#reseau-first').waitFor({ state: 'detached' })
	await page.waitForLoadState('networkidle')
	await longest(page)
	await page.locator('#reseau nav a[href$="/apps/reseau/map"]').first().click()
	return { page, drawing: page.locator('.graph-canvas__drawing') }
}

/** Moves the mouse outwards in a spiral from the middle of a box, until `enough`. */
async function spiral(page, { x, y, width, height }, enough) {
	for (let i = 0; !await enough(i); i++) {
		const far = STEP * Math.sqrt(i % 400)
		await page.mouse.move(x + width / 2 + far * Math.cos(i), y + height / 2 + far * Math.sin(i))
	}
}

/**
 * How long it takes from pressing the link to the map until it is drawn and writes the name of what the mouse is over: picked from what the
 * graphics card has drawn, so not before it has. The mouse moves all the while.
 */
async function usable({ page, drawing }) {
	await drawing.locator('canvas').first().waitFor({ state: 'attached', timeout: PATIENCE })
	const box = await drawing.boundingBox()
	const end = Date.now() + PATIENCE
	await spiral(page, box, async () => {
		if (Date.now() > end) {
			throw new Error('The map wrote no name beside the mouse')
		}
		return page.evaluate(() => window.watched.named !== null)
	})
	return page.evaluate(() => window.watched.named - window.watched.pressed)
}

/** What somebody does with the map, each with the longest task meanwhile. The first of it happens while the map is still being laid out. */
async function interact({ page, drawing }, drawn, network) {
	await drawing.locator('canvas').first().waitFor({ state: 'attached', timeout: PATIENCE })
	const box = await drawing.boundingBox()
	const middle = [box.x + box.width / 2, box.y + box.height / 2]
	const times = { opening: await longest(page) }
	await page.mouse.move(...middle)
	for (let i = 0; i < WHEELS; i++) {
		await page.mouse.wheel(0, i % 4 < 2 ? -120 : 120)
		await page.waitForTimeout(80)
	}
	times['zooming with the wheel'] = await longest(page)

	await page.mouse.move(box.x + 12, box.y + box.height - 12)
	await page.mouse.down()
	for (let i = 0; i < MOVES; i++) {
		await page.mouse.move(box.x + 12 + STEP * i, box.y + box.height - 12 - STEP * Math.abs(i % 20 - 10))
	}
	await page.mouse.up()
	times['moving the map'] = await longest(page)

	await spiral(page, box, (i) => i === 3 * MOVES)
	times['the mouse over the map'] = await longest(page)

	const list = page.locator('.network__list')
	for (const i of [0, 1, 2]) {
		await list.locator('summary').nth(i).click()
		await list.locator('.network-branch button').nth(1).click()
		await list.locator('.node-around__actions').waitFor()
		await page.waitForTimeout(300)
		await list.locator('.node-around__actions button').click()
		await list.locator('summary').first().waitFor()
	}
	times['choosing from the list'] = await longest(page)

	if (drawn) {
		await page.locator('.graph-canvas__zoom button').last().click()
		await page.waitForTimeout(500)
		await spiral(page, box, async () => {
			await page.mouse.down()
			await page.mouse.up()
			return page.url().includes('around=')
		})
		await list.locator('.node-around__actions').waitFor()
		times['choosing on the map'] = await longest(page)
		await list.locator('.node-around__actions button').click()
	}

	const search = page.locator('.network__criteria input[type="search"]')
	for (const text of [network.members[0].name, 'a', network.groups[0].title.slice(0, 6)]) {
		await search.fill('')
		await search.pressSequentially(text, { delay: 120 })
	}
	await search.fill('')
	times['looking for a name'] = await longest(page)
	return times
}

/** The map of a network of two thousand members with ten thousand links, as a browser draws it; its answer comes from here, not from the server. */
export async function mapTimes(session, base, network, report) {
	report.part('map of 2,000 members and 10,000 links, desktop; its answer does not come from the server')
	const browser = await openBrowser()
	const visit = async (context, drawn, look) => {
		const map = await openMap(context, base, network, drawn)
		const seen = await look(map)
		await map.page.close()
		return seen
	}
	const perform = (drawn) => (map) => interact(map, drawn, network)
	try {
		const context = await openDesktop(browser, session)
		// The first visit brings the files.
		await visit(context, true, usable)
		const times = []
		for (let run = 0; run < RUNS; run++) {
			times.push(await visit(context, true, usable))
		}
		report.row('pressed until usable, s', median(times) / 1000, `drawn, and names what the mouse is over; runs: ${times.map((ms) => (ms / 1000).toFixed(2)).join(', ')}`, { most: 1.5 })
		for (const [how, drawn] of [['', true], [', nothing drawn', false]]) {
			const runs = []
			for (let run = 0; run < 3; run++) {
				runs.push(await visit(context, drawn, perform(drawn)))
			}
			for (const what of Object.keys(runs[0])) {
				const all = runs.map((one) => one[what])
				report.row(`longest task, ${what}${how}, ms`, median(all), `runs: ${all.map(Math.round).join(', ')}; 0: shorter than 50`, what === 'opening' ? {} : { most: 50 })
			}
		}
	} finally {
		await browser.close()
	}
}
