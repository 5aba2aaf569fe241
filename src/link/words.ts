/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bond, Neighbour, NeighbourKind, Thing, ThingType } from './model.ts'

import { t, textLanguage } from '../shared/l10n.ts'
import { beforeName } from '../shared/lib/elision.ts'

const kinds: Record<NeighbourKind, () => string> = {
	people: () => t('reseau', 'People'),
	groups: () => t('reseau', 'Groups'),
	cards: () => t('reseau', 'Boards and cards'),
	resources: () => t('reseau', 'Resources'),
	notices: () => t('reseau', 'Notices'),
}

/** Heading of a part of a neighbourhood. */
export function kindWord(kind: NeighbourKind): string {
	return kinds[kind]()
}

const types: Record<ThingType, () => string> = {
	member: () => t('reseau', 'People'),
	group: () => t('reseau', 'Groups'),
	board: () => t('reseau', 'Boards'),
	card: () => t('reseau', 'Deck cards'),
	file: () => t('reseau', 'Files and folders'),
	notice: () => t('reseau', 'Notices'),
}

/** Plural of a type of things. */
export function typeWord(type: ThingType): string {
	return types[type]()
}

/** “Around Odile”; quoted if it is not a person. */
export function aroundWords({ type, title }: Pick<Thing, 'type' | 'title'>): string {
	if (type !== 'member') {
		return t('reseau', 'Around “{title}”', { title })
	}
	const [before = '', after = ''] = t('reseau', 'Around {name}').split('{name}')
	return `${relationBefore(before.trimEnd(), title)}${title}${after}`
}

/** The words of a relation as they come before a name. */
export function relationBefore(words: string, name: string): string {
	return beforeName(words, name, textLanguage())
}

/** A link as a whole sentence, from one thing to the other: “Odile is inspired by Rainwater”. */
export function linkWords(from: string, words: string, to: string): string {
	return `${from} ${relationBefore(words, to)}${to}`
}

/** What one thing is to its neighbour; for a link, the whole sentence. */
export function bondWords(of: string, { title }: Pick<Neighbour, 'title'>, { words, link }: Bond): string {
	return link ? linkWords(of, words, title) : words
}

/** The line below the title of a neighbour: its bonds to the thing of this name without repetitions, and whether it was deleted. */
export function neighbourLine(of: string, neighbour: Pick<Neighbour, 'title' | 'bonds' | 'gone'>): string {
	const words = neighbour.bonds.map((bond) => bondWords(of, neighbour, bond))
	return [...neighbour.gone ? [t('reseau', 'no longer exists')] : [], ...new Set(words)].join(' · ')
}
