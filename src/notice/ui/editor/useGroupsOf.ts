/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'

import { computed } from 'vue'
import { useOwnGroups } from '../../../group/index.ts'
import { useMember, useMine } from '../../../member/index.ts'

/** The groups of the author: mine, or those I share with a person whose card I keep. */
export function useGroupsOf(memberId: () => number | null): ComputedRef<readonly { id: number, title: string }[]> {
	const { data: mine } = useMine()
	const { data: own } = useOwnGroups()
	const kept = () => memberId() === mine.value?.id ? null : memberId()
	const { data: card } = useMember(kept)
	return computed(() => (kept() === null ? own.value : card.value?.together) ?? [])
}
