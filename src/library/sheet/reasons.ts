/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../../shared/reasons.ts'
import type { Sheet } from '../model.ts'

import * as v from 'valibot'
import { ApiError, isReason } from '../../api/apiError.ts'
import { t } from '../../shared/l10n.ts'
import { SheetSchema } from '../model.ts'
import { fieldOf } from './edit.ts'
import { fieldWord } from './words.ts'

/** The page and the server have different versions: nothing the person wrote is wrong. */
const outdated = () => t('reseau', 'This page is older than the server. Copy what you wrote, then reload the page.')

/** Sentences for refusals about sheets; those about cards and groups are elsewhere. */
export const sheetReasons: Sentences = {
	unknown_kind: () => t('reseau', 'Choose what it is from the list.'),
	unknown_group: () => t('reseau', 'One of the groups no longer exists, or you cannot see it. Remove it.'),
	unknown_outcome: outdated,
	unknown_licence: outdated,
	unknown_sort: outdated,
	context_missing({ field }) {
		const missing = fieldOf(field)
		return missing
			? t('reseau', 'For others to make use of it, “{field}” is required. Fill it in, then publish.', { field: fieldWord(missing) })
			: t('reseau', 'For others to make use of it, say where it comes from and what the outcome was.')
	},
	not_in_library: () => t('reseau', 'This file is not in the library folder. Move it there first: only files in the library have sheets.'),
	not_evaluable: () => t('reseau', 'This sheet is a draft again, or its file was deleted: you cannot answer it at the moment.'),
	standpoint_missing: () => t('reseau', 'Enter your point of view: without it the answers are of no use to others.'),
	answers_missing: () => t('reseau', 'Answer at least one of the questions.'),
	not_signable: () => t('reseau', 'Only a manifesto or a charter can be signed.'),
	version_changed: () => t('reseau', 'The text was changed while you were reading. Nothing was signed: read it again, then sign.'),
	signer_hidden: () => t('reseau', 'The card is not shown at the moment, and a signature shows its name. Show the card first.'),
	signer_refused: () => t('reseau', 'This person does not want emails from the network. They can sign on paper.'),
	signer_nameless: () => t('reseau', 'A signature needs a name.'),
	signer_how: () => t('reseau', 'Enter where the paper is kept.'),
}

/** Reasons that are about cards and groups elsewhere. */
const OWN: Record<string, string> = {
	card_hidden: 'signer_hidden',
	refused: 'signer_refused',
	name_missing: 'signer_nameless',
	how_missing: 'signer_how',
}

/** A refusal about signing, under the reason that has its sentence. */
export async function withSigningReasons<T>(call: Promise<T>): Promise<T> {
	try {
		return await call
	} catch (error) {
		const own = error instanceof ApiError ? OWN[error.reason] : undefined
		throw error instanceof ApiError && own ? new ApiError(error.status, own, { field: error.field, cause: error }) : error
	}
}

/** The stored sheet, sent with the refusal if it was changed in the meantime. */
export function currentSheet(error: unknown): Sheet | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(SheetSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
