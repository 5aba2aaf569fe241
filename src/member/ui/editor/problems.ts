/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Breach } from '../../changes.ts'

import { ApiError } from '../../../api/apiError.ts'
import { n } from '../../../shared/l10n.ts'
import { sentenceOf } from '../../../shared/reasons.ts'

/**
 * Why something on a card cannot be saved, in a sentence.
 *
 * @param path path in the edited card
 * @param breach found here or by the server
 */
export function problemSentence(path: string, breach: Omit<Breach, 'path'> | ApiError): string {
	const { reason, max } = breach
	if (reason === 'too_long' && 'length' in breach) {
		const over = breach.length - max!
		return n('reseau', '%n character too long. Nothing is lost; it is saved once it is shorter.', '%n characters too long. Nothing is lost; it is saved once it is shorter.', over)
	}
	const field = ['email', 'phone', 'website'].includes(path) ? `contact.${path}` : path
	return sentenceOf(new ApiError(400, reason, { field, max }))
}
