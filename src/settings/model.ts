/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/**
 * Longest texts in characters, longest list, as in lib/ (NetworkSettings, LibraryFolder, Charters, NetworkTexts, Kit): both sides are held
 * to tests/fixtures/rules/network-limits.json.
 */
export const NETWORK_LIMITS = {
	name: 80,
	departements: 30,
	library: 250,
	charter: 50_000,
	welcome: 1000,
	/** The beginning and the end of letters. */
	letter: 4000,
	frames: 20,
	frame: 250,
	/** A kit as JSON. */
	kit: 1_000_000,
} as const

/** How people join the team of a new group; the last is by invitation only. */
export const TEAM_PRESETS = ['open', 'request', 'private'] as const
export type TeamPreset = typeof TEAM_PRESETS[number]

/** The facilitators’ group created by Réseau; the only one it adds people to. */
export const OWN_GROUP = 'reseau-facilitation'

/** The settings of the network for everyone; each is changed separately. */
export const NetworkSettingsSchema = v.object({
	/** Name of the network, empty before it has one. */
	name: v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.name)),
	/** INSEE code of the region whose territories are offered first. */
	region: v.string(),
	/** INSEE codes of départements beyond it whose territories are included. */
	departements: v.pipe(v.array(v.string()), v.maxLength(NETWORK_LIMITS.departements)),
	/** Id of the Nextcloud group whose members facilitate. */
	group: v.string(),
	/** Folder of the library as a path in Files, empty if none is chosen. */
	library: v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.library)),
	preset: v.picklist(TEAM_PRESETS),
	/** Whether a public showcase is allowed; a facilitator of the network opens it. */
	showcase: v.boolean(),
	/** Whether search engines may list its pages. */
	indexed: v.boolean(),
	/** Sites that may embed it in a frame, such as https://www.example.org. */
	frames: v.pipe(v.array(v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.frame))), v.maxLength(NETWORK_LIMITS.frames)),
})
export type NetworkSettings = v.InferOutput<typeof NetworkSettingsSchema>
export type Setting = keyof NetworkSettings

/**
 * Texts in Markdown that the facilitators of the network edit together: the text of the first visits, and the beginning and the end of new
 * letters.
 */
export const NETWORK_TEXTS = ['welcome', 'opening', 'closing'] as const
export type NetworkText = typeof NETWORK_TEXTS[number]

/** A text of the network; empty without one. */
export const NetworkTextSchema = v.object({ text: v.string() })

/** A version of the charter; its text is Markdown, empty if the charter was withdrawn. */
export const CharterSchema = v.object({
	/** Counted from 1. */
	version: v.number(),
	/** ISO 8601 moment. */
	date: v.string(),
	text: v.string(),
})
export type Charter = v.InferOutput<typeof CharterSchema>

export const CharterVersionSchema = v.omit(CharterSchema, ['text'])
export type CharterVersion = v.InferOutput<typeof CharterVersionSchema>

export const AccountSchema = v.object({ uid: v.string(), name: v.string() })
export type Account = v.InferOutput<typeof AccountSchema>

/** The data of the administration page. */
export const NetworkSchema = v.object({
	settings: NetworkSettingsSchema,
	facilitation: v.object({
		/** Name of the group. */
		group: v.string(),
		exists: v.boolean(),
		can: v.object({
			/** People can be added and removed here. */
			change: v.boolean(),
		}),
		people: v.array(v.object({
			...AccountSchema.entries,
			/** Réseau is enabled for them. */
			access: v.boolean(),
		})),
	}),
	/** The library’s folder, for the current account. */
	folder: v.object({
		there: v.boolean(),
		/** It is a Team folder, or in one. */
		team: v.boolean(),
	}),
	/** The version in force, null before the first one. */
	charter: v.nullable(CharterSchema),
	/** Address of the app. */
	home: v.string(),
})
export type Network = v.InferOutput<typeof NetworkSchema>

export const ChoiceOfGroupSchema = v.object({ id: v.string(), name: v.string() })
export type ChoiceOfGroup = v.InferOutput<typeof ChoiceOfGroupSchema>

export const FolderSchema = v.object({
	path: v.string(),
	team: v.boolean(),
})
export type Folder = v.InferOutput<typeof FolderSchema>

/** A part of Nextcloud that Réseau depends on. */
export const SetupCheckSchema = v.object({
	id: v.string(),
	/** Its name, in the reader’s language. */
	name: v.string(),
	/** `info`: something is limited, nothing is wrong. */
	state: v.picklist(['ok', 'info', 'warning']),
	/** Its state, and the consequences. */
	sentence: v.string(),
	/** The page to fix it. */
	link: v.nullable(v.object({ text: v.string(), href: v.string() })),
})
export type SetupCheck = v.InferOutput<typeof SetupCheckSchema>

/** A kit for another network; JSON. */
export const KitSchema = v.object({ text: v.string() })

/** A kit that comes with the app. */
export const ShippedKitSchema = v.object({
	id: v.string(),
	title: v.string(),
	/** Who it is for, in a sentence. */
	about: v.string(),
	/** Number of its words and texts, including the two above. */
	language: v.string(),
	/** Paths of its folders that are missing in the library, if it was applied before and I can create them. */
	missing: v.array(v.string()),
})

export const ShippedKitsSchema = v.object({
	/** The network has nothing yet that a kit contains. */
	empty: v.boolean(),
	kits: v.array(ShippedKitSchema),
})
export type ShippedKits = v.InferOutput<typeof ShippedKitsSchema>

/** Parts of a kit of which a network has only one; it is replaced only on request. */
export const REPLACEABLE = ['welcome', 'letterOpening', 'letterClosing', 'charter', 'boardModels'] as const
export type Replaceable = typeof REPLACEABLE[number]

/** The outcome of one thing in a kit, or its preview. */
export const KitRowSchema = v.object({
	/** A list of the vocabulary, or `folders`, or one of `REPLACEABLE`. */
	part: v.string(),
	/** Empty for a part with only one thing. */
	name: v.string(),
	outcome: v.picklist(['made', 'updated', 'unchanged', 'skipped']),
	/** Why it was skipped. */
	why: v.string(),
})
export type KitRow = v.InferOutput<typeof KitRowSchema>
