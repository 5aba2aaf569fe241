/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Action } from '../shared/composables/useAction.ts'

import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { dateWords, t } from '../shared/l10n.ts'
import { useGroupActions } from './queries.ts'

/** Renews a commitment that has ended, until a day or without one; it can be undone. */
export function useContinue(group: () => number): Action<[until: string | null, before: string | null], void> {
	const { engage } = useGroupActions()
	const { show } = useUndo()
	return useAction(async (until: string | null, before: string | null) => {
		const id = group()
		await engage({ id, until })
		show(
			until === null ? t('reseau', 'You continue, without an end date.') : t('reseau', 'You continue until {date}.', { date: dateWords(until) }),
			() => engage({ id, until: before }),
		)
	})
}
