/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { OUTCOMES } from '../library/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { UnreachedSchema } from '../subscription/model.ts'

/** The same as in lib/Letter/LetterRules.php: both sides are held to tests/fixtures/rules/letter-limits.json. */
export const LETTER_LIMITS = {
	/** Characters. */
	title: 120,
	editorial: 8000,
	block: 4000,
	/** For the shortened text of a passage. */
	shortened: 1000,
	/** Number of entries. */
	items: 300,
	/** Characters of the alternative text of a picture. */
	alt: 300,
	/** Bytes of a picture. */
	picture: 40_000,
	/** Days of a period. */
	days: 400,
	/** Readers per page. */
	page: 100,
} as const

/** Bytes of the HTML of a mail: some mail programs cut longer ones. */
export const MOST_BYTES = 60_000

/** A letter reports what happened; a statutory message is a title and a text for members, whether they get the letter or not. */
export const LETTER_KINDS = ['letter', 'statutory'] as const
export type LetterKind = typeof LETTER_KINDS[number]

export const LETTER_STATES = ['draft', 'sending', 'stopped', 'sent'] as const

export const SEGMENT_KINDS = ['all', 'territory', 'theme', 'group'] as const
export type SegmentKind = typeof SEGMENT_KINDS[number]

export const LETTER_LANGUAGES = ['fr', 'en', 'oc', 'ca', 'es'] as const
export type LetterLanguage = typeof LETTER_LANGUAGES[number]

/**
 * What a passage is about.
 *
 * - person: someone who joined
 * - notice: an open one; outcome: the outcome of one
 * - group: one that was opened; seeking: what a group looks for; closed: one that ended
 * - story: what worked, and what did not; help: a sheet that asks for help
 * - date: an upcoming meeting of a group
 * - session: an upcoming session of needs and offers
 */
export const PASSAGE_KINDS = ['person', 'notice', 'outcome', 'group', 'seeking', 'closed', 'story', 'help', 'date', 'session'] as const
export type PassageKind = typeof PASSAGE_KINDS[number]

/** Who sees a passage, from the most readers to the fewest: everyone, members, members with an account and access to the file, the people of a group. */
export const REACHES = ['everyone', 'members', 'library', 'group'] as const

/** Kinds of readers: a member with an account, a member without, another person. */
export const READER_KINDS = ['account', 'kept', 'outside'] as const
export type ReaderKind = typeof READER_KINDS[number]

/** Why a person gets it: their choice, or their membership. */
export const WHYS = ['member', 'confirmed', 'imported', 'told', 'statutory'] as const

/** Why the mail server refused a mail. */
export const REFUSALS = ['bad_address', 'not_accepted', 'no_answer', 'not_made'] as const
export type Refusal = typeof REFUSALS[number]

/** Why sending stopped without a person. */
export const STOP_NOTES = ['mail_server'] as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** YYYY-MM-DD */
const day = v.string()
/** Hash of a text, from the server: 64 hexadecimal digits. */
const hash = v.string()

export const SegmentSchema = v.object({
	kind: v.picklist(SEGMENT_KINDS),
	/** `departement:11`, the id of a term, the number of a group; empty for all. */
	of: v.string(),
	/** The segment in words. */
	name: v.string(),
})
export type Segment = v.InferOutput<typeof SegmentSchema>

export const LetterSummarySchema = v.object({
	id: v.number(),
	kind: v.picklist(LETTER_KINDS),
	title: v.string(),
	/** The days it is about; null in a statutory message. */
	from: v.nullable(day),
	until: v.nullable(day),
	readers: SegmentSchema,
	language: v.string(),
	state: v.picklist(LETTER_STATES),
	/** When sending began. */
	sent: v.nullable(v.string()),
	changed: v.string(),
	/** For facilitators: why it stopped. */
	note: v.optional(v.nullable(v.picklist(STOP_NOTES))),
	/** For facilitators: its copy in the library. */
	file: v.optional(v.nullable(v.string())),
})
export type LetterSummary = v.InferOutput<typeof LetterSummarySchema>

export const LettersSchema = v.object({
	/** Drafts first, for facilitators; then sent ones, newest first. */
	letters: v.array(LetterSummarySchema),
})
export type Letters = v.InferOutput<typeof LettersSchema>

/** One thing in a letter: a passage, or a free block in Markdown. */
export const ItemSchema = v.object({
	kind: v.picklist([...PASSAGE_KINDS, 'block']),
	/** Id of its subject; null: a block. */
	id: v.nullable(v.number()),
	taken: v.boolean(),
	/** Text of a block; for a passage, its shortened text, null: not shortened. */
	text: v.nullable(text(LETTER_LIMITS.block)),
	/** Hash of the passage that was shortened. */
	hash: v.nullable(hash),
})
export type Item = v.InferOutput<typeof ItemSchema>

export const PictureSchema = v.object({
	/** File id. */
	file: v.string(),
	/** Alternative text; empty if the picture is decorative. */
	alt: text(LETTER_LIMITS.alt),
	/** A small JPEG of it, base64. */
	image: v.string(),
})

export const LetterSchema = v.object({
	...LetterSummarySchema.entries,
	editorial: v.string(),
	picture: v.nullable(PictureSchema),
	items: v.array(ItemSchema),
	version: v.number(),
})
export type Letter = v.InferOutput<typeof LetterSchema>

/** A sent letter, as its reader can see it now. */
export const ReadingSchema = v.object({
	...LetterSummarySchema.entries,
	/** The content below its title, rendered by the server, only text and links. */
	html: v.string(),
})
export type Reading = v.InferOutput<typeof ReadingSchema>

/** A passage that is available for a letter. */
export const PassageSchema = v.object({
	kind: v.picklist(PASSAGE_KINDS),
	id: v.number(),
	title: v.string(),
	line: v.string(),
	text: v.string(),
	/** When it happened, or will happen. */
	day,
	reach: v.picklist(REACHES),
	/** Title and id of the group, if only its members see it. */
	of: v.string(),
	group: v.string(),
	/** Outcome of a story. */
	outcome: v.nullable(v.picklist(OUTCOMES)),
	/** Whether it belongs to the territory, the theme or the group of the letter. */
	concerns: v.boolean(),
	hash,
})
export type Passage = v.InferOutput<typeof PassageSchema>

export const FoundSchema = v.object({
	/** By kind, newest first. */
	passages: v.array(PassageSchema),
	/** Kinds with more passages than shown. */
	more: v.array(v.picklist(PASSAGE_KINDS)),
})
export type Found = v.InferOutput<typeof FoundSchema>

const segment = v.object({
	kind: v.picklist(SEGMENT_KINDS),
	of: v.optional(text(128)),
})
const title = v.pipe(text(LETTER_LIMITS.title), v.nonEmpty())
const language = v.picklist(LETTER_LANGUAGES)

export const NewLetterSchema = v.object({
	kind: v.picklist(LETTER_KINDS),
	title,
	language,
	/** Of a letter. */
	from: v.optional(day),
	until: v.optional(day),
	readers: v.optional(segment),
	/** Created by the browser: sent again with the same key, it stays one letter. */
	key: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
})
export type NewLetter = v.InferOutput<typeof NewLetterSchema>

/** The content of a draft, as it is sent; for a statutory message only title, language and text are used. */
export const LetterContentSchema = v.object({
	title,
	language,
	editorial: text(LETTER_LIMITS.editorial),
	from: v.optional(v.nullable(day)),
	until: v.optional(v.nullable(day)),
	readers: v.optional(segment),
	/** Without `image`, the stored one stays. */
	picture: v.optional(v.nullable(v.object({ file: v.string(), alt: text(LETTER_LIMITS.alt), image: v.optional(v.string()) }))),
	items: v.pipe(v.array(ItemSchema), v.maxLength(LETTER_LIMITS.items)),
})
export type LetterContent = v.InferOutput<typeof LetterContentSchema>

export const LetterChangesSchema = v.object({ ...LetterContentSchema.entries, version: v.number() })
export type LetterChanges = v.InferOutput<typeof LetterChangesSchema>

/** A rendered letter and its reader: `account` is the facilitator. Only the browser needs its picture. */
export const PreviewSchema = v.object({ ...LetterContentSchema.entries, as: v.picklist(READER_KINDS) })
export type Preview = v.InferOutput<typeof PreviewSchema>

export const RenderingSchema = v.object({
	/** The mail; its picture is `cid:letter.jpg`. */
	html: v.string(),
	text: v.string(),
	/** A whole document for a page and for paper; its picture is `data:image/jpeg;base64,`. */
	page: v.string(),
	/** Of the HTML of the mail. */
	bytes: v.number(),
	/** Passages, by kind and id, that this reader does not see. */
	unseen: v.array(v.string()),
	/** Passages nobody sees any more. */
	gone: v.array(v.string()),
	/** Passages that changed since they were shortened. */
	changed: v.array(v.string()),
})
export type Rendering = v.InferOutput<typeof RenderingSchema>

export const TestSchema = v.object({ as: v.picklist(READER_KINDS) })

export const TestedSchema = v.object({
	/** Address of the mail. */
	address: v.string(),
})
export type Tested = v.InferOutput<typeof TestedSchema>

/** A recipient of a letter, and why they get it. */
export const RecipientSchema = v.object({
	id: v.number(),
	/** Empty: only an address is known. */
	name: v.string(),
	kind: v.picklist(READER_KINDS),
	why: v.picklist(WHYS),
	/** Day of their choice; null in the statutory list. */
	on: v.nullable(day),
	/** How they chose, in the words of the person who recorded it; empty where they did it themselves. */
	manner: v.string(),
})
export type Recipient = v.InferOutput<typeof RecipientSchema>

export const RecipientsSchema = v.object({
	total: v.number(),
	account: v.number(),
	kept: v.number(),
	outside: v.number(),
	/** Those who would get it empty: they get no mail. */
	nothing: v.object({ account: v.number(), kept: v.number(), outside: v.number() }),
	/** People of its list and segment who get no mail. */
	unreached: UnreachedSchema,
	/** The key stays while the recipients stay the same. */
	key: v.string(),
	/** The first page. */
	readers: v.array(RecipientSchema),
})
export type Recipients = v.InferOutput<typeof RecipientsSchema>

/** The recipients of each kind who get a mail: it would not be empty for them. */
export function gettingIt(recipients: Recipients): Recipients['nothing'] {
	const { account, kept, outside, nothing } = recipients
	return { account: account - nothing.account, kept: kept - nothing.kept, outside: outside - nothing.outside }
}

/** All of them. */
export function sumOf({ account, kept, outside }: Recipients['nothing']): number {
	return account + kept + outside
}

/** Number after which the list continues. */
export const AfterQuerySchema = v.object({ after: v.optional(v.number()) })

export const RecipientPageSchema = v.object({ readers: v.array(RecipientSchema) })
export type RecipientPage = v.InferOutput<typeof RecipientPageSchema>

export const SendingSchema = v.object({
	version: v.number(),
	/** `key` of the readers that were shown. */
	readers: v.string(),
})
export type Sending = v.InferOutput<typeof SendingSchema>

const named = v.array(v.object({ name: v.string(), reason: v.nullable(v.picklist(REFUSALS)) }))

export const ReportSchema = v.object({
	state: v.picklist(LETTER_STATES),
	note: v.nullable(v.picklist(STOP_NOTES)),
	/** Whether mails are being sent right now. */
	running: v.boolean(),
	total: v.number(),
	/** Number of mails by state; `perhaps`: the server was interrupted while sending; `left`: the reader left, or has no address any more; `nothing`: the letter contains nothing they can see. */
	counts: v.object({ waiting: v.number(), begun: v.number(), sent: v.number(), refused: v.number(), perhaps: v.number(), left: v.number(), nothing: v.number() }),
	/** A page of each, without readers who left since. */
	refused: named,
	perhaps: named,
	/** Mail after which each list continues; null: complete. */
	next: v.object({ refused: v.nullable(v.number()), perhaps: v.nullable(v.number()) }),
	/** Passages that were withdrawn or rewritten since sending began: later mails are sent without them. */
	withheld: v.number(),
})
export type Report = v.InferOutput<typeof ReportSchema>

export const AgainSchema = v.object({ state: v.picklist(['refused', 'perhaps']) })

/** A letter as one reader can see it, with addresses instead of links. */
export const PaperSchema = v.object({
	title: v.string(),
	language: v.string(),
	/** The content below its title, rendered by the server, only text and its picture. */
	html: v.string(),
})
export type Paper = v.InferOutput<typeof PaperSchema>

/** Letters to print for the person of a kept card. */
export const PersonPapersSchema = v.object({
	name: v.string(),
	/** The last message to all members of recent weeks, and the last letter if they want it. */
	papers: v.array(PaperSchema),
})
export type PersonPapers = v.InferOutput<typeof PersonPapersSchema>

/** A letter on paper for the people whose mail the server refused. */
export const PapersSchema = v.object({
	papers: v.array(PaperSchema),
	/** `paper`: index in the list above. */
	people: v.array(v.object({ name: v.string(), paper: v.number() })),
	/** Mail after which the list continues; null: complete. */
	next: v.nullable(v.number()),
})
export type Papers = v.InferOutput<typeof PapersSchema>

export const FileTextSchema = v.object({
	/** Markdown, with only what every member can see. */
	text: v.string(),
})
export type FileText = v.InferOutput<typeof FileTextSchema>

export const KeptFileSchema = v.object({
	/** File id in the library. */
	file: v.string(),
})
