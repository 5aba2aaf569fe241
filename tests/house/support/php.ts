/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './files.ts'

export interface PhpFacts {
	/** Every class, function and constant a file names, in full. */
	names: { name: string, line: number }[]
	/** Calls the checks ask about; a text is null where it is no literal. */
	calls: { method: string, line: number, text?: string | null, plural?: string | null }[]
	routes: { kind: string, method: string, verb: string, url: string }[]
	/** What PHP 8.2 would not read. */
	newer: { what: string, line: number }[]
	/** Regular expressions that end by a `$` after which a line may end. */
	dollars: { text: string, line: number }[]
	groupedUse: boolean
	/** Regular expressions, as `patterns()` in facts.php returns them. */
	patterns: { line: number, text?: string, constant?: string, by?: string, maker?: string }[]
	/** Texts that classes name, by their full names. */
	constants: Record<string, string>
}

/** Parsing takes its time, and several questions are asked of each file. */
const known = new Map<string, PhpFacts>()

/** What the checks ask about PHP files, by path. */
export function phpFacts(paths: string[]): Record<string, PhpFacts> {
	const unknown = paths.filter((path) => !known.has(path))
	if (unknown.length > 0) {
		const printed = execFileSync('php', [join(import.meta.dirname, 'facts.php')], {
			cwd: root,
			input: unknown.join('\n'),
			encoding: 'utf8',
			maxBuffer: 64 << 20,
		})
		Object.entries(JSON.parse(printed) as Record<string, PhpFacts>).forEach(([path, facts]) => known.set(path, facts))
	}
	return Object.fromEntries(paths.map((path) => [path, known.get(path)!]))
}

/** The facts of a file that does not exist, as if it did. */
export function plantedFacts(path: string, code: string): Record<string, PhpFacts> {
	const folder = mkdtempSync(join(tmpdir(), 'planted-'))
	const file = join(folder, 'planted.php')
	try {
		writeFileSync(file, code)
		return { [path]: phpFacts([file])[file]! }
	} finally {
		rmSync(folder, { recursive: true })
	}
}
