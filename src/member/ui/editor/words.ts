/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field } from '../../changes.ts'
import type { Part, Section } from '../../parts.ts'

import { t } from '../../../shared/l10n.ts'
import { audiencePart } from '../../changes.ts'
import { ROWS, SECTIONS } from '../../parts.ts'
import { keptPartWord, partLabel, partWord } from '../../words.ts'

const own: Partial<Record<Section, () => string>> = {
	name: () => t('reseau', 'Name and headline'),
	standpoint: () => t('reseau', 'Where I speak from'),
	availability: () => t('reseau', 'My availability and my limits'),
}

/** A kept card is about another person. */
const kept: Partial<Record<Section, () => string>> = {
	name: own.name!,
	standpoint: () => t('reseau', 'Where this person speaks from'),
	availability: () => t('reseau', 'Their availability and their limits'),
}

/** Title of a section of the editor: a part of its own has the title of the part. */
export function sectionTitle(section: Section, isKept: boolean): string {
	const [part] = SECTIONS[section] as [Part]
	return isKept ? kept[section]?.() ?? keptPartWord(part) : own[section]?.() ?? partWord(part)
}

const contact: Record<'name' | 'email' | 'website', () => string> = {
	name: () => t('reseau', 'Name'),
	email: () => t('reseau', 'Email address'),
	website: () => t('reseau', 'Website'),
}

/** Label of a field, also for sentences. */
export function fieldWord(field: Field): string {
	const part = audiencePart(field)
	if (part) {
		return t('reseau', 'Who can see “{part}”?', { part: part === 'contact' ? partWord(part) : fieldWord(part) })
	}
	if (field === 'name' || field === 'email' || field === 'website') {
		return contact[field]()
	}
	const own = field as Part
	return SECTIONS[ROWS[own].section].length > 1 || own === 'headline' || own === 'phone' ? partLabel(own) : partWord(own)
}
