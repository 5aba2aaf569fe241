/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { ensureCharter, makeGroup, openFacilitation, removeGroup } from '../support/group.ts'
import { libraryFiles } from '../support/library.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

/** Facilitates the group, and not the network. */
const UID = 'idriss-benkacem'
const MEMBER = 'amadou-diakhate'
const TITLE = `Mare du lavoir ${Date.now()}`
const TEXT = [
	'# Compte rendu – Mare du lavoir',
	'Réunion du jeudi 12 novembre 2026, salle du foyer',
	'',
	'Présents : Idriss Benkacem, Amadou Diakhaté, Tom',
	'',
	'## Décisions',
	'- On cure la mare en hiver.',
	'- La clé reste au foyer.',
	'',
	'## À faire',
	'- Amadou : demander une pelle à la mairie avant le 30 novembre',
	'- Tom : prévenir les pêcheurs (tom@example.org)',
	'',
	'## Prochaine réunion',
	'Jeudi 10 décembre 2099 à 18 h 30, salle du foyer',
].join('\n')

let id = 0
let board = 0

test.beforeAll(async () => {
	await ensureCharter()
	await restoreCard(UID)
	await restoreCard(MEMBER)
	id = await makeGroup(UID, { title: TITLE, join: 'open' })
	const member = await api(MEMBER)
	const { data: charter } = await member.get('/charter')
	await member.post(`/groups/${id}/join`, { commitment: '', charter: charter?.version ?? null })
	await member.dispose()
	const { deck, dispose } = await others(UID)
	board = (await deck('POST', '/boards', { title: TITLE, color: '0082c9' })).id
	await deck('POST', '/stacks', { title: 'À voir', boardId: board, order: 0 })
	await deck('POST', '/stacks', { title: 'Priorités', boardId: board, order: 1 })
	await deck('POST', `/boards/${board}/acl`, { type: 0, participant: accountOf(MEMBER), permissionEdit: true, permissionShare: false, permissionManage: false })
	await dispose()
	const library = await libraryFiles(UID)
	const folderId = Number(await library.makeFolder(`/${TITLE}`))
	await library.dispose()
	const own = await api(UID)
	const { data: { root } } = await own.get('/library')
	await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
	await own.put(`/groups/${id}/making`, { runner: 'e2e', boardId: board, folderId, folderPath: `${root.path}/${TITLE}`, step: 'done' })
	await own.dispose()
})
test.afterAll(async () => {
	const { deck, dispose } = await others(UID)
	await deck('DELETE', `/boards/${board}`)
	await dispose()
	const library = await libraryFiles(UID)
	await library.remove(`/${TITLE}`)
	await library.dispose()
	await removeGroup(id, UID)
})

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, text: string) => main(page).getByRole('button', { name: fr(text), exact: true }).click()

async function give(page: Page): Promise<void> {
	await open(page, `/groups/${id}/minutes`)
	await main(page).getByLabel(fr('Or paste the text')).fill(TEXT)
	await press(page, 'Read the pasted text')
}

test('minutes of a meeting go into their group: read, corrected, created, seen where they belong, refused a second time, undone', async ({ page }) => {
	await login(page, UID)
	await open(page, `/groups/${id}`)
	await openFacilitation(page)
	await main(page).getByRole('link', { name: fr('Minutes of a meeting') }).click()
	await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(fr('Minutes of a meeting'))
	await everyLook(page, [320])
	await give(page)

	// What was read, beside the text; a line that is corrected is marked there.
	const decisions = main(page).getByRole('textbox', { name: fr('Decision'), exact: true })
	const actions = main(page).getByRole('textbox', { name: fr('To do'), exact: true })
	await expect(decisions).toHaveCount(2)
	await expect(actions.first()).toHaveValue('demander une pelle à la mairie')
	await expect(main(page).getByLabel(fr('By when')).first()).toHaveValue('2026-11-30')
	await expect(main(page).getByLabel(fr('Who'), { exact: true }).first().locator('option:checked')).toHaveText('Amadou Diakhaté')
	await expect(main(page).getByText(fr('“{name}” stays in the text of the card.', { name: 'Tom' }))).toBeVisible()
	await actions.first().focus()
	await expect(main(page).locator('.source-block__line--marked')).toContainText('pelle à la mairie')
	await actions.first().fill('demander une pelle')
	await decisions.first().focus()
	// A line that is removed comes back by undoing that.
	await main(page).getByRole('button', { name: fr('Remove “{text}”', { text: 'La clé reste au foyer.' }) }).click()
	await expect(decisions).toHaveCount(1)
	await main(page).getByRole('button', { name: frLike('Undo: {what}') }).click()
	await expect(decisions).toHaveCount(2)
	await everyLook(page)
	// It is still there after a reload.
	await page.reload()
	await expect(actions.first()).toHaveValue('demander une pelle')

	await press(page, 'Put it in the group')
	await expect(main(page).getByText(fr('Everything is in the group.'))).toBeVisible()
	await everyLook(page)

	const { deck, dispose } = await others(UID)
	const stacks = await deck('GET', `/stacks/${board}`)
	const cards = stacks.find(({ title }: { title: string }) => title === 'Priorités').cards
	expect(cards.map(({ title, duedate, assignedUsers }: { title: string, duedate: string | null, assignedUsers: unknown[] }) => [title, duedate?.slice(0, 10) ?? null, assignedUsers.length])).toEqual([
		[fr('Decisions of {date}', { date: '12 novembre 2026' }), null, 0],
		['demander une pelle', '2026-11-30', 1],
		['prévenir les pêcheurs (…) (Tom)', null, 0],
	])
	const library = await libraryFiles(UID)
	const own = await api(UID)
	const [minutes] = (await own.get(`/groups/${id}/minutes`)).data
	const plan = JSON.parse((await own.get(`/groups/${id}/minutes/${minutes.id}`)).data.plan)
	expect(await library.read(`/${TITLE}/${plan.file.name}`)).not.toContain('@')
	expect((await own.get(`/sheets/${plan.file.made.id.slice(1)}`)).data).toMatchObject({ kind: 'minutes', status: 'published', groups: [{ id }] })
	await open(page, `/groups/${id}`)
	await expect(main(page).getByRole('region', { name: fr('Next meetings') })).toContainText(/10 décembre 2099[^]*18:30[^]*salle du foyer/)

	// The same text is refused, with the way to what is there.
	await give(page)
	await expect(main(page).getByText(fr('This text was already imported into this group.'))).toBeVisible()
	await main(page).getByRole('link', { name: fr('See what was created from it') }).click()

	// Another person has written on a card: it stays, and nothing else does.
	await deck('PUT', `/cards/${cards[1].id}/archive`)
	await press(page, 'Undo everything')
	await expect(main(page).getByText(fr('{thing}: others have changed it since, or written on it. It is kept.', { thing: 'demander une pelle' }))).toBeVisible()
	const left = (await deck('GET', `/stacks/${board}/archived`)).flatMap(({ cards }: { cards?: { title: string }[] }) => (cards ?? []).map(({ title }) => title))
	expect(left).toEqual(['demander une pelle'])
	expect((await deck('GET', `/stacks/${board}`)).flatMap(({ cards }: { cards?: unknown[] }) => cards ?? [])).toEqual([])
	expect((await own.get(`/groups/${id}/meetings`)).data.meetings).toMatchObject([{ cancelled: true }])
	expect((await own.get(`/sheets/${plan.file.made.id.slice(1)}`)).status).toBe(404)
	await library.dispose()
	await own.dispose()
	await dispose()
})
