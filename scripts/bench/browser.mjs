/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { queryString } from './queries.mjs'
import { median, shown } from './report.mjs'

const RUNS = 5
const PATIENCE = 90_000
/** An old phone on a bad connection: bytes a second, milliseconds. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 }
const SLOWER = 4
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const DESKTOP = { viewport: { width: 1440, height: 900 } }

/** @return {Promise<import('playwright-core').Browser>} Chromium as every measurement has it; throws with what is missing */
export function openBrowser() {
	const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
	if (!existsSync(executablePath)) {
		throw new Error(`${executablePath} is needed: install Debian’s package chromium, or name another one in CHROMIUM_PATH`)
	}
	return chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
	})
}

/** @return {Promise<import('playwright-core').BrowserContext>} a desktop with a logged-in account */
export async function openDesktop(browser, session) {
	const context = await browser.newContext({ ...DESKTOP, ignoreHTTPSErrors: true, locale: 'fr-FR' })
	await context.addCookies(session.browserCookies())
	return context
}

/** What the page shows at this moment; works without the page's own scripts. */
const LOOK = `(() => {
	const shows = (page) => {
		const tile = page?.querySelector('.member-tile, .home section')
		const { left, top, width } = tile?.getBoundingClientRect() ?? {}
		// Nothing lies over it, it is not below the screen.
		return Boolean(tile?.contains(document.elementFromPoint(left + width / 2, top + 20)))
	}
	const first = document.getElementById('reseau-first')
	return {
		now: performance.now(),
		paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
		scripts: performance.getEntriesByType('navigation')[0]?.domContentLoadedEventEnd,
		tile: shows(first) || shows(document.getElementById('reseau')),
		taken: !first && shows(document.getElementById('reseau')),
	}
})()`

/**
 * Opens a page as if for the first time and watches it until everything wanted is there: the first `paint`, the document's
 * `scripts` done, a visible `tile` of a person or part of Home, the app that has `taken` its place.
 *
 * @return {Promise<{moments: Record<string, number>, ours: number}>} milliseconds since the page was asked for; bytes of the app's own
 *         scripts and styles as they travelled
 */
export async function visit(browser, session, url, wanted, javaScriptEnabled = true) {
	const context = await browser.newContext({ ...PHONE, ignoreHTTPSErrors: true, javaScriptEnabled, locale: 'fr-FR' })
	try {
		await context.addCookies(session.browserCookies())
		const page = await context.newPage()
		const devtools = await context.newCDPSession(page)
		const files = new Map()
		let ours = 0
		devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
			if (['Script', 'Stylesheet'].includes(type) && /\/reseau\//.test(response.url)) {
				files.set(requestId, response.url)
			}
		})
		devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			ours += files.has(requestId) ? encodedDataLength : 0
		})
		await devtools.send('Network.enable')
		await devtools.send('Network.emulateNetworkConditions', LINE)
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
		await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE })

		const moments = {}
		for (const end = Date.now() + PATIENCE; wanted.some((name) => !(name in moments));) {
			if (Date.now() > end) {
				throw new Error(`${url}: no ${wanted.filter((name) => !(name in moments)).join(', ')} within ${PATIENCE / 1000} s`)
			}
			const { result } = await devtools.send('Runtime.evaluate', { expression: LOOK, returnByValue: true })
			const { now, paint, scripts, tile, taken } = result.value ?? {}
			if (paint) {
				moments.paint ??= paint
				Object.assign(moments, tile && { tile: moments.tile ?? now }, taken && { taken: moments.taken ?? now })
			}
			if (scripts) {
				moments.scripts ??= scripts
			}
			await new Promise((resolve) => {
				setTimeout(resolve, 30)
			})
		}
		return { moments, ours }
	} finally {
		await context.close()
	}
}

/** The longest times that the page did not respond while text after text was typed into the search, in milliseconds. */
async function type(browser, session, base, texts) {
	const context = await openDesktop(browser, session)
	try {
		const page = await context.newPage()
		await page.goto(`${base}/index.php/apps/reseau/members`)
		await page.locator('#reseau-first').waitFor({ state: 'detached' })
		await page.waitForLoadState('networkidle')
		await page.evaluate(() => {
			window.longest = 0
			new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
				window.longest = Math.max(window.longest, duration)
			})).observe({ type: 'longtask' })
		})
		const longest = []
		for (const text of texts) {
			await page.locator('#reseau input[type="search"]').first().fill('')
			await page.locator('#reseau input[type="search"]').first().pressSequentially(text, { delay: 120 })
			await page.waitForLoadState('networkidle')
			await page.waitForTimeout(1000)
			longest.push(await page.evaluate(() => {
				const { longest } = window
				window.longest = 0
				return longest
			}))
		}
		return longest
	} finally {
		await context.close()
	}
}

/** The directory with a search in a browser, next to a page of the same server without any app's scripts, whose path is `blank`. */
export async function browserTimes(session, base, blank, makers, report) {
	const browser = await openBrowser()
	try {
		report.part('phone, nothing cached: 4 × slower processor, 1.6 Mbit/s, 150 ms')
		const query = queryString(makers.broad())
		const directory = `${base}/index.php/apps/reseau/members?${query}`
		const pages = {
			blank: () => visit(browser, session, base + blank, ['paint', 'scripts']),
			blankOff: () => visit(browser, session, base + blank, ['paint'], false),
			on: () => visit(browser, session, directory, ['paint', 'tile', 'taken']),
			off: () => visit(browser, session, directory, ['paint', 'tile'], false),
			home: () => visit(browser, session, `${base}/index.php/apps/reseau/`, ['paint', 'tile', 'taken']),
		}
		await pages.blank()
		const visits = Object.fromEntries(Object.keys(pages).map((name) => [name, []]))
		for (let run = 0; run < RUNS; run++) {
			for (const [name, open] of Object.entries(pages)) {
				visits[name].push(await open())
			}
		}
		const middle = (name, moment) => median(visits[name].map(({ moments }) => moments[moment]))
		const [paint, scripts] = [middle('blank', 'paint'), middle('blank', 'scripts')]
		const ratio = (label, name, moment, to, target) => {
			const all = visits[name].map(({ moments }) => (moments[moment] / 1000).toFixed(1)).join(', ')
			report.row(label, middle(name, moment) / to, `${shown(middle(name, moment) / 1000)} s of ${shown(to / 1000)} s; runs: ${all}`, target)
		}
		ratio('first paint ÷ that of the blank page', 'on', 'paint', paint)
		ratio('first person to be seen ÷ first paint of the blank page', 'on', 'tile', paint, { most: 1.3 })
		ratio('the same without JavaScript on both', 'off', 'tile', middle('blankOff', 'paint'), { most: 1.3 })
		ratio('Home: its first part to be seen ÷ first paint of the blank page', 'home', 'tile', paint, { most: 1.3 })
		ratio('usable ÷ scripts of the blank page done', 'on', 'taken', scripts, { most: 1.25 })
		report.row('scripts and styles of the app, kB', median(visits.on.map(({ ours }) => ours)) / 1000, `as they travelled; blank page: ${blank}`, { most: 250, binding: true })

		report.part('desktop')
		const longest = await type(browser, session, base, [makers.word, makers.name, makers.broad, makers.two, makers.word].map((draw) => draw().q))
		report.row('longest task while typing, ms', Math.max(...longest), `of each text: ${longest.map(Math.round).join(', ')}; 0: shorter than 50`, { most: 50 })
	} finally {
		await browser.close()
	}
}
