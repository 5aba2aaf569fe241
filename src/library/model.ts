/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { PLACE_KINDS } from '../territory/model.ts'

/** Kinds that can be signed, as in lib/Library/SheetRules.php. */
export const SIGNABLE = ['manifesto', 'charter'] as const

/** Outcomes of a practice, of equal rank everywhere. */
export const OUTCOMES = ['worked', 'mixed', 'failed'] as const
export type Outcome = typeof OUTCOMES[number]

export const SHEET_STATUSES = ['draft', 'published'] as const
export type SheetStatus = typeof SHEET_STATUSES[number]

/** How a person signed. */
export const SIGNED_BY = ['account', 'mail', 'paper'] as const

/** How others may use the text; empty: not specified. */
export const LICENCES = ['', 'cc-by-sa-4.0', 'cc-by-4.0', 'cc0-1.0', 'network', 'all-rights'] as const

/** Questions to judge whether a practice helps elsewhere; no marks. */
export const GRID = ['helps', 'hinders', 'elsewhere', 'conditions'] as const
export type GridQuestion = typeof GRID[number]

export const SHEET_SORTS = ['relevance', 'fresh', 'title'] as const

/** Criteria of the library. */
export const SHEET_FACETS = ['kind', 'outcome', 'help', 'territory', 'term', 'group'] as const
export type SheetFacet = typeof SHEET_FACETS[number]
/** The only choice of `help`: the sheet asks for help. */
export const WANTED = 'wanted'

/**
 * Longest texts in characters and longest lists, the same as in lib/Library/SheetRules.php: both sides are held to
 * tests/fixtures/rules/sheet-limits.json.
 */
export const SHEET_LIMITS = {
	title: 200,
	summary: 500,
	text: 10_000,
	context: 2000,
	territories: 20,
	terms: 20,
	groups: 20,
	authors: 20,
	authorNames: 500,
	standpoint: 500,
	answer: 2000,
	signerName: 120,
	email: 254,
	how: 500,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))

/** File id, in digits: nobody calculates with it. */
export const FileIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/))

export const PersonSchema = v.object({ id: v.number(), name: v.string(), uid: v.nullable(v.string()) })
export type Person = v.InferOutput<typeof PersonSchema>

const PlaceSchema = v.object({
	/** INSEE code of a commune, département or région; SIREN of an EPCI. */
	code: v.string(),
	kind: v.picklist(PLACE_KINDS),
	name: v.string(),
})

/** Territories, public, means, frame and standpoint: without them a practice cannot be published. */
export const ContextSchema = v.object({
	territories: v.pipe(v.array(PlaceSchema), v.maxLength(SHEET_LIMITS.territories)),
	/** The public. */
	public: text(SHEET_LIMITS.context),
	means: text(SHEET_LIMITS.context),
	/** Administrative frame: who decides, who pays, under what rule. */
	frame: text(SHEET_LIMITS.context),
	/** The standpoint it is written from. */
	standpoint: text(SHEET_LIMITS.context),
})
export type Context = v.InferOutput<typeof ContextSchema>

/** The editable fields of a sheet. */
export const SheetWordsSchema = v.object({
	/** Slug of the network's kinds of resources. */
	kind: v.string(),
	outcome: v.nullable(v.picklist(OUTCOMES)),
	title: text(SHEET_LIMITS.title),
	summary: text(SHEET_LIMITS.summary),
	context: ContextSchema,
	tried: text(SHEET_LIMITS.text),
	happened: text(SHEET_LIMITS.text),
	learnt: text(SHEET_LIMITS.text),
	/** What help is wanted. */
	wanted: text(SHEET_LIMITS.text),
	/** Members, by id; empty for an anonymous sheet. */
	authors: v.pipe(v.array(v.number()), v.maxLength(SHEET_LIMITS.authors)),
	/** Authors who are no members, as they are shown. */
	authorNames: text(SHEET_LIMITS.authorNames),
	/** No names: neither authors nor the writer of the sheet are stored, unless they chose to be `reachable`. */
	anonymous: v.boolean(),
	licence: v.picklist(LICENCES),
	/** Slugs of sectors, themes and publics. */
	terms: v.pipe(v.array(v.string()), v.maxLength(SHEET_LIMITS.terms)),
	/** Groups that work on it, by id. */
	groups: v.pipe(v.array(v.number()), v.maxLength(SHEET_LIMITS.groups)),
})
export type SheetWords = v.InferOutput<typeof SheetWordsSchema>

/** The file of a sheet, as the viewer sees it. */
export const SheetFileSchema = v.object({
	name: v.string(),
	/** Below the library's folder, begins with a slash. */
	path: v.string(),
	folder: v.boolean(),
	mime: v.string(),
	/** Bytes. */
	size: v.number(),
	/** Last modified, in seconds. */
	changed: v.number(),
})
export type SheetFile = v.InferOutput<typeof SheetFileSchema>

/** A sheet in a list. */
export const SheetSummarySchema = v.object({
	fileId: FileIdSchema,
	title: v.string(),
	summary: v.string(),
	kind: v.string(),
	/** Kind in the reader's language. */
	kindLabel: v.string(),
	outcome: v.nullable(v.picklist(OUTCOMES)),
	/** Names of its territories. */
	places: v.array(v.string()),
	status: v.picklist(SHEET_STATUSES),
	/** Sentence with the words searched for and the position of each (first character, length); null in lists without words. */
	found: v.nullable(v.object({ text: v.string(), marks: v.array(v.tuple([v.number(), v.number()])) })),
	/** null: the file was deleted, the sheet says what it was. */
	file: v.nullable(SheetFileSchema),
})
export type SheetSummary = v.InferOutput<typeof SheetSummarySchema>

/** A person's answers from their standpoint. */
export const EvaluationSchema = v.object({
	id: v.number(),
	/** The author; hidden if the viewer may not see the member, because a standpoint may identify them. */
	by: PersonSchema,
	/** Their standpoint: “elected, a village of 300”. */
	standpoint: v.string(),
	answers: v.object(Object.fromEntries(GRID.map((question) => [question, v.string()])) as Record<GridQuestion, v.StringSchema<undefined>>),
	/** Day, as 2026-11-24. */
	day: v.string(),
	mine: v.boolean(),
})
export type Evaluation = v.InferOutput<typeof EvaluationSchema>

export const SheetSchema = v.object({
	fileId: FileIdSchema,
	...SheetWordsSchema.entries,
	kindLabel: v.string(),
	authors: v.array(PersonSchema),
	/** The groups the viewer may see. */
	groups: v.array(v.object({ id: v.number(), title: v.string() })),
	/** In the reader's language, in the order of `terms`. */
	termLabels: v.array(v.string()),
	/** The recipient of a message to its anonymous author: `me`, or another person, who stays unnamed; null: nobody. */
	reach: v.nullable(v.picklist(['me', 'author'])),
	status: v.picklist(SHEET_STATUSES),
	/** For those who can change or delete it, else null: others would learn that something hidden from them has changed. */
	version: v.nullable(v.number()),
	/** Recorded by a facilitator for another person. */
	deposited: v.boolean(),
	file: v.nullable(SheetFileSchema),
	evaluations: v.array(EvaluationSchema),
	/** For a manifesto or charter that can be signed: the number of signatures and the current version; null for others. */
	signing: v.nullable(v.object({
		/** SHA-256 of the file, in hexadecimal digits. */
		hash: v.string(),
		total: v.number(),
		/** My signature; `current`: of the current text. */
		mine: v.nullable(v.object({ id: v.number(), day: v.string(), current: v.boolean() })),
	})),
	/** Mine on a text that can no longer be signed: its kind has changed, or its file was deleted. */
	left: v.nullable(v.object({ id: v.number(), day: v.string() })),
	/** The last change, ISO 8601: a moment, shown as a day in the reader's time zone. */
	changed: v.string(),
	can: v.object({
		/** Change the file, and so its sheet. */
		edit: v.boolean(),
		evaluate: v.boolean(),
		sign: v.boolean(),
		/** Enter signatures from paper, ask for one by mail, export. */
		collect: v.boolean(),
		/** Delete the sheet; the file stays. */
		remove: v.boolean(),
	}),
})
export type Sheet = v.InferOutput<typeof SheetSchema>

export const SignatureSchema = v.object({
	id: v.number(),
	name: v.string(),
	/** Card of the person who signed with an account; null without one, or if the viewer cannot see it. */
	member: v.nullable(v.number()),
	how: v.picklist(SIGNED_BY),
	/** Asked by mail, no answer yet; only for the collector. */
	waiting: v.boolean(),
	day: v.string(),
	/** Of the current text. */
	current: v.boolean(),
	hash: v.string(),
	/** Where the paper is kept; empty for everyone but the collector. */
	note: v.string(),
	can: v.object({ withdraw: v.boolean() }),
})
export type Signature = v.InferOutput<typeof SignatureSchema>

/** The library, as the viewer sees it. */
export const LibrarySchema = v.object({
	/** none: no folder is chosen · out_of_reach: it is not shared with the viewer, or was renamed or deleted. */
	state: v.picklist(['none', 'out_of_reach', 'open']),
	/** Its path in the viewer's Files; null unless it is open. */
	root: v.nullable(v.object({
		id: FileIdSchema,
		/** Begins with a slash. */
		path: v.string(),
		name: v.string(),
		/** A Team folder. */
		team: v.boolean(),
		can: v.object({ write: v.boolean() }),
	})),
	/** Kinds of resources, in the network's order. */
	kinds: v.array(v.object({ slug: v.string(), label: v.string() })),
	/** My groups with a folder, and those that can have one. */
	groups: v.array(v.object({
		id: v.number(),
		title: v.string(),
		folderId: v.nullable(FileIdSchema),
		/** Where the viewer has that folder if it is not in the library, like the folder of a team. */
		elsewhere: v.nullable(v.string()),
	})),
	can: v.object({
		/** Record a sheet for a person who stays anonymous. */
		deposit: v.boolean(),
	}),
})
export type Library = v.InferOutput<typeof LibrarySchema>

const choices = v.array(v.object({ id: v.string(), label: v.string(), count: v.number() }))

/** A story in a short list. */
export const StorySchema = v.object({
	...SheetSummarySchema.entries,
	/** One line of what was learnt; empty: not specified. */
	learnt: v.string(),
	/** One line of the help that is wanted. */
	wanted: v.string(),
})
export type Story = v.InferOutput<typeof StorySchema>

const SomeStoriesSchema = v.object({
	/** The newest ones. */
	sheets: v.array(StorySchema),
	/** Total number. */
	total: v.number(),
})

/** The start page of the library. */
export const StoriesSchema = v.object({
	/** New stories with an outcome. */
	fresh: SomeStoriesSchema,
	/** Stories that ask for help. */
	wanted: SomeStoriesSchema,
	/** Manifestos and charters. */
	signable: SomeStoriesSchema,
	/** Those published in the last 30 days that the viewer can sign and has not signed. */
	toSign: v.array(FileIdSchema),
	/** Sectors, themes and publics of all sheets, most frequent first. */
	themes: choices,
	/** All sheets, also those without an experience, such as a tool. */
	all: SomeStoriesSchema,
	/** In the départements of my territories; null: my card has none. */
	near: v.nullable(v.object({ places: v.array(v.object({ id: v.string(), label: v.string() })), ...SomeStoriesSchema.entries })),
	/** Those that name me, drafts first; the last 50. */
	mine: v.array(StorySchema),
})
export type Stories = v.InferOutput<typeof StoriesSchema>

export const SheetListSchema = v.object({
	sheets: v.array(SheetSummarySchema),
	/** null on later pages. */
	facets: v.nullable(v.object(Object.fromEntries(SHEET_FACETS.map((facet) => [facet, choices])) as Record<SheetFacet, typeof choices>)),
	total: v.number(),
	/** Cursor of the next page. */
	next: v.nullable(v.string()),
	/** No sheet has all the words: these have some of them, most first. */
	near: v.optional(v.literal(true)),
	/** Words that found nothing, and those searched for instead. */
	corrected: v.optional(v.array(v.object({ from: v.string(), to: v.string() }))),
})
export type SheetList = v.InferOutput<typeof SheetListSchema>

const answer = text(SHEET_LIMITS.answer)
export const WrittenEvaluationSchema = v.object({
	standpoint: text(SHEET_LIMITS.standpoint),
	answers: v.partial(v.object(Object.fromEntries(GRID.map((question) => [question, answer])) as Record<GridQuestion, typeof answer>)),
})
export type WrittenEvaluation = v.InferOutput<typeof WrittenEvaluationSchema>
