/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MinutesPlan } from './review/plan.ts'

import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '../settings/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { dateWords, t } from '../shared/l10n.ts'
import { isoDay } from '../shared/lib/dates.ts'
import { useMinutesActions } from './queries.ts'
import { alreadyImported } from './reasons.ts'
import { titleOf } from './review/plan.ts'
import { useReview } from './useReview.ts'
import { alreadySentence } from './words.ts'

/** From the plan to the minutes on the server; what is made of them is the next page's. */
export function useConfirm() {
	const router = useRouter()
	const session = useSession()
	const { source, confirmed } = useReview()
	const { start, get, save, tell } = useMinutesActions()

	const confirming = useAction(async (plan: MinutesPlan) => {
		const { name = '', hash = '' } = source.value ?? {}
		const title = titleOf(name) || t('reseau', 'Minutes of {day}', { day: dateWords(isoDay(new Date())) })
		const id = await begun({ hash, title, plan: JSON.stringify(plan) })
		confirmed(id)
		tell()
		await router.push(`/minutes/${id}`)
	})

	/** The minutes on the server; where an answer was lost on the way, those of a moment ago, of which nothing is made yet. */
	async function begun(body: { hash: string, title: string, plan: string }): Promise<number> {
		try {
			return (await start(body)).id
		} catch (error) {
			const found = alreadyImported(error)
			if (!found?.by.me || found.state !== 'draft') {
				throw error
			}
			const { version } = await get(found.id)
			return (await save(found.id, { version, plan: body.plan })).id
		}
	}

	/** Somebody brought the same text in before. */
	const already = computed(() => {
		const found = alreadyImported(confirming.error.value)
		return found && { id: found.id, sentence: alreadySentence(found) }
	})

	/** What cannot be made here, said before and not after. */
	const lacking = computed(() => [
		...session.teams ? [] : [t('reseau', 'There is no Teams on this Nextcloud: the groups are made without a team, and their boards and folders are yours alone. An administrator can add it; you then go on from the page of each group.')],
		...session.deck !== 'absent' ? [] : [t('reseau', 'There is no Deck on this Nextcloud: the groups are made without a board, and the points of the minutes are kept with them. An administrator can add it; you then go on here.')],
		...session.library !== '' ? [] : [t('reseau', 'No folder is chosen for the library of the network: the groups get none. An administrator can choose one; you then go on here.')],
	])

	return { confirming, already, lacking }
}
