/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Engagement } from './model.ts'

import { countCharacters } from '../shared/lib/maxCharacters.ts'
import { GROUP_LIMITS } from './model.ts'

/** The form of a commitment: dates as the browser gives them, empty without one. */
export type EngagementForm = Record<keyof Engagement, string>

/** The empty form. */
export const EMPTY_FORM: EngagementForm = { commitment: '', hours: '', from: '', until: '', limits: '' }

/** The form for a stored commitment. */
export function formOf({ commitment, hours, from, until, limits }: Engagement): EngagementForm {
	return { commitment, hours, from: from ?? '', until: until ?? '', limits }
}

/** The request for a form. */
export function engagementOf({ commitment, hours, from, until, limits }: EngagementForm): Engagement {
	return { commitment: commitment.trim(), hours: hours.trim(), from: from || null, until: until || null, limits: limits.trim() }
}

/** Texts that are longer than the server accepts. */
export function tooLong(written: EngagementForm): (keyof Engagement)[] {
	return (['commitment', 'hours', 'limits'] as const).filter((part) => countCharacters(written[part].trim()) > GROUP_LIMITS[part])
}
