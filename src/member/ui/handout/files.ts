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
import { SHEET_TYPES } from '../../../shared/table/sheetKinds.ts'
import { labelsOf } from '../../../vocabulary/index.ts'
import { cardTable } from '../../table/words.ts'
import { noteText } from './texts.ts'

export const FORMATS = ['csv', 'ods', 'xlsx', 'vcard'] as const
export type Format = typeof FORMATS[number]

interface Context {
	/** Name of the network. */
	network: string
	/** The label of each term by its id. */
	labels: ReadonlyMap<string, string>
	/** The page of a card. */
	addressOf: (id: number) => string
	now: Date
}

const ENDINGS: Record<Format, string> = { xlsx: 'xlsx', ods: 'ods', csv: 'csv', vcard: 'vcf' }
const TYPES: Record<Format, string> = { ...SHEET_TYPES, csv: 'text/csv;charset=utf-8', vcard: 'text/vcard;charset=utf-8' }

/** Cards as the content of a file. */
export async function writeHandouts(members: readonly Handout[], format: Format, { network, labels, addressOf, now }: Context): Promise<string | Uint8Array<ArrayBuffer>> {
	const day = dateWords(isoDay(now))
	if (format !== 'vcard') {
		const table = cardTable(members, labels, { addressOf, day })
		if (format === 'csv') {
			return writeCsv(table, csvDelimiter(getCanonicalLocale()))
		}
		const { writeSheet } = await import('../../../shared/table/writeSheet.ts')
		return writeSheet(table, format)
	}
	const { vcardOf } = await import('../../vcard.ts')
	const made = t('reseau', 'Exported from Réseau, {network}, on {day}.', { network, day })
	return members.map((member) => vcardOf(member, {
		address: addressOf(member.id),
		categories: labelsOf(labels, member.values),
		note: noteText(member, labels, made),
	})).join('')
}

/** Downloads the file. Its name has the day, and no person. */
export async function saveHandouts(members: readonly Handout[], format: Format, context: Context): Promise<void> {
	saveFile(`reseau-${isoDay(context.now)}.${ENDINGS[format]}`, TYPES[format], await writeHandouts(members, format, context))
}
