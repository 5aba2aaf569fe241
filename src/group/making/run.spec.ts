/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RunOptions } from './run.ts'
import type { Fault } from './testing/faults.ts'

import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { minimumCalls } from './plan.ts'
import { makeGroup } from './run.ts'
import { injected } from './testing/faults.ts'
import { optionsFor, runOnce, runUntilDone } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'

const plan = samplePlan()
const order = { plan, groupId: null }
const fine = new World()
const { sent } = await runOnce(fine, 'romain', order)
const whole = fine.picture()
const callsOf = (name: string) => sent.flatMap((other, index) => other === name ? [index] : [])

let world: World
beforeEach(() => {
	world = new World()
})

/** A run that the person stops during a call. */
const stoppedAt = (call: number) => runOnce(world, 'romain', order, new Map<number, Fault>([[call, 'stop']]))

describe('between two runs', () => {
	it('a board that was renamed and a card that was moved, archived or renamed are still the group’s', async () => {
		await stoppedAt(callsOf('deck.createCard')[9]!)
		const board = world.boards[0]!
		board.title = 'Centre-bourg'
		board.stacks[3]!.title = 'Terminé'
		const [, , moved, archived, renamed] = board.stacks[0]!.cards
		board.stacks[0]!.cards.splice(2, 1)
		board.stacks[2]!.cards.push({ ...moved!, stackId: board.stacks[2]!.id })
		archived!.archived = true
		board.stacks[0]!.cards.find(({ title }) => title.startsWith('Bienvenue'))!.title = 'Bonjour'
		await runOnce(world, 'romain', order)
		const cards = (titles: { title: string }[]) => titles.map(({ title }) => title)
		const { board: made } = world.picture().groups[0]!
		expect(made).toMatchObject([{ title: 'Centre-bourg', stacks: { length: 4, 3: { title: 'Terminé', cards: [] } } }])
		expect(made[0]!.stacks.flatMap(({ cards: list }) => cards(list)).sort())
			.toEqual(whole.groups[0]!.board[0]!.stacks.flatMap(({ cards: list }) => cards(list)).map((title) => title.startsWith('Bienvenue') ? 'Bonjour' : title).sort())
		expect(made[0]!.stacks[2]!.cards).toMatchObject([{ title: moved!.title }])
		expect(renamed).toBeDefined()
	})

	it('a label that the maker created stays', async () => {
		await stoppedAt(callsOf('deck.updateLabel')[1]!)
		await world.ports('romain').deck.createLabel(world.boards[0]!.id, { title: 'À moi', color: '123456' })
		await runOnce(world, 'romain', order)
		expect(world.boards[0]!.labels.map(({ title }) => title)).toContain('À moi')
		expect(world.boards[0]!.labels).toHaveLength(whole.boards[0]!.labels.length + 1)
	})

	it.each([
		['team', 'teams.setPreset', (gone: World) => gone.teams.splice(0)],
		['board', 'deck.createStack', (gone: World) => gone.boards.splice(0)],
		['folder', 'folder.shareWithTeam', (gone: World) => gone.folders.splice(1)],
	] as const)('a %s deleted elsewhere is reported, and made again only on demand', async (thing, at, remove) => {
		const step = thing
		await runOnce(world, 'romain', order, new Map<number, Fault>([[callsOf(at)[0]!, 'lost'], [callsOf(at)[0]! + 1, 'lost'], [callsOf(at)[0]! + 2, 'closedBefore']]))
		remove(world)
		world.clock += 200_000
		const { outcome } = await runOnce(world, 'romain', order)
		expect(outcome).toMatchObject({ end: 'incomplete', steps: { [step]: { state: 'failed', reason: 'gone' } } })
		expect((await runOnce(world, 'romain', order, new Map(), { recreate: [thing] })).outcome).toMatchObject({ end: 'done' })
		expect(world.picture()).toEqual(whole)
		expect(world.strikes).toBe(0)
	})

	it('a team deleted after the group was opened is made again, with its members and its access', async () => {
		await runOnce(world, 'romain', order)
		await world.ports('romain').teams.destroy(world.teams[0]!.id)
		world.boards[0]!.acl = []
		world.folders[1]!.shares = []
		expect((await runOnce(world, 'romain', order, new Map(), { recreate: ['team'] })).outcome).toMatchObject({ end: 'done' })
		expect(world.picture()).toEqual(whole)
	})

	it('a bare board of another group with the same title is not taken', async () => {
		await runOnce(world, 'romain', order, new Map<number, Fault>([[callsOf('deck.createStack')[0]!, 'closedBefore']]))
		const other = world.groups[0]!.boardId
		expect(other).not.toBeNull()
		const second = { plan: samplePlan({ key: 'un autre' }), groupId: null }
		await runOnce(world, 'romain', second, new Map<number, Fault>([[callsOf('deck.createBoard')[0]!, 'closedBefore']]))
		world.clock += 200_000
		expect((await runOnce(world, 'romain', second)).outcome).toMatchObject({ end: 'done' })
		expect(world.groups[1]!.boardId).not.toBe(other)
		expect(world.boards.find(({ id }) => id === other)!.stacks).toEqual([])
	})

	it('a folder that was moved stays the group’s, where it is now', async () => {
		await runOnce(world, 'romain', order)
		const { fileId } = world.folders[1]!
		Object.assign(world.folders[1]!, { path: '/À moi', shares: [] })
		const { outcome, sent: calls } = await runOnce(world, 'romain', order, new Map(), { recreate: ['folder'] })
		expect(outcome).toMatchObject({ end: 'done' })
		expect(calls).not.toContain('folder.mkcol')
		expect(world.groups[0]).toMatchObject({ folderId: fileId, folderPath: '/À moi' })
		expect(world.folders[1]!.shares).toEqual([world.teams[0]!.id])
	})

	it('a model chosen for a group without one is saved with its board, after any fault', async () => {
		const without = { plan: samplePlan({ model: null, board: null }), groupId: null }
		const id = (await runOnce(world, 'romain', without)).outcome!.groupId
		expect(world.groups[0]!).toMatchObject({ model: null, boardId: null, status: 'active' })
		const chosen = { plan, groupId: id }
		const stopped = await runOnce(world, 'romain', chosen, new Map([[2, 'stop']]), { again: true })
		expect(stopped.sent[2]).toBe('deck.createBoard')
		expect(world.groups[0]!).toMatchObject({ model: plan.model, boardId: world.boards[0]!.id })
		const { outcome, sent: rest } = await runOnce(world, 'romain', chosen, new Map(), { again: true })
		expect(outcome).toMatchObject({ end: 'done' })
		expect(rest).not.toContain('deck.createBoard')
		expect(world.picture()).toEqual(whole)
	})

	const repair: Partial<RunOptions> = { recreate: ['team', 'board', 'folder'], again: true }

	it('a board that is no longer shared with the team is shared again', async () => {
		await runOnce(world, 'romain', order)
		world.boards[0]!.acl = []
		expect((await runOnce(world, 'romain', order, new Map(), repair)).outcome).toMatchObject({ end: 'done', steps: { sharing: { state: 'done' } } })
		expect(world.picture()).toEqual(whole)
	})

	it('columns and labels that the group deleted from its board stay deleted', async () => {
		await runOnce(world, 'romain', order)
		world.boards[0]!.stacks.pop()
		world.boards[0]!.labels.pop()
		const before = world.picture()
		expect((await runOnce(world, 'romain', order, new Map(), repair)).outcome).toMatchObject({ end: 'done' })
		expect(world.picture()).toEqual(before)
	})

	it('a board of no template is shared with the team that is made again', async () => {
		await runOnce(world, 'romain', order)
		world.groups[0]!.model = null
		await world.ports('romain').teams.destroy(world.teams[0]!.id)
		world.boards[0]!.acl = []
		const without = { plan: samplePlan({ model: null, board: null }), groupId: world.groups[0]!.id }
		expect((await runOnce(world, 'romain', without, new Map(), repair)).outcome).toMatchObject({ end: 'done', steps: { board: { state: 'done' }, sharing: { state: 'done' } } })
		expect(world.boards).toMatchObject([{ acl: [{ participant: world.teams[0]!.id }] }])
	})

	it('a board of no template that was deleted is reported', async () => {
		await runOnce(world, 'romain', order)
		world.groups[0]!.model = null
		world.boards.splice(0)
		const without = { plan: samplePlan({ model: null, board: null }), groupId: world.groups[0]!.id }
		expect((await runOnce(world, 'romain', without, new Map(), repair)).outcome).toMatchObject({ end: 'incomplete', steps: { board: { state: 'failed', reason: 'gone' } } })
	})

	it('another person of the team finds what is shared already done', async () => {
		await runOnce(world, 'romain', order)
		const groupId = world.groups[0]!.id
		expect((await runOnce(world, 'nadege', { plan, groupId }, new Map(), repair)).outcome).toMatchObject({ end: 'done', steps: { sharing: { state: 'done' } } })
		expect(world.picture()).toMatchObject({ ...whole, groups: [{ ...whole.groups[0], maker: 'nadege' }] })
	})

	it('complete things are left alone', async () => {
		await runOnce(world, 'romain', order)
		world.boards[0]!.stacks[0]!.cards = []
		const again = await runOnce(world, 'romain', order)
		expect(again.outcome).toMatchObject({ end: 'done', steps: { cards: { state: 'done' } } })
		expect(again.sent).toEqual(['groups.create', 'groups.lease', 'groups.release'])
	})
})

describe('concurrent runs', () => {
	it('a second tab changes nothing while the first is at it', async () => {
		for (let at = 1; at < sent.length - 1; at++) {
			world = new World()
			let second: Awaited<ReturnType<typeof makeGroup>> | undefined
			let asked: string[] = []
			const { ports } = injected(world, 'romain', new Map(), async (call) => {
				if (call === at) {
					const tab = injected(world, 'romain')
					const stop = new AbortController()
					second = await makeGroup(tab.ports, order, { ...optionsFor(world, 'romain', stop.signal), wait: async () => stop.abort() })
					asked = tab.sent
				}
			})
			await makeGroup(ports, order, optionsFor(world, 'romain'))
			expect(second, `at ${at}`).toMatchObject({ end: 'stopped' })
			expect(asked).toEqual(['groups.create', 'groups.lease'])
			expect(world.picture(), `at ${at}`).toEqual(whole)
		}
	})

	it('two tabs of one person make nothing twice, and both say that it is done', async () => {
		for (let at = 1; at < sent.length; at++) {
			world = new World()
			let second: ReturnType<typeof makeGroup> | undefined
			const held: boolean[] = []
			const { ports } = injected(world, 'romain', new Map(), (call) => {
				if (call === at) {
					const { ports: again } = injected(world, 'romain')
					second = makeGroup(again, order, { ...optionsFor(world, 'romain'), onProgress: ({ group }) => held.push(group.state === 'running' && group.held === true) })
				}
			})
			const ends = [await makeGroup(ports, order, optionsFor(world, 'romain')), await second!]
			expect(ends.map(({ end }) => end), `at ${at}`).toEqual(['done', 'done'])
			expect(world.picture(), `at ${at}`).toEqual(whole)
			expect(held.at(-1)).toBe(false)
			expect(held.includes(true), `at ${at}`).toBe(at < sent.length - 2)
		}
	})

	it('who closes the page and comes back goes on without another act, once the lease is over', async () => {
		for (let at = 0; at < sent.length; at++) {
			world = new World()
			await runOnce(world, 'romain', order, new Map<number, Fault>([[at, 'closed']]))
			const left = world.clock
			expect((await runOnce(world, 'romain', order)).outcome, `at ${at}`).toMatchObject({ end: 'done' })
			expect(world.picture(), `at ${at}`).toEqual(whole)
			expect(world.clock - left).toBeLessThan(130_000)
		}
	})

	it('a machine that slept while another finished, or made some progress, makes nothing twice', async () => {
		for (let at = 0; at < sent.length; at++) {
			for (const stop of [null, 3, 12, 25]) {
				world = new World()
				const { ports } = injected(world, 'romain', new Map(), async (call) => {
					if (call === at) {
						world.clock += 200_000
						await runOnce(world, 'romain', order, new Map<number, Fault>(stop === null ? [] : [[stop, 'stop']]))
					}
				})
				const outcome = await makeGroup(ports, order, optionsFor(world, 'romain'))
				expect(outcome.end, `at ${at} ${stop}`).toBe('done')
				expect(world.picture(), `at ${at} ${stop}`).toEqual(whole)
			}
		}
	})

	it('the lease lives as long as the run: slow calls renew it', async () => {
		const slow = injected(world, 'romain', new Map(), () => {
			world.clock += 25_000
		})
		expect(await makeGroup(slow.ports, order, optionsFor(world, 'romain'))).toMatchObject({ end: 'done' })
		expect(slow.sent.filter((name) => name === 'groups.lease').length).toBeGreaterThan(5)
		expect(world.picture()).toEqual(whole)
	})

	it('another facilitator can take over only what nobody has begun', async () => {
		await runOnce(world, 'romain', order, new Map<number, Fault>([[0, 'closed']]))
		const groupId = world.groups[0]!.id
		expect((await runOnce(world, 'nadege', { plan: { ...plan, team: { facilitators: ['romain'], members: ['maelle'] } }, groupId })).outcome)
			.toMatchObject({ end: 'done' })
		expect(world.teams[0]!.members.find(({ level }) => level === 9)).toMatchObject({ uid: 'nadege' })

		world = new World()
		await runOnce(world, 'romain', order, new Map<number, Fault>([[2, 'closed']]))
		world.clock += 200_000
		expect((await runOnce(world, 'nadege', { plan, groupId: world.groups[0]!.id })).outcome).toMatchObject({ end: 'interrupted', reason: 'not_yours' })
		expect(world.boards).toEqual([])
	})
})

describe('missing services', () => {
	it.each([
		['teams', { team: 'absent', members: 'no_team', sharing: 'no_team', folder: 'no_team' }],
		['deck', { board: 'absent', cards: 'no_board', sharing: 'no_board' }],
		['talk', { channel: 'absent' }],
	])('%s: the group opens without it, says so, and gets it later', async (app, skipped) => {
		world.apps.delete(app)
		const { outcome } = await runOnce(world, 'romain', order)
		expect(outcome).toMatchObject({ end: 'done' })
		const reasons = Object.entries(outcome!.steps).flatMap(([step, state]) => state.state === 'skipped' ? [[step, state.reason]] : [])
		expect(Object.fromEntries(reasons)).toEqual(skipped)
		// Resuming reports the same and invites nobody.
		expect((await runOnce(world, 'romain', order)).outcome?.steps).toEqual(outcome!.steps)
		world.apps.add(app)
		expect((await runOnce(world, 'romain', order, new Map(), { again: true })).outcome).toMatchObject({ end: 'done' })
		expect(world.picture()).toEqual(whole)
	})

	it('a service that fails in the middle leaves the group to be resumed', async () => {
		const { ports } = injected(world, 'romain', new Map(), (call) => {
			if (call === callsOf('deck.createCard')[3]) {
				world.apps.delete('deck')
			}
		})
		expect(await makeGroup(ports, order, optionsFor(world, 'romain'))).toMatchObject({
			end: 'incomplete',
			steps: { board: { state: 'done' }, cards: { state: 'failed', reason: 'absent' }, sharing: { state: 'failed', reason: 'no_cards' } },
		})
		world.apps.add('deck')
		await runOnce(world, 'romain', order)
		expect(world.picture()).toEqual(whole)
	})

	it('an account that may not create boards gets the rest, without a board or with one later', async () => {
		world.mayCreateBoards = false
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({
			end: 'incomplete',
			steps: { team: { state: 'done' }, board: { state: 'failed', reason: 'not_allowed', maybeDone: false }, sharing: { state: 'failed', reason: 'no_board' }, folder: { state: 'done' }, opening: { state: 'waiting' } },
		})
		expect(world.groups[0]!.status).toBe('forming')
		expect((await runOnce(world, 'romain', order, new Map(), { without: ['board'] })).outcome).toMatchObject({ end: 'done', steps: { board: { reason: 'declined' } } })
		expect(world.groups[0]!.status).toBe('active')
		world.mayCreateBoards = true
		await runOnce(world, 'romain', order, new Map(), { again: true })
		expect(world.picture()).toEqual(whole)
	})

	it('a deleted account is left out and named, the others are added', async () => {
		world.accounts.delete('nadege')
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({ end: 'done', steps: { members: { state: 'done', without: ['nadege'] } } })
		expect(world.teams[0]!.members.map(({ uid }) => uid)).toEqual(['romain', 'maelle'])
	})

	it('an account that has joined in the meantime causes no error, and gets its role in the plan', async () => {
		const { ports } = injected(world, 'romain', new Map(), (call) => {
			if (call === callsOf('teams.setDescription')[0]) {
				world.teams[0]!.members.push(world.member('nadege', 1), world.member('maelle', 0))
			}
		})
		expect(await makeGroup(ports, order, optionsFor(world, 'romain'))).toMatchObject({ end: 'done', steps: { members: { without: [] } } })
		expect(world.picture()).toEqual(whole)
	})

	it('a card that Deck refuses is left out and named', async () => {
		const board = structuredClone(plan.board!)
		board.stacks[0]!.cards[3]!.title = ''
		expect((await runOnce(world, 'romain', { plan: { ...plan, board }, groupId: null })).outcome).toMatchObject({ end: 'done', steps: { cards: { without: [''] } } })
		expect(world.boards[0]!.stacks.flatMap(({ cards }) => cards)).toHaveLength(13)
	})

	it.each([
		[{ folder: { path: null, reason: 'no_library' } }, { folder: { state: 'skipped', reason: 'no_library' } }],
		[{ board: null }, { board: { state: 'skipped', reason: 'not_wanted' }, sharing: { state: 'skipped', reason: 'not_wanted' } }],
		[{ talk: false }, { channel: { state: 'skipped', reason: 'not_wanted' } }],
		[{ folder: { path: '/Ailleurs/Groupe' } }, { folder: { state: 'failed', reason: 'not_found' } }],
	])('a plan with %j says so', async (over, steps) => {
		expect((await runOnce(world, 'romain', { plan: samplePlan(over), groupId: null })).outcome).toMatchObject({ steps })
	})

	it('if the account may not share the folder, the folder is made and a message says so', async () => {
		world.mayShareFolders = false
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({ end: 'done', folderId: expect.any(Number), steps: { folder: { state: 'skipped', reason: 'not_shared' } } })
	})

	it('a folder of that name that was there before is nobody’s to share, even an empty one', async () => {
		const before = world.addFolder(plan.folder.path!, true)
		const first = (await runOnce(world, 'romain', order)).outcome!
		const second = (await runOnce(world, 'romain', { plan: { ...plan, key: 'second' }, groupId: null })).outcome!
		expect([first.end, second.end, new Set([before.fileId, first.folderId, second.folderId]).size, before.shares]).toEqual(['done', 'done', 3, []])
	})
})

it('two groups of one title by one person, both disturbed, get one team and one board each', async () => {
	await fc.assert(fc.asyncProperty(
		fc.array(fc.tuple(fc.nat(sent.length), fc.constantFrom<Fault>('lost', 'done500', 'doneLost', 'closed')), { minLength: 2, maxLength: 2 }),
		async (faults) => {
			const both = new World()
			const second = { ...plan, key: 'second' }
			await runOnce(both, 'romain', order, new Map([faults[0]!]))
			both.clock += 200_000
			await runOnce(both, 'romain', { plan: second, groupId: null }, new Map([faults[1]!]))
			both.clock += 200_000
			await runUntilDone(both, 'romain', plan, new Map())
			await runUntilDone(both, 'romain', second, new Map())
			expect(both.picture()).toMatchObject({ groups: { length: 2 }, teams: { length: 2 }, boards: { length: 2 }, folders: { length: 3 } })
			expect(both.groups.map(({ status }) => status)).toEqual(['active', 'active'])
			expect(new Set(both.groups.map(({ boardId }) => boardId)).size).toBe(2)
			expect(both.boards.map(({ stacks }) => stacks.flatMap(({ cards }) => cards).length)).toEqual([14, 14])
		},
	), { numRuns: 300 })
})

describe('calls', () => {
	it('for a group of twelve cards are few', async () => {
		const { outcome } = await runOnce(world, 'romain', order)
		expect(outcome!.calls).toBe(sent.length)
		expect(outcome!.calls / minimumCalls(plan)).toBeLessThanOrEqual(1.3)
	})

	it('are the bare ones plus the lease and an id saved for each thing, for any plan', async () => {
		await fc.assert(fc.asyncProperty(
			fc.record({
				cards: fc.array(fc.nat(20), { maxLength: 5 }),
				labels: fc.nat(9),
				board: fc.boolean(),
				folder: fc.boolean(),
				talk: fc.boolean(),
				purpose: fc.constantFrom('', 'Pour voir'),
				members: fc.subarray(['nadege', 'maelle', 'odile', 'romain', 'inconnue']),
			}),
			async ({ cards, labels, board, folder, talk, purpose, members }) => {
				const fresh = new World()
				const drawn = samplePlan({
					purpose,
					talk,
					team: { facilitators: members.slice(0, 2), members: members.slice(1) },
					folder: { path: folder ? '/Bibliothèque/Groupe' : null },
					board: board
						? {
								title: 'Groupe',
								color: '0082C9',
								labels: Array.from({ length: labels }, (_, index) => ({ title: `Étiquette ${index}`, color: '123456' })),
								stacks: cards.map((count, index) => ({
									title: `Pile ${index % 3}`,
									cards: Array.from({ length: count }, (_, card) => ({ title: `Carte ${card % 4}`, description: '', labels: ['Étiquette 0'] })),
								})),
							}
						: null,
				})
				const { outcome } = await runOnce(fresh, 'romain', { plan: drawn, groupId: null })
				expect(outcome!.end).toBe('done')
				expect(outcome!.calls - minimumCalls(drawn)).toBeLessThanOrEqual(2 + Number(board) + Number(folder))
				expect(fresh.boards.map(({ stacks, labels }) => [stacks.map(({ cards }) => cards.length), labels.length])).toEqual(board ? [[cards, labels]] : [])
				expect(fresh.strikes).toBe(0)
			},
		), { numRuns: 200 })
	})
})
