/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Maximum length of the manner of a consent, as for a card (lib/Member/Card/CardRules.php). */
export const SHOWCASE_LIMITS = { how: 500 } as const

export const ShowcaseSchema = v.object({
	/** Whether an administrator allows it. */
	allowed: v.boolean(),
	/** Whether its pages can be read. */
	open: v.boolean(),
	/** Whether search engines may list them. */
	indexed: v.boolean(),
	/** Address of its first page. */
	address: v.string(),
	/** Origins of the sites that may embed it in a frame; only for facilitators of the network. */
	frames: v.array(v.string()),
	can: v.object({
		/** Open and close it. */
		open: v.boolean(),
	}),
	/** The groups in it that I can remove: all for a facilitator of the network, else those I facilitate. */
	groups: v.array(v.object({ id: v.number(), title: v.string() })),
	/** My stories in it, also those whose files I can no longer access. */
	stories: v.array(v.object({ fileId: v.string(), title: v.string() })),
	/** My notices in it. */
	notices: v.array(v.object({ id: v.number(), title: v.string() })),
})
export type Showcase = v.InferOutput<typeof ShowcaseSchema>

/** Whether a card, a group, a sheet or a notice should be in the showcase. */
export const ShowcaseChoiceSchema = v.object({
	shown: v.boolean(),
	/** Its page, if it is public now. */
	address: v.nullable(v.string()),
	can: v.object({ choose: v.boolean() }),
})
export type ShowcaseChoice = v.InferOutput<typeof ShowcaseChoiceSchema>

/** What can be in the showcase. */
export type Shown = 'card' | 'group' | 'sheet' | 'notice'

/** When and how the person of a kept card agreed to show it, or a notice of theirs. */
export interface Agreed {
	/** YYYY-MM-DD */
	date: string
	how: string
}
