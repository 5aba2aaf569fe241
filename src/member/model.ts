/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CardPart, Part } from './parts.ts'

import * as v from 'valibot'
import { ABOUT } from '../knowledge/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { PLACE_KINDS } from '../territory/model.ts'
import { AUDIENCES, CARD_PARTS, PARTS, ROWS } from './parts.ts'

/** The viewers a keeper can preview a card as: a person without an account, a member, a person of the same groups. */
export const VIEWPOINTS = ['visitor', 'member', 'groups'] as const
export type Viewpoint = typeof VIEWPOINTS[number]

export const STATUSES = ['draft', 'published', 'paused', 'withdrawn'] as const
export type Status = typeof STATUSES[number]

/** The kind of a card; it is chosen on creation and does not change. As in lib/Member/Card/CardKind.php. */
export const CARD_KINDS = ['person', 'organisation'] as const
export type CardKind = typeof CARD_KINDS[number]

/** Left out for a person. */
const kind = v.optional(v.literal('organisation' satisfies CardKind))

/** The kind of a thing sought or offered; left out if not specified. */
export const ITEM_KINDS = ['knowledge', 'skill', 'practice', 'place', 'equipment', 'time'] as const
export type ItemKind = typeof ITEM_KINDS[number]

/**
 * Longest texts in characters and longest lists, the same as in lib/Member/Card/CardRules.php: both sides are held to
 * tests/fixtures/rules/card-parts.json. Those of a part are in its row of ROWS.
 */
export const LIMITS = {
	name: 120,
	itemText: 500,
	itemTerms: 12,
	word: 120,
	email: 254,
	phone: 40,
	website: 300,
	consentHow: 500,
} as const

/** Limits of texts and lists. */
interface Bounds {
	text: (max: number) => v.GenericSchema<string>
	list: <Entry extends v.GenericSchema>(entry: Entry, max: number) => v.GenericSchema<v.InferInput<Entry>[], v.InferOutput<Entry>[]>
}

/** What is written must respect LIMITS. */
const WRITTEN: Bounds = {
	text: (max) => v.pipe(v.string(), maxCharacters(max)),
	list: (entry, max) => v.pipe(v.array(entry), v.maxLength(max)),
}

/** A stored card may be longer, for instance after a merge: it is shown anyway. */
const READ: Bounds = {
	text: () => v.string(),
	list: (entry) => v.array(entry),
}

function item({ text, list }: Bounds) {
	return v.object({
		text: text(LIMITS.itemText),
		/** Ids of the network's sectors, themes or publics. */
		terms: list(v.string(), LIMITS.itemTerms),
		kind: v.optional(v.picklist(ITEM_KINDS)),
		/** What its person says it is about (ABOUT of src/knowledge/model.ts); left out for others, and if not specified. */
		about: v.optional(v.pipe(v.string(), v.regex(ABOUT))),
	})
}
export const ItemSchema = item(READ)
export type Item = v.InferOutput<typeof ItemSchema>

export const PlaceSchema = v.object({
	/** INSEE code of a commune, département or région; SIREN of an EPCI. */
	code: v.string(),
	kind: v.picklist(PLACE_KINDS),
	name: v.string(),
})
export type Place = v.InferOutput<typeof PlaceSchema>

function contact({ text }: Bounds) {
	return v.object({
		email: v.optional(v.nullable(text(LIMITS.email))),
		phone: v.optional(v.nullable(text(LIMITS.phone))),
		website: v.optional(v.nullable(text(LIMITS.website))),
	})
}
export const ContactSchema = contact(READ)
export type Contact = v.InferOutput<typeof ContactSchema>

interface Values {
	line: string
	text: string
	items: Item[]
	words: string[]
	/** Own words begin with a capital. */
	values: string[]
	terms: string[]
	/** The first one is the home. */
	places: Place[]
}

/** The content of the parts stored in the card itself, under the names of the import format. */
export type Parts = { [P in CardPart]: Values[typeof ROWS[P]['kind']] }

function parts({ text, list }: Bounds, items: v.GenericSchema<Item>) {
	const schemas = {
		line: text,
		text,
		items: (max) => list(items, max),
		words: (max) => list(text(LIMITS.word), max),
		values: (max) => list(text(LIMITS.word), max),
		terms: (max) => list(v.string(), max),
		places: (max) => list(PlaceSchema, max),
	} satisfies { [K in keyof Values]: (max: number) => v.GenericSchema<Values[K]> }
	return Object.fromEntries(CARD_PARTS.map((part) => [part, schemas[ROWS[part].kind](ROWS[part].max)])) as { [P in CardPart]: v.GenericSchema<Parts[P]> }
}

const audience = v.picklist(AUDIENCES)
const audiences = Object.fromEntries(PARTS.map((part) => [part, audience])) as Record<Part, typeof audience>

/** The permissions of this viewer on this card. */
export const CanSchema = v.object({
	edit: v.boolean(),
	/** Confirm that it is still true: the yearly question is open. */
	confirm: v.boolean(),
	/** Show it to the network: after a draft, a pause or a withdrawal. */
	publish: v.boolean(),
	pause: v.boolean(),
	withdraw: v.boolean(),
	delete: v.boolean(),
	export: v.boolean(),
	/** Record the consent of a person without an account. */
	recordConsent: v.boolean(),
	/** Ask the person by mail for their consent to a draft. */
	askConsent: v.boolean(),
	/** Create the one-time link with which the person takes over the card. */
	invite: v.boolean(),
	/** Hand over a kept card to another person. */
	passOn: v.boolean(),
})

function consent({ text }: Bounds) {
	return v.object({
		/** YYYY-MM-DD */
		date: v.string(),
		how: text(LIMITS.consentHow),
	})
}
/** As it is written down. */
export const ConsentSchema = consent(WRITTEN)
export type Consent = v.InferOutput<typeof ConsentSchema>

/** The consent mail to a person without an account. */
export const AskedSchema = v.object({
	/** ISO 8601: the moment, as `until`. */
	on: v.string(),
	/** ISO 8601: expiry of the link in the mail; null: since the person agreed, as long as the card is kept. */
	until: v.nullable(v.string()),
	/** Whether they may be asked again. */
	again: v.boolean(),
})
export type Asked = v.InferOutput<typeof AskedSchema>

/** A card as this viewer can see it: an absent part is empty or hidden, without saying which. */
export const MemberSchema = v.object({
	id: v.number(),
	/** Account name, null without an account. */
	uid: v.nullable(v.string()),
	kind,
	/** Id in the file it was imported from, only for the keeper. */
	ref: v.optional(v.nullable(v.string())),
	/** Only for the keeper: others would learn that something hidden from them has changed. */
	version: v.optional(v.number()),
	status: v.picklist(STATUSES),
	name: v.string(),
	...v.partial(v.object(parts(READ, ItemSchema))).entries,
	contact: v.optional(ContactSchema),
	/** Only for the keeper. */
	audience: v.optional(v.object(audiences)),
	/** Keeper of the card of a person without an account; uid null: the facilitators together. */
	steward: v.optional(v.object({ uid: v.nullable(v.string()), name: v.string() })),
	/** Consent in force, only for the keeper. */
	consent: v.optional(consent(READ)),
	/** ISO 8601: when its keeper last confirmed that it is still true, only for the keeper. */
	confirmed: v.optional(v.string()),
	/** Only for the keeper. */
	asked: v.optional(AskedSchema),
	/** The groups the viewer shares with the person: parts for these groups are shown. */
	together: v.array(v.object({ id: v.number(), title: v.string() })),
	/** YYYY-MM-DD */
	joined: v.string(),
	/** ISO 8601: the last change, only for the keeper. */
	updated: v.optional(v.string()),
	can: CanSchema,
})
export type Member = v.InferOutput<typeof MemberSchema>

export const MemberPageSchema = v.object({
	members: v.array(MemberSchema),
	total: v.number(),
	/** Cursor of the next page, null at the end. */
	next: v.nullable(v.string()),
})
export type MemberPage = v.InferOutput<typeof MemberPageSchema>

/** Whether the person of a kept card was asked and agreed, as in lib/Member/Card/KeptState.php; a person who refused has no card. */
export const KEPT_STATES = ['unasked', 'asked', 'agreed'] as const
export type KeptState = typeof KEPT_STATES[number]

/** The drafts the person keeps whose person has a mail address and has not been asked. */
export const UnaskedSchema = v.object({
	/** By name, at most 300. */
	members: v.array(v.object({ id: v.number(), name: v.string() })),
	total: v.number(),
})
export type Unasked = v.InferOutput<typeof UnaskedSchema>

/** The consent mail, without its link. */
export const ConsentMailSchema = v.object({
	to: v.string(),
	/** The reply address of the mail: of the account that asks; null without one. */
	answerTo: v.nullable(v.string()),
	subject: v.string(),
	text: v.string(),
})
export type ConsentMail = v.InferOutput<typeof ConsentMailSchema>

/** Criteria of the directory: combined with “or” within one, and with “and” across. `theme` is sought or offered. */
export const FACETS = ['territory', 'sector', 'value', 'theme', 'seek', 'offer', 'group', 'kind'] as const
export type Facet = typeof FACETS[number]

/** Sort orders of the directory. Without words there is no relevance, and the default is by name. */
export const SORTS = ['relevance', 'name', 'recent'] as const
export type Sort = typeof SORTS[number]

/** A person as named in other things. */
export interface Person {
	id: number
	/** Account name, null without an account. */
	uid: string | null
	name: string
}

/** A card in a list, as this viewer can see it. */
export const MemberSummarySchema = v.object({
	id: v.number(),
	/** Account name, null without an account. */
	uid: v.nullable(v.string()),
	kind,
	name: v.string(),
	/** The person in one line: trade or role, and place; without either their headline. May be empty. */
	line: v.string(),
	/** The first thing the person seeks, and offers. */
	seeks: v.optional(v.string()),
	offers: v.optional(v.string()),
	/** Labels of the network's values, and own words. */
	values: v.optional(v.array(v.string())),
	/** Keeper of the card of a person without an account; uid null: the facilitators together. */
	steward: v.optional(v.object({ uid: v.nullable(v.string()), name: v.string() })),
	/** YYYY-MM-DD */
	joined: v.string(),
	/** Sentences with search words in what this viewer can see, best first; at most three, one per part. */
	found: v.optional(v.array(v.object({
		part: v.picklist(['name', ...PARTS]),
		/** The sentence in pieces: alternately without and with a found word, beginning without. */
		pieces: v.array(v.string()),
	}))),
})
export type MemberSummary = v.InferOutput<typeof MemberSummarySchema>

/** A choice of a criterion, with the number of people if it were chosen, ignoring the criterion's other choices. */
export const FacetChoiceSchema = v.object({
	/** Id of the term, `kind:code` of a territory (`departement:11`), id of a group. */
	id: v.string(),
	label: v.string(),
	count: v.number(),
})
export type FacetChoice = v.InferOutput<typeof FacetChoiceSchema>

const choices = v.array(FacetChoiceSchema)
/** Choices by criterion: chosen ones first, then by count, then by label; zeros only if chosen. */
export const FacetChoicesSchema = v.object(Object.fromEntries(FACETS.map((facet) => [facet, choices])) as Record<Facet, typeof choices>)
export type FacetChoices = v.InferOutput<typeof FacetChoicesSchema>

/** People with all the words of a search that others have only some of. */
export const NEAR = ['nobody', 'only_you'] as const

/** A result of the directory; the viewer’s own card comes after all others if there are words or criteria. */
export const DirectorySchema = v.object({
	members: v.array(MemberSummarySchema),
	total: v.number(),
	/** There are more than `total`, without an exact count; the order is then by freshness, unless by name. */
	more: v.boolean(),
	/** Cursor of the next page, null at the end. */
	next: v.nullable(v.string()),
	/**
	 * In the server-rendered page, which works without scripts: the first choices, at most 40 plus the chosen ones, unless counting would take too long.
	 * Otherwise null: GET /members/facets returns those of one criterion when it is opened.
	 */
	facets: v.nullable(FacetChoicesSchema),
	/**
	 * Nobody has all the words, or only the viewer has: `members` have some of them, most first, a rare word counting more than a
	 * frequent one. They meet all criteria.
	 */
	near: v.optional(v.picklist(NEAR)),
	/** On the first page of few results: people who say the same in other words, the nearest first, none of `members`; `found` has what they say. They meet all criteria and are not counted in `total`. */
	alike: v.optional(v.array(MemberSummarySchema)),
	/** Everyday words of a question (“someone to help me…”) that were not searched for; on the first page. */
	leftOut: v.optional(v.array(v.string())),
	/** Words nobody wrote, and their replacements in the search. */
	corrected: v.optional(v.array(v.object({ from: v.string(), to: v.string() }))),
	/**
	 * With fewer than five results, or none with all the words: the number of results without one of the words (then `q` has the
	 * remaining ones; not with `near`), without any words, or without one criterion; only if it is larger.
	 */
	wider: v.optional(v.array(v.object({
		without: v.picklist(['word', 'q', ...FACETS]),
		q: v.optional(v.string()),
		total: v.number(),
		more: v.boolean(),
	}))),
	/** No results because the words are too common to be searched. */
	everyday: v.optional(v.literal(true)),
})
export type Directory = v.InferOutput<typeof DirectorySchema>

/** A card for print or export: what this viewer sees of it, without the fields only the keeper sees, and without a trace of changes the viewer does not see. */
export const HandoutSchema = v.object({
	...v.omit(MemberSchema, ['ref', 'version', 'status', 'audience', 'consent', 'confirmed', 'asked', 'together', 'updated', 'can']).entries,
	/** Identifies the card for an import, for those who can import; changes when its keeper edits the card. */
	key: v.optional(v.string()),
})
export type Handout = v.InferOutput<typeof HandoutSchema>

/** Found or selected cards, for print or export. */
export const HandoutsSchema = v.object({
	members: v.array(HandoutSchema),
	...v.pick(DirectorySchema, ['total', 'more', 'next', 'near', 'corrected']).entries,
})
export type Handouts = v.InferOutput<typeof HandoutsSchema>

/** Longest name of a saved search, in characters; as in lib/Member/SavedSearch/SavedSearches.php. */
export const SEARCH_NAME = 80

/** Saved words and criteria, private to the person; a criterion may no longer exist. */
export const SavedSearchSchema = v.object({
	id: v.number(),
	name: v.string(),
	q: v.string(),
	/** Choices by criterion. */
	facet: v.record(v.string(), v.array(v.string())),
	/** ISO 8601 */
	kept: v.string(),
})
export type SavedSearch = v.InferOutput<typeof SavedSearchSchema>

/** Any of the parts, with their audiences. */
export const CardChangesSchema = v.object({
	name: v.optional(WRITTEN.text(LIMITS.name)),
	...v.partial(v.object(parts(WRITTEN, item(WRITTEN)))).entries,
	contact: v.optional(contact(WRITTEN)),
	audience: v.optional(v.partial(v.object(audiences))),
})
export type CardChanges = v.InferOutput<typeof CardChangesSchema>

/** A new kept card; without a kind, it is for a person. */
export const NewCardSchema = v.object({ ...CardChangesSchema.entries, kind: v.optional(v.picklist(CARD_KINDS)) })
export type NewCard = v.InferOutput<typeof NewCardSchema>

/** What a one-time link shows to the account that opened it, before it takes over the card. */
export const ClaimSchema = v.object({
	name: v.string(),
	stewardName: v.string(),
	/** The account already has a card; the two would be merged. */
	hasCard: v.boolean(),
	/** ISO 8601 */
	expires: v.string(),
})
export type Claim = v.InferOutput<typeof ClaimSchema>
