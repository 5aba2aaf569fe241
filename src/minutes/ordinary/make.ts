/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from '../../board/model.ts'
import type { Calls } from '../../group/making/calls.ts'
import type { Brought, OrdinaryPlan, PlannedCard } from './model.ts'
import type { Left, OrdinaryPorts } from './ports.ts'

import * as v from 'valibot'
import { ApiError, isReason, mayHaveSucceeded } from '../../api/apiError.ts'
import { isPlainName } from '../../shared/lib/plainName.ts'
import { asGiven, given } from './model.ts'
import { readPlan } from './readPlan.ts'

export interface RunOptions {
	calls: Calls
	/** Account of the person. */
	me: string
	runner: string
	/** Called with the current plan. */
	onProgress?: (plan: OrdinaryPlan) => void
}

/** The state of a run: every change of the plan is saved on our server before the next call. */
export class Journal {
	plan: OrdinaryPlan
	private version: number

	constructor(readonly ports: OrdinaryPorts, readonly options: RunOptions, brought: Brought) {
		this.plan = readPlan(brought.plan)
		this.version = brought.version
	}

	async save(plan: OrdinaryPlan | null, rest: { state?: Brought['state'], last?: boolean } = {}): Promise<void> {
		const body = { version: this.version, runner: this.options.runner, ...plan && { plan: JSON.stringify(plan) }, ...rest }
		const { version } = await this.options.calls.change(() => this.send(body), undefined, true)
		this.version = version
		if (plan) {
			this.plan = plan
			this.options.onProgress?.(plan)
		}
	}

	/** Nobody else writes while this run has the lease: a version one higher is that of a call whose answer was lost. */
	private async send(body: Parameters<OrdinaryPorts['save']>[0]): Promise<Pick<Brought, 'version'>> {
		try {
			return await this.ports.save(body)
		} catch (error) {
			const current = isReason(error, 'stale_version') ? v.safeParse(v.object({ version: v.literal(body.version + 1), running: v.literal(true) }), error.current) : null
			if (current?.success) {
				return current.output
			}
			throw error
		}
	}

	/** What was free when an earlier run of mine was about to create it; null: none was. */
	begunAt(thing: 'file' | 'card'): string | null {
		return this.plan.begun.find(({ made }) => made.mine && made.thing === thing)?.made.free ?? null
	}

	async begin(thing: 'file' | 'card', free: string): Promise<void> {
		const begun = this.plan.begun.filter(({ made }) => made.thing !== thing)
		await this.save({ ...this.plan, begun: [...begun, { made: { id: given(`${this.options.runner}-${thing}`), thing, free, mine: true } }] })
	}

	/** The run ends in any case. */
	async end(): Promise<void> {
		await this.options.calls.lastly(() => this.ports.save({ version: this.version, runner: this.options.runner, last: true }))
	}
}

/** Creates what is missing: the file with its sheet, the cards, the next meeting. Repeated after an interruption, it creates nothing twice. */
export async function makeOrdinary(ports: OrdinaryPorts, brought: Brought, options: RunOptions): Promise<Left[]> {
	const journal = new Journal(ports, options, brought)
	const left: Left[] = []
	try {
		await journal.save(null, { state: 'making' })
		await makeFile(journal, left)
		await makeCards(journal, left)
		await makeMeeting(journal, left)
		await journal.save(null, { state: 'made', last: true })
	} catch (error) {
		await journal.end()
		throw error
	}
	return left
}

async function makeFile(journal: Journal, left: Left[]): Promise<void> {
	const { ports, plan, options: { calls } } = journal
	const { file } = plan
	if (file === null || (file.made !== null && (file.made.sheet !== null || !file.made.mine))) {
		return
	}
	if (!isPlainName(file.name)) {
		left.push({ thing: 'file', name: file.name, why: 'bad_name' })
		return
	}
	const folder = await calls.read(() => ports.folder())
	if (folder === null) {
		left.push({ thing: 'file', name: file.name, why: 'no_folder' })
		return
	}
	let made = file.made
	if (made === null) {
		const unsaved = await unsavedFile(journal, folder)
		const path = unsaved ?? await freePath(journal, folder)
		if (unsaved === null) {
			await calls.change<unknown>(() => ports.put(path, file.text), () => calls.read(() => ports.stat(path)).then((found) => found ?? undefined))
		}
		const { id, etag } = (await calls.read(() => ports.stat(path)))!
		made = { id: given(id), etag: given(etag), sheet: null, mine: true }
		await journal.save({ ...journal.plan, file: { ...file, text: '', made } })
	}
	const id = asGiven(made.id)
	try {
		const sheet = await calls.read(() => ports.sheet(id)) ?? await calls.change(() => ports.describe(id, { title: file.name.replace(/\.md$/, ''), summary: file.summary }), async () => await ports.sheet(id) ?? undefined)
		await journal.save({ ...journal.plan, file: { ...file, text: '', made: { ...made, sheet: sheet.version } } })
	} catch (error) {
		if (!(error instanceof ApiError)) {
			throw error
		}
		left.push({ thing: 'file', name: file.name, why: 'no_sheet' })
	}
}

/** Path of the file that an interrupted run of mine created without saving its id: its name was free before, and it has the text. */
async function unsavedFile(journal: Journal, folder: string): Promise<string | null> {
	const { ports, plan, options: { calls } } = journal
	const name = journal.begunAt('file')
	const path = `${folder}/${name}`
	const there = name === null ? null : await calls.read(() => ports.stat(path))
	return there?.size === new TextEncoder().encode(plan.file!.text).length && await calls.read(() => ports.read(path)) === plan.file!.text ? path : null
}

/** A free path for the file: its name, or with a number if that is taken. */
async function freePath(journal: Journal, folder: string): Promise<string> {
	const { ports, plan: { file }, options: { calls } } = journal
	for (let number = 1; ; number++) {
		const name = number === 1 ? file!.name : file!.name.replace(/(\.[^.]*)?$/, ` (${number})$1`)
		if (await calls.read(() => ports.stat(`${folder}/${name}`)) === null) {
			if (journal.begunAt('file') !== name) {
				await journal.begin('file', name)
			}
			return `${folder}/${name}`
		}
	}
}

async function makeCards(journal: Journal, left: Left[]): Promise<void> {
	const { ports, options: { calls, me } } = journal
	const missing = journal.plan.cards.filter(({ made }) => made === null)
	if (missing.length === 0) {
		return
	}
	let stacks: DeckStack[]
	try {
		stacks = await calls.read(() => ports.stacks())
	} catch (error) {
		if (!isReason(error, 'absent', 'not_allowed', 'no_board')) {
			throw error
		}
		left.push(...missing.map(({ title }): Left => ({ thing: 'card', name: title, why: 'no_board' })))
		return
	}
	const stack = stacks.find(({ title }) => title === journal.plan.stack)
		?? stacks[0]
		?? await calls.change(() => ports.createStack(journal.plan.stack, 0), async () => (await ports.stacks()).find(({ title }) => title === journal.plan.stack))
	const before = stacks.flatMap(({ cards }) => cards)
	const highest = Math.max(0, ...before.map(({ id }) => id))
	const begun = journal.begunAt('card')
	if (begun === null) {
		await journal.begin('card', given(highest))
	}
	const since = begun === null ? highest : Number(asGiven(begun))
	const created = new Set<string>()
	for (const [index, card] of journal.plan.cards.entries()) {
		if (card.made !== null) {
			continue
		}
		const taken = new Set(journal.plan.cards.map(({ made }) => made?.id))
		const isIt = (one: DeckCard) => one.title === card.title && one.description === card.description && !taken.has(given(one.id))
		// An interrupted run of mine may have created it without saving its id; then only I have written on it.
		const alike = before.filter((one) => one.id > since && isIt(one))
		const work = alike.length > 0 ? await calls.read(() => ports.work()) : []
		const unsaved = alike.find(({ id }) => work.some((one) => one.id === id && one.writers.every((uid) => uid === me)))
		const made = unsaved ?? await calls.change(
			() => ports.createCard({ stackId: stack.id, title: card.title, description: card.description, order: stack.cards.length + index, duedate: card.due === null ? null : new Date(`${card.due}T12:00:00`) }),
			async () => (await ports.stacks()).flatMap(({ cards }) => cards).find((one) => isIt(one) && !before.some(({ id }) => id === one.id)),
		)
		if (card.member !== null) {
			await assign(journal, made, card, left)
		}
		created.add(given(made.id))
		await journal.save(withCard(journal.plan, index, { ...card, made: { id: given(made.id), at: given(made.lastModified), mine: true } }))
	}
	// When each was last changed, to detect later changes by others.
	const now = new Map((await calls.read(() => ports.stacks())).flatMap(({ cards }) => cards).map(({ id, lastModified }) => [given(id), given(lastModified)]))
	const cards = journal.plan.cards.map((card) => card.made && created.has(card.made.id)
		? { ...card, made: { ...card.made, at: now.get(card.made.id) ?? card.made.at } }
		: card)
	await journal.save({ ...journal.plan, cards })
}

async function assign({ ports, options: { calls } }: Journal, { id, assigned }: DeckCard, { member, title }: PlannedCard, left: Left[]): Promise<void> {
	const uid = await calls.read(() => ports.account(member!))
	if (uid !== null && assigned.includes(uid)) {
		return
	}
	const has = async () => (await ports.stacks()).some(({ cards }) => cards.some((card) => card.id === id && card.assigned.includes(uid!))) || undefined
	try {
		if (uid === null) {
			throw new ApiError(400, 'refused')
		}
		await calls.change<unknown>(() => ports.assign(id, uid), has)
	} catch (error) {
		if (!isReason(error, 'refused')) {
			throw error
		}
		left.push({ thing: 'card', name: title, why: 'not_assigned' })
	}
}

function withCard(plan: OrdinaryPlan, index: number, card: PlannedCard): OrdinaryPlan {
	return { ...plan, cards: plan.cards.map((one, at) => at === index ? card : one) }
}

async function makeMeeting(journal: Journal, left: Left[]): Promise<void> {
	const { ports, options: { calls } } = journal
	const { meeting } = journal.plan
	if (meeting === null || meeting.made !== null) {
		return
	}
	const { day, time, place } = meeting
	try {
		const { id, version } = await calls.change(() => ports.addMeeting({ day, time, place }))
		await journal.save({ ...journal.plan, meeting: { ...meeting, made: { id: given(id), version: given(version), mine: true } } })
	} catch (error) {
		if (mayHaveSucceeded(error)) {
			throw error
		}
		left.push({ thing: 'meeting', name: '', why: (error as ApiError).reason })
	}
}
