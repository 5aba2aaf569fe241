/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What comes of pressing something in a page, and when it is on the screen.
/** Deck’s page of a large board takes minutes on a busy machine, in ms. */
export const PATIENCE = 600_000
/** Requests of a page, by the ends of their addresses: that for all folders, the look into a folder, the boards of Deck, one of them. */
const REQUESTS = {
	folders: /\/remote\.php\/dav\/?$/,
	look: /\/remote\.php\/dav\/files\//,
	boards: /\/apps\/deck\/boards$/,
	stacks: /\/apps\/deck\/(?:api\/v1\.0\/)?stacks\/\d+$/,
}

/** Runs in the page before its own scripts: `window.watched.expect()` names what is to come, and when it was first on the screen. */
export function watch() {
	// A browser keeps 250, which a page of Nextcloud with many apps may have.
	performance.setResourceTimingBufferSize(5000)
	const watched = { pressed: 0, wanted: {}, drawn: {}, longest: 0 }
	window.watched = watched
	// Files reuses the row elements for other folders.
	const idOf = (row) => row.dataset.cyFilesListRowFileid ?? ''
	const isThere = (selector, count = 1) => {
		let fresh = 0
		for (const row of document.querySelectorAll(selector)) {
			fresh += row.dataset.before !== idOf(row)
			if (fresh === count) {
				return true
			}
		}
		return false
	}
	// Asked once a frame: to watch each change would make a page with very many of them slower.
	function look() {
		const { wanted, drawn } = watched
		const there = Object.keys(wanted).filter((name) => !(name in drawn) && isThere(...[wanted[name]].flat()))
		// What comes after this frame comes after the drawing.
		const { port1, port2 } = new MessageChannel()
		port1.onmessage = () => {
			for (const name of there) {
				drawn[name] = performance.now()
			}
			if (watched.wanted === wanted && Object.keys(wanted).length > Object.keys(drawn).length) {
				requestAnimationFrame(look)
			}
		}
		port2.postMessage(null)
	}
	watched.expect = (wanted) => {
		// Mark the rows already there, to distinguish them from the ones to come.
		document.querySelectorAll('.library-tree__row, .file-row, [data-cy-files-list-row]').forEach((row) => row.setAttribute('data-before', idOf(row)))
		performance.clearResourceTimings()
		Object.assign(watched, { pressed: 0, wanted, drawn: {}, longest: 0 })
		requestAnimationFrame(look)
	}
	addEventListener('click', ({ timeStamp }) => {
		watched.pressed ||= timeStamp
	}, true)
	new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
		watched.longest = Math.max(watched.longest, duration)
	})).observe({ type: 'longtask' })
}

/**
 * Does something in the page and waits until what is wanted has come of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string | [string, number]>} wanted selectors by name, of the first or a number of them
 * @param {string[]} asked requests that come with it, of REQUESTS: the browser reports one a little after its answer, which may be drawn by then
 * @param {() => Promise<void>} act presses something
 * @return {Promise<{worked: number, longest: number, drawn: Record<string, number>, requests: Record<string, {ms: number, from: number, to: number, bytes: number}>}>}
 *         ms since it was pressed; `worked`: how long the page's main thread was on the processor, also on a machine that others use; `longest`:
 *         the longest task, 0: below 50
 */
export async function after(page, wanted, asked, act) {
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
	const { pressed, drawn, longest, resources } = await page.evaluate(() => ({
		pressed: window.watched.pressed,
		drawn: window.watched.drawn,
		longest: window.watched.longest,
		resources: performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, decodedBodySize }) => ({ name, startTime, responseEnd, decodedBodySize })),
	}))
	const requests = Object.fromEntries(Object.entries(REQUESTS).flatMap(([name, address]) => {
		const found = resources.find((one) => address.test(new URL(one.name).pathname))
		return found ? [[name, { ms: found.responseEnd - found.startTime, from: found.startTime - pressed, to: found.responseEnd - pressed, bytes: found.decodedBodySize }]] : []
	}))
	return { worked, longest, drawn: Object.fromEntries(Object.entries(drawn).map(([name, at]) => [name, at - pressed])), requests }
}
