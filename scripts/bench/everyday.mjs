/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { at } from '../lib/project.mjs'

/** @return {Set<string>} words that no card is found by, folded: a search for nothing else says so instead of finding people */
export function everydayWords() {
	const [, words] = readFileSync(at('lib/Search/Tokenizer.php'), 'utf8').match(/const STOP = '([a-z ]+)'/)
	return new Set(words.split(' '))
}
