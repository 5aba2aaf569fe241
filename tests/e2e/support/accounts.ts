/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'

const file = process.env.RESEAU_ACCOUNTS
const names: Record<string, string> = file ? JSON.parse(readFileSync(file, 'utf8')) : {}

/** What the account of a member of the demo network is called: like the member's id, unless the file that RESEAU_ACCOUNTS names has another name for it. */
export function accountOf(id: string): string {
	return names[id] ?? id
}
