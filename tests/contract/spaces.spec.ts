/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../../src/group/making/plan.ts'
import type { Ports } from '../../src/group/making/ports.ts'

import { afterAll, describe, expect, it } from 'vitest'
import { makeGroup } from '../../src/group/making/run.ts'
import { optionsFor } from '../../src/group/making/testing/runs.ts'
import { World } from '../../src/group/making/testing/world.ts'
import { undoGroup } from '../../src/group/making/undo.ts'
import { occ } from '../e2e/support/occ.ts'
import { as, become, plain, refusal } from './browser.ts'

const deck = { ...await import('../../src/board/deck.ts'), ...await import('../../src/board/work/deck.ts') }
const folder = await import('../../src/group/folder.ts')
const teams = await import('../../src/group/teams.ts')

// Folders that belong to teams, and go with them: the gateways and the journal against the stand-in, or against a Nextcloud 35 with Team
// folders. One that gives teams no folder is held to the first test alone.

const RUN = Date.now().toString(36)
const [ODILE, LINH] = ['odile', 'linh'].map((name) => `zz-space-${name}-${RUN}`) as [string, string]
const NO_GATEWAY = { 'OCS-APIRequest': 'true' }
/** The stand-in has team spaces only when they are switched on. */
const STAND_IN = process.env.RESEAU_OCC!.includes('console.php')

if (STAND_IN) {
	occ('app:enable', 'groupfolders')
}
for (const uid of [ODILE, LINH]) {
	occ('user:add', '--password-from-env', `--display-name=${uid}`, uid)
}
await become(ODILE)
const first = await teams.create(`zz-space premier ${RUN}`)
const there = await teams.getSpace(first.id) !== null

afterAll(async () => {
	await become(ODILE)
	for (const { id } of await teams.listMine()) {
		await teams.destroy(id)
	}
	for (const uid of [ODILE, LINH]) {
		occ('user:delete', uid)
	}
	if (STAND_IN) {
		occ('app:disable', 'groupfolders')
	}
})

/** A file in the space of a team. */
async function put(path: string, uid = ODILE): Promise<void> {
	const address = `/remote.php/dav/files/${uid}${path.split('/').map(encodeURIComponent).join('/')}`
	expect((await plain(address, { method: 'PUT', body: 'à garder', headers: NO_GATEWAY })).status).toBe(201)
}

async function throwAway(path: string): Promise<void> {
	const address = `/remote.php/dav/files/${ODILE}${path.split('/').map(encodeURIComponent).join('/')}`
	expect((await plain(address, { method: 'DELETE', headers: NO_GATEWAY })).status).toBe(204)
}

it('is requested without counting as a brute-force attempt', async () => {
	for (let times = 0; times < 12; times++) {
		expect(await as(LINH, async () => teams.getSpace(first.id).catch(({ status }) => status))).toSatisfy((answer: unknown) => answer === (there ? 403 : null))
	}
	// Throttled, the next answer takes seconds, then says 429.
	const begun = Date.now()
	expect(await teams.listMine()).toContainEqual(expect.objectContaining({ id: first.id }))
	expect(Date.now() - begun).toBeLessThan(5000)
	expect(await teams.getSpace(first.id)).toEqual(there ? { name: expect.stringContaining('zz-space premier') } : null)
})

describe.runIf(there)('the folder of a team', () => {
	const named = async (id: string) => {
		const path = `/${(await teams.getSpace(id))!.name}`
		expect(await folder.statNew(path)).toMatchObject({ path })
		return path
	}

	it('exists with the team, for its members, at the top of their files', async () => {
		const { id } = await teams.create(`zz-space a/b ${RUN}`)
		const path = await named(id)
		expect(path).toBe(`/zz-space ab ${RUN}`)
		expect(await folder.stat(path)).toMatchObject({ path, fileId: expect.any(Number), mayWrite: true, empty: true })
		await put(`${path}/note.txt`)
		expect(await folder.stat(path)).toMatchObject({ empty: false })
		expect(await as(LINH, () => folder.stat(path))).toBe(null)
		await teams.addMember(id, LINH)
		await as(LINH, async () => {
			expect(await teams.getSpace(id)).toEqual({ name: path.slice(1) })
			expect(await refusal(teams.unlinkSpace(id))).toMatchObject({ status: 403 })
		})
	})

	it('has another name if a Team folder has that of the team, and keeps it', async () => {
		const [one, two] = [await teams.create(`zz-space double ${RUN}`), await teams.create(`zz-space double ${RUN}`)]
		expect(await named(two.id)).not.toBe(await named(one.id))
		const name = await named(one.id)
		await teams.rename(one.id, `zz-space renommée ${RUN}`)
		expect(await named(one.id)).toBe(name)
	})

	it('can neither be moved nor deleted', async () => {
		const { id } = await teams.create(`zz-space reste ${RUN}`)
		const path = await named(id)
		expect((await plain(`/remote.php/dav/files/${ODILE}${encodeURI(path)}`, { method: 'DELETE', headers: NO_GATEWAY })).status).toBe(403)
		expect(await folder.stat(path)).toMatchObject({ path })
	})

	it('lists the content of its trash bin', async () => {
		const { id } = await teams.create(`zz-space corbeille ${RUN}`)
		const path = await named(id)
		expect(await folder.hasTrashedContent(path)).toBe(false)
		await put(`${path}/jetée.txt`)
		await throwAway(`${path}/jetée.txt`)
		expect(await folder.stat(path)).toMatchObject({ empty: true })
		expect(await folder.hasTrashedContent(path)).toBe(true)
		expect(await folder.hasTrashedContent(path.slice(0, -1))).toBe(false)
	})

	it('is deleted with its team', async () => {
		const { id } = await teams.create(`zz-space part ${RUN}`)
		const path = await named(id)
		await teams.destroy(id)
		expect(await folder.stat(path)).toBe(null)
		// Its name is free again.
		expect(await named((await teams.create(`zz-space part ${RUN}`)).id)).toBe(path)
	})

	it('is kept without it after unlinking, and its name is not reused', async () => {
		const { id } = await teams.create(`zz-space gardé ${RUN}`)
		const path = await named(id)
		await put(`${path}/note.txt`)
		await teams.unlinkSpace(id)
		expect(await teams.getSpace(id)).toBe(null)
		await teams.unlinkSpace(id)
		expect(await folder.stat(path)).toBe(null)
		await teams.destroy(id)
		expect(await named((await teams.create(`zz-space gardé ${RUN}`)).id)).toBe(`${path} (1)`)
	})
})

describe.runIf(there)('the making of a group', () => {
	const planOf = (title: string): GroupPlan => ({
		key: title,
		title,
		purpose: '',
		mandate: { mayAdvance: [], mustNot: [], with: [] },
		join: 'request',
		asked: [],
		team: { facilitators: [], members: [] },
		model: null,
		board: null,
		folder: { path: `/${title} à part` },
		talk: false,
	})

	async function made(title: string) {
		const world = new World()
		world.clock = Date.now()
		const ports: Ports = { ...world.ports(ODILE), deck, teams, folder }
		const outcome = await makeGroup(ports, { plan: planOf(title), groupId: null }, optionsFor(world, ODILE))
		expect(outcome).toMatchObject({ end: 'done', steps: { folder: { state: 'done', as: 'space' } } })
		expect(await folder.stat(`/${title} à part`)).toBe(null)
		const { folderPath, folderId, teamId } = world.groups[0]!
		expect(await folder.stat(folderPath!)).toMatchObject({ fileId: folderId })
		return { path: folderPath!, teamId: teamId!, undo: () => undoGroup(ports, { groupId: outcome.groupId!, title, boardTitle: null, expected: [] }, optionsFor(world, ODILE)) }
	}

	it('makes the team’s folder that of the group, and deletes it with the team only if it is empty', async () => {
		const { path, undo } = await made(`zz-space vide ${RUN}`)
		expect(await undo()).toMatchObject({ end: 'undone', stays: [] })
		expect(await folder.stat(path)).toBe(null)
		const again = await made(`zz-space vide ${RUN}`)
		expect(again.path).toBe(path)
		await again.undo()
	})

	it.each(['in it', 'in its bin'])('loses no file that is %s', async (where) => {
		const title = `zz-space plein ${where} ${RUN}`
		const { path, teamId, undo } = await made(title)
		await put(`${path}/note.txt`)
		if (where === 'in its bin') {
			await throwAway(`${path}/note.txt`)
		}
		expect(await undo()).toMatchObject({ end: 'undone', stays: [{ thing: 'folder', why: 'unlinked', name: path.slice(1) }] })
		expect((await teams.listMine()).map(({ id }) => id)).not.toContain(teamId)
		// Unlinked, it belongs to nobody, and keeps its name.
		const next = await made(title)
		expect(next.path).toBe(`${path} (1)`)
		await next.undo()
	})
})
