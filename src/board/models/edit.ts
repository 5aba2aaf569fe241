/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardModel } from './model.ts'

import { fold } from '../../shared/lib/fold.ts'
import { MODEL_LIMITS } from './model.ts'

/** Longest slug made from a title: leaves room for a suffix. */
const LONGEST = MODEL_LIMITS.slug - 4

/** A model with nothing but what every board needs. */
export function newModel(title: string, stacks: string[]): BoardModel {
	return { slug: '', title, color: '0082C9', labels: [], stacks: stacks.map((one) => ({ title: one })), mandate: false, welcome: null }
}

/** The model of a form as it is stored: without empty lines, with a unique slug. */
export function normalizedModel(model: BoardModel, others: readonly BoardModel[]): BoardModel {
	const line = (text: string) => text.replace(/\s+/g, ' ').trim()
	const welcome = model.welcome && (line(model.welcome.title) !== '' || model.welcome.description.trim() !== '')
		? { title: line(model.welcome.title), description: model.welcome.description.trim() }
		: null
	return {
		...model,
		slug: model.slug || freeSlug(model.title, others.map(({ slug }) => slug)),
		title: line(model.title),
		labels: model.labels.map((label) => ({ ...label, title: line(label.title) })).filter(({ title }) => title !== ''),
		stacks: model.stacks.map((stack) => ({ ...stack, title: line(stack.title) })).filter(({ title }) => title !== ''),
		welcome,
	}
}

/** A slug for a title that is not taken. */
export function freeSlug(title: string, taken: readonly string[]): string {
	const word = fold(title).replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-+|(?<!-)-+$/g, '') || 'tableau'
	let free = word
	for (let number = 2; taken.includes(free); number++) {
		free = `${word}-${number}`
	}
	return free
}

/** Why a model cannot be stored; null: it can. */
export function modelProblem(model: BoardModel): 'title' | 'stacks' | 'welcome' | null {
	const { title, stacks, welcome } = normalizedModel(model, [])
	if (title === '') {
		return 'title'
	}
	if (stacks.length === 0) {
		return 'stacks'
	}
	return welcome && welcome.title === '' ? 'welcome' : null
}

/** The same list with the entry at one place moved up (-1) or down (1). */
export function moveItem<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
	const copy = [...list]
	const [one] = copy.splice(at, 1)
	copy.splice(Math.max(0, at + by), 0, one!)
	return copy
}
