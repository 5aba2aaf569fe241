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
const TEN = readFileSync('tests/fixtures/minutes/dix-groupes.txt', 'utf8')
/** The same with a group whose title is missing, and with what looks like one and is none. */
const MISREAD = TEN.replace(/^COMPTE-RENDU GROUPE 4 : .*\n/m, '').replace(/^(COMPTE-RENDU GROUPE 7 : .*)$/m, 'COMPTE-RENDU GROUPE 66 : «LA SUITE»\n* Elle vient\n\n$1')

function give(page: Page, name: string, buffer: Buffer | string) {
	return page.getByLabel(fr('Choose the minutes file, or drop it here'))
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(buffer) })
}
const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })
const create = (page: Page, count: number) => page.getByRole('button', { name: frCount('Create the group', count), exact: true }).click()

const titles = (page: Page) => page.getByRole('textbox', { name: fr('Title of the group'), exact: true })

/** By keyboard only: the missing group is made, the one too many merged, a title corrected, and what was done by mistake undone. */
async function repairOutline(page: Page): Promise<void> {
	const outline = (count: number) => page.getByRole('heading', { level: 2, name: frCount('This text contains %n group: right?', count) })
	await expect(outline(10)).toBeVisible()
	await page.getByRole('listbox').focus()
	await page.keyboard.press('Home')
	const line = MISREAD.split('\n').indexOf('1. Ce qui inquiéte')
	for (let i = 0; i < line; i += i + 20 <= line ? 20 : 1) {
		await page.keyboard.press(i + 20 <= line ? 'PageDown' : 'ArrowDown')
	}
	await expect(page.locator('.source-block__line--marked')).toContainText('Ce qui inquiéte')
	await page.keyboard.press('g')
	await expect(outline(11)).toBeVisible()
	await expect(titles(page).nth(3)).toHaveValue('Ce qui inquiète')
	await titles(page).nth(3).focus()
	await page.keyboard.press('ControlOrMeta+a')
	await page.keyboard.type('Vieillir chez nous')
	await page.keyboard.press('Enter')

	await page.getByRole('button', { name: fr('Actions for “{title}”', { title: 'La suite' }) }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('menuitem').first()).toBeFocused()
	await page.keyboard.press('ArrowDown')
	expect(await stopName(page)).toBe(fr('Merge with “{title}”', { title: 'Chanter en trois langues' }))
	await page.keyboard.press('Enter')
	await expect(outline(10)).toBeVisible()
	await expect(titles(page).nth(5)).toBeFocused()

	await titles(page).first().focus()
	await page.keyboard.press('ControlOrMeta+a')
	await page.keyboard.type('Accueil, corrigé')
	await page.keyboard.press('Alt+ArrowDown')
	await expect(titles(page).nth(1)).toBeFocused()
	await expect(titles(page).nth(1)).toHaveValue('Accueil, corrigé')
	await page.getByRole('button', { name: fr('Undo: {what}', { what: fr('order of the groups') }) }).focus()
	await page.keyboard.press('Enter')
	await expect(titles(page).first()).toHaveValue('Accueil, corrigé')
}

/** On a busy server ten groups take minutes: each of them has the limit of the suite. */
async function everyGroup(page: Page, label: string, end: Locator): Promise<void> {
	for (let least = 1; least < 10; least++) {
		const done = Array.from({ length: 10 - least }, (_, i) => least + i).join('|')
		const progress = fr('{label}: {done} of {total}', { label, done: `(?:${done})`, total: '10' })
		await expect(end.or(page.getByText(new RegExp(`^${progress}$`))).first()).toBeVisible()
	}
}

/** Deletes minutes of an earlier run, which would be recognized; those of ask.spec.ts are its own. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	for (const { id, title } of (await facilitator.get('/minutes')).data) {
		if (title.startsWith('sources-')) {
			continue
		}
		const { data } = await facilitator.get(`/minutes/${id}`)
		if (data.state !== 'undoing') {
			await facilitator.put(`/minutes/${id}`, { version: data.version, state: 'undoing' })
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
	await give(page, 'dix-groupes.txt', MISREAD)
	await expect(heading(page)).toHaveText(fr('Review the minutes'))
	await repairOutline(page)

	// A group at a time, what was read and what was not next to it.
	await page.getByRole('button', { name: frCount('Review the group', 10), exact: true }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 2, name: 'Accueil, corrigé' })).toBeFocused()
	await expect(page.locator('[data-kind=nothing]').first()).toBeAttached()
	await everyLook(page)
	await page.getByRole('button', { name: fr('Reviewed, go on') }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 2, name: 'Accueil, corrigé' })).toHaveCount(0)
	await expect(page.getByText(fr('{reviewed} of {total} reviewed', { reviewed: '1', total: '10' }))).toBeVisible()

	// To the first doubt, its field has the focus; its lines are marked in the text; an answer leads to the next.
	await page.getByRole('button', { name: fr('Next doubt') }).focus()
	await page.keyboard.press('Enter')
	const doubt = page.locator('.doubt-panel')
	await expect(doubt).toHaveCount(1)
	await expect(doubt.locator(':focus')).toHaveCount(1)
	await expect(page.locator('.source-block__line--marked').first()).toBeInViewport()
	expect(await stopName(page)).not.toBe('')
	const left = await page.locator('.review-foot strong').innerText()
	await page.keyboard.press('Enter')
	await expect(page.locator('.review-foot strong')).not.toHaveText(left)
	await expect(doubt.locator(':focus')).toHaveCount(1)
	// Everything is there after a reload.
	await expect(page.getByText(fr('Saved'), { exact: true })).toBeVisible()
	await page.reload()
	await page.getByRole('button', { name: fr('All groups') }).click()
	await expect(titles(page).first()).toHaveValue('Accueil, corrigé')
	await everyLook(page)

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
	await give(other, 'autre-nom.txt', MISREAD)
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
	// The draft of what was undone before stays.
	await restore()
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
	await expect(page.getByRole('heading', { level: 2, name: fr('No group was recognised in this text') })).toBeVisible()
	await create(page, 0)
	await expect(page.getByText(fr('There are no groups yet: select the line of the text where one begins, then “A group begins here”.'))).toBeVisible()
	await page.getByRole('listbox').focus()
	await page.keyboard.press('Home')
	await page.getByRole('button', { name: frLike('A group begins here: {lines}') }).click()
	await expect(titles(page)).toHaveValue('Les chemins creux')
	await create(page, 1)
	await expect(heading(page)).toHaveText(frCount('Create %n group', 1))
	await press(page, 'Back to the text')

	// Once deleted, it is no longer among the drafts.
	await open(page, '/minutes')
	await page.getByRole('button', { name: fr('Delete…'), exact: true }).click()
	await press(page, 'Delete the draft')
	await expect(page.getByRole('heading', { name: fr('Drafts to go on with') })).toHaveCount(0)
	expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('haies')
})
