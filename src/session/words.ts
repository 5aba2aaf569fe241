/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RowKind, Session, SessionSummary } from './model.ts'

import { dateWords, t } from '../shared/l10n.ts'
import { ROW_KINDS } from './model.ts'

/** Need or offer. */
export function kindWord(kind: RowKind): string {
	return kind === 'need' ? t('reseau', 'Need') : t('reseau', 'Offer')
}

/** When and where. */
export function whenWords({ day, place }: SessionSummary): string {
	return [dateWords(day), place].filter(Boolean).join(' · ')
}

interface PrintRow {
	id: number
	name: string
	text: string
}

/** The printed list: needs, then offers, of people who agreed to be on it, by name. */
export function printSections({ people, rows }: Session): { kind: RowKind, heading: string, rows: PrintRow[] }[] {
	const names = new Map(people.filter(({ listed }) => listed).map(({ id, name }) => [id, name]))
	return ROW_KINDS.map((kind) => ({
		kind,
		heading: kind === 'need' ? t('reseau', 'What is needed') : t('reseau', 'What is offered'),
		rows: rows
			.filter((row) => row.kind === kind && names.has(row.person))
			.map(({ id, person, text }) => ({ id, name: names.get(person)!, text }))
			.sort((a, b) => a.name.localeCompare(b.name)),
	})).filter((section) => section.rows.length > 0)
}
