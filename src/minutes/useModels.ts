/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { computed } from 'vue'
import { useModels as useBoardModels } from '../board/index.ts'

/** The network's models of boards, and the one a group gets unless somebody says otherwise. */
export function useModels() {
	const { models, query } = useBoardModels()
	const standard = computed(() => models.value[0]?.slug ?? null)
	/** Waits for them; without an answer there are none, and a group gets a board once somebody chooses it. */
	const come = () => query.refresh()
	return { models, standard, come }
}
