/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayHaveSucceeded } from '../../src/api/apiError.ts'
import { LEVEL, TEAM_CONFIG } from '../../src/group/team.ts'
import { occ } from '../e2e/support/occ.ts'
import { as, become, plain, refusal } from './browser.ts'

const deck = await import('../../src/board/deck.ts')
const teams = await import('../../src/group/teams.ts')
const folder = await import('../../src/group/folder.ts')

// The gateways as they are shipped, against the stand-ins of the sandbox or against the real apps: what these tests state about Deck,
// Teams and Files is true of both.

const RUN = Date.now().toString(36)
const [ODILE, LINH, ADA] = ['odile', 'linh', 'ada'].map((name) => `zz stand l'${name}@${RUN}.example.org`) as [string, string, string]

/** A request without the gateways, and so without a token. */
const NO_GATEWAY = { 'OCS-APIRequest': 'true' }

beforeAll(async () => {
	for (const uid of [ODILE, LINH, ADA]) {
		occ('user:add', '--password-from-env', `--display-name=${uid}`, uid)
	}
	await become(ODILE)
})

afterAll(async () => {
	await become(ODILE)
	for (const { id } of await teams.listMine()) {
		await teams.destroy(id)
	}
	await plain(`/remote.php/dav/files/${encodeURIComponent(ODILE)}/zz-stand`, { method: 'DELETE', headers: NO_GATEWAY })
	for (const uid of [ODILE, LINH, ADA]) {
		occ('user:delete', uid)
	}
})

async function newTeam(name: string, preset: keyof typeof TEAM_CONFIG = 'open'): Promise<string> {
	const { id } = await teams.create(`zz-stand ${name}`)
	await teams.setPreset(id, preset)
	return id
}

describe('a team', () => {
	it('is made private, by its owner', async () => {
		const made = await teams.create('zz-stand équipe')
		expect(made).toMatchObject({ name: 'zz-stand équipe', description: '', config: TEAM_CONFIG.private, owner: ODILE, population: 0, creation: 0, me: { uid: ODILE, level: LEVEL.owner, status: 'Member' } })
		await teams.setPreset(made.id, 'request')
		await teams.setDescription(made.id, 'Ce que nous faisons.')
		await teams.rename(made.id, 'zz-stand autre nom')
		const read = await teams.getTeam(made.id)
		expect(read).toMatchObject({ id: made.id, name: 'zz-stand autre nom', description: 'Ce que nous faisons.', config: TEAM_CONFIG.request, population: 1 })
		expect(Math.abs(Date.now() / 1000 - read.creation)).toBeLessThan(3600)
		expect(await teams.listMine()).toContainEqual(expect.objectContaining({ id: made.id, name: 'zz-stand autre nom', population: 1 }))
		expect((await teams.listVisible()).find(({ id }) => id === made.id)).toMatchObject({ owner: ODILE, me: { level: LEVEL.owner } })
		await teams.destroy(made.id)
		expect((await teams.listMine()).map(({ id }) => id)).not.toContain(made.id)
	})

	it('rejects a name of two letters', async () => {
		const error = await refusal(teams.create('GT'))
		expect([error.reason, mayHaveSucceeded(error)]).toEqual(['refused', false])
	})

	it('may have the name of another one', async () => {
		const [one, other] = [await newTeam('double'), await newTeam('double')]
		expect(one).not.toBe(other)
		expect((await teams.listVisible()).filter(({ name, owner }) => name === 'zz-stand double' && owner === ODILE)).toHaveLength(2)
	})

	it('that is open accepts everybody', async () => {
		const id = await newTeam('ouverte')
		await as(LINH, async () => {
			expect((await teams.listVisible()).find((team) => team.id === id)).toMatchObject({ me: null, owner: ODILE, config: TEAM_CONFIG.open })
			expect(await teams.join(id)).toBe(true)
			expect(await teams.join(id)).toBe(true)
			expect(await teams.getTeam(id)).toMatchObject({ population: 2, me: { uid: LINH, level: LEVEL.member } })
			await teams.leave(id)
			expect(await teams.listMine()).toEqual([])
			expect(await refusal(teams.getTeam(id))).toMatchObject({ status: 403, reason: 'not_allowed' })
		})
	})

	it('that requires a request gets it once', async () => {
		const id = await newTeam('demande', 'request')
		await as(LINH, async () => {
			expect(await teams.join(id)).toBe(false)
			expect(await teams.join(id)).toBe(false)
			expect(await teams.listMine()).toEqual([])
			expect((await teams.listVisible()).find((team) => team.id === id)?.me).toMatchObject({ level: LEVEL.none, status: 'Requesting' })
			expect(await teams.getTeam(id)).toMatchObject({ id, population: 1 })
			expect(await teams.listMembers(id)).toEqual([])
		})
		const asked = (await teams.listMembers(id)).find(({ uid }) => uid === LINH)!
		expect(asked).toMatchObject({ level: LEVEL.none, status: 'Requesting' })
		await teams.confirmMember(id, asked.id)
		expect((await teams.listMembers(id)).find(({ uid }) => uid === LINH)).toMatchObject({ level: LEVEL.member, status: 'Member' })
	})

	it('that is private is not found', async () => {
		const id = await newTeam('privée', 'private')
		await as(LINH, async () => {
			expect((await teams.listVisible()).map((team) => team.id)).not.toContain(id)
			expect(await refusal(teams.join(id))).toMatchObject({ status: 404, reason: 'not_found' })
		})
	})

	it('gets members and moderators from those who may add them', async () => {
		const id = await newTeam('conduite')
		const linh = await teams.addMember(id, LINH)
		expect(linh).toMatchObject({ uid: LINH, level: LEVEL.member, userType: 1 })
		const twice = await refusal(teams.addMember(id, LINH))
		expect([twice.reason, teams.isAlreadyMember(twice)]).toEqual(['refused', true])
		expect(await refusal(teams.addMember(id, 'zz-stand-nobody'))).toMatchObject({ reason: 'not_found' })
		await as(LINH, async () => {
			expect(await refusal(teams.addMember(id, ADA))).toMatchObject({ status: 403, reason: 'not_allowed' })
			expect(await refusal(teams.setDescription(id, 'x'))).toMatchObject({ status: 403 })
			expect(await refusal(teams.destroy(id))).toMatchObject({ status: 403 })
		})
		await teams.setLevel(id, linh.id, LEVEL.admin)
		const ada = await as(LINH, async () => {
			const member = await teams.addMember(id, ADA)
			await teams.setLevel(id, member.id, LEVEL.moderator)
			const [owner] = (await teams.listMembers(id)).filter(({ level }) => level === LEVEL.owner)
			expect(owner).toMatchObject({ uid: ODILE })
			expect(await refusal(teams.removeMember(id, owner!.id))).toMatchObject({ status: 403 })
			expect(await refusal(teams.setLevel(id, owner!.id, LEVEL.member))).toMatchObject({ reason: 'refused' })
			return member
		})
		expect(await as(ADA, () => refusal(teams.setLevel(id, linh.id, LEVEL.member)))).toMatchObject({ reason: 'refused' })
		await as(LINH, () => teams.removeMember(id, ada.id))
		expect(await as(ADA, () => teams.listMine())).toEqual([])
		await teams.setLevel(id, linh.id, LEVEL.owner)
		expect((await teams.listMembers(id)).map(({ uid, level }) => [uid, level]).sort()).toEqual([[LINH, LEVEL.owner], [ODILE, LEVEL.admin]])
		await as(LINH, () => teams.destroy(id))
	})

	it('passes to the next in rank when its owner leaves, and is deleted with the last member', async () => {
		const id = await newTeam('héritage')
		await teams.addMember(id, ADA)
		const linh = await teams.addMember(id, LINH)
		await teams.setLevel(id, linh.id, LEVEL.moderator)
		await teams.leave(id)
		expect(await as(ADA, () => teams.getTeam(id))).toMatchObject({ owner: LINH, population: 2 })
		await as(LINH, () => teams.leave(id))
		await as(ADA, () => teams.leave(id))
		expect((await teams.listVisible()).map((team) => team.id)).not.toContain(id)
	})
})

describe('a board', () => {
	it('has four labels when created, next to a welcome board', async () => {
		expect(await deck.listBoards()).toHaveLength(1)
		const made = await deck.createBoard({ title: 'zz-stand tableau', color: '0082c9' })
		expect(made).toMatchObject({ title: 'zz-stand tableau', color: '0082c9', owner: ODILE, archived: false, acl: [], permissions: { read: true, edit: true, manage: true, share: true } })
		expect(made.labels.map(({ title, color }) => [title, color])).toEqual([['Terminé', '31CC7C'], ['À réviser', '317CCC'], ['Action requise', 'FF7A66'], ['Plus tard', 'F1DB50']])
		expect(await deck.listStacks(made.id)).toEqual([])
		expect((await deck.getBoard(made.id)).users).toEqual([ODILE])
		expect(await deck.listBoards()).toContainEqual(expect.objectContaining({ id: made.id, owner: ODILE }))
		await deck.deleteBoard(made.id)
		expect((await deck.listBoards()).map(({ id }) => id)).not.toContain(made.id)
		expect(await refusal(deck.getBoard(made.id))).toMatchObject({ status: 403, reason: 'not_allowed' })
	})

	it('gets stacks and cards', async () => {
		const { id, labels: [first] } = await deck.createBoard({ title: 'zz-stand plein', color: '0082c9' })
		const red = await deck.createLabel(id, { title: 'Mandat', color: 'ff0000' })
		expect(red).toEqual({ id: red.id, title: 'Mandat', color: 'ff0000' })
		expect(await refusal(deck.createLabel(id, { title: 'Mandat', color: '00ff00' }))).toMatchObject({ reason: 'refused' })
		expect(await deck.updateLabel(first!.id, { title: 'Fait', color: '00ff00' })).toEqual({ id: first!.id, title: 'Fait', color: '00ff00' })
		const later = await deck.createStack(id, { title: 'Ensuite', order: 1 })
		const stack = await deck.createStack(id, { title: 'À faire', order: 0 })
		expect(stack).toMatchObject({ title: 'À faire', cards: [], isDone: false })
		const second = await deck.createCard({ stackId: stack.id, title: 'Deux', description: '', order: 1 })
		const made = await deck.createCard({ stackId: stack.id, title: 'Une', description: '**gras**', order: 0, duedate: new Date('2026-12-01T10:00:00+01:00'), labels: [red.id, first!.id] })
		expect(made).toMatchObject({ title: 'Une', stackId: stack.id, labels: [], assigned: [] })
		const read = await deck.listStacks(id)
		expect(read.map(({ title, cards }) => [title, cards.map(({ title }) => title)])).toEqual([['À faire', ['Une', 'Deux']], ['Ensuite', []]])
		const [card] = read[0]!.cards
		expect(card).toMatchObject({ description: '**gras**', order: 0, done: null, archived: false })
		expect(Date.parse(card!.duedate!)).toBe(Date.parse('2026-12-01T09:00:00Z'))
		expect(card!.labels.map(({ title }) => title).sort()).toEqual(['Fait', 'Mandat'])
		await deck.deleteLabel(red.id)
		expect((await deck.listStacks(id))[0]!.cards[0]!.labels.map(({ title }) => title)).toEqual(['Fait'])
		await deck.assignUser(second.id, ODILE)
		expect((await deck.listStacks(id))[0]!.cards[1]!.assigned).toEqual([ODILE])
		expect(await refusal(deck.assignUser(second.id, ODILE))).toMatchObject({ reason: 'refused' })
		expect(await refusal(deck.assignUser(second.id, LINH))).toMatchObject({ reason: 'refused' })
		await deck.unassignUser(second.id, ODILE)
		expect(await refusal(deck.unassignUser(second.id, ODILE))).toMatchObject({ reason: 'not_found' })
		expect((await deck.listArchivedStacks(id)).map(({ id, cards }) => [id, cards])).toEqual([[stack.id, []], [later.id, []]])
	})

	it.each<[string, (id: number, stackId: number) => Promise<unknown>, string]>([
		['a board’s title too long', () => deck.createBoard({ title: 'x'.repeat(101), color: '0082c9' }), 'refused'],
		['a colour with its #', () => deck.createBoard({ title: 'x', color: '#0082c9' }), 'refused'],
		['a stack’s title too long', (id) => deck.createStack(id, { title: 'x'.repeat(101), order: 0 }), 'refused'],
		['a card without a title', (_, stackId) => deck.createCard({ stackId, title: '', description: '', order: 0 }), 'refused'],
		['a card’s title too long', (_, stackId) => deck.createCard({ stackId, title: 'x'.repeat(256), description: '', order: 0 }), 'refused'],
		['a stack that does not exist', () => deck.createCard({ stackId: 999999999, title: 'x', description: '', order: 0 }), 'not_allowed'],
		['a board that does not exist', () => deck.listStacks(999999999), 'not_allowed'],
		['a card that does not exist', () => deck.assignUser(999999999, ODILE), 'not_allowed'],
	])('refuses %s', async (_, work, reason) => {
		const { id } = (await deck.listBoards()).find(({ title }) => title === 'zz-stand plein')!
		expect(await refusal(work(id, (await deck.listStacks(id))[0]!.id))).toMatchObject({ reason })
	})

	it('accepts titles up to its limits', async () => {
		const { id } = await deck.createBoard({ title: 'é'.repeat(100), color: '0082c9' })
		const { id: stackId } = await deck.createStack(id, { title: 'é'.repeat(100), order: 0 })
		await deck.createLabel(id, { title: 'é'.repeat(100), color: '0082c9' })
		expect(await deck.createCard({ stackId, title: 'é'.repeat(255), description: '', order: 0 })).toMatchObject({ title: 'é'.repeat(255) })
	})

	it('keeps a card whose label was refused', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand étiquette', color: '0082c9' })
		const { id: stackId } = await deck.createStack(id, { title: 'À faire', order: 0 })
		expect(await refusal(deck.createCard({ stackId, title: 'Une', description: '', order: 0, labels: [999999999] }))).toMatchObject({ status: 403 })
		expect((await deck.listStacks(id))[0]!.cards).toHaveLength(1)
	})

	it('is sent again only after a change', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand relu', color: '0082c9' })
		const { id: stackId } = await deck.createStack(id, { title: 'À faire', order: 0 })
		const made = await deck.createCard({ stackId, title: 'Une', description: '', order: 0 })
		const [first] = await deck.getSnapshots([id, 999999999])
		const [again] = await deck.getSnapshots([id], [{ ...first!, settled: true }])
		expect(again!.stacks).toBe(first!.stacks)
		// Deck counts in seconds.
		await expect.poll(async () => (await deck.getSnapshots([id]))[0]!.settled, { timeout: 5000 }).toBe(true)
		const known = await deck.getSnapshots([id])
		await plain(`/index.php/apps/deck/cards/${made.id}`, { method: 'DELETE', headers: NO_GATEWAY })
		const [after] = await deck.getSnapshots([id], known)
		expect(after!.stacks.map(({ cards }) => cards)).toEqual([[]])
	})

	it('requires the token of the session', async () => {
		expect((await plain('/index.php/apps/deck/boards')).status).toBe(412)
		expect((await deck.listBoards()).length).toBeGreaterThan(0)
	})

	it('is transferred to another owner, and stays visible', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand transmis', color: '0082c9' })
		expect(await as(LINH, () => refusal(deck.transferOwner(id, LINH)))).toMatchObject({ status: 401, reason: 'not_allowed' })
		await deck.transferOwner(id, LINH)
		expect(await deck.getBoard(id)).toMatchObject({ owner: LINH, permissions: { manage: true }, acl: [{ type: 0, participant: ODILE, edit: true, share: true, manage: true }] })
		expect(await refusal(deck.transferOwner(id, ODILE))).toMatchObject({ reason: 'not_allowed' })
		await as(LINH, () => deck.deleteBoard(id))
	})

	it('can be restricted to some groups', async () => {
		const make = () => as(ADA, () => deck.createBoard({ title: 'zz-stand réservé', color: '0082c9' })).then(() => null, ({ status, reason }) => [status, reason])
		// Nextcloud takes a few seconds to notice what its command line has set.
		const soon = { timeout: 10_000, interval: 500 }
		occ('config:app:set', 'deck', 'groupLimit', '--value=admin')
		try {
			await expect.poll(make, soon).toEqual([403, 'not_allowed'])
		} finally {
			occ('config:app:delete', 'deck', 'groupLimit')
		}
		await expect.poll(make, soon).toBe(null)
	})
})

describe('a board of a team', () => {
	it('is visible to the members of the team, until they leave', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand partagé', color: '0082c9' })
		const { id: stackId } = await deck.createStack(id, { title: 'À faire', order: 0 })
		const team = await newTeam('tableau')
		await as(LINH, async () => {
			await teams.join(team)
			expect(await deck.getPermissions(id)).toEqual({ read: false, edit: false, manage: false, share: false })
		})
		const acl = await deck.shareWithTeam(id, team)
		expect(acl).toMatchObject({ type: 7, participant: team, edit: true, share: false, manage: false })
		expect((await deck.getBoard(id)).users.toSorted()).toEqual([LINH, ODILE])
		const card = await as(LINH, async () => {
			expect((await deck.listBoards()).find((board) => board.id === id)).toMatchObject({ owner: ODILE, permissions: { read: true, edit: true, manage: false, share: false } })
			expect(await refusal(deck.createStack(id, { title: 'x', order: 1 }))).toMatchObject({ status: 403 })
			expect(await refusal(deck.removeAcl(id, acl.id))).toMatchObject({ status: 403 })
			expect(await refusal(deck.deleteBoard(id))).toMatchObject({ status: 403 })
			return deck.createCard({ stackId, title: 'De Linh', description: '', order: 0 })
		})
		await deck.assignUser(card.id, LINH)
		await as(LINH, async () => {
			await teams.leave(team)
			expect((await deck.listBoards()).map((board) => board.id)).not.toContain(id)
			expect(await refusal(deck.listStacks(id))).toMatchObject({ status: 403 })
		})
		expect((await deck.listStacks(id))[0]!.cards[0]).toMatchObject({ title: 'De Linh', assigned: [LINH] })
		await deck.unassignUser(card.id, LINH)
		expect((await deck.listStacks(id))[0]!.cards[0]).toMatchObject({ assigned: [] })
		await deck.removeAcl(id, acl.id)
		expect((await deck.getBoard(id)).acl).toEqual([])
	})

	it('shared a second time, or with nobody, fails after it was written', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand deux fois', color: '0082c9' })
		const team = await newTeam('deux fois')
		await deck.shareWithTeam(id, team)
		expect(mayHaveSucceeded(await refusal(deck.shareWithTeam(id, team)))).toBe(true)
		expect(mayHaveSucceeded(await refusal(deck.shareWithTeam(id, 'nothere')))).toBe(true)
		expect((await deck.getBoard(id)).acl.map(({ participant }) => participant)).toEqual([team, 'nothere'])
	})

	it('stays with its owner when the team is deleted', async () => {
		const { id } = await deck.createBoard({ title: 'zz-stand orphelin', color: '0082c9' })
		const team = await newTeam('orpheline')
		await teams.addMember(team, LINH)
		await deck.shareWithTeam(id, team)
		await teams.destroy(team)
		expect(await as(LINH, () => deck.getPermissions(id))).toMatchObject({ read: false })
		expect((await deck.getBoard(id)).users).toEqual([ODILE])
	})
})

describe('a folder', () => {
	it('is created in an existing one, once', async () => {
		expect(await folder.stat('/zz-stand')).toBe(null)
		const { fileId } = await folder.mkcol('/zz-stand')
		expect(fileId).toBeGreaterThan(0)
		expect(await folder.stat('/zz-stand')).toEqual({ path: '/zz-stand', fileId, mayWrite: true, mayShare: true, empty: true })
		expect(await refusal(folder.mkcol('/zz-stand'))).toMatchObject({ reason: 'exists' })
		expect(await refusal(folder.mkcol('/zz-nothere/a'))).toMatchObject({ reason: 'not_found' })
		expect(await folder.mkcol('/zz-stand/Été & « 50 % » #1')).toEqual({ fileId: expect.any(Number) })
		expect(await folder.stat('/zz-stand/Été & « 50 % » #1')).toMatchObject({ empty: true })
		expect(await folder.stat('/zz-stand')).toMatchObject({ fileId, empty: false })
	})

	it.each([['\\', 'a\\b'], ['too many bytes', 'a'.repeat(251)], ['a word that is kept', '.htaccess']])('cannot be named %s', async (_, name) => {
		expect(await refusal(folder.mkcol(`/zz-stand/${name}`))).toMatchObject({ reason: 'refused' })
	})

	it('may have a name of 250 bytes', async () => {
		const path = `/zz-stand/${'é'.repeat(125)}`
		await folder.mkcol(path)
		expect(await folder.removeIfEmpty(path)).toBe(true)
		expect(await folder.stat(path)).toBe(null)
		expect(await folder.removeIfEmpty(path)).toBe(false)
	})

	it('is deleted only when it is empty', async () => {
		const path = '/zz-stand/plein'
		await folder.mkcol(path)
		await plain(`/remote.php/dav/files/${encodeURIComponent(ODILE)}${path}/note.txt`, { method: 'PUT', body: 'note', headers: NO_GATEWAY })
		expect(await folder.removeIfEmpty(path)).toBe(false)
		expect(await folder.stat(`${path}/note.txt`)).toBe(null)
		expect(await folder.stat(path)).toMatchObject({ empty: false })
	})

	it('is shared with a team; twice changes nothing', async () => {
		// Teams caches the shares of an account for a quarter of an hour, from its last request or from when it joined a team: this one
		// joins after the folder was shared, and has made no request before.
		const NOE = `zz-stand-noe-${RUN}`
		occ('user:add', '--password-from-env', `--display-name=${NOE}`, NOE)
		try {
			const team = await newTeam('dossier')
			const { fileId } = await folder.mkcol('/zz-stand/partagé')
			const share = await folder.shareWithTeam('/zz-stand/partagé', team)
			expect(await folder.shareWithTeam('/zz-stand/partagé', team)).toEqual(share)
			await teams.addMember(team, NOE)
			await as(NOE, async () => {
				expect(await folder.stat('/partagé')).toEqual({ path: '/partagé', fileId, mayWrite: true, mayShare: false, empty: true })
				await folder.mkcol('/partagé/de Noé')
			})
			expect(await folder.stat('/zz-stand/partagé/de Noé')).toMatchObject({ mayShare: true })
			expect(await refusal(folder.shareWithTeam('/zz-nothere', team))).toMatchObject({ reason: 'not_found' })
			expect(mayHaveSucceeded(await refusal(folder.shareWithTeam('/zz-stand/partagé', 'nothere')))).toBe(true)
		} finally {
			occ('user:delete', NOE)
		}
	})
})
