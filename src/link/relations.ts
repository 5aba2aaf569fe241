/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Relation, Thing } from './model.ts'

import * as v from 'valibot'

/** Which relation was chosen for things of two types, and whether it read from the other to the one whose neighbourhood it was. */
const ChoiceSchema = v.object({ relation: v.string(), turned: v.boolean() })
export type Choice = v.InferOutput<typeof ChoiceSchema>

const ChoicesSchema = v.record(v.string(), ChoiceSchema)

/** What a link says where nobody says more. */
const PLAIN = 'voir-aussi'

/** The part of the browser's storage that choices need. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (uid: string) => `reseau.relations.${encodeURIComponent(uid)}`
const pairOf = (subject: Pick<Thing, 'type'>, other: Pick<Thing, 'type'>) => `${subject.type} ${other.type}`

function choices(storage: ChoiceStorage, uid: string): Record<string, Choice> {
	try {
		const kept = v.safeParse(ChoicesSchema, JSON.parse(storage.getItem(keyOf(uid)) ?? '{}'))
		return kept.success ? kept.output : {}
	} catch {
		return {}
	}
}

/** Remembers the choice for things of these two types. */
export function saveChoice(storage: ChoiceStorage, uid: string, subject: Pick<Thing, 'type'>, other: Pick<Thing, 'type'>, choice: Choice): void {
	storage.setItem(keyOf(uid), JSON.stringify({ ...choices(storage, uid), [pairOf(subject, other)]: choice }))
}

/** What was chosen the last time for things of these two types. */
export function lastChoice(storage: ChoiceStorage, uid: string, subject: Pick<Thing, 'type'>, other: Pick<Thing, 'type'>): Choice | null {
	return choices(storage, uid)[pairOf(subject, other)] ?? null
}

/** What a new link says at first: as the last time, if that is still offered; else “see also”, or what reads alike from both sides. */
export function firstChoice(relations: readonly Relation[], last: Choice | null): Choice | null {
	const offered = relations.filter((relation) => relation.offered)
	if (last && offered.some(({ slug }) => slug === last.relation)) {
		return last
	}
	const plain = offered.find(({ slug }) => slug === PLAIN) ?? offered.find(isSymmetric) ?? offered[0]
	return plain ? { relation: plain.slug, turned: false } : null
}

/** Whether a relation says the same from both sides, so that there is no way round. */
export function isSymmetric({ label, inverse }: Pick<Relation, 'label' | 'inverse'>): boolean {
	return label === inverse
}
