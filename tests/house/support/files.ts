/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export { glob, projectFiles } from '../../../scripts/lib/files.mjs'

export const root = join(import.meta.dirname, '../../..')

/** Text of a file of the project. */
export function read(path: string): string {
	return readFileSync(join(root, path), 'utf8')
}
