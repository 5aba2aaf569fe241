/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run screenshots [-- NAME…]: takes the pictures of docs/images, of the demonstration network and of one that begins, on a sandbox of its own. The
// app store and the documentation show them (appinfo/info.xml, docs).
import { execSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { openBrowser } from './bench/browser.mjs'
import { at } from './lib/project.mjs'
import { startSandbox } from './lib/sandbox.mjs'

const PASSWORD = 'Cordee-2026-oc'
const MEMBER = 'maelle-roumegous'
const FACILITATOR = 'romain-vielfaure'
/** The largest picture, in bytes. */
const MOST = 300_000

const APP = '/index.php/apps/reseau'

const { translations } = JSON.parse(readFileSync(at('translations/fr.json'), 'utf8'))
/** A text as the pages say it. */
const fr = (text) => translations[text]

/** What is shown: the account, at which address or where a search leads, and what is done there first; `empty`: of a network that has nothing yet. */
const PICTURES = {
	members: { as: FACILITATOR, path: () => '/members?q=salle' },
	'my-card': { as: MEMBER, path: () => '/me' },
	group: { as: MEMBER, path: async (get) => `/groups/${await numberOf(get, '/groups', 'title', 'Petites villes, grandes vitrines')}` },
	library: {
		as: MEMBER,
		path: () => '/library',
		async act(page) {
			await page.locator('.story-list').first().waitFor()
		},
	},
	map: {
		as: MEMBER,
		path: () => '/map',
		async act(page) {
			await page.locator('.around-drawing a').first().waitFor()
		},
	},
	minutes: {
		as: FACILITATOR,
		path: () => '/minutes',
		async act(page) {
			await page.locator('input[type=file]').setInputFiles(at('tests/fixtures/minutes/dix-groupes.txt'))
			await page.waitForURL(/\/minutes\/review/)
		},
	},
	'setup-admin': {
		empty: true,
		as: 'admin',
		app: '/index.php/settings/admin/reseau',
		path: () => '',
		async act(page) {
			await page.getByLabel(fr('Name of the network'), { exact: true }).fill('Cordée d’Oc')
			await page.keyboard.press('Enter')
			await page.getByText(fr('Saved'), { exact: true }).waitFor()
		},
	},
	'setup-home': {
		empty: true,
		as: FACILITATOR,
		path: () => '/',
		async act(page) {
			await page.getByLabel(fr('What would you need or like at the moment?'), { exact: true }).fill('Des idées pour faire venir les absents')
			await page.getByRole('button', { name: fr('Create my card'), exact: true }).click()
			await page.waitForURL(/\/welcome$/)
			await page.getByRole('navigation').getByRole('link', { name: fr('Home'), exact: true }).click()
			await page.getByText(fr('Start with a suggested list'), { exact: true }).waitFor()
		},
	},
	'setup-import': {
		empty: true,
		as: FACILITATOR,
		path: () => '/import',
		async act(page) {
			await page.locator('input[type=file]').setInputFiles({ name: 'inscrits.csv', mimeType: 'text/csv', buffer: table() })
			await page.getByLabel(fr('Yes, everyone in this list'), { exact: true }).check()
			await page.getByLabel(fr('How?'), { exact: true }).fill('Inscription à la rencontre')
			await page.getByRole('button', { name: fr('Check the list'), exact: true }).click()
			await page.getByRole('table', { name: fr('What happens to each row') }).waitFor()
		},
	},
}

/** The people of the demonstration, as an organiser may have them in a table. */
function table() {
	const members = JSON.parse(readFileSync(at('tests/fixtures/network/members.json'), 'utf8'))
	return Buffer.from(['Nom;Courriel', ...members.map(({ id, name }) => `${name};${id}@example.org`)].join('\n'))
}

/** Number of the thing of a list that has this value. */
async function numberOf(get, path, key, value) {
	const found = (await get(path)).find((one) => one[key] === value)
	if (!found) {
		throw new Error(`${value} is not in ${path}`)
	}
	return found.id
}

/** Reads a list of the API as an account. */
function reader(url, uid) {
	return async (path) => {
		const answer = await fetch(`${url}/ocs/v2.php/apps/reseau/api/v1${path}`, {
			headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', Authorization: `Basic ${Buffer.from(`${uid}:${PASSWORD}`).toString('base64')}` },
		})
		return (await answer.json()).ocs.data
	}
}

/** Takes one picture; answers its size in bytes. */
async function take(browser, url, name, { as, app = APP, path, act }) {
	const context = await browser.newContext({
		baseURL: url,
		viewport: { width: 1280, height: 800 },
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		colorScheme: 'light',
		reducedMotion: 'reduce',
	})
	const page = await context.newPage()
	await page.goto('/index.php/login')
	await page.locator('#user').fill(as)
	await page.locator('#password').fill(PASSWORD)
	await page.locator('#password').press('Enter')
	await page.waitForURL((address) => !address.pathname.endsWith('/login'))
	await page.goto(`${app}${await path(reader(url, as))}`)
	await page.locator('#content-vue, #reseau-admin').waitFor()
	await act?.(page)
	await page.waitForLoadState('networkidle')
	const file = at('docs/images', `${name}.png`)
	await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
	await context.close()
	return statSync(file).size
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(PICTURES, name))
if (unknown.length > 0) {
	console.error(`There is no picture ${unknown.join(', ')}: ${Object.keys(PICTURES).join(', ')}`)
	process.exit(2)
}

const sandbox = await startSandbox()
const browser = await openBrowser()
try {
	const wanted = Object.entries(PICTURES).filter(([one]) => names.length === 0 || names.includes(one))
	// Those of a network that begins come last.
	let full = true
	for (const [name, picture] of wanted) {
		if (picture.empty && full) {
			full = false
			for (const command of ['reseau:purge --network="Cordée d’Oc"', 'app:disable reseau', 'app:enable reseau']) {
				execSync(`${sandbox.occ} ${command}`, { stdio: 'pipe' })
			}
		}
		const size = await take(browser, sandbox.url, name, picture)
		console.log(`docs/images/${name}.png ${Math.round(size / 1000)} kB`)
		if (size > MOST) {
			throw new Error(`It is larger than ${MOST / 1000} kB`)
		}
	}
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
} finally {
	await browser.close()
	await sandbox.stop()
}
