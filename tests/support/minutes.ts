/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ExpectedGroup } from '../../scripts/lib/minutes.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Minutes with what a careful secretary would read in them. */
export interface Fixture {
	name: string
	text: string
	expected: ExpectedGroup[]
}

/** The seven of the demonstration network, and those invented for what they do not have. */
export const fixtures: Fixture[] = ['network/minutes', 'minutes'].flatMap((folder) => {
	const path = join(import.meta.dirname, '../fixtures', folder)
	return readdirSync(path).filter((file) => file.endsWith('.txt')).sort().map((file) => ({
		name: file.slice(0, -4),
		text: readFileSync(join(path, file), 'utf8'),
		expected: JSON.parse(readFileSync(join(path, file.replace('.txt', '.expected.json')), 'utf8')).groups,
	}))
})
