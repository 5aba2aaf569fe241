/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** What can be linked. A sheet is linked as its file. */
export const THING_TYPES = ['member', 'group', 'board', 'card', 'file', 'notice'] as const
export type ThingType = typeof THING_TYPES[number]

/** The parts of a neighbourhood, in the order they are shown. */
export const NEIGHBOUR_KINDS = ['people', 'groups', 'cards', 'notices', 'resources'] as const
export type NeighbourKind = typeof NEIGHBOUR_KINDS[number]

/** The last kind has a separate request: files take longer than all the rest, and nothing after them moves when they arrive. */
export const LATE_KIND = 'resources' satisfies NeighbourKind

/** The same as in lib/Link/LinkRules.php: both sides are held to tests/fixtures/rules/link-limits.json. */
export const LINK_LIMITS = {
	/** Characters of the search text; an address is longer than words. */
	q: 500,
	/** Number of neighbours of a kind that are shown first. */
	first: 3,
	/** Maximum number of neighbours of a kind. */
	all: 1000,
	/** Number of things to choose from. */
	choices: 20,
	/** Maximum number of links one person can make with a thing. */
	links: 500,
} as const

/** Id of a thing, in digits: ids of files may become texts, so nobody calculates with them. */
export const ThingIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/))

export const RefSchema = v.object({ type: v.picklist(THING_TYPES), id: ThingIdSchema })
export type Ref = v.InferOutput<typeof RefSchema>

/** A thing whose neighbourhood is requested. */
export interface Centre extends Ref {
	/** Next to the thing's own page, which shows part of its neighbourhood itself (lib/Link/OnPage.php): without that part. */
	own?: boolean
}

/** A thing as far as its viewer can see it. */
export const ThingSchema = v.object({
	...RefSchema.entries,
	title: v.string(),
	/** What it is, on one line, in the reader's language; may be empty. */
	line: v.string(),
	/** Path of its page, of Nextcloud or of this app; empty if only its title is left. */
	url: v.string(),
	icon: v.picklist(['person', 'organisation', 'group', 'board', 'card', 'folder', 'file', 'sheet', 'notice']),
	/** Account of its avatar; null without one, and for things that are no person. */
	uid: v.nullable(v.string()),
	/** A deleted file, of which only the title is left. */
	gone: v.boolean(),
})
export type Thing = v.InferOutput<typeof ThingSchema>

/** Why a thing is next to another. */
export const BondSchema = v.object({
	/** Reads from the subject of the neighbourhood: “wrote it”, “works on it”. */
	words: v.string(),
	/** What both belong to, named in the words, such as a group; only for a derived bond. */
	through: v.optional(RefSchema),
	/** For a link that a person made; null if it is derived. */
	link: v.nullable(v.object({
		id: v.number(),
		/** Slug of its relation. */
		relation: v.string(),
		/** Whether it reads from the neighbour to the subject. */
		inverse: v.boolean(),
		/** The person who made it, if the viewer can see them. */
		by: v.nullable(v.object({ id: v.number(), name: v.string() })),
		can: v.object({ remove: v.boolean() }),
	})),
})
export type Bond = v.InferOutput<typeof BondSchema>

/** A thing without its line: here its bonds describe it. */
export const NeighbourSchema = v.object({
	...v.omit(ThingSchema, ['line']).entries,
	bonds: v.array(BondSchema),
})
export type Neighbour = v.InferOutput<typeof NeighbourSchema>

/** The neighbourhood of a thing, as far as its viewer can see it. */
export const NeighbourhoodSchema = v.object({
	subject: v.object({
		...ThingSchema.entries,
		can: v.object({
			link: v.boolean(),
			/** Not yet: they could with a visible card. */
			linkWithCard: v.boolean(),
		}),
	}),
	/** Without empty kinds; `resources` only on request. */
	kinds: v.array(v.object({
		kind: v.picklist(NEIGHBOUR_KINDS),
		total: v.number(),
		items: v.array(NeighbourSchema),
	})),
})
export type Neighbourhood = v.InferOutput<typeof NeighbourhoodSchema>

/** What a relation can lead from and to: a type of things, or members that are organisations. */
export const LINK_ENDS = [...THING_TYPES, 'organisation'] as const
export type LinkEnd = typeof LINK_ENDS[number]

/** A relation of the network's vocabulary, in the reader's language. */
export const RelationSchema = v.object({
	slug: v.string(),
	/** From the first to the second: “carries”. */
	label: v.string(),
	/** The other direction: “carried by”; equal for a symmetric relation. */
	inverse: v.string(),
	/** False: existing links keep it, new ones cannot have it. */
	offered: v.boolean(),
	/** What it can lead from and to; anything if absent. */
	from: v.optional(v.array(v.picklist(LINK_ENDS))),
	to: v.optional(v.array(v.picklist(LINK_ENDS))),
})
export type Relation = v.InferOutput<typeof RelationSchema>

/** `a` label `b`: “Odile carries Eau de pluie”. */
export const NewLinkSchema = v.object({
	a: RefSchema,
	b: RefSchema,
	relation: v.string(),
})
export type NewLink = v.InferOutput<typeof NewLinkSchema>

export const LinkSchema = v.object({
	id: v.number(),
	...NewLinkSchema.entries,
})
export type Link = v.InferOutput<typeof LinkSchema>

export const qSchema = v.pipe(v.string(), maxCharacters(LINK_LIMITS.q))
