/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, fits } from '../support/looks.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
const COLLEAGUE = 'nadege-tremolieres'
const MEMBER = 'maelle-roumegous'
/** Values of the demonstration. */
const LISTENING = 'Écoute'
const SECULARISM = 'Laïcité'
/** A value Maëlle writes herself here, like no other, nor one of an earlier run: what was a word of the network before is not new. */
const OWN = `Zigouzague${Date.now()}`

interface Entry {
	id: number
	version: number
	slug: string
	state: string
	labels: Record<string, string>
	meaning: string
	spellings: string[]
}

/** The values as the demonstration has them, and Maëlle's without the one of her own. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	const member = await api(MEMBER)
	const { data: mine } = await member.get('/members/me')
	await member.put('/members/me', { version: mine.version, values: (mine.values as string[]).filter((value) => !/zigouzague/i.test(value)) })
	const { data: { lists } } = await facilitator.get('/vocabulary/terms')
	for (const { id, version, state, slug, labels, meaning, spellings } of lists.values as Entry[]) {
		const ours = /zigouzague/.test(slug)
		if (ours || state !== 'offered') {
			await facilitator.put(`/vocabulary/terms/${id}/state`, { version, state: ours ? 'removed' : 'offered' })
		} else if (spellings.length > 0) {
			await facilitator.put(`/vocabulary/terms/${id}`, { version, labels, meaning, spellings: [] })
		}
	}
	await Promise.all([facilitator.dispose(), member.dispose()])
}

test.use({ refused: [409] })
test.beforeEach(restore)
test.afterAll(restore)

function row(page: Page, word: string): Locator {
	const heading = page.getByRole('heading', { name: word, exact: true })
	return page.getByRole('main').getByRole('listitem').filter({ has: heading })
}

const press = (where: Locator | Page, text: string) => where.getByRole('button', { name: fr(text), exact: true }).click()
const field = (page: Page, label: string) => page.getByLabel(fr(label), { exact: true }).and(page.locator('input, textarea'))

async function show(page: Page, uid: string, section = ''): Promise<void> {
	await login(page, uid)
	await open(page, `/vocabulary${section}`)
	await expect(page.getByRole('main').getByRole('listitem').last()).toBeVisible()
}

async function change(page: Page, word: string): Promise<void> {
	await row(page, word).getByRole('button', { name: fr('Change “{term}”', { term: word }) }).click()
}

test('two values are merged for everybody, and separated again', async ({ page }) => {
	const reader = await api(MEMBER)
	const counted = async (): Promise<Record<string, number>> => {
		const { data } = await reader.get('/members/facets?of=value')
		return Object.fromEntries(data.choices.map(({ id, count }: { id: string, count: number }) => [id, count]))
	}
	const before = await counted()
	await show(page, FACILITATOR)
	await change(page, SECULARISM)
	await press(page, 'Merge with another word')
	await page.keyboard.type('ecou')
	await page.keyboard.press('Enter')
	await press(page, 'Merge')
	await expect(page.getByText(fr('“{word}” now counts as “{into}”.', { word: SECULARISM, into: LISTENING }))).toBeVisible()
	await expect(row(page, SECULARISM)).toHaveCount(0)
	await expect(row(page, LISTENING)).toContainText(fr('Merged here: “{word}”', { word: SECULARISM }))
	const after = await counted()
	expect(after.laicite).toBeUndefined()
	expect(after.ecoute).toBeGreaterThanOrEqual(before.ecoute!)

	// An address kept since before leads to the same people, under the word of now.
	await open(page, '/members?facet[value][]=laicite')
	await expect(page.getByRole('main').getByRole('button', { name: fr('Remove {name}', { name: LISTENING }) })).toBeVisible()
	await expect(page.getByRole('main').getByRole('status').filter({ hasText: String(after.ecoute) })).toBeVisible()

	await open(page, '/vocabulary')
	await row(page, LISTENING).getByRole('button', { name: fr('Separate “{word}” again', { word: SECULARISM }) }).click()
	await expect(row(page, SECULARISM)).toBeVisible()
	expect(await counted()).toEqual(before)
	await reader.dispose()
})

test('a member’s own word is adopted without changing the card, and undone', async ({ page }) => {
	const member = await api(MEMBER)
	const { data: card } = await member.get('/members/me')
	const { data: written } = await member.put('/members/me', { version: card.version, values: [...card.values, OWN], audience: { values: 'members' } })
	await show(page, FACILITATOR, '/own')
	await row(page, OWN).getByRole('button', { name: fr('Adopt “{word}”', { word: OWN }) }).click()
	await expect(field(page, 'Word, in French')).toHaveValue(OWN)
	await field(page, 'What it means here').fill('Aller droit en tournant.')
	await press(page, 'Save')
	await expect(page.getByText(fr('“{word}” is now in the list “{list}”.', { word: OWN, list: fr('Values') }))).toBeVisible()
	await expect(row(page, OWN)).toHaveCount(0)
	const { data: seen } = await member.get('/members/me')
	expect([seen.values.at(-1), seen.version]).toEqual([OWN.toLowerCase(), written.version])
	await press(page, 'Undo')
	// Back in the form, with what was written.
	await expect(field(page, 'What it means here')).toHaveValue('Aller droit en tournant.')
	await press(page, 'Close without saving')
	await expect(row(page, OWN)).toBeVisible()

	await row(page, OWN).getByRole('button', { name: fr('Match “{word}” with an existing word', { word: OWN }) }).click()
	await page.keyboard.type('ecoute')
	await page.keyboard.press('Enter')
	await press(page, 'Match')
	await expect(row(page, OWN)).toHaveCount(0)
	await open(page, '/vocabulary')
	await expect(row(page, LISTENING)).toContainText(OWN)
	await member.dispose()
})

test('words are ordered, retired and restored by keyboard', async ({ page }) => {
	await show(page, FACILITATOR)
	const words = page.getByRole('main').getByRole('heading', { level: 2 })
	const [first, second] = await words.allTextContents()
	await row(page, second!.trim()).getByRole('button', { name: fr('Move “{name}” up', { name: second!.trim() }) }).focus()
	await page.keyboard.press('Enter')
	await expect(words.first()).toHaveText(second!.trim())
	// There is no further up: the focus is on the way back.
	await expect(page.getByRole('button', { name: fr('Move “{name}” down', { name: second!.trim() }) })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(words.first()).toHaveText(first!.trim())

	await change(page, SECULARISM)
	await page.getByRole('button', { name: fr('Retire'), exact: true }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByText(fr('“{word}” can no longer be chosen. People who have it keep it.', { word: SECULARISM }))).toBeVisible()
	await expect(page.getByRole('button', { name: fr('Restore “{word}”', { word: SECULARISM }) })).toBeVisible()
	await press(page, 'Undo')
	await expect(page.getByRole('button', { name: fr('Restore “{word}”', { word: SECULARISM }) })).toHaveCount(0)
})

test('an existing word is named, and a concurrent change is shown to the second person', async ({ page, browser }) => {
	await show(page, FACILITATOR)
	await press(page, 'Add a word')
	await press(page, 'Save')
	await expect(page.getByText(fr('Enter the word in French.'))).toBeVisible()
	await field(page, 'Word, in French').fill('ECOUTE')
	await press(page, 'Save')
	await expect(page.getByText(fr('This word is already in the list, under “{word}”.', { word: LISTENING }))).toBeVisible()
	await press(page, 'Close without saving')

	const colleague = await someone(browser, COLLEAGUE)
	await open(colleague, '/vocabulary')
	await change(page, LISTENING)
	await change(colleague, LISTENING)
	await field(colleague, 'Also spelled').fill('Oreille tendue')
	await press(colleague, 'Save')
	await expect(row(colleague, LISTENING)).toContainText('Oreille tendue')
	await field(page, 'Also spelled').fill('Attention aux autres')
	await press(page, 'Save')
	const conflict = page.getByRole('group', { name: frLike('Someone else changed this word in the meantime. Nothing was overwritten: choose what to keep. Currently saved:') })
	await expect(conflict).toBeFocused()
	await expect(conflict).toContainText('Oreille tendue')
	await everyLook(page)
	await press(page, 'Keep both')
	await press(page, 'Save')
	await expect(row(page, LISTENING)).toContainText('Attention aux autres, Oreille tendue')
})

test('a member reads the words, with the people who have them, without buttons', async ({ page }) => {
	await show(page, MEMBER)
	await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
	await expect(page.getByRole('main').getByRole('link', { name: fr('Words of the members') })).toHaveCount(0)
	await row(page, LISTENING).getByRole('link').click()
	await expect(page).toHaveURL(/members\?facet/)
	await expect(page.getByRole('main').getByRole('button', { name: fr('Remove {name}', { name: LISTENING }) })).toBeVisible()
})

test('the words look well everywhere', async ({ page }) => {
	await show(page, FACILITATOR)
	await everyLook(page)
	await change(page, LISTENING)
	await press(page, 'Merge with another word')
	await everyLook(page)
	await open(page, '/vocabulary/own')
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	await everyLook(page)
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, '/vocabulary')
	await change(page, LISTENING)
	await fits(page)
})
