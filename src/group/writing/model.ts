/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { BULK_TO, MESSAGE_LIMITS } from '../../message/model.ts'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'

/** Why nothing can be written to a group. */
export const GROUP_OBSTACLES = ['no_card', 'card_hidden', 'nobody_else', 'only_kept', 'nobody_facilitates', 'group_too_large'] as const
export type GroupObstacle = typeof GROUP_OBSTACLES[number]

/** The people of a group the viewer writes to, and whether they may. */
export const GroupWritingSchema = v.object({
	/** Its members for a member, its facilitators for everyone else. */
	to: v.picklist(BULK_TO),
	/** Number of recipients. */
	people: v.number(),
	/** People who do not get it because the viewer keeps their cards. */
	kept: v.number(),
	/** null: they can. */
	obstacle: v.nullable(v.picklist(GROUP_OBSTACLES)),
})
export type GroupWriting = v.InferOutput<typeof GroupWritingSchema>

export const NewGroupMessageSchema = v.object({
	text: v.pipe(v.string(), v.nonEmpty(), maxCharacters(MESSAGE_LIMITS.text)),
	/** Created by the browser, once per message: sent again with the same key, it stays one message. */
	key: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
	/** The recipients the writer saw. */
	to: v.picklist(BULK_TO),
})
export type NewGroupMessage = v.InferOutput<typeof NewGroupMessageSchema>

export const SentToGroupSchema = v.object({
	to: v.picklist(BULK_TO),
	/** Number of recipients. */
	people: v.number(),
	/** One of the conversations with them. */
	conversation: v.number(),
})
export type SentToGroup = v.InferOutput<typeof SentToGroupSchema>
