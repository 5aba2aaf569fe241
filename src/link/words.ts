/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Neighbour, NeighbourKind, Thing, ThingType } from './model.ts'

import { t } from '../shared/l10n.ts'
import { bondWords } from './neighbourhood.ts'

const kinds: Record<NeighbourKind, () => string> = {
	people: () => t('reseau', 'People'),
	groups: () => t('reseau', 'Groups'),
	cards: () => t('reseau', 'Deck cards'),
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

/** What things of a type are called together. */
export function typeWord(type: ThingType): string {
	return types[type]()
}

/** Whether one says “d’” before a name in French. */
function elides(name: string): boolean {
	return /^(?:[aeiouhœæ]|y(?![aeiou]))/i.test(name.normalize('NFD'))
}

/** “Around Odile”; of what is no person, in quotation marks. */
export function aroundWords({ type, title }: Pick<Thing, 'type' | 'title'>): string {
	if (type !== 'member') {
		return t('reseau', 'Around “{title}”', { title })
	}
	const said = t('reseau', 'Around {name}', { name: title })
	// Only French has these words before a name.
	return elides(title) ? said.replace(`de ${title}`, `d’${title}`) : said
}

/** The line below the title of a neighbour: its relation to the subject, and whether it is gone. */
export function neighbourLine({ bonds, gone }: Pick<Neighbour, 'bonds' | 'gone'>): string {
	return [gone ? t('reseau', 'no longer exists') : '', bondWords(bonds)].filter(Boolean).join(' · ')
}
