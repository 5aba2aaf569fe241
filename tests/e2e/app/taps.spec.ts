/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { ensureCharter, joinButton, makeGroup, removeGroup } from '../support/group.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { person, restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

// What people come for most often, on a telephone: from Home to done in three taps at most. Every press of a link, a button or a part that
// unfolds is one; filling in a form is none.
const MOST = 3

const KEEPER = 'romain-vielfaure'
/** Facilitates the group of this test. */
const HOST = 'assia-hamdane'
const GUEST = 'guilhem-roquelaure'

const RUN = Date.now().toString(36)
const TITLE = `Trois gestes ${RUN}`
const MANIFESTO = `Dire vrai ${RUN}`
const NEAR = `Le lavoir d’en bas ${RUN}`
const TOLD = `Le composteur oublié ${RUN}`
const FOLDER = `/zz-gestes-${RUN}`
const STORIES = `/${fr('Stories')}`

let group: number
let board: number
let files: Awaited<ReturnType<typeof libraryFiles>>
let taps: number

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test.beforeAll(async () => {
	// One after another: a Nextcloud on SQLite does not allow several first logins at the same time.
	for (const uid of [HOST, GUEST]) {
		await restoreCard(uid)
	}
	await ensureCharter()
	// Others write new versions of it meanwhile; that joining accepts it is joinPage.spec's.
	const guest = await api(GUEST)
	await guest.put('/charter/acceptance', { version: (await guest.get('/charter')).data.version })
	await guest.dispose()
	group = await makeGroup(HOST, { title: TITLE, purpose: 'Aller vite à ce qui compte.', join: 'request' })
	const host = await api(HOST)
	const { deck, dispose } = await others(HOST)
	board = (await deck('POST', '/boards', { title: TITLE, color: '2e7d32' })).id
	const stack = await deck('POST', '/stacks', { title: 'À faire', boardId: board, order: 0 })
	const due = new Date(Date.now() + 3 * 86_400_000).toISOString()
	await deck('POST', '/cards', { title: 'Appeler la mairie', stackId: stack.id, type: 'plain', order: 0, description: '', duedate: due })
	await host.post(`/groups/${group}/making/lease`, { runner: 'e2e' })
	await host.put(`/groups/${group}/making`, { runner: 'e2e', boardId: board, step: 'done' })
	await dispose()
	await host.dispose()

	files = await libraryFiles(KEEPER)
	await files.makeFolder(FOLDER)
	const keeper = await api(KEEPER)
	for (const [name, words] of [
		['Manifeste.md', { kind: 'manifesto', title: MANIFESTO }],
		['Lavoir.md', { kind: 'method', title: NEAR, context: { territories: [{ code: '34', kind: 'departement', name: 'Hérault' }], public: '', means: '', frame: '', standpoint: '' } }],
	] as const) {
		const file = await files.write(`${FOLDER}/${name}`, 'Nous dirons vrai.')
		const written = await keeper.put(`/sheets/${file}`, { version: 0, ...words })
		const published = await keeper.put(`/sheets/${file}/status`, { version: written.data.version, status: 'published' })
		expect(published.status, JSON.stringify([written.data, published.data])).toBe(200)
	}
	await keeper.dispose()
})
test.afterAll(async () => {
	const host = await api(HOST)
	for (const { id } of (await host.get(`/groups/${group}/asks`)).data) {
		await host.delete(`/asks/${id}`)
	}
	await host.dispose()
	await removeGroup(group, HOST)
	const { deck, dispose } = await others(HOST)
	await deck('DELETE', `/boards/${board}`)
	await dispose()
	await files.remove(FOLDER)
	await files.remove(`${STORIES}/${TOLD}.md`)
	await files.dispose()
})

test.beforeEach(() => {
	taps = 0
})
test.afterEach(({ page }, { title }) => {
	expect(taps, `taps to ${title}, which ended at ${page.url()}`).toBeLessThanOrEqual(MOST)
})

const main = (page: Page) => page.getByRole('main')
const region = (page: Page, name: string | RegExp) => main(page).getByRole('region', { name })

/** The home page of an account. */
async function home(page: Page, uid: string): Promise<void> {
	await login(page, uid)
	await open(page)
}

async function tap(where: Locator): Promise<void> {
	await where.tap()
	taps++
}

/** One of what Home offers to do. */
const doing = (page: Page, text: string) => tap(region(page, fr('What would you like to do?')).getByRole('link', { name: fr(text), exact: true }))
/** One of one's own groups, on Home. */
const own = (page: Page) => tap(region(page, fr('In my groups')).getByRole('link', { name: TITLE, exact: true }))

test('find someone for a need', async ({ page }) => {
	await home(page, GUEST)
	await doing(page, 'Find someone')
	await main(page).getByRole('searchbox', { name: fr('Search') }).fill('salle de réunion')
	// The words are marked in what was found by them.
	await main(page).locator('mark').first().waitFor()
	const found = main(page).getByRole('heading', { level: 2 }).getByRole('link')
	const name = await found.first().innerText()
	await tap(found.first())
	await expect(main(page).getByRole('heading', { level: 1, name })).toBeVisible()
})

test('find who has a place to lend', async ({ page }) => {
	await home(page, GUEST)
	await doing(page, 'Find someone')
	await main(page).getByRole('searchbox', { name: fr('Search') }).fill('prêter un lieu')
	await expect(main(page).locator('mark').first()).toBeVisible()
	await expect(main(page).getByRole('heading', { level: 2 }).getByRole('link').first()).toBeVisible()
})

test('see what my group has to do this week', async ({ page }) => {
	await home(page, HOST)
	await own(page)
	await expect(region(page, fr('Board')).getByText(frCount('%n card due within seven days', 1))).toBeVisible()
	await expect(region(page, fr('Board')).getByRole('link', { name: 'Appeler la mairie' })).toBeVisible()
})

test.describe('in the library', () => {
	// A sheet is asked for before there is one.
	test.use({ refused: [404] })

	test('write the story of a failure', async ({ page }) => {
		await home(page, KEEPER)
		await doing(page, 'Share an experience')
		await main(page).getByLabel(fr('What is your story called?'), { exact: true }).fill(TOLD)
		await tap(main(page).getByRole('button', { name: fr('Continue'), exact: true }))
		await expect(main(page).getByLabel(fr('Title'), { exact: true })).toHaveValue(TOLD)
		await main(page).getByLabel(fr('What is it?'), { exact: true }).selectOption('failure')
		await main(page).getByRole('radio', { name: fr('failed') }).check()
		for (const [label, text] of [
			['What was tried', 'Un composteur au pied de l’immeuble.'],
			['What happened', 'Personne ne l’a vidé.'],
			['What was learnt', 'Prévoir qui le vide.'],
			['Who it is for', 'L’immeuble'],
			['With what resources', 'Un bac'],
			['In what administrative framework', 'Aucun'],
			['From whose point of view', 'Une voisine'],
		] as const) {
			await main(page).getByLabel(fr(label), { exact: true }).fill(text)
		}
		await main(page).getByRole('combobox', { name: fr('Where'), exact: true }).fill('Limoux')
		await page.getByRole('option', { name: /^Limoux/ }).first().click()
		await tap(main(page).getByRole('button', { name: fr('Publish'), exact: true }))
		await expect(main(page).getByRole('heading', { level: 1, name: TOLD })).toBeVisible()
	})

	test('sign', async ({ page }) => {
		await home(page, HOST)
		await tap(region(page, fr('To be signed')).getByRole('link', { name: MANIFESTO, exact: true }))
		await expect(main(page).getByText('Nous dirons vrai.', { exact: true })).toBeVisible()
		await tap(main(page).getByRole('button', { name: fr('Sign with my account'), exact: true }))
		await expect(main(page).getByText(frLike('You signed it on {day}.'))).toBeVisible()
		// Nobody is asked twice.
		await open(page)
		await expect(region(page, fr('New in the library'))).toBeVisible()
		await expect(region(page, fr('To be signed')).getByRole('link', { name: MANIFESTO, exact: true })).toHaveCount(0)
	})

	test('find a story near me', async ({ page }) => {
		await home(page, HOST)
		await doing(page, 'Read stories')
		await tap(region(page, frLike('Near you: {places}')).getByRole('link', { name: NEAR, exact: true }))
		await expect(main(page).getByRole('heading', { level: 1, name: NEAR })).toBeVisible()
	})
})

test.describe('of a group', () => {
	// One leaves what one joined.
	test.describe.configure({ mode: 'serial' })

	test('join', async ({ page }) => {
		await home(page, GUEST)
		await doing(page, 'See the groups')
		await tap(main(page).getByRole('link', { name: fr('{action}: {group}', { action: fr('Ask to join'), group: TITLE }), exact: true }))
		await expect(main(page).getByText('Aller vite à ce qui compte.')).toBeVisible()
		await main(page).getByLabel(fr('What are you committing to?')).fill('Deux soirées')
		await tap(joinButton(page, 'Ask to join'))
		await expect(main(page).getByText(fr('You asked to join. A facilitator of the group will answer; until then you cannot access what it shares (board, files).'))).toBeVisible()
	})

	test('answer a request', async ({ page }) => {
		await home(page, HOST)
		const line = region(page, fr('What is waiting for you')).getByRole('listitem').filter({ hasText: TITLE })
		await expect(line).toContainText('Deux soirées')
		await tap(line.getByRole('button', { name: fr('Approve {name}', { name: person(GUEST).name }) }))
		await expect(page.getByText(fr('{name} was approved.', { name: person(GUEST).name }))).toBeVisible()
	})

	test('leave', async ({ page }) => {
		await home(page, GUEST)
		await own(page)
		await tap(main(page).getByRole('link', { name: fr('Leave the group'), exact: true }))
		await tap(main(page).getByRole('button', { name: fr('Leave the group'), exact: true }))
		await expect(page.getByText(fr('You left “{group}”.', { group: TITLE }))).toBeVisible()
	})
})

test('invite a person without an account', async ({ page }) => {
	await home(page, HOST)
	await own(page)
	await tap(main(page).getByRole('heading', { level: 2, name: fr('Facilitate this group'), exact: true }))
	await main(page).getByLabel(fr('Name of someone without an account')).fill('Gisèle Sansordi')
	await tap(main(page).getByRole('button', { name: fr('Invite to the group'), exact: true }))
	await expect(main(page).getByRole('listitem').filter({ hasText: 'Gisèle Sansordi' })).toBeVisible()
})
