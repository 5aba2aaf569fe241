/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Action } from '../shared/composables/useAction.ts'
import type { Member, Status } from './model.ts'

import { isReason } from '../api/apiError.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { versionOf } from '../shared/lib/versionOf.ts'
import { useMemberActions } from './queries.ts'
import { statusSentence } from './words.ts'

/** Changes the status of a card, with a message, and an undo if nothing else changed with it. */
export function useStatus(): Action<[member: Member, status: Exclude<Status, 'draft'>], Member> {
	const { setStatus } = useMemberActions()
	const { show } = useUndo()

	return useAction(async (before: Member, status: Exclude<Status, 'draft'>) => {
		const after = await setStatus({ id: before.id, status, version: versionOf(before) }).catch((error: unknown) => {
			// A change of the card in the meantime, perhaps by the editor, does not prevent a pause; another status does.
			const current = isReason(error, 'stale_version') ? error.current as Member | undefined : undefined
			if (current?.status !== before.status) {
				throw error
			}
			return setStatus({ id: before.id, status, version: versionOf(current) })
		})
		// A withdrawal ends memberships and agreements, which are not restored with the card; a published card cannot become a draft.
		const reversible = [before.status, status].every((one) => one === 'published' || one === 'paused')
		show(statusSentence(status), reversible
			? () => setStatus({ id: after.id, status: before.status, version: versionOf(after) })
			: undefined)
		return after
	})
}
