/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { KitRow, Replaceable } from '../model.ts'

import { REPLACEABLE } from '../model.ts'

/** The outcome of the things in one part of a kit. */
export interface KitPart {
	part: string
	/** Names of what is added, empty for a part with only one thing. */
	added: string[]
	replaced: string[]
	/** How many exist already. */
	same: number
	/** What is not applied, by reason. */
	left: { why: string, names: string[] }[]
	/** It exists with other content, and can be replaced. */
	replaceable: Replaceable | null
}

/** The folders of a kit, as a separate kit. */
export function foldersOf(kit: string): string {
	const { format, version, folders } = JSON.parse(kit)
	return JSON.stringify({ format, version, folders })
}

/** The rows of a report by part, in order. */
export function partsOf(rows: readonly KitRow[]): KitPart[] {
	const parts = new Map<string, KitPart>()
	for (const { part, name, outcome, why } of rows) {
		const one = parts.get(part) ?? { part, added: [], replaced: [], same: 0, left: [], replaceable: null }
		parts.set(part, one)
		if (outcome === 'made') {
			one.added.push(name)
		} else if (outcome === 'updated') {
			one.replaced.push(name)
		} else if (outcome === 'unchanged') {
			one.same++
		} else {
			const left = one.left.find((left) => left.why === why)
			if (left) {
				left.names.push(name)
			} else {
				one.left.push({ why, names: [name] })
			}
		}
		if (outcome === 'updated' || why === 'different') {
			one.replaceable = REPLACEABLE.find((replaceable) => replaceable === part) ?? null
		}
	}
	return [...parts.values()]
}
