/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SheetFile } from '../model.ts'

/** Bytes of a text shown on the page of its sheet; a longer one opens separately. */
const LONGEST = 200_000
const TEXTS = ['text/markdown', 'text/plain']
/** Pictures without scripts. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/** How the file of a sheet is shown: on the page as text or picture, or separately; null: it has no content to read. */
export function bodyOf(file: SheetFile | null): 'text' | 'picture' | 'file' | null {
	if (file === null || (!file.folder && file.size === 0)) {
		return null
	}
	if (!file.folder && TEXTS.includes(file.mime) && file.size <= LONGEST) {
		return 'text'
	}
	return PICTURES.includes(file.mime) ? 'picture' : 'file'
}

/** The text of a file without a first heading that repeats the title of its sheet. */
export function withoutTitle(text: string, title: string): string {
	const begun = text.replace(/^\uFEFF/, '').trimStart()
	const end = begun.indexOf('\n')
	const first = end < 0 ? begun : begun.slice(0, end)
	return first.replace(/^#{1,6} /, '').trim() === title.trim() ? begun.slice(first.length).trimStart() : text
}
