/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardPlan } from '../../src/board/models.ts'

import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { planOfGroup } from '../../src/group/making/planOfGroup.ts'
import { makeGroup } from '../../src/group/making/run.ts'
import { daysOn, isoDay } from '../../src/shared/lib/dates.ts'
import { become, plain } from '../../tests/contract/browser.ts'
import { accountOf } from '../../tests/e2e/support/accounts.ts'

// Gateways want the browser that tests/contract/browser.ts puts in place, and come after it.
const { callService } = await import('../../src/api/client.ts')
const deck = await import('../../src/board/deck.ts')
const gateway = await import('../../src/group/gateway.ts')
const dav = await import('../../src/library/files/dav.ts')
const { clock, ports } = await import('../../src/group/making/gateway.ts')

/** The day the demonstration network was written for, as in lib/Integration/Demo/DemoCommand.php. */
const WRITTEN_FOR = '2026-11-24'
const DAY = 24 * 3600 * 1000
const COLOURS = ['0082C9', '9750A4', '499AA2', 'D09E6D', '5B64B3', 'BC5C91', '1E78C1', '93B27B']

/** A card as tests/fixtures/network/groups.json has it. */
interface Card {
	title: string
	description: string
	due?: string
	done?: string
	assigned: string[]
	labels: string[]
}

interface DemoGroup {
	title: string
	facilitators: string[]
	board: { title: string, stacks: { title: string, cards: Card[] }[] }
}

/** A board of the demonstration, its days moved as all of it was. */
function boardOf({ board }: DemoGroup, today: string): BoardPlan {
	const days = Math.round((Date.parse(today) - Date.parse(WRITTEN_FOR)) / DAY)
	const cards = board.stacks.flatMap((stack) => stack.cards)
	const labels = [...new Set(cards.flatMap((card) => card.labels))]
	return {
		title: board.title,
		color: COLOURS[0]!,
		labels: labels.map((title, index) => ({ title, color: COLOURS[index % COLOURS.length]! })),
		stacks: board.stacks.map((stack) => ({
			title: stack.title,
			cards: stack.cards.map(({ title, description, due, labels: its }) => ({ title, description, labels: its, ...due === undefined ? {} : { due: `${daysOn(due, days)}T17:00:00.000Z` } })),
		})),
	}
}

/** Gives the cards to their people, as far as these see the board, and marks those that are done. */
async function fill(boardId: number, { board }: DemoGroup): Promise<void> {
	const there = (await deck.listStacks(boardId)).flatMap(({ cards }) => cards)
	for (const { title, assigned, done } of board.stacks.flatMap(({ cards }) => cards)) {
		const card = there.find((one) => one.title === title)
		for (const uid of assigned.map(accountOf).filter((one) => card?.assigned.includes(one) === false)) {
			await deck.assignUser(card!.id, uid).catch(() => undefined)
		}
		if (card && done !== undefined) {
			await callService({ at: 'app', method: 'PUT', path: '/deck/cards/{cardId}/done', values: { cardId: card.id } }, v.unknown())
		}
	}
}

/** Puts a first file into the folder of a group. */
async function write(path: string, { title, board }: DemoGroup): Promise<void> {
	const lines = board.stacks[0]!.cards.map((card) => `- ${card.title}`)
	const text = `# ${title}\n\nÀ notre prochaine réunion :\n\n${lines.join('\n')}\n`
	await dav.put(`${path}/Ordre du jour.md`, new Blob([text]), null, Math.floor(Date.now() / 1000))
}

/**
 * Makes a team, a board with cards and a folder for each group of the demonstration, as its first facilitator would in a browser; what is
 * there is left as it is.
 *
 * @param print gets a line for each group
 */
export async function live(print: (line: string) => void): Promise<void> {
	const groups = JSON.parse(readFileSync(new URL('../../tests/fixtures/network/groups.json', import.meta.url), 'utf8')) as DemoGroup[]
	for (const demo of groups) {
		const uid = demo.facilitators[0]!
		await become(uid)
		const found = (await gateway.listGroups()).find(({ title }) => title === demo.title)
		if (!found) {
			print(`${demo.title}: missing`)
			continue
		}
		const [group, roster, library] = await Promise.all([gateway.getGroup(found.id), gateway.getRoster(found.id), libraryPath()])
		const plan = { ...planOfGroup(group, roster, { models: [], model: null, library, me: accountOf(uid), talk: false }), board: boardOf(demo, isoDay(new Date())) }
		const { end, boardId, folderId } = await makeGroup(ports, { plan, groupId: group.id }, { ...clock, me: accountOf(uid), runner: 'demo', again: true })
		if (boardId !== null && group.boardId === null) {
			await fill(boardId, demo)
		}
		const { folderPath } = await gateway.getGroup(group.id)
		if (folderId !== null && folderPath !== null && group.folderId === null) {
			await write(folderPath, demo)
		}
		print(`${demo.title}: ${end}`)
	}
}

/** Where the network has its library among the files of the account that asks; empty if it has none. */
async function libraryPath(): Promise<string> {
	const answer = await plain('/ocs/v2.php/apps/reseau/api/v1/library', { headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' } })
	const { ocs } = await answer.json() as { ocs: { data: { root: { path: string } | null } } }
	return ocs.data.root?.path ?? ''
}
