/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'

import { computed } from 'vue'
import { useOwnGroups } from '../../../../group/index.ts'
import { useEditor } from './useSheetEditor.ts'

/** The groups a sheet can name: mine, and those it has already. */
export function useGroupTitles(): ComputedRef<ReadonlyMap<number, string>> {
	const { data: own } = useOwnGroups()
	const { stored } = useEditor()
	return computed(() => new Map([...own.value ?? [], ...stored.value?.groups ?? []].map(({ id, title }) => [id, title])))
}
