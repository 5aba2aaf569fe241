/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { readFileSync } from 'node:fs'
import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, fits } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const COLLEAGUE = 'nadege-tremolieres'
const MEMBER = 'maelle-roumegous'
/** In the demo network's glossary, and in what several people wrote. */
const WORD = 'jardin partagé'
/** In no card, and like no word in one. */
const OTHER = 'zigouzague'
const NEW = 'mot de passage'

interface Words {
	term: string
	acronyms: string[]
	synonyms: string[]
	themes: string[]
}

const { glossary } = JSON.parse(readFileSync('tests/fixtures/network/vocabulary.json', 'utf8')) as { glossary: Words[] }

/** The glossary as the demo network has it. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	const { data: entries } = await facilitator.get('/glossary')
	for (const { id, version, ...words } of entries) {
		const known = glossary.find(({ term }) => term === words.term)
		if (!known) {
			await facilitator.delete(`/glossary/${id}`)
		} else if (JSON.stringify(known) !== JSON.stringify(words)) {
			await facilitator.put(`/glossary/${id}`, { ...known, version })
		}
	}
	for (const known of glossary.filter(({ term }) => !entries.some((entry: Words) => entry.term === term))) {
		await facilitator.post('/glossary', known)
	}
	await facilitator.dispose()
}

test.use({ refused: [409] })
test.beforeAll(restore)
test.afterAll(restore)

function row(page: Page, term: string): Locator {
	const heading = page.getByRole('heading', { level: 2, name: term, exact: true })
	return page.getByRole('main').getByRole('listitem').filter({ has: heading })
}

const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const field = (page: Page, label: string) => page.getByLabel(fr(label), { exact: true }).and(page.locator('input'))

/** Adds a word to a list of the open form, as one types it. */
async function addTo(page: Page, label: string, word: string): Promise<void> {
	await field(page, label).fill(word)
	await field(page, label).press('Enter')
}

async function show(page: Page, uid: string): Promise<void> {
	await login(page, uid)
	await open(page, '/vocabulary/glossary')
	await expect(page.getByRole('heading', { level: 2, name: WORD, exact: true })).toBeVisible()
}

test('a facilitator adds another name, and a search for it finds the people immediately', async ({ page }) => {
	const reader = await api(FACILITATOR)
	const found = async (q: string): Promise<string[]> => {
		const { data } = await reader.get(`/members?q=${encodeURIComponent(q)}&limit=100`)
		return data.members.map(({ name }: { name: string }) => name)
	}
	const names = await found(WORD)
	expect(names.length).toBeGreaterThan(0)
	expect(await found(OTHER)).toEqual([])

	await login(page, FACILITATOR)
	await open(page, '/members')
	const search = page.getByRole('searchbox', { name: fr('Search'), exact: true })
	const person = page.getByRole('main').getByRole('heading', { level: 2, name: names[0]!, exact: true })
	await search.fill(OTHER)
	await expect(page).toHaveURL(new RegExp(`q=${OTHER}`))
	await expect(person).toHaveCount(0)

	const navigation = page.getByRole('navigation', { name: fr('Réseau') })
	await navigation.getByRole('link', { name: fr('Vocabulary') }).click()
	await expect(page.getByRole('main').getByRole('heading', { level: 1, name: fr('Vocabulary') })).toBeFocused()
	await page.getByRole('main').getByRole('link', { name: fr('Glossary'), exact: true }).click()
	await row(page, WORD).getByRole('button', { name: fr('Change “{term}”', { term: WORD }) }).click()
	await expect(field(page, 'Word or expression')).toBeFocused()
	await addTo(page, 'Other names', OTHER)
	await press(page, 'Save')
	await expect(page.getByText(fr('“{term}” was saved. The search now takes it into account.', { term: WORD }))).toBeVisible()
	await expect(row(page, WORD)).toContainText(OTHER)

	await navigation.getByRole('link', { name: fr('Members') }).click()
	await search.fill(OTHER)
	await expect(person).toBeVisible()
	expect((await found(OTHER)).sort()).toEqual(names.sort())
	await reader.dispose()
})

test('a word is added by keyboard, removed, and restored', async ({ page }) => {
	await show(page, FACILITATOR)
	await page.getByRole('button', { name: fr('Add a word') }).focus()
	await page.keyboard.press('Enter')
	await page.keyboard.type(NEW)
	await page.keyboard.press('Tab')
	await page.keyboard.type('PAT')
	await page.keyboard.press('Enter')
	await field(page, 'Word or expression').press('Enter')
	await expect(page.getByText(fr('“{word}” is already in the glossary, for “{term}”.', { word: 'PAT', term: 'plan alimentaire territorial' }))).toBeVisible()
	await expect(field(page, 'Acronyms')).toBeFocused()
	await page.keyboard.press('Backspace')
	await page.keyboard.press('ControlOrMeta+a')
	await page.keyboard.type('MDP')
	await page.keyboard.press('Enter')
	await field(page, 'Word or expression').press('Enter')
	await expect(row(page, NEW)).toContainText('MDP')
	await expect(row(page, NEW).getByRole('button').first()).toBeFocused()

	await page.keyboard.press('Tab')
	await page.keyboard.press('Enter')
	await expect(row(page, NEW)).toHaveCount(0)
	await expect(page.getByText(fr('“{term}” was removed from the glossary.', { term: NEW }))).toBeVisible()
	await press(page, 'Undo')
	await expect(row(page, NEW)).toContainText('MDP')
	await page.reload()
	await expect(row(page, NEW)).toContainText('MDP')
})

test('a concurrent change is shown to the second person, who keeps both', async ({ page, browser }) => {
	await show(page, FACILITATOR)
	const colleague = await someone(browser, COLLEAGUE)
	await open(colleague, '/vocabulary/glossary')
	for (const one of [page, colleague]) {
		await row(one, 'covoiturage').getByRole('button', { name: fr('Change “{term}”', { term: 'covoiturage' }) }).click()
	}
	await addTo(colleague, 'Other names', 'pouce organisé')
	await press(colleague, 'Save')
	await expect(row(colleague, 'covoiturage')).toContainText('pouce organisé')

	await addTo(page, 'Other names', 'voiture à plusieurs')
	await press(page, 'Save')
	const conflict = page.getByRole('group', { name: frLike('Someone else changed this word in the meantime. Nothing was overwritten: choose what to keep. Currently saved:') })
	await expect(conflict).toBeFocused()
	await expect(conflict).toContainText('pouce organisé')
	await everyLook(page)
	await press(page, 'Keep both')
	await press(page, 'Save')
	await expect(row(page, 'covoiturage')).toContainText('voiture à plusieurs')
	await expect(row(page, 'covoiturage')).toContainText('pouce organisé')
})

test('a member reads it in its usual place, without buttons', async ({ page }) => {
	await login(page, MEMBER)
	await open(page, '/glossary')
	await expect(page).toHaveURL(/\/vocabulary\/glossary$/)
	await expect(page.getByRole('heading', { level: 2, name: WORD, exact: true })).toBeVisible()
	await expect(page.getByText(fr('A word, its acronyms, its other names: the search treats them as the same.'))).toBeVisible()
	await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
	await expect(page.getByRole('navigation', { name: fr('Réseau') }).getByRole('link', { name: fr('Vocabulary') })).toHaveCount(0)
	const member = await api(MEMBER)
	expect((await member.post('/glossary', { ...glossary[0], term: NEW })).status).toBe(403)
	await member.dispose()
})

test('the glossary looks well everywhere', async ({ page }) => {
	await show(page, FACILITATOR)
	await everyLook(page)
	await press(page, 'Add a word')
	await press(page, 'Save')
	await expect(page.getByText(fr('Enter the word.'))).toBeVisible()
	await addTo(page, 'Acronyms', 'ABC')
	await addTo(page, 'Linked themes', 'jardins')
	await everyLook(page)
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, '/vocabulary/glossary')
	await row(page, WORD).getByRole('button', { name: fr('Change “{term}”', { term: WORD }) }).click()
	await fits(page)
})
