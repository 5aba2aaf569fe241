/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** The same as in lib/Map: both sides are held to tests/fixtures/rules/map-limits.json. */
export const MAP_LIMITS = {
	/** Maximum number of members on the map. */
	members: 2000,
	/** Smaller groups of people are not counted anywhere on a map. */
	few: 5,
	/** Themes listed for two sides without common groups. */
	introductions: 3,
} as const

/** Kinds of sides. */
export const BRIDGES = ['sector', 'departement'] as const
export type BridgeKind = typeof BRIDGES[number]

const choice = v.object({ id: v.string(), label: v.string() })

/** The ends of a link on the map. */
const end = v.object({ type: v.picklist(['member', 'group']), id: v.number() })

/** The network as its viewer can see it: the members of groups, what they seek and offer by theme, and links made by people. */
export const NetworkMapSchema = v.object({
	/** By name. */
	members: v.array(v.object({
		id: v.number(),
		name: v.string(),
		/** Account of its avatar. */
		uid: v.nullable(v.string()),
		/** Left out for a person. */
		kind: v.optional(v.literal('organisation')),
		/** Ids of groups they are active in. */
		groups: v.array(v.number()),
		/** Ids of themes they seek or offer something of. */
		themes: v.array(v.string()),
	})),
	/** The groups these members are in, or are linked with, by title. */
	groups: v.array(v.object({ id: v.number(), title: v.string() })),
	/** The themes these members have, by label. */
	themes: v.array(choice),
	/** Links that people made between two of these members and groups. */
	links: v.array(v.object({ a: end, b: end, relation: v.string() })),
	/** Their relations, as they read from `a` to `b`. */
	relations: v.array(v.object({ slug: v.string(), label: v.string() })),
	/** The filters, by label. */
	sectors: v.array(choice),
	territories: v.array(choice),
	/** Members who match the filter. */
	total: v.number(),
})
export type NetworkMap = v.InferOutput<typeof NetworkMapSchema>

/** Places with at least five people. */
export const TerritoriesSchema = v.array(v.object({
	code: v.string(),
	kind: v.picklist(['departement', 'commune']),
	name: v.string(),
	/** Code of the département around a commune, its own of a département. */
	departement: v.string(),
	count: v.number(),
}))
export type Territories = v.InferOutput<typeof TerritoriesSchema>

/** Which sectors or départements with at least five people have groups in common, never single persons. */
export const BridgesSchema = v.object({
	/** By label. */
	sides: v.array(v.object({ ...choice.entries, count: v.number() })),
	/** Each pair, by their indexes among the sides. */
	pairs: v.array(v.object({
		a: v.number(),
		b: v.number(),
		/** Groups with people of both. */
		groups: v.number(),
		/** Without any: themes that many of one side seek and many of the other offer. */
		introductions: v.array(v.object({
			theme: choice,
			/** Index of the side that seeks it, and of the one that offers it. */
			seeks: v.number(),
			offers: v.number(),
		})),
	})),
})
export type Bridges = v.InferOutput<typeof BridgesSchema>
