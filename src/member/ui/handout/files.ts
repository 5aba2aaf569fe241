/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from '../../model.ts'

import { getCanonicalLocale } from '@nextcloud/l10n'
import { dateWords, t } from '../../../shared/l10n.ts'
import { csvDelimiter, writeCsv } from '../../../shared/lib/csv.ts'
import { isoDay } from '../../../shared/lib/dates.ts'
import { saveFile } from '../../../shared/saveFile.ts'
import { labelsOf } from '../../../vocabulary/index.ts'
import { vcardOf } from '../../vcard.ts'
import { handoutTable, noteText } from './texts.ts'

export const FORMATS = ['csv', 'vcard'] as const
export type Format = typeof FORMATS[number]

interface Context {
	/** What the network calls itself. */
	network: string
	/** The label of each term by its id. */
	labels: ReadonlyMap<string, string>
	/** The page of a card. */
	addressOf: (id: number) => string
	now: Date
}

/** Cards as the text of a file. */
export function writeHandouts(members: readonly Handout[], format: Format, { network, labels, addressOf, now }: Context): string {
	const day = dateWords(isoDay(now))
	if (format === 'csv') {
		return writeCsv(handoutTable(members, labels, addressOf, day), csvDelimiter(getCanonicalLocale()))
	}
	const made = t('reseau', 'Exported from Réseau, {network}, on {day}.', { network, day })
	return members.map((member) => vcardOf(member, {
		address: addressOf(member.id),
		categories: labelsOf(labels, member.values),
		note: noteText(member, labels, made),
	})).join('')
}

/** Gives the person such a file. It is named after the day, and after nobody. */
export function saveHandouts(members: readonly Handout[], format: Format, context: Context): void {
	const name = `reseau-${isoDay(context.now)}`
	if (format === 'csv') {
		saveFile(`${name}.csv`, 'text/csv;charset=utf-8', writeHandouts(members, format, context))
	} else {
		saveFile(`${name}.vcf`, 'text/vcard;charset=utf-8', writeHandouts(members, format, context))
	}
}
