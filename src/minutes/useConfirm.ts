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

/** From the plan to the minutes on the server; the next page creates their content. */
export function useConfirm() {
	const router = useRouter()
	const session = useSession()
	const { source, confirmed } = useReview()
	const { start, get, save, refresh } = useMinutesActions()

	const confirming = useAction(async (plan: MinutesPlan) => {
		const { name = '', hash = '' } = source.value ?? {}
		const title = titleOf(name) || t('reseau', 'Minutes of {date}', { date: dateWords(isoDay(new Date())) })
		const id = await begun({ hash, title, plan: JSON.stringify(plan) })
		confirmed(id)
		refresh()
		await router.push(`/minutes/${id}`)
	})

	/** The minutes on the server; after a lost answer, the recent ones from which nothing was created. */
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

	/** The same text has been imported before. */
	const already = computed(() => {
		const found = alreadyImported(confirming.error.value)
		return found && { id: found.id, sentence: alreadySentence(found) }
	})

	/** What cannot be created here, shown before confirming. */
	const lacking = computed(() => [
		...session.teams ? [] : [t('reseau', 'Teams is not installed on this Nextcloud: groups are created without a team, and only you can access their boards and folders. An administrator can install it; then continue from the page of each group.')],
		...session.deck !== 'absent' ? [] : [t('reseau', 'Deck is not installed on this Nextcloud: groups are created without a board, and the points of the minutes are kept with the minutes. An administrator can install it; then continue here.')],
		...session.library !== '' ? [] : [t('reseau', 'No library folder is set for the network: the groups get no folder. An administrator can choose one; you can then continue here.')],
	])

	return { confirming, already, lacking }
}
