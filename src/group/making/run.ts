/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CallOptions } from './calls.ts'
import type { GroupPlan } from './plan.ts'
import type { Making, Ports } from './ports.ts'
import type { Step, Steps, StepState } from './steps.ts'
import type { CreatedThing, Work } from './work.ts'

import { ApiError, isReason, mayHaveSucceeded } from '../../api/apiError.ts'
import { Calls, RunEnded } from './calls.ts'
import { makeBoard, makeCards, shareBoard } from './makeBoard.ts'
import { makeFolder } from './makeFolder.ts'
import { makeMembers, makeTeam } from './makeTeam.ts'
import { readNote, savedSteps, writeNote } from './note.ts'
import { isSettled, STEPS, waitingSteps } from './steps.ts'
import { DONE } from './work.ts'

/** What to create; with the id of an existing group, it is resumed. */
export interface GroupOrder {
	plan: GroupPlan
	groupId: number | null
}

export interface RunOptions extends Omit<CallOptions, 'onHeld'> {
	/** Account of the creator. */
	me: string
	/** Unique name of this run. */
	runner: string
	/** Called after every change. */
	onProgress?: (steps: Steps) => void
	/** Deleted things the person wants to be created again. */
	recreate?: readonly CreatedThing[]
	/** Things of others that the person wants one of their own instead of. */
	replace?: readonly CreatedThing[]
	/** Things the person does not want. */
	without?: readonly Step[]
	/** Whether to retry skipped steps of a group that is complete already. */
	again?: boolean
}

export interface RunResult {
	groupId: number | null
	/**
	 * - done: everything is created or left out, the group is active
	 * - incomplete: some step failed, the others are done; can be resumed
	 * - stopped, interrupted: by the person, by a failed connection; can be resumed
	 * - being_made: another run is active
	 */
	end: 'done' | 'incomplete' | 'stopped' | 'interrupted' | 'being_made'
	/** Why it was interrupted. */
	reason: string | null
	steps: Steps
	teamId: string | null
	boardId: number | null
	folderId: number | null
	/** Number of sent calls. */
	calls: number
}

/** What a step requires. */
const NEEDS: Partial<Record<Step, { step: Step, reason: string }[]>> = {
	members: [{ step: 'team', reason: 'no_team' }],
	cards: [{ step: 'board', reason: 'no_board' }],
	sharing: [{ step: 'team', reason: 'no_team' }, { step: 'board', reason: 'no_board' }, { step: 'cards', reason: 'no_cards' }],
}

/** What is created again, and what depends on it. */
const HANGS_ON: Record<CreatedThing, readonly Step[]> = {
	team: ['members', 'sharing', 'folder'],
	board: ['cards', 'sharing'],
	folder: [],
}

const DO: Partial<Record<Step, (work: Work) => Promise<StepState>>> = {
	team: makeTeam,
	members: makeMembers,
	board: makeBoard,
	cards: makeCards,
	sharing: shareBoard,
	folder: makeFolder,
	channel: makeChannel,
}

class Run {
	private steps = waitingSteps()
	private readonly calls: Calls
	private groupId: number | null
	private making: Making | null = null
	/** Furthest step that was ever saved: a run that repairs an earlier one does not go back. */
	private reached: Step = 'team'

	constructor(private readonly ports: Ports, private readonly order: GroupOrder, private readonly options: RunOptions) {
		this.calls = new Calls({ ...options, onHeld: (held) => this.set('group', { state: 'running', done: 0, of: 1, held }) })
		this.groupId = order.groupId
	}

	async go(): Promise<RunResult> {
		let end: RunResult['end']
		let reason: string | null = null
		try {
			end = await this.work()
		} catch (error) {
			if (!(error instanceof RunEnded)) {
				throw error
			}
			if (error.end === 'expired') {
				return this.go()
			}
			end = error.end
			reason = error.end === 'interrupted' ? error.reason : null
			await this.breakOff(error)
		}
		const { teamId = null, boardId = null, folderId = null } = this.making ?? {}
		return { groupId: this.groupId, end, reason, steps: this.steps, teamId, boardId, folderId, calls: this.calls.total }
	}

	private async work(): Promise<'done' | 'incomplete'> {
		const work = await this.begin()
		if (work.making.step === 'done' && !this.options.again && work.recreate.size === 0) {
			return this.leave(work, 'done')
		}
		for (const step of STEPS) {
			await this.attempt(step, work)
		}
		return this.finish(work)
	}

	/** The group's row and its lease; afterwards the results of earlier runs are known. */
	private async begin(): Promise<Work> {
		const { ports: { groups }, order: { plan }, options: { me, runner, recreate = [], replace = [] }, calls } = this
		calls.letGo()
		this.set('group', { state: 'running', done: 0, of: 1 })
		if (this.groupId === null) {
			const { title, purpose, mandate, join, asked: facilitators, model, key, minutes } = plan
			this.groupId = (await calls.remember(() => groups.create({ title, purpose, mandate, join, facilitators, model, key, minutes }))).id
		}
		const groupId = this.groupId
		const making = { ...await calls.hold(() => groups.lease(groupId, runner)) }
		this.making = making
		this.steps = savedSteps(making)
		if (making.step === 'done' && !this.options.again) {
			this.steps = { ...this.steps, ...Object.fromEntries(readNote(making.note)) }
		}
		// Unsettled cards need the board; the team of another account is checked before anyone is let in or anything shared; what is shared can be unshared.
		const checked: Step[] = making.teamId !== null && !making.own.team ? ['team'] : []
		for (const step of [...recreate, ...recreate.length > 0 ? ['sharing' as const] : [], ...checked, ...isSettled(this.steps.cards) ? [] : ['board' as const]]) {
			this.steps = { ...this.steps, [step]: { state: 'waiting' } }
		}
		this.reached = STEPS.findLast((step) => step === making.step) ?? (making.step === 'done' ? 'opening' : 'team')
		this.set('group', DONE)
		const made = new Set<CreatedThing>()
		const current = () => STEPS.find((step) => this.steps[step].state === 'running')!
		return {
			ports: this.ports,
			calls,
			plan,
			me,
			groupId,
			making,
			resumed: making.own.run,
			recreate: new Set(recreate),
			replace: new Set(replace),
			made,
			keep: async (thing, ids) => {
				for (const step of HANGS_ON[thing]) {
					this.steps = { ...this.steps, [step]: { state: 'waiting' } }
				}
				await this.save(current(), ids)
				Object.assign(making, ids)
				making.own = { ...making.own, [thing]: true }
				made.add(thing)
			},
			progress: (done, of) => this.set(current(), { state: 'running', done, of }),
		}
	}

	private async attempt(step: Step, work: Work): Promise<void> {
		const act = DO[step]
		if (!act || isSettled(this.steps[step])) {
			return
		}
		if (this.options.without?.includes(step)) {
			return this.set(step, { state: 'skipped', reason: 'declined' })
		}
		if (work.plan.board === null && work.making.boardId === null && ['board', 'cards', 'sharing'].includes(step)) {
			return this.set(step, { state: 'skipped', reason: 'not_wanted' })
		}
		const needed = NEEDS[step]?.find(({ step: other }) => this.steps[other].state !== 'done')
		if (needed) {
			return this.set(step, this.steps[needed.step].state === 'skipped'
				? { state: 'skipped', reason: needed.reason }
				: { state: 'failed', reason: needed.reason, maybeDone: false })
		}
		this.set(step, { state: 'running', done: 0, of: 1 })
		try {
			this.set(step, await act(work))
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
			// A service that fails in the middle leaves something to do.
			const never = (step === 'team' && work.making.teamId === null) || (step === 'board' && work.making.boardId === null)
			this.set(step, error.reason === 'absent' && never
				? { state: 'skipped', reason: 'absent' }
				: { state: 'failed', reason: error.reason, maybeDone: mayHaveSucceeded(error) })
		}
	}

	/** Activates the group if nothing is left to do. */
	private async finish(work: Work): Promise<'done' | 'incomplete'> {
		const whole = STEPS.every((step) => step === 'opening' || isSettled(this.steps[step]))
		if (!whole) {
			await this.save('opening', {})
			return this.leave(work, 'incomplete')
		}
		this.set('opening', { state: 'running', done: 0, of: 1 })
		const { groups } = this.ports
		await this.calls.remember(() => groups.save(work.groupId, { runner: this.options.runner, ...this.chosen(), step: 'done', note: writeNote(this.steps, 'opening') }))
		this.set('opening', DONE)
		return 'done'
	}

	private async leave<E extends 'done' | 'incomplete'>({ groupId }: Work, end: E): Promise<E> {
		this.calls.letGo()
		await this.calls.lastly(() => this.ports.groups.release(groupId, this.options.runner))
		return end
	}

	private async breakOff({ end, reason, maybeDone }: RunEnded): Promise<void> {
		const broken = STEPS.find((step) => this.steps[step].state === 'running')
		if (broken) {
			this.set(broken, end === 'interrupted' ? { state: 'failed', reason, maybeDone } : { state: 'waiting' })
		}
		this.calls.letGo()
		if (this.making && (end === 'stopped' || (end === 'interrupted' && !['offline', 'login'].includes(reason)))) {
			const groupId = this.groupId!
			await this.calls.lastly(() => this.ports.groups.release(groupId, this.options.runner))
		}
	}

	private async save(step: Step, ids: Partial<Omit<Making, 'model'>>): Promise<void> {
		this.reached = STEPS.indexOf(step) > STEPS.indexOf(this.reached) ? step : this.reached
		const saved = { runner: this.options.runner, ...ids, ...this.chosen(), step: this.reached, note: writeNote(this.steps, this.reached) }
		await this.calls.remember(() => this.ports.groups.save(this.groupId!, saved))
		Object.assign(this.making!, this.chosen())
	}

	/** A model that is not saved yet is sent with the next save. */
	private chosen(): { model?: string } {
		const { model } = this.order.plan
		return model === null || model === this.making?.model ? {} : { model }
	}

	private set(step: Step, state: StepState): void {
		this.steps = { ...this.steps, [step]: state }
		this.options.onProgress?.(this.steps)
	}
}

async function makeChannel({ ports: { groups }, calls, plan, groupId }: Work): Promise<StepState> {
	if (!plan.talk) {
		return { state: 'skipped', reason: 'not_wanted' }
	}
	try {
		await calls.change(() => groups.talk(groupId))
	} catch (error) {
		if (isReason(error, 'talk_missing')) {
			return { state: 'skipped', reason: 'absent' }
		}
		throw error
	}
	return DONE
}

/**
 * Creates what is planned or missing: never a second team, board, folder or card, even after an interruption.
 * Refusals and failures are returned in the outcome, not thrown.
 */
export async function makeGroup(ports: Ports, order: GroupOrder, options: RunOptions): Promise<RunResult> {
	return new Run(ports, order, options).go()
}
