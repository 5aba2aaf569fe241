/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { openBrowser, openDesktop } from './browser.mjs'
import { openInFiles } from './files.mjs'
import { after, PATIENCE, watch } from './press.mjs'
import { median, percentile, shown } from './report.mjs'
import { findFloor } from './speed.mjs'
import { FILES, folderPaths, LEVELS, makeTree, NAME, namesOf, pretendTree } from './tree.mjs'

const RUNS = 15
const FLOORS = 5
const TREE = '.library-tree__row'
const LIST = '.file-row'

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

/** Names from the bench's folder to the innermost one that a run opens. */
function innermost(run) {
	return [NAME, ...LEVELS.map((level, depth) => {
		const names = namesOf(level)
		return names[(run * 7 + depth) % names.length]
	})]
}

/** Presses the link to the folders in the library, walks down their tree, opens the innermost one. */
async function visit(context, base, floor, run) {
	const page = await context.newPage()
	try {
		await page.addInitScript(watch)
		await page.goto(`${base}/index.php/apps/reseau/library`)
		await page.locator('#reseau-first').waitFor({ state: 'detached' })
		await page.waitForLoadState('networkidle')
		const floors = await floorOf(page, floor)
		const first = await after(page, { tree: TREE, list: LIST }, ['folders', 'look'], () => page.locator('.ui-tabs a[href$="/library?folder=top"]').click())
		const unfolded = []
		const path = innermost(run)
		for (const [depth, name] of path.slice(0, -1).entries()) {
			const { drawn } = await after(page, { tree: `${TREE}[aria-level="${depth + 2}"]` }, [], () => rowOf(page, name, depth + 1).locator('.library-tree__arrow').click())
			unfolded.push(drawn.tree)
		}
		const row = rowOf(page, path.at(-1), path.length)
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
 * On a Nextcloud they are created, and deleted afterwards. The sandbox's own WebDAV is not representative and takes minutes for this number: there the
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
		// The sandbox has no page of files.
		const inFiles = async (run) => isNextcloud && {
			first: await openInFiles(context, base, root.path),
			deep: await openInFiles(context, base, [root.path, ...innermost(run)].join('/')),
		}
		await inFiles(0)
		const visits = []
		const arrivals = { outermost: [], deep: [] }
		for (let run = 0; run < RUNS; run++) {
			visits.push({ ...await visit(context, base, floor, run), files: await inFiles(run) })
			if (run % 3 === 0) {
				arrivals.outermost.push(await arrive(context, `${base}/index.php/apps/reseau/library?folder=top`))
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
		row('· pressed until all folders are asked for', ({ first }) => first.requests.folders.from)
		row('· the request for all folders', ({ first }) => first.requests.folders.ms, answered)
		row('· from its answer to rows on the screen', ({ first }) => first.drawn.tree - first.requests.folders.to, ', what is ours', { most: 80 })
		row('all folders: asked until rows on the screen', ({ first }) => first.drawn.tree - first.requests.folders.from, answered, { most: 80 })
		report.row('· its answer, kB', median(visits.map(({ first }) => first.requests.folders.bytes)) / 1000, 'as it is read; the line may press it together')
		row('unfolding a folder until its folders are on the screen', ({ unfolded }) => unfolded, ', without a request', { most: 50 })
		row('pressing a deep folder until its rows', ({ deep }) => deep.drawn.list)
		row('· work of the page', ({ deep }) => deep.worked, ', on the processor')
		row('· the look into it', ({ deep }) => deep.requests.look.ms, answered)
		row('· without it', ({ deep }) => deep.drawn.list - deep.requests.look.ms)
		if (isNextcloud) {
			for (const [name, what] of [['first', 'pressed until rows, the library'], ['deep', 'pressed until rows, a deep folder']]) {
				const [ours, theirs] = [(visit) => visit[name], (visit) => visit.files[name]].map((of) => median(visits.map((visit) => of(visit).drawn.list)))
				report.row(`${what} ÷ Files`, ours / theirs, `${Math.round(ours)} and ${Math.round(theirs)} ms; alternately`, { most: 1 })
				row('· Files: the look into it', ({ files }) => files[name].requests.look.ms)
				row('· Files: work of the page', ({ files }) => files[name].worked, ', on the processor')
			}
		}
		report.row('a deep folder by its address ÷ the outermost by its own', median(arrivals.deep) / median(arrivals.outermost), `${Math.round(median(arrivals.deep))} and ${Math.round(median(arrivals.outermost))} ms, Nextcloud’s page with it`, { most: 1.2 })
	} finally {
		await browser.close()
		await tree?.remove()
	}
}
