/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { expectMade, removeGroup } from '../support/group.ts'
import { login, open } from '../support/login.ts'
import { restoreCard } from '../support/network.ts'
import { others } from '../support/others.ts'
import { expect, test } from '../support/test.ts'

/** Resumes the creation of the group. */
const VICTIM = 'tuan-pham'
/** Facilitates it too, and stores the numbers of boards that are not hers. */
const OTHER = 'peire-cantaloube'
const TITLE = `Le tableau de quelqu’un ${Date.now()}`

let id: number
let teamId: string
const boards: number[] = []

test.beforeAll(async () => {
	for (const uid of [VICTIM, OTHER]) {
		await restoreCard(uid)
	}
	const [own, other, { teams, dispose }] = [await api(VICTIM), await api(OTHER), await others(VICTIM)]
	id = (await own.post('/groups', { title: TITLE, join: 'open' })).data.id
	teamId = (await teams('POST', '/circles', { name: TITLE, personal: false })).id
	await own.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
	await own.put(`/groups/${id}/making`, { runner: 'e2e', teamId, model: 'bilan', step: 'done' })
	const { data: charter } = await other.get('/charter')
	await other.post(`/groups/${id}/join`, { commitment: '', charter: charter?.version ?? null })
	const { data: card } = await other.get('/members/me')
	expect((await own.post(`/groups/${id}/facilitators`, { memberId: card.id })).status).toBe(200)
	await Promise.all([own.dispose(), other.dispose(), dispose()])
})
test.afterAll(async () => {
	const { data } = await (await api(VICTIM)).get(`/groups/${id}`)
	await removeGroup(id, VICTIM)
	const { deck, teams, dispose } = await others(VICTIM)
	for (const board of new Set([...boards, ...data?.boardId ? [data.boardId] : []])) {
		await deck('DELETE', `/boards/${board}`)
	}
	await teams('DELETE', `/circles/${teamId}`)
	await dispose()
})

test('a board that another facilitator stored is neither shared nor changed in my name', async ({ page }) => {
	const [mine, theirs, other] = [await others(VICTIM), await others(OTHER), await api(OTHER)]
	const store = async (boardId: number) => {
		await other.post(`/groups/${id}/making/lease`, { runner: 'e2e' })
		const { status, data } = await other.put(`/groups/${id}/making`, { runner: 'e2e', boardId, step: 'done', note: 'sharing:failed:server' })
		await other.delete(`/groups/${id}/making/lease?runner=e2e`)
		return [status, data.error]
	}
	const board = async (deck: typeof mine.deck) => {
		const made = await deck('POST', '/boards', { title: 'Journal intime', color: '2e7d32' })
		boards.push(made.id)
		return made.id as number
	}
	// My private board is refused.
	expect(await store(await board(mine.deck))).toEqual([422, 'unknown_board'])
	// Theirs is stored; then they give it to me in Deck, where I go on as if it were mine.
	const given = await board(theirs.deck)
	expect(await store(given)).toEqual([200, undefined])
	await theirs.deck('PUT', `/boards/${given}/transferOwner`, { newOwner: accountOf(VICTIM) })
	const { acl } = await mine.deck('GET', `/boards/${given}`)
	for (const { id: entry } of acl) {
		await mine.deck('DELETE', `/boards/${given}/acl/${entry}`)
	}
	const before = await mine.deck('GET', `/boards/${given}`)

	await login(page, VICTIM)
	await open(page, `/groups/${id}/making`)
	const main = page.getByRole('main')
	await main.getByRole('button', { name: fr('Recreate what is missing') }).or(main.getByRole('button', { name: fr('Create what is missing') })).click()
	await expect(main.getByText(fr('Someone else created this, and only they can go on with it. You can create it again in your name.')).first()).toBeVisible()
	expect(await mine.deck('GET', `/boards/${given}`)).toMatchObject({ acl: [], title: before.title, labels: before.labels, lastModified: before.lastModified })

	await main.getByRole('button', { name: fr('Create it again') }).click()
	await expectMade(page)
	const own = await api(VICTIM)
	const { data: group } = await own.get(`/groups/${id}`)
	expect(boards).not.toContain(group.boardId)
	expect((await mine.deck('GET', `/boards/${group.boardId}`)).acl).toMatchObject([{ type: 7 }])
	expect((await mine.deck('GET', `/boards/${given}`)).acl).toEqual([])
	await Promise.all([own.dispose(), other.dispose(), mine.dispose(), theirs.dispose()])
})
