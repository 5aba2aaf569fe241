/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { removeFile } from '../support/files.ts'
import { fr } from '../support/french.ts'
import { expectMade, makeGroup, openFacilitation, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'xavier-puech-aubin'
const TITLE = `Ruches au clocher ${Date.now()}`

/** Existed before it had a board. */
const BEFORE = `Corbeaux du clocher ${Date.now()}`

let id = 0
let before = 0

test.beforeAll(async () => {
	await restoreCard(FACILITATOR)
	before = await makeGroup(FACILITATOR, { title: BEFORE, purpose: 'Les compter.' })
})
test.afterAll(async () => {
	const { teams, deck, dispose } = await others(FACILITATOR)
	const isOurs = (title: string) => [TITLE, BEFORE].some((ours) => title.startsWith(ours))
	for (const board of (await deck('GET', '/boards')).filter(({ title, deletedAt }: { title: string, deletedAt: number }) => isOurs(title) && deletedAt === 0)) {
		await deck('DELETE', `/boards/${board.id}`)
	}
	for (const team of (await teams('GET', '/probecircles')).filter(({ name }: { name: string }) => isOurs(name))) {
		await teams('DELETE', `/circles/${team.id}`)
	}
	await dispose()
	const own = await api(FACILITATOR)
	const { data: { root } } = await own.get('/library')
	await own.dispose()
	for (const title of root ? [TITLE, BEFORE] : []) {
		await removeFile(FACILITATOR, `${root.path.slice(1)}/${title}`)
	}
	await removeGroup(id, FACILITATOR)
	await removeGroup(before, FACILITATOR)
})

const main = (page: Page) => page.getByRole('main')

test('a group is created without minutes: its fields, its team and board, shown in Deck and in the summary', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/groups')
	await main(page).getByRole('link', { name: fr('New group') }).click()
	await main(page).getByRole('button', { name: fr('Create the group') }).click()
	await expect(main(page).getByText(fr('A group needs a name.'))).toBeVisible()
	await everyLook(page, [1280, 320])
	await main(page).getByLabel(fr('Name of the group')).fill(TITLE)
	await main(page).getByLabel(fr('Why'), { exact: true }).fill('Des abeilles au-dessus des toits.')
	await main(page).getByLabel(fr('Can or must advance')).fill('Poser deux ruches\nPrévenir les voisins')
	await main(page).getByRole('button', { name: fr('Create the group') }).click()

	await expectMade(page)
	id = Number(page.url().match(/groups\/(\d+)\/making/)![1])
	await everyLook(page, [1280, 320])
	await main(page).getByRole('link', { name: fr('Go to the group') }).click()
	await expect(main(page).getByText('Prévenir les voisins')).toBeVisible()
	// The board at a glance, which was just made by a person who may never have used Deck; and who sees it.
	await expect(main(page).getByText('À voir', { exact: true })).toBeVisible()
	await expect(main(page).getByText(fr('Nothing is due within seven days.'))).toBeVisible()
	await openFacilitation(page)
	await main(page).getByRole('button', { name: fr('Who can really see this board?') }).click()
	await expect(main(page).getByText(fr('Deck, the team and the group are in sync.'))).toBeVisible()

	// All boards on one page.
	await open(page, '/boards')
	await expect(main(page).getByRole('link', { name: TITLE, exact: true })).toBeVisible()
	await everyLook(page, [1280, 320])
	await main(page).getByRole('link', { name: fr('Open the board of “{group}” in Deck', { group: TITLE }) }).click()
	await expect(page).toHaveURL(/apps\/deck\/.*board\/\d+/)
	await expect(page.getByText('Mandat').first()).toBeVisible()
})

test('a board deleted in Deck is created again, and nothing else twice', async ({ page }) => {
	const { teams, deck, dispose } = await others(FACILITATOR)
	const find = async () => (await deck('GET', '/boards')).filter(({ title, deletedAt }: { title: string, deletedAt: number }) => title === TITLE && deletedAt === 0)
	await deck('DELETE', `/boards/${(await find())[0].id}`)
	await login(page, FACILITATOR)
	await open(page, `/groups/${id}`)
	await openFacilitation(page)
	await main(page).getByRole('link', { name: fr('Create what is missing') }).first().click()
	await main(page).getByRole('button', { name: fr('Create it again'), exact: true }).click()
	await expectMade(page)
	expect(await find()).toHaveLength(1)
	expect((await teams('GET', '/probecircles')).filter(({ name }: { name: string }) => name.startsWith(TITLE))).toHaveLength(1)
	await dispose()
})

test('an existing group gets a model for its board, which is saved with it', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, `/groups/${before}`)
	await openFacilitation(page)
	await expect(main(page).getByRole('region', { name: fr('What is missing') }).getByRole('listitem')).toHaveCount(3)
	await main(page).getByRole('link', { name: fr('Create what is missing') }).click()
	const board = main(page).getByRole('combobox', { name: fr('Board'), exact: true })
	await expect(board).toHaveValue('groupe-de-travail')
	await everyLook(page, [1280, 320])
	await board.selectOption({ label: 'Bilan' })
	await main(page).getByRole('button', { name: fr('Create what is missing') }).click()
	await expectMade(page)
	await expect(board).toBeHidden()

	const { deck, dispose } = await others(FACILITATOR)
	const [made, ...more] = (await deck('GET', '/boards')).filter(({ title }: { title: string }) => title === BEFORE)
	expect(more).toEqual([])
	// Deck answers them in the order of its database.
	const stacks = (await deck('GET', `/stacks/${made.id}`) as { title: string, order: number }[]).sort((a, b) => a.order - b.order)
	expect(stacks.map(({ title }) => title)).toEqual(['Ce que nous voulions', 'Ce qui s’est passé', 'Ce que nous en retenons', 'Suites'])
	await dispose()
	const own = await api(FACILITATOR)
	expect((await own.get(`/groups/${before}`)).data.making).toMatchObject({ model: 'bilan', boardId: made.id })
	await own.dispose()
	// Another browser has nothing left to choose.
	await open(page, `/groups/${before}/making`)
	await expect(main(page).getByRole('button', { name: fr('Recreate what is missing') })).toBeVisible()
	await expect(board).toBeHidden()
})

test('the board models are changed, and the change is undone', async ({ page }) => {
	await login(page, 'romain-vielfaure')
	await open(page, '/board-models')
	const edit = main(page).getByRole('button', { name: fr('Edit “{model}”', { model: 'Bilan' }) })
	await edit.click()
	await main(page).getByLabel(fr('Name of the template')).fill('Bilan de saison')
	await main(page).getByRole('button', { name: fr('Add a list') }).click()
	await page.keyboard.type('À raconter')
	await everyLook(page, [1280, 320])
	await main(page).getByRole('button', { name: fr('Save'), exact: true }).click()
	await expect(main(page).getByRole('heading', { name: 'Bilan de saison' })).toBeVisible()
	await expect(main(page).getByText('À raconter')).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	// Back in the form, with what was written; the template is as before.
	await expect(main(page).getByLabel(fr('Name of the template'))).toHaveValue('Bilan de saison')
	await main(page).getByRole('button', { name: fr('Leave unchanged'), exact: true }).click()
	await expect(main(page).getByRole('heading', { name: 'Bilan', exact: true })).toBeVisible()
})
