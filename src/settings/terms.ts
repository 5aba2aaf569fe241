/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Vocabulary } from './model.ts'

/** The label of each term of the vocabulary by its id; ids are unique over its lists. */
export function termLabels(vocabulary: Vocabulary | undefined): ReadonlyMap<string, string> {
	return new Map(Object.values(vocabulary ?? {}).flat().map(({ id, label }) => [id, label]))
}

/** What to write for ids: their label, or the word itself where it is one of the person's own. */
export function labelled(labels: ReadonlyMap<string, string>, ids: readonly string[] | undefined): string[] {
	return (ids ?? []).map((id) => labels.get(id) ?? id)
}
