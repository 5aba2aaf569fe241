/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field } from '../../changes.ts'
import type { Part } from '../../model.ts'
import type { Section } from '../../sections.ts'

import { t } from '../../../shared/l10n.ts'
import { audiencePart } from '../../changes.ts'
import { partWord } from '../../words.ts'

const own: Record<Section, () => string> = {
	name: () => t('reseau', 'Name and headline'),
	drives: () => partWord('drives'),
	seeks: () => partWord('seeks'),
	offers: () => partWord('offers'),
	skills: () => partWord('skills'),
	values: () => partWord('values'),
	standpoint: () => t('reseau', 'Where I speak from'),
	networks: () => partWord('networks'),
	availability: () => t('reseau', 'My availability and my limits'),
	contact: () => partWord('contact'),
	phone: () => partWord('phone'),
}

/** A kept card is about another person. */
const kept: Record<Section, () => string> = {
	name: () => t('reseau', 'Name and headline'),
	drives: () => t('reseau', 'What motivates this person'),
	seeks: () => t('reseau', 'What this person seeks'),
	offers: () => t('reseau', 'What this person offers'),
	skills: () => t('reseau', 'What this person can do'),
	values: () => t('reseau', 'What matters to this person'),
	standpoint: () => t('reseau', 'Where this person speaks from'),
	networks: () => t('reseau', 'Their other networks'),
	availability: () => t('reseau', 'Their availability and their limits'),
	contact: () => t('reseau', 'How to reach this person'),
	phone: () => t('reseau', 'Their phone number'),
}

/** Title of a section of the editor. */
export function sectionTitle(section: Section, isKept: boolean): string {
	return (isKept ? kept : own)[section]()
}

const labels: Partial<Record<Field, () => string>> = {
	name: () => t('reseau', 'Name'),
	headline: () => t('reseau', 'In one line'),
	territories: () => t('reseau', 'Territories'),
	sectors: () => t('reseau', 'Sectors'),
	trades: () => t('reseau', 'Occupations'),
	organisation: () => t('reseau', 'Organisation'),
	role: () => t('reseau', 'Role'),
	availability: () => t('reseau', 'Availability'),
	limits: () => t('reseau', 'Limits'),
	email: () => t('reseau', 'Email address'),
	website: () => t('reseau', 'Website'),
	phone: () => t('reseau', 'Phone'),
}

/** Label of a field, also for sentences. */
export function fieldWord(field: Field): string {
	const part = audiencePart(field)
	if (part) {
		return t('reseau', 'Who can see “{part}”?', { part: part === 'contact' ? partWord(part) : fieldWord(part) })
	}
	return labels[field]?.() ?? partWord(field as Part)
}
