/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Action } from '../shared/composables/useAction.ts'
import type { Member } from './model.ts'

import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { t } from '../shared/l10n.ts'
import { restFocus } from '../shared/restFocus.ts'
import { useMemberActions } from './queries.ts'

/** Confirms that a card is still true, by its id, and shows a message. */
export function useConfirm(): Action<[id: number], Member> {
	const { confirm } = useMemberActions()
	const { show } = useUndo()

	return useAction(async (id: number) => {
		const member = await confirm(id)
		show(t('reseau', 'Thank you. You will not be asked again for a year.'))
		void restFocus()
		return member
	})
}
