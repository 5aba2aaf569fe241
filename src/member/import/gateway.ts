/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../../api/endpoint.ts'
import type { CheckedRow, Import, SentRow, Undone, WholeImport } from './model.ts'

import { call } from '../../api/client.ts'
import { importApi } from './api.ts'

/** My imports, last changed first. */
export function listImports(signal?: AbortSignal): Promise<Import[]> {
	return call(importApi.list, { signal })
}

/** Checks what would happen to rows. */
export async function checkRows(rows: SentRow[], signal?: AbortSignal): Promise<CheckedRow[]> {
	return (await call(importApi.check, { body: { rows }, signal })).rows
}

/** Starts an import, or resumes the one of the same file. */
export function startImport(body: BodyOf<typeof importApi.start>): Promise<WholeImport> {
	return call(importApi.start, { body })
}

/** An import of mine. */
export function getImport(id: number): Promise<WholeImport> {
	return call(importApi.get, { path: { import: id } })
}

/** Imports rows; not to be cancelled, because the server continues anyway. */
export function importRows(id: number, rows: SentRow[]): Promise<WholeImport> {
	return call(importApi.rows, { path: { import: id }, body: { rows } })
}

/** Finishes an import at its current row. */
export function finishImport(id: number): Promise<Import> {
	return call(importApi.finish, { path: { import: id } })
}

/** Deletes some of the cards an import created. */
export function undoImport(id: number, after: number): Promise<Undone> {
	return call(importApi.undo, { path: { import: id }, body: { after } })
}
