/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { Action } from '../../shared/composables/useAction.ts'
import type { Bond, Neighbour, Ref } from '../model.ts'
import type { PendingLink } from '../queries.ts'

import { toValue } from 'vue'
import { useAction } from '../../shared/composables/useAction.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { t } from '../../shared/l10n.ts'
import { useLinkActions } from '../queries.ts'
import { linkWords } from '../words.ts'

interface Linking {
	link: Action<[joined: PendingLink], void>
	unlink: Action<[neighbour: Neighbour, bond: NonNullable<Bond['link']>], void>
	/** Clears the error. */
	forget: () => void
}

/**
 * Links a thing and removes its links; each message offers undo.
 *
 * @param subject the thing
 * @param place where messages are shown, if not by the page
 */
export function useLinking(subject: MaybeRefOrGetter<Ref>, place?: symbol): Linking {
	const actions = useLinkActions()
	const { show, dismiss } = useUndo(place)

	const link = useAction(async (joined: PendingLink) => {
		dismiss()
		const sentence = linkWords(joined.a.title, joined.relation.label, joined.b.title)
		const { link: made, known } = await actions.link(joined)
		if (known) {
			show(t('reseau', 'They were already linked like this: {sentence}', { sentence }))
		} else {
			show(t('reseau', 'Linked: {sentence}', { sentence }), () => actions.unlink(made))
		}
	})

	const unlink = useAction(async (neighbour: Neighbour, bond: NonNullable<Bond['link']>) => {
		// From here on “Undo” no longer applies to the previous action.
		dismiss()
		const of = toValue(subject)
		const taken = await actions.unlinkBond(of, neighbour, bond)
		show(t('reseau', 'The link with “{title}” was removed.', { title: neighbour.title }), () => actions.remake(taken))
	})

	return {
		link,
		unlink,
		forget() {
			link.clear()
			unlink.clear()
		},
	}
}
