/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { readFileSync } from 'node:fs'
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, stopName } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'nadege-tremolieres'
const OTHER = 'romain-vielfaure'
const TEN = 'tests/fixtures/minutes/dix-groupes.txt'

function give(page: Page, name: string, buffer: Buffer | string) {
	return page.getByLabel(fr('Choose the minutes file, or drop it here'))
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(buffer) })
}
const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })
const create = (page: Page, count: number) => page.getByRole('button', { name: frCount('Create the group', count), exact: true }).click()

/** On a busy server ten groups take minutes: each of them has the limit of the suite. */
async function everyGroup(page: Page, label: string, end: Locator): Promise<void> {
	for (let least = 1; least < 10; least++) {
		const done = Array.from({ length: 10 - least }, (_, i) => least + i).join('|')
		const progress = fr('{label}: {done} of {total}', { label, done: `(?:${done})`, total: '10' })
		await expect(end.or(page.getByText(new RegExp(`^${progress}$`))).first()).toBeVisible()
	}
}

/** Leaves no minutes of an earlier run that would be known again; those of ask.spec.ts are its own. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	for (const { id, title } of (await facilitator.get('/minutes')).data) {
		if (title.startsWith('sources-')) {
			continue
		}
		const { data } = await facilitator.get(`/minutes/${id}`)
		if (data.state !== 'undone') {
			await facilitator.put(`/minutes/${id}`, { version: data.version, state: 'undone' })
		}
		for (const group of data.groups) {
			const { data: { version, status } } = await facilitator.get(`/groups/${group.id}`)
			if (status !== 'closed' && status !== 'forming') {
				await facilitator.put(`/groups/${group.id}/status`, { version, status: 'closed' })
			}
			await facilitator.delete(`/groups/${group.id}`)
		}
		await facilitator.delete(`/minutes/${id}`)
	}
	for (const { id } of (await facilitator.get('/minutes/drafts')).data) {
		await facilitator.delete(`/minutes/drafts/${id}`)
	}
	await facilitator.dispose()
}

test.beforeAll(restore)
test.afterAll(restore)

test('ten groups are created from minutes: corrected, stopped, continued elsewhere, shown in Deck, undone', async ({ page, browser }) => {
	await login(page, FACILITATOR)
	await open(page, '/')
	await page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Minutes'), exact: true }).click()
	await expect(heading(page)).toHaveText(fr('Minutes'))
	await give(page, 'dix-groupes.txt', readFileSync(TEN))
	await expect(heading(page)).toHaveText(fr('Review the minutes'))
	await expect(page.getByText(frCount('%n group', 10)).first()).toBeVisible()

	// By keyboard: to the first doubt, its field has the focus; its lines are marked in the text; an answer leads to the next.
	await page.getByRole('button', { name: fr('Next doubt') }).focus()
	await page.keyboard.press('Enter')
	const doubt = page.locator('.doubt-panel')
	await expect(doubt).toHaveCount(1)
	await expect(doubt.locator(':focus')).toHaveCount(1)
	await expect(page.locator('.source-block__line--marked').first()).toBeInViewport()
	expect(await stopName(page)).not.toBe('')
	const left = await page.locator('.review__sum strong').innerText()
	await page.keyboard.press('Enter')
	await expect(page.locator('.review__sum strong')).not.toHaveText(left)
	await expect(doubt.locator(':focus')).toHaveCount(1)
	// A correction, taken back, and one that stays over a reload.
	await page.getByRole('button', { name: frLike('Correct the group “{title}”') }).first().click()
	const title = page.getByLabel(fr('Title'), { exact: true })
	const before = await title.inputValue()
	await title.fill('Un titre corrigé')
	await title.press('Tab')
	await page.getByRole('button', { name: frLike('Undo: {what}') }).click()
	await expect(title).toHaveValue(before)
	await title.fill('Accueil, corrigé')
	await title.press('Tab')
	await page.getByRole('button', { name: frLike('See “{name}”') }).first().click()
	await everyLook(page)
	await expect(page.getByText(fr('Saved'), { exact: true })).toBeVisible()
	await page.reload()
	await expect(page.getByRole('heading', { level: 3, name: 'Accueil, corrigé' })).toBeVisible()

	await create(page, 10)
	await expect(heading(page)).toHaveText(frCount('Create %n group', 10))
	await everyLook(page, [320])
	await create(page, 10)
	// Stopped in the middle: what is whole stays whole.
	await expect(page.getByText(fr('{label}: {done} of {total}', { label: fr('Groups with their team, board and folder'), done: '1', total: '10' }))).toBeVisible()
	await press(page, 'Stop')
	await expect(page.getByText(fr('Stopped.'))).toBeVisible()
	await everyLook(page, [320])

	// The list shows the progress; another browser of the same person continues.
	const elsewhere = await someone(browser, FACILITATOR)
	await open(elsewhere, '/minutes')
	await elsewhere.getByRole('link', { name: fr('Resume “{title}”', { title: 'dix-groupes' }) }).click()
	await press(elsewhere, 'Continue')
	const created = elsewhere.getByText(frCount('%n group created', 10))
	await everyGroup(elsewhere, fr('Groups with their team, board and folder'), created)
	await expect(created).toBeVisible()
	const facilitator = await api(FACILITATOR)
	const minutes = (await facilitator.get('/minutes')).data.find(({ title }: { title: string }) => title === 'dix-groupes')
	expect(minutes).toMatchObject({ state: 'made', planned: 10, made: 10 })
	const { data: { plan, groups } } = await facilitator.get(`/minutes/${minutes.id}`)
	expect(plan).not.toContain('@')
	const ids = groups.map(({ id }: { id: number }) => id)
	const made = (await facilitator.get('/groups')).data.filter(({ id }: { id: number }) => ids.includes(id))
	expect(made.filter(({ status, boardId, teamId }: { status: string, boardId: number | null, teamId: string | null }) => status === 'active' && boardId && teamId)).toHaveLength(10)

	// The board in Deck itself, filled from the text.
	const card = JSON.parse(plan).groups[0].board.stacks[0].cards.at(-1).title
	await elsewhere.getByRole('link', { name: `Accueil, corrigé : ${fr('Board')}` }).click()
	await expect(elsewhere.getByText(card).first()).toBeVisible()

	// The same text is recognised the second time, also from another account.
	const other = await someone(browser, OTHER)
	await open(other, '/minutes')
	await give(other, 'autre-nom.txt', readFileSync(TEN))
	await expect(other.getByText(/dix-groupes/).first()).toBeVisible()
	await expect(other.getByRole('link', { name: fr('Open what was created from them') })).toBeVisible()
	await other.context().close()

	await open(elsewhere, `/minutes/${minutes.id}?undo`)
	await press(elsewhere, 'Undo everything')
	const undone = elsewhere.getByText(fr('Everything created from these minutes was undone.'))
	await everyGroup(elsewhere, fr('Groups undone'), undone)
	await expect(undone).toBeVisible()
	expect((await facilitator.get('/groups')).data.filter(({ id }: { id: number }) => ids.includes(id))).toEqual([])
	await facilitator.dispose()
	await elsewhere.context().close()
})

test('bad input has its error message, and a text without groups is divided by hand', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/minutes')
	await give(page, 'vide.txt', ' \n ')
	await expect(page.getByText(fr('This file is empty.'))).toBeVisible()
	await give(page, 'image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 1]))
	await expect(page.getByText(fr('This is not text. Choose .txt, .md, .docx, .odt or .pdf, or paste the text.'))).toBeVisible()
	await give(page, 'verrouille.pdf', readFileSync('tests/fixtures/minutes/documents/verrouille.pdf'))
	await expect(page.getByText(fr('This file is password-protected. Save it without a password, or open it and paste its text.'))).toBeVisible()
	await give(page, 'gros.txt', Buffer.alloc(21 * 1024 * 1024, 'a'))
	await expect(page.getByText(fr('This file is too large and was not read. Minutes as text take a few hundred kilobytes; remove the pictures, or paste the text.'))).toBeVisible()
	await everyLook(page, [320])

	await page.getByLabel(fr('Text of the minutes')).fill('Les chemins creux\n\nConstats\n* Les haies se referment\n* Plus personne ne fauche')
	await press(page, 'Read the pasted text')
	await expect(heading(page)).toHaveText(fr('Review the minutes'))
	await create(page, 0)
	await expect(page.getByText(fr('There are no groups yet: select lines of the text, then “Create a group from these lines”.'))).toBeVisible()
	await page.getByRole('listbox').focus()
	await page.keyboard.press('Home')
	await page.keyboard.press('Shift+End')
	await page.getByRole('button', { name: frLike('Create a group from these lines: {lines}') }).click()
	await expect(page.getByRole('heading', { level: 3, name: 'Les chemins creux' })).toBeVisible()
	await create(page, 1)
	await expect(heading(page)).toHaveText(frCount('Create %n group', 1))
	await press(page, 'Back to the text')

	// Deleted, it is among the drafts no more.
	await open(page, '/minutes')
	await page.getByRole('button', { name: fr('Delete…'), exact: true }).click()
	await press(page, 'Delete the draft')
	await expect(page.getByRole('heading', { name: fr('Drafts to go on with') })).toHaveCount(0)
	expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('haies')
})
