/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Item, Parts, Place } from '../model.ts'
import type { CardPart } from '../parts.ts'

import { labelsOf } from '../../vocabulary/index.ts'
import { ROWS } from '../parts.ts'
import { kindWord } from '../words.ts'

/** The label of each term of the vocabulary by its id. */
export type Labels = ReadonlyMap<string, string>

/** Something sought or offered, with its kind and subjects. */
export function itemText({ text, kind, terms }: Item, labels: Labels): string {
	const about = [...kind ? [kindWord(kind)] : [], ...labelsOf(labels, terms)]
	return about.length === 0 ? text : `${text} (${about.join(', ')})`
}

/** Whether a part is a list of words that others can have too. */
export function isSubject(part: CardPart): boolean {
	return ['places', 'values', 'terms', 'words'].includes(ROWS[part].kind)
}

/** A part as plain text: one text, or one per entry of a list; empty without content. */
export function partTexts<P extends CardPart>(part: P, value: Parts[P] | undefined, labels: Labels): string[] {
	const text: unknown = value
	switch (ROWS[part].kind) {
		case 'line':
		case 'text':
			return text ? [text as string] : []
		case 'items':
			return (text as Item[] | undefined ?? []).map((item) => itemText(item, labels))
		case 'places':
			return (text as Place[] | undefined ?? []).map(({ name }) => name)
		case 'values':
		case 'terms':
			return labelsOf(labels, text as string[] | undefined)
		case 'words':
			return text as string[] | undefined ?? []
	}
}
