/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TableRow } from '../lib/readTable.ts'

import { ReadError } from '../lib/readError.ts'
import { Zip } from '../lib/zip.ts'

/**
 * The lines of the first sheet with content of a spreadsheet (.ods, .xlsx), each cell as displayed, days as YYYY-MM-DD.
 *
 * @throws {ReadError} password · unreadable · too_much · unknown_kind
 */
export async function readSheet(bytes: Uint8Array): Promise<TableRow[]> {
	const zip = new Zip(bytes)
	if (zip.has('xl/workbook.xml')) {
		const { readXlsx } = await import('./readXlsx.ts')
		return readXlsx(zip)
	}
	if ((await zip.text('mimetype')).startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
		const { readOds } = await import('./readOds.ts')
		return readOds(zip)
	}
	throw new ReadError('unknown_kind')
}
