/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ApiError } from '../api/apiError.ts'
import type { Sentences } from '../shared/reasons.ts'
import type { AlreadyImported } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { AlreadyImportedSchema } from './model.ts'

/** The page and the server have different versions: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Sentences for refusals about minutes; those about people and groups are elsewhere. */
export const minutesReasons: Sentences = {
	minutes_nameless: () => t('reseau', 'Give the minutes a clear title.'),
	address_in_plan: ({ field }) => field === 'title'
		? t('reseau', 'The title contains an email address or a phone number. Remove it: no addresses are kept with the minutes.')
		: t('reseau', 'The text to be kept contains an email address or phone number. Remove it: no addresses are kept with the minutes.'),
	already_imported: (error) => {
		const { by } = alreadyImported(error) ?? {}
		return by === undefined || by.name === null
			? t('reseau', 'This text was already imported.')
			: by.me
				? t('reseau', 'You already imported this text.')
				: t('reseau', '{name} already imported this text.', { name: by.name })
	},
	groups_left: () => t('reseau', 'Groups created from these minutes still exist. Undo them first.'),
	too_many_drafts: ({ max }) => t('reseau', 'You already have {max} drafts of minutes. Finish or delete one of them first.', { max: String(max ?? '') }),
	unknown_facilitator: () => t('reseau', 'This person does not facilitate the network. Choose another one.'),
	unknown_minutes: () => t('reseau', 'These minutes were deleted in the meantime.'),
	no_question: () => t('reseau', 'This person has not asked anything.'),
	bad_plan: outdated,
	unknown_state: outdated,
}

/** The person who imported the same text, for `already_imported`; null for another refusal. */
export function alreadyImported(error: ApiError | unknown): AlreadyImported | null {
	const parsed = isReason(error, 'already_imported') ? v.safeParse(AlreadyImportedSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
