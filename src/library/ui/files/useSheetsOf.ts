/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Entry } from '../../files/model.ts'
import type { SheetSummary } from '../../model.ts'

import { computed } from 'vue'
import { useSheetsOfFiles } from '../../sheet/queries.ts'

/** Files per request. */
const SLICE = 200

/** The sheets of the visible files: of the first and of the last visible slice. */
export function useSheetsOf(entries: () => readonly Entry[], shown: Readonly<{ value: readonly number[] }>): ComputedRef<ReadonlyMap<string, SheetSummary>> {
	const slice = (index: number | undefined) => Math.floor((index ?? 0) / SLICE)
	const ids = (number: number) => entries().slice(number * SLICE, (number + 1) * SLICE).map(({ id }) => id)
	const first = computed(() => slice(shown.value[0]))
	const last = computed(() => slice(shown.value.at(-1)))
	const one = useSheetsOfFiles(() => ids(first.value))
	const other = useSheetsOfFiles(() => last.value === first.value ? [] : ids(last.value))
	return computed(() => new Map([...one.data.value ?? [], ...other.data.value ?? []].map((sheet) => [sheet.fileId, sheet])))
}
