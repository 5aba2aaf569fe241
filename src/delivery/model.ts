/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Kinds of notifications, as in lib/Delivery/Kind.php, in the order of the page. `meeting` is a match: a person to meet. */
export const KINDS = ['message', 'group', 'calendar', 'engagement', 'introduction', 'meeting', 'notice', 'near', 'linked', 'kept', 'still_true'] as const
export type Kind = typeof KINDS[number]

/** When a person is notified: immediately by a notification, in the mail of the next morning, or never. */
export const TIMINGS = ['now', 'daily', 'never'] as const
export type Timing = typeof TIMINGS[number]

const timing = v.picklist(TIMINGS)

export const ChoicesSchema = v.object({
	/** Whether the account has an address. Without one, a notification replaces the daily mail. */
	address: v.boolean(),
	choices: v.object(v.entriesFromList(KINDS, timing)),
})
export type Choices = v.InferOutput<typeof ChoicesSchema>

export const ChoiceSchema = v.object({ kind: v.picklist(KINDS), timing })
export type Choice = v.InferOutput<typeof ChoiceSchema>
