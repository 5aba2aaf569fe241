/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Encoding } from '../lib/encoding.ts'
import type { Delimiter, TableProblem } from '../lib/readTable.ts'
import type { SourceProblem } from './source.ts'

import { t } from '../l10n.ts'

const encodings: Record<Encoding, () => string> = {
	'utf-8': () => t('reseau', 'UTF-8 (most programs today)'),
	'windows-1252': () => t('reseau', 'Windows, Western Europe'),
	'iso-8859-15': () => t('reseau', 'ISO Latin 9'),
	macintosh: () => t('reseau', 'Mac, Western Europe'),
	'utf-16le': () => t('reseau', 'Unicode text of a spreadsheet'),
	'utf-16be': () => t('reseau', 'Unicode text, reversed'),
	'windows-1250': () => t('reseau', 'Windows, Central Europe'),
	'windows-1251': () => t('reseau', 'Windows, Cyrillic'),
	'windows-1253': () => t('reseau', 'Windows, Greek'),
}

/** Name of an encoding. */
export function encodingWord(encoding: Encoding): string {
	return encodings[encoding]()
}

const delimiters: Record<Delimiter, () => string> = {
	';': () => t('reseau', 'Semicolon ;'),
	',': () => t('reseau', 'Comma ,'),
	'\t': () => t('reseau', 'Tab'),
	'|': () => t('reseau', 'Vertical bar |'),
}

/** Name of a separator. */
export function delimiterWord(delimiter: Delimiter): string {
	return delimiters[delimiter]()
}

const sources: Record<SourceProblem, () => string> = {
	too_big: () => t('reseau', 'This file is larger than 10 MB and was not read. A list of 5,000 people takes about 1 MB; remove pictures and unneeded columns, or split the list in two.'),
	empty: () => t('reseau', 'This file is empty.'),
	spreadsheet: () => t('reseau', 'This is an old spreadsheet (.xls), or one with a password. Open it and save it without a password as .ods, .xlsx or CSV; then choose the new file.'),
	document: () => t('reseau', 'This file is not a supported list. Choose a spreadsheet (.ods, .xlsx, CSV), vCards (.vcf) or a JSON file of members.'),
	locked: () => t('reseau', 'This spreadsheet has a password. Save it without one; then choose the new file.'),
	damaged: () => t('reseau', 'This spreadsheet is damaged. Open it and save it again as .ods, .xlsx or CSV; then choose the new file.'),
	too_much: () => t('reseau', 'There is far more in this spreadsheet than in a list of people: it was not read. Copy the list into a new spreadsheet.'),
}

/** Why a file cannot be read, and what to do. */
export function sourceSentence(problem: SourceProblem): string {
	return sources[problem]()
}

/** Why a table cannot be imported as it is, and what to do. */
export function tableSentence(problem: TableProblem): string {
	switch (problem.kind) {
		case 'open_quote':
			return t('reseau', 'A quotation mark opened near row {row} is never closed: the rest cannot be read. Correct the file, or choose below to ignore quotation marks.', { row: problem.row ?? 1 })
		case 'too_many_columns':
			return t('reseau', 'More than 300 columns: this is not a list of people. Choose another separator below, or remove columns in your spreadsheet.')
		case 'no_rows':
			return t('reseau', 'There is nobody in this list: only headings, or nothing.')
	}
}
