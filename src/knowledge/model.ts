/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** An act and a situation of the knowledge, as `learn/fruit-trees`. The same as in lib/Knowledge/About.php. */
export const ABOUT = /^[a-z]{1,16}\/[a-z0-9-]{1,60}$/

/** Characters of a text that are read. */
export const READ_OF_TEXT = 500

/** Whether a text asks or offers. */
export const SIDES = ['need', 'help'] as const
export type Side = typeof SIDES[number]

/** Something that a text may be about. */
const AboutSchema = v.object({
	/** As ABOUT. */
	about: v.string(),
	/** What people read, in French. */
	sentence: v.string(),
})

export const ProposalsSchema = v.object({
	/** The likeliest first, at most five. */
	proposals: v.array(AboutSchema),
	/** What `about` of the request means; left out without it, and if the knowledge no longer has it. */
	chosen: v.optional(AboutSchema),
})
export type Proposals = v.InferOutput<typeof ProposalsSchema>
