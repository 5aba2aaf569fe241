import type { RunOptions } from './make.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Brought, OrdinaryPlan } from './model.ts'
import type { Left, OrdinaryPorts } from './ports.ts'

import { ApiError, isReason } from '../../api/apiError.ts'
import { Journal } from './make.ts'
import { asGiven, given } from './model.ts'

/**
 * Deletes what the viewer's own runs created from minutes, unless others changed it since: cards, the next meeting, the file with its sheet. What stays is named. Can be run
 * again wherever it stopped.
 */
export async function undoOrdinary(ports: OrdinaryPorts, brought: Brought, options: RunOptions): Promise<Left[]> {
	const journal = new Journal(ports, options, brought)
	const left: Left[] = []
	try {
		await journal.save(null, { state: 'undone' })
		await undoMeeting(journal, left)
		await undoCards(journal, left)
		await undoFile(journal, left)
	} catch (error) {
		await journal.end()
		throw error
	}
	await journal.end()
	if (left.length === 0) {
		await options.calls.remember(() => ports.forget())
	}
	return left
}

async function undoCards(journal: Journal, left: Left[]): Promise<void> {
	const { ports, options: { calls } } = journal
	if (!journal.plan.cards.some(({ made }) => made !== null)) {
		return
	}
	const cards = await calls.read(() => ports.work()).catch((error: unknown) => {
		if (!isReason(error, 'absent', 'not_allowed', 'no_board')) {
			throw error
		}
		return []
	})
	for (const [index, { made, title }] of journal.plan.cards.entries()) {
		const card = made && cards.find(({ id }) => given(id) === made.id)
		if (made === null) {
			continue
		}
		if (!made.mine) {
			left.push({ thing: 'card', name: title, why: 'not_mine' })
			continue
		}
		if (card && (card.lastModified > Number(asGiven(made.at)) || card.attached > 0)) {
			left.push({ thing: 'card', name: title, why: 'changed' })
			continue
		}
		if (card) {
			await calls.change<unknown>(() => ports.deleteCard(card.id), async () => !(await ports.work()).some(({ id }) => id === card.id) || undefined)
		}
		await journal.save({ ...journal.plan, cards: journal.plan.cards.map((one, at) => at === index ? { ...one, made: null } : one) })
	}
}

async function undoMeeting(journal: Journal, left: Left[]): Promise<void> {
	const { ports, options: { calls } } = journal
	const { meeting } = journal.plan
	if (!meeting?.made) {
		return
	}
	if (!meeting.made.mine) {
		left.push({ thing: 'meeting', name: '', why: 'not_mine' })
		return
	}
	const id = Number(asGiven(meeting.made.id))
	const now = await calls.read(() => ports.meeting(id))
	if (now && !now.cancelled) {
		if (given(now.version) !== meeting.made.version) {
			left.push({ thing: 'meeting', name: '', why: 'changed' })
			return
		}
		await calls.change<unknown>(() => ports.cancelMeeting(id, now.version), async () => (await ports.meeting(id))?.cancelled !== false || undefined)
	}
	await journal.save({ ...journal.plan, meeting: { ...meeting, made: null } })
}

async function undoFile(journal: Journal, left: Left[]): Promise<void> {
	const { ports, options: { calls } } = journal
	const { file } = journal.plan
	if (!file?.made) {
		return
	}
	if (!file.made.mine) {
		left.push({ thing: 'file', name: file.name, why: 'not_mine' })
		return
	}
	const { sheet } = file.made
	const id = asGiven(file.made.id)
	const there = await calls.read(() => ports.find(id))
	if (there !== null) {
		const now = await calls.read(() => ports.sheet(id))
		if (given(there.etag) !== file.made.etag || (now !== null && now.version !== sheet)) {
			left.push({ thing: 'file', name: file.name, why: 'changed' })
			return
		}
		if (now !== null) {
			await calls.change<unknown>(() => ports.removeSheet(id, now.version), async () => await ports.sheet(id) === null || undefined)
		}
		try {
			await calls.change<unknown>(() => ports.remove(there.path), async () => await ports.stat(there.path) === null || undefined)
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
			left.push({ thing: 'file', name: file.name, why: error.reason })
			return
		}
	}
	await journal.save({ ...journal.plan, file: { ...file, made: null } } satisfies OrdinaryPlan)
}
