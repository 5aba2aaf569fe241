/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { groupId, makeGroup, removeGroup } from '../support/group.ts'
import { login } from '../support/login.ts'
import { cardId, person, restoreCard } from '../support/network.ts'
import { ocs } from '../support/ocs.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

const READER = 'idriss-benkacem'
const SHOWN = 'delphine-azemar'
const HIDDEN = 'mai-nguyen-delpech'
const GROUP = 'Ce qui n’a pas marché, et ce qu’on en garde'

const address = (path: string) => `${process.env.RESEAU_URL}/index.php/apps/reseau/${path}`

/** What an address in a text is unfolded to for an account; null: it stays an address. */
async function unfolded(uid: string, path: string): Promise<{ title: string, line: string } | null> {
	const { references } = await ocs(uid, 'GET', `/references/resolve?reference=${encodeURIComponent(address(path))}`)
	return references[address(path)]?.richObject ?? null
}

test('an address in a Deck card becomes a preview', async ({ page }) => {
	const { deck, dispose } = await others(READER)
	const board = await deck('POST', '/boards', { title: 'Liens à lire', color: '0082c9' })
	const stack = await deck('POST', '/stacks', { title: 'À lire', boardId: board.id, order: 1 })
	const group = address(`groups/${await groupId(GROUP)}`)
	const text = `Voir ce groupe :\n\n${group}`
	const titled = await deck('POST', '/cards', { title: group, stackId: stack.id, type: 'plain', order: 1, description: '' })
	const described = await deck('POST', '/cards', { title: 'À lire avant', stackId: stack.id, type: 'plain', order: 2, description: text })
	try {
		await login(page, READER)
		await page.goto(`/index.php/apps/deck/board/${board.id}/card/${titled.id}`)
		// As our card where the page draws those of apps, else as Nextcloud's own.
		const drawn = page.locator('.reference, .widget-default').filter({ hasText: GROUP }).first()
		await expect(drawn).toBeVisible()
		await expect(drawn).toContainText(fr('Active'))

		// A description is rendered by Nextcloud's Text, which asks for previews of the addresses in it; without Text it is a link.
		await page.goto(`/index.php/apps/deck/board/${board.id}/card/${described.id}`)
		await expect(page.locator(`[data-test="description"] a[href="${group}"]`).first()).toBeVisible()
		for (const uid of [READER, SHOWN]) {
			const { references } = await ocs(uid, 'POST', '/references/extract', { text, resolve: true })
			expect(references[group]).toMatchObject({ richObjectType: 'reseau_thing', richObject: { type: 'group', title: GROUP } })
		}
	} finally {
		await deck('DELETE', `/boards/${board.id}`)
		await dispose()
	}
})

test('for people who may not see the person the address stays an address, without delay', async () => {
	const id = await cardId(HIDDEN)
	const name = person(HIDDEN).name
	expect(await unfolded(READER, `members/${id}`)).toMatchObject({ title: name, type: 'member' })
	const own = await api(HIDDEN)
	const { data: card } = await own.get('/members/me')
	await own.put(`/members/${id}/status`, { status: 'paused', version: card.version })
	try {
		expect(await unfolded(READER, `members/${id}`)).toBeNull()
		expect(await unfolded(HIDDEN, `members/${id}`)).toMatchObject({ title: name })
	} finally {
		await restoreCard(HIDDEN)
		await own.dispose()
	}
	expect(await unfolded(READER, 'members/999999')).toBeNull()
})

test('the smart picker and the search offer people, groups and sheets', async ({ page }) => {
	const providers: { id: string, title: string, search_providers_ids?: string[] }[] = await ocs(READER, 'GET', '/references/providers')
	const ours = providers.find(({ id }) => id === 'reseau-things')
	expect(ours?.title).toBe(fr('People, groups, sheets and notices of the network'))
	for (const [provider, words, title] of [['reseau-members', person(SHOWN).name, person(SHOWN).name], ['reseau-groups', 'pas marché', GROUP], ['reseau-sheets', 'jardin', 'Le jardin sans clé']] as const) {
		expect(ours?.search_providers_ids).toContain(provider)
		const { entries } = await ocs(READER, 'GET', `/search/providers/${provider}/search?term=${encodeURIComponent(words)}`)
		const entry = entries.find((one: { title: string }) => one.title === title)
		expect(entry, `${title} by ${provider}`).toBeTruthy()
		// What the picker puts into a text is unfolded there.
		expect((await unfolded(READER, entry.resourceUrl.split('/apps/reseau/')[1]))?.title).toBe(title)
	}
	await login(page, READER)
	await page.goto('/index.php/apps/files/')
	await page.getByRole('combobox', { name: /Applications, fichiers/ }).click()
	await page.keyboard.type('jardin sans')
	await expect(page.getByText(fr('Sheets of the library'), { exact: true })).toBeVisible()
})

test('the filter by person finds their card', async () => {
	const { entries } = await ocs(READER, 'GET', `/search/providers/reseau-members/search?person=${encodeURIComponent(accountOf(SHOWN))}`)
	expect(entries.map(({ title }: { title: string }) => title)).toEqual([person(SHOWN).name])
})

test('a profile shows what its person seeks and offers; it and the contacts menu link to the card', async ({ page }) => {
	// Nextcloud looks for contacts in its own time.
	test.slow()
	const id = await cardId(SHOWN)
	await login(page, READER)
	await page.goto(`/index.php/u/${encodeURIComponent(accountOf(SHOWN))}`)
	const there = new RegExp(`/apps/reseau/members/${id}$`)
	await expect(page.getByRole('link', { name: fr('See the card in Réseau') }).first()).toHaveAttribute('href', there)
	const own = await api(READER)
	const { data: { offers } } = await own.get(`/members/${id}`)
	await own.dispose()
	await expect(page.getByText(offers[0].text)).toBeVisible()

	await page.locator('#contactsmenu button').first().click()
	await page.getByRole('searchbox', { name: /Rechercher un contact/ }).fill(person(SHOWN).name)
	const contacts = page.getByRole('list', { name: 'Liste des contacts' }).getByRole('listitem')
	// The address that the card shows may be next to it.
	const contact = contacts.filter({ hasText: person(SHOWN).name, hasNotText: '@' })
	await expect(contact).toHaveCount(1)
	await contact.getByRole('button').last().click()
	await expect(page.locator('.v-popper__popper--shown').getByText(fr('See the card in Réseau'))).toBeVisible()
	await expect(page.locator('.v-popper__popper--shown a').filter({ hasText: fr('See the card in Réseau') })).toHaveAttribute('href', there)
})

test('the page of a team shows its group', async () => {
	const title = 'Groupe avec équipe (page)'
	const { teams, dispose } = await others(READER)
	const team = await teams('POST', '/circles', { name: title })
	const id = await makeGroup(READER, { title, purpose: 'Voir' })
	const own = await api(READER)
	await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
	await own.put(`/groups/${id}/making`, { runner: 'e2e', step: 'done', teamId: team.id })
	try {
		const { resources } = await ocs(READER, 'GET', `/teams/${team.id}/resources`)
		expect(resources.filter((one: { provider: { id: string } }) => one.provider.id === 'reseau').map(({ label, url }: { label: string, url: string }) => [label, url.split('/apps/')[1]]))
			.toEqual([[title, `reseau/groups/${id}`]])
	} finally {
		await removeGroup(id, READER, 'romain-vielfaure')
		await teams('DELETE', `/circles/${team.id}`)
		await own.dispose()
		await dispose()
	}
})
