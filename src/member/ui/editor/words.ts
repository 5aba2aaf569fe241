/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Voice } from '../../card.ts'
import type { Field } from '../../changes.ts'
import type { Part, Section } from '../../parts.ts'

import { t } from '../../../shared/l10n.ts'
import { audiencePart } from '../../changes.ts'
import { ROWS, SECTIONS } from '../../parts.ts'
import { keptPartWord, partLabel, partWord, standpointWord, timesWord } from '../../words.ts'

const own: Partial<Record<Section, () => string>> = {
	name: () => t('reseau', 'Name and headline'),
	standpoint: () => standpointWord('own'),
	availability: () => timesWord('own'),
}

/** A kept card is about another person. */
const kept: Partial<Record<Section, () => string>> = {
	name: own.name!,
	standpoint: () => t('reseau', 'Where this person speaks from'),
	availability: () => t('reseau', 'Their availability and their limits'),
}

const organisation: Partial<Record<Section, () => string>> = {
	name: own.name!,
	standpoint: () => standpointWord('organisation'),
	availability: () => timesWord('organisation'),
}

/** Title of a section of the editor: a section with one part has the title of the part. */
export function sectionTitle(section: Section, voice: Voice): string {
	const [part] = SECTIONS[section] as [Part]
	switch (voice) {
		case 'organisation':
			return organisation[section]?.() ?? partWord(part, voice)
		case 'kept':
			return kept[section]?.() ?? keptPartWord(part)
		default:
			return own[section]?.() ?? partWord(part)
	}
}

const contact: Record<'name' | 'email' | 'website', () => string> = {
	name: () => t('reseau', 'Name'),
	email: () => t('reseau', 'Email address'),
	website: () => t('reseau', 'Website'),
}

/** Label of a field, also for sentences. */
export function fieldWord(field: Field, voice: Voice): string {
	const part = audiencePart(field)
	if (part) {
		return t('reseau', 'Who can see “{part}”?', { part: part === 'contact' ? partWord(part, voice) : fieldWord(part, voice) })
	}
	if (field === 'name' || field === 'email' || field === 'website') {
		return contact[field]()
	}
	const own = field as Part
	return voice !== 'organisation' && (SECTIONS[ROWS[own].section].length > 1 || own === 'headline' || own === 'phone') ? partLabel(own) : partWord(own, voice)
}
