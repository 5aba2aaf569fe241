/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LinkEnd, Relation, Thing } from './model.ts'

import * as v from 'valibot'

/** The relation chosen for things of two types, and whether it read from the other thing to the subject. */
const ChoiceSchema = v.object({ relation: v.string(), turned: v.boolean() })
export type Choice = v.InferOutput<typeof ChoiceSchema>

const ChoicesSchema = v.record(v.string(), ChoiceSchema)

/** The relation of a new link until another one is chosen. */
const PLAIN = 'see-also'

/** The part of the browser's storage that is used here. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (uid: string) => `reseau.relations.${encodeURIComponent(uid)}`
type End = Pick<Thing, 'type'> & Partial<Pick<Thing, 'icon'>>

const pairOf = (subject: End, other: End) => `${subject.type} ${other.type}`

function choices(storage: ChoiceStorage, uid: string): Record<string, Choice> {
	try {
		const kept = v.safeParse(ChoicesSchema, JSON.parse(storage.getItem(keyOf(uid)) ?? '{}'))
		return kept.success ? kept.output : {}
	} catch {
		return {}
	}
}

/** Stores the choice for things of these two types. */
export function saveChoice(storage: ChoiceStorage, uid: string, subject: End, other: End, choice: Choice): void {
	storage.setItem(keyOf(uid), JSON.stringify({ ...choices(storage, uid), [pairOf(subject, other)]: choice }))
}

/** The last choice for things of these two types. */
export function lastChoice(storage: ChoiceStorage, uid: string, subject: End, other: End): Choice | null {
	return choices(storage, uid)[pairOf(subject, other)] ?? null
}

/** What a relation can lead from and to: its type, and that it is an organisation. */
function endsOf({ type, icon }: End): LinkEnd[] {
	return icon === 'organisation' ? [type, icon] : [type]
}

/** Whether a relation makes sense from one thing to another. */
export function connects({ from, to }: Relation, a: End, b: End): boolean {
	return endsOf(a).some((end) => from?.includes(end) ?? true) && endsOf(b).some((end) => to?.includes(end) ?? true)
}

/** The relations offered for a new link between two things, in one direction or the other. */
export function offeredBetween(relations: readonly Relation[], subject: End, other: End): Relation[] {
	return relations.filter((relation) => relation.offered && (connects(relation, subject, other) || connects(relation, other, subject)))
}

/** A relation in the preferred direction, or in the other if only that one makes sense. */
export function chosen(relation: Relation, subject: End, other: End, turned: boolean): Choice {
	const fits = turned ? connects(relation, other, subject) : connects(relation, subject, other)
	return { relation: relation.slug, turned: fits ? turned : !turned }
}

/** The initial relation of a new link: the last one chosen, if it is still offered; else “see also”, or a symmetric one. */
export function firstChoice(relations: readonly Relation[], subject: End, other: End, last: Choice | null): Choice | null {
	const offered = offeredBetween(relations, subject, other)
	const before = offered.find(({ slug }) => slug === last?.relation)
	const plain = offered.find(({ slug }) => slug === PLAIN) ?? offered.find(isSymmetric) ?? offered[0]
	const first = before ?? plain
	return first ? chosen(first, subject, other, before !== undefined && last!.turned) : null
}

/** Whether a relation reads the same in both directions. */
export function isSymmetric({ label, inverse }: Pick<Relation, 'label' | 'inverse'>): boolean {
	return label === inverse
}
