/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind } from '../parse/reading.ts'
import type { Group, MandatePart } from '../review/draft.ts'
import type { MarkKind } from '../review/marks.ts'

import { n, t } from '../../shared/l10n.ts'
import { allSections } from '../review/draft.ts'
import { columnWord } from '../words.ts'

const marks: Record<MarkKind, () => string> = {
	group: () => t('reseau', 'group'),
	heading: () => t('reseau', 'section'),
	point: () => t('reseau', 'point'),
	mandateHeading: () => t('reseau', 'mandate'),
	mayAdvance: () => t('reseau', 'can'),
	mustNot: () => t('reseau', 'must not'),
	with: () => t('reseau', 'with'),
	unplaced: () => t('reseau', 'unsorted'),
	followUpHeading: () => t('reseau', 'follow-ups'),
	followUp: () => t('reseau', 'follow-up'),
	roster: () => t('reseau', 'sign-ups'),
	person: () => t('reseau', 'person'),
	left: () => t('reseau', 'left out'),
	nothing: () => t('reseau', 'not used'),
}

/** The use of a source line, in the margin next to it. */
export function markWord(kinds: readonly MarkKind[]): string {
	return kinds.map((kind) => marks[kind]()).join(' · ')
}

interface KindChoice {
	kind: LineKind
	/** Label of the button that gives a line this kind. */
	key: string
	text: () => string
}

/** The kinds a person can give. */
export const KIND_CHOICES: readonly KindChoice[] = [
	{ kind: 'group', key: 'g', text: () => t('reseau', 'A group begins here') },
	{ kind: 'heading', key: 't', text: () => t('reseau', 'Heading of a section') },
	{ kind: 'point', key: 'p', text: () => t('reseau', 'Point') },
	{ kind: 'continuation', key: 'l', text: () => t('reseau', 'Continuation of the line before') },
	{ kind: 'mandateHeading', key: 'm', text: () => t('reseau', 'Heading of the mandate') },
	{ kind: 'mayAdvance', key: 'o', text: () => columnWord('mayAdvance') },
	{ kind: 'mustNot', key: 'n', text: () => columnWord('mustNot') },
	{ kind: 'with', key: 'a', text: () => columnWord('with') },
	{ kind: 'followUp', key: 's', text: () => t('reseau', 'Follow-up') },
	{ kind: 'person', key: 'i', text: () => t('reseau', 'Person who signed up') },
	{ kind: 'nothing', key: 'r', text: () => t('reseau', 'Nothing') },
]

/** A kind a person can give, as a phrase. */
export function kindWord(kind: LineKind): string {
	return KIND_CHOICES.find((one) => one.kind === kind)?.text() ?? t('reseau', 'Nothing')
}

/** Heading of a part of the mandate. */
export function partWord(part: MandatePart): string {
	return part === 'unplaced' ? t('reseau', 'Not sorted yet') : columnWord(part)
}

/** The content of a group, in one line. */
export function contentWord(group: Group, doubts: number): string {
	const points = allSections(group).reduce((sum, section) => sum + section.points.length, 0)
	return [
		n('reseau', '%n point', '%n points', points),
		n('reseau', '%n person', '%n people', group.roster.length),
		...doubts > 0 ? [n('reseau', '%n doubt', '%n doubts', doubts)] : [],
		...group.reviewed ? [t('reseau', 'reviewed')] : [],
	].join(' · ')
}
