/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { computed } from 'vue'
import { useModels as useBoardModels } from '../board/index.ts'

/** The network's models of boards, and the default one for a group. */
export function useModels() {
	const { models, query } = useBoardModels()
	const standard = computed(() => models.value[0]?.slug ?? null)
	/** Waits for them; if they fail there are none, and a group gets a board once the person chooses it. */
	const come = () => query.refresh()
	return { models, standard, come }
}
