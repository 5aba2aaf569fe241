import type { Zip } from '../../shared/lib/zip.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Styles } from './lineStyle.ts'

import { DocxBody } from './docxBody.ts'
import { DocxNumbering } from './docxNumbering.ts'
import { DocxStyles, wordPieces } from './docxStyles.ts'

/** The main part of a document; some programs number it. */
export const DOCX_MAIN = /^word\/document\d*\.xml$/

/**
 * The visible text of a .docx: with accepted changes, without comments.
 *
 * @throws {ReadError} if it is locked or damaged
 */
export async function readDocx(zip: Zip): Promise<{ text: string, style: Styles }> {
	const main = await zip.text(zip.find(DOCX_MAIN))
	const styles = new DocxStyles(await zip.text(zip.find(/^word\/styles\d*\.xml$/)))
	const numbering = new DocxNumbering(await zip.text(zip.find(/^word\/numbering\d*\.xml$/)), styles)
	const notes = new Map([
		...notesOf(await zip.text(zip.find(/^word\/footnotes\d*\.xml$/)), 'footnote'),
		...notesOf(await zip.text(zip.find(/^word\/endnotes\d*\.xml$/)), 'endnote'),
	])
	const body = new DocxBody(styles, numbering, notes)
	body.read(main)
	return body.result
}

/** The texts of notes, by their ids. */
function notesOf(xml: string, kind: string): Map<string, string> {
	const notes = new Map<string, string>()
	let id: string | null = null
	let text = ''
	for (const piece of wordPieces(xml)) {
		if (piece.kind === 'text') {
			text += id === null ? '' : piece.text
		} else if (piece.name === kind) {
			if (piece.kind === 'open') {
				// Other types are the lines above notes.
				id = piece.get('type') === undefined ? piece.get('id') ?? null : null
				text = ''
			} else if (id !== null) {
				notes.set(`${kind} ${id}`, text)
				id = null
			}
		} else if (piece.name === 'p' && piece.kind === 'close') {
			text += ' '
		}
	}
	return notes
}
