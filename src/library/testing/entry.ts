/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, Rights } from '../files/model.ts'

import { OWN } from '../files/model.ts'
import { nameOf } from '../files/names.ts'

const ALL: Rights = { write: true, add: true, rename: true, move: true, remove: true, share: true }

/** A file of mine, or a folder if the path ends with a slash; its id is derived from its path unless given. */
export function sampleEntry(path: string, values: Partial<Entry> = {}): Entry {
	const folder = path.endsWith('/')
	const own = folder ? path.slice(0, -1) : path
	const id = String([...own].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7))
	return { id, path: own, name: nameOf(own), folder, mime: folder ? '' : 'text/markdown', size: 12, mtime: 1_700_000_000, etag: `"${id}"`, preview: false, rights: ALL, ownership: OWN, ...values }
}
