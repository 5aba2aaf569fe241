/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Foreign } from './readForeign.ts'

import { readForeign } from './readForeign.ts'

/** A member as given, with its number in the file. */
export interface JsonRow {
	position: number
	row: Record<string, unknown>
}

export type JsonProblem = 'broken_json' | 'compact_json' | 'not_members' | 'no_rows'

export interface JsonRead {
	rows: JsonRow[]
	problem: JsonProblem | null
	/** The export of another program, which is a table. */
	foreign?: Foreign
}

/** Reads a list of members in the format of members.json, or an export of another program. Invalid entries stay, for the report to name them. */
export function readJson(text: string): JsonRead {
	let data: unknown
	try {
		data = JSON.parse(text)
	} catch {
		return { rows: [], problem: 'broken_json' }
	}
	const foreign = readForeign(data)
	if (foreign !== null) {
		return foreign === 'compact' ? { rows: [], problem: 'compact_json' } : { rows: [], problem: null, foreign }
	}
	if (!Array.isArray(data)) {
		return { rows: [], problem: 'not_members' }
	}
	const rows = data.map((entry: unknown, i) => ({ position: i + 1, row: isRecord(entry) ? entry : {} }))
	const problem = rows.length === 0 ? 'no_rows' : rows.some(({ row }) => typeof row.name === 'string') ? null : 'not_members'
	return { rows: problem ? [] : rows, problem }
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
