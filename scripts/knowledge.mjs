/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Compiles knowledge/ into data/knowledge.php, with the words as PHP reads them.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { at } from './lib/project.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

export const KNOWLEDGE = 'data/knowledge.php'
/** What it is made of. */
export const KNOWLEDGE_SOURCES = ['knowledge', 'lib/Knowledge', 'lib/Search/Tokenizer.php', 'lib/Search/Stem.php', 'lib/Shared/Fold.php', 'scripts/knowledge.php']

/** Throws where PHP cannot be had or a file is not as it has to be. */
export function writeKnowledge() {
	ensurePhp(FOR_SANDBOX)
	mkdirSync(at('data'), { recursive: true })
	const { status, stdout, stderr } = spawnSync('php', [at('scripts/knowledge.php')], { encoding: 'utf8' })
	if (status !== 0) {
		throw new Error(`Could not compile the knowledge: ${stderr}${stdout}`)
	}
}
