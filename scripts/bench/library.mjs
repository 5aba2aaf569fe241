/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { median, percentile, shown } from './report.mjs'
import { findFloor } from './speed.mjs'
import { FILES, folderPaths, LEVELS, makeTree, NAME, namesOf, pretendTree } from './tree.mjs'

const RUNS = 15
const FLOORS = 5
const PATIENCE = 60_000
const TREE = '.library-tree__row'
const LIST = '.file-row'
/** Requests of the page, by the ends of their addresses: that for all folders, ours, the look into a folder. */
const REQUESTS = { folders: /\/remote\.php\/dav\/?$/, ours: /\/apps\/reseau\/api\/v1\/library$/, look: /\/remote\.php\/dav\/files\// }

/** Runs in the page before its own scripts: `window.watched.expect()` names what is to come, and when it was first in the page and on the screen. */
function watch() {
	// A browser keeps 250, which a page of Nextcloud with many apps may have.
	performance.setResourceTimingBufferSize(5000)
	const watched = { pressed: 0, wanted: {}, there: {}, drawn: {} }
	window.watched = watched
	watched.expect = (wanted) => {
		// Mark the rows already there, to tell them from the ones to come.
		document.querySelectorAll('.library-tree__row, .file-row').forEach((row) => row.setAttribute('data-before', ''))
		performance.clearResourceTimings()
		Object.assign(watched, { pressed: 0, wanted, there: {}, drawn: {} })
	}
	addEventListener('click', ({ timeStamp }) => {
		watched.pressed ||= timeStamp
	}, true)
	new MutationObserver(() => {
		for (const [name, selector] of Object.entries(watched.wanted)) {
			if (!(name in watched.there) && document.querySelector(`${selector}:not([data-before])`)) {
				const { there, drawn } = watched
				there[name] = performance.now()
				// In the frame that follows it is drawn: what comes after that frame comes after the drawing.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel()
					port1.onmessage = () => {
						drawn[name] = performance.now()
					}
					port2.postMessage(null)
				})
			}
		}
	}).observe(document, { childList: true, subtree: true })
}

/**
 * Does something in the page and waits until what is wanted has come of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} wanted selectors by name
 * @param {string[]} asked requests that come with it, of REQUESTS: the browser tells of one a little after its answer, which may be drawn by then
 * @param {() => Promise<void>} act presses something
 * @return {Promise<{worked: number, drawn: Record<string, number>, requests: Record<string, {ms: number, from: number, to: number, bytes: number}>}>}
 *         ms since it was pressed; `worked`: how long the page's main thread was on the processor, also on a machine that others use
 */
async function after(page, wanted, asked, act) {
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
	const work = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000
	await page.evaluate((selectors) => window.watched.expect(selectors), wanted)
	const before = await work()
	await act()
	await page.waitForFunction(() => Object.keys(window.watched.wanted).every((name) => name in window.watched.drawn), null, { timeout: PATIENCE })
	const worked = await work() - before
	await devtools.detach()
	await page.waitForFunction(
		(addresses) => addresses.every((address) => performance.getEntriesByType('resource').some(({ name }) => new RegExp(address).test(new URL(name).pathname))),
		asked.map((name) => REQUESTS[name].source),
		{ timeout: PATIENCE },
	)
	const { pressed, drawn, resources } = await page.evaluate(() => ({
		pressed: window.watched.pressed,
		drawn: window.watched.drawn,
		resources: performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, decodedBodySize }) => ({ name, startTime, responseEnd, decodedBodySize })),
	}))
	const requests = Object.fromEntries(Object.entries(REQUESTS).flatMap(([name, address]) => {
		const found = resources.find((one) => address.test(new URL(one.name).pathname))
		return found ? [[name, { ms: found.responseEnd - found.startTime, from: found.startTime - pressed, to: found.responseEnd - pressed, bytes: found.decodedBodySize }]] : []
	}))
	return { worked, drawn: Object.fromEntries(Object.entries(drawn).map(([name, at]) => [name, at - pressed])), requests }
}

/** How long the cheapest request takes from this page, as its other requests are sent. */
async function floorOf(page, path) {
	return page.evaluate(async ([address, times]) => {
		const all = []
		for (let i = 0; i < times; i++) {
			const start = performance.now()
			await (await fetch(address, { headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' } })).text()
			all.push(performance.now() - start)
		}
		return all
	}, [path, FLOORS])
}

/** A row of the tree, in any language. */
const rowOf = (page, name, level) => page.locator(`${TREE}[aria-level="${level}"]`).filter({ has: page.locator('.library-tree__name', { hasText: new RegExp(`^${name}$`) }) })

/** Presses the link to the library in another page of the app, walks down its tree, opens the innermost folder. */
async function visit(context, base, floor, run) {
	const page = await context.newPage()
	try {
		await page.addInitScript(watch)
		await page.goto(`${base}/index.php/apps/reseau/members`)
		await page.locator('#reseau-first').waitFor({ state: 'detached' })
		await page.waitForLoadState('networkidle')
		const floors = await floorOf(page, floor)
		const first = await after(page, { tree: TREE, list: LIST }, ['folders', 'look'], () => page.locator('#reseau nav a[href$="/apps/reseau/library"]').first().click())
		const unfolded = []
		let name = NAME
		for (const [depth, level] of LEVELS.entries()) {
			const { drawn } = await after(page, { tree: `${TREE}[aria-level="${depth + 2}"]` }, [], () => rowOf(page, name, depth + 1).locator('.library-tree__arrow').click())
			unfolded.push(drawn.tree)
			const names = namesOf(level)
			name = names[(run * 7 + depth) % names.length]
		}
		const row = rowOf(page, name, LEVELS.length + 1)
		await row.scrollIntoViewIfNeeded()
		const deep = await after(page, { list: LIST }, ['look'], () => row.locator('.library-tree__name').click())
		return { floors, first, unfolded, deep, address: page.url() }
	} finally {
		await page.close()
	}
}

/** From its address until the rows of a folder are there, in ms since the page was asked for. */
async function arrive(context, address) {
	const page = await context.newPage()
	try {
		await page.addInitScript(watch)
		await page.addInitScript(() => window.watched.expect({ list: '.file-row' }))
		await page.goto(address)
		await page.waitForFunction(() => 'list' in window.watched.drawn, null, { timeout: PATIENCE })
		return await page.evaluate(() => window.watched.drawn.list)
	} finally {
		await page.close()
	}
}

/**
 * The library with ten thousand files in five hundred folders, as a browser has it. `uid` may write there.
 *
 * On a Nextcloud they are made, and taken away again. The sandbox's own WebDAV is no measure of anything and takes minutes for so many: there the
 * searches and looks are answered from here as Nextcloud does, and what is measured is the browser.
 */
export async function libraryTimes(session, base, uid, password, isNextcloud, report) {
	const { root } = await session.api('/library')
	if (!root) {
		throw new Error(`${uid} does not have the library`)
	}
	const folders = folderPaths().length
	report.part(`library of ${shown(folders * FILES)} files in ${folders} folders, desktop`)
	const { path: floor } = await findFloor(session)
	const tree = isNextcloud ? await makeTree(base, uid, password, root.path) : null
	const browser = await openBrowser()
	try {
		const context = await openDesktop(browser, session)
		if (!isNextcloud) {
			await pretendTree(context, uid, root.path)
		}
		// The first visit brings the files of the app.
		await visit(context, base, floor, 0)
		const visits = []
		const arrivals = { outermost: [], deep: [] }
		for (let run = 0; run < RUNS; run++) {
			visits.push(await visit(context, base, floor, run))
			if (run % 3 === 0) {
				arrivals.outermost.push(await arrive(context, `${base}/index.php/apps/reseau/library`))
				arrivals.deep.push(await arrive(context, visits.at(-1).address))
			}
		}
		const cheap = median(visits.flatMap(({ floors }) => floors))
		const row = (what, of, note = '', target) => {
			const all = visits.flatMap(of)
			report.row(`${what}, ms`, median(all), `${shown(median(all) / cheap)} × the floor; p95 ${shown(Math.round(percentile(all, 0.95)))}${note}`, target)
		}
		const answered = isNextcloud ? '' : ', answered by the bench'
		report.row('the cheapest request from the page (the floor), ms', cheap, floor)
		row('pressed until the first rows of the tree', ({ first }) => first.drawn.tree)
		row('pressed until the first rows of the list', ({ first }) => first.drawn.list)
		row('· work of the page until both', ({ first }) => first.worked, ', on the processor')
		row('· pressed until all folders are asked for', ({ first }) => first.requests.folders.from, ': the page, and where the library is')
		row('· · of that, where the library is', ({ first }) => first.requests.ours?.ms ?? 0)
		row('· the request for all folders', ({ first }) => first.requests.folders.ms, answered)
		row('· from its answer to rows on the screen', ({ first }) => first.drawn.tree - first.requests.folders.to)
		row('all folders: asked until rows on the screen', ({ first }) => first.drawn.tree - first.requests.folders.from, answered, { most: 80 })
		report.row('· its answer, kB', median(visits.map(({ first }) => first.requests.folders.bytes)) / 1000, 'as it is read; the line may press it together')
		row('unfolding a folder until its folders are on the screen', ({ unfolded }) => unfolded, ', without a request', { most: 50 })
		row('pressing a deep folder until its rows', ({ deep }) => deep.drawn.list)
		row('· work of the page', ({ deep }) => deep.worked, ', on the processor')
		row('· the look into it', ({ deep }) => deep.requests.look.ms, answered)
		row('· without it', ({ deep }) => deep.drawn.list - deep.requests.look.ms)
		report.row('a deep folder by its address ÷ the outermost by its own', median(arrivals.deep) / median(arrivals.outermost), `${Math.round(median(arrivals.deep))} and ${Math.round(median(arrivals.outermost))} ms, Nextcloud’s page with it`, { most: 1.2 })
	} finally {
		await browser.close()
		await tree?.remove()
	}
}
