/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Facet } from './model.ts'

import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { MemberExportSchema } from './export/model.ts'
import { HomeSchema, WorkListSchema } from './home/model.ts'
import {
	CardChangesSchema,
	ClaimSchema,
	ConsentMailSchema,
	ConsentSchema,
	DirectorySchema,
	FacetChoiceSchema,
	FACETS,
	HandoutsSchema,
	KEPT_STATES,
	MemberPageSchema,
	MemberSchema,
	SavedSearchSchema,
	SEARCH_NAME,
	SORTS,
	STATUSES,
	UnaskedSchema,
	VIEWPOINTS,
} from './model.ts'

const page = v.object({
	cursor: v.optional(v.string()),
	/** 1 to 100, 20 by default. */
	limit: v.optional(v.number()),
})
/** What a person searches for; as `facet[sector][]=…` in the address. */
const criteria = v.object({
	q: v.optional(v.string()),
	facet: v.optional(v.partial(v.object(Object.fromEntries(FACETS.map((facet) => [facet, v.array(v.string())])) as Record<Facet, v.ArraySchema<v.StringSchema<undefined>, undefined>>))),
})
const criteriaErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_facet'] as const
const searchName = v.pipe(v.string(), maxCharacters(SEARCH_NAME))
const version = v.number()
const edit = v.object({ ...CardChangesSchema.entries, version })
/** Why a change of a card is refused; `field` in the answer says where. */
const changeErrors = [
	'unknown_field', 'wrong_type', 'too_long', 'too_many', 'bad_text', 'name_missing', 'unknown_audience',
	'unknown_territory', 'unknown_term', 'bad_address', 'refused', 'version_missing', 'stale_version',
] as const
/** Why a person cannot be asked for their consent by mail. */
const askErrors = ['has_account', 'not_waiting', 'no_address', 'refused'] as const

export const memberApi = {
	list: endpoint({
		method: 'GET',
		path: '/members',
		summary: 'The published cards that meet words and criteria, or some of the words where nobody has all; all of them without any',
		who: 'account',
		query: v.object({ ...criteria.entries, sort: v.optional(v.picklist(SORTS)), ...page.entries }),
		answer: DirectorySchema,
		errors: [...criteriaErrors, 'bad_sort', 'bad_cursor', 'bad_limit'],
	}),
	facets: endpoint({
		method: 'GET',
		path: '/members/facets',
		summary: 'The choices of one criterion, counted among the cards that meet the words and the other criteria',
		who: 'account',
		query: v.object({ ...criteria.entries, of: v.picklist(FACETS) }),
		answer: v.object({ choices: v.array(FacetChoiceSchema) }),
		errors: criteriaErrors,
	}),
	handouts: endpoint({
		method: 'GET',
		path: '/members/handouts',
		summary: 'The same people in the same order with their cards, to be printed or put in a file; with ids, those people. What a card holds for its keeper alone is left out',
		who: 'account',
		query: v.object({
			...criteria.entries,
			sort: v.optional(v.picklist(SORTS)),
			...page.entries,
			/** At most 100; words, criteria and pages do not count then. */
			ids: v.optional(v.array(v.number())),
		}),
		answer: HandoutsSchema,
		errors: [...criteriaErrors, 'bad_sort', 'bad_cursor', 'bad_limit'],
	}),
	searches: endpoint({
		method: 'GET',
		path: '/searches',
		summary: 'The searches I keep, the latest first',
		who: 'account',
		answer: v.object({ searches: v.array(SavedSearchSchema) }),
		errors: [],
	}),
	keepSearch: endpoint({
		method: 'POST',
		path: '/searches',
		summary: 'Keep words and criteria under a name; `already_kept` comes with the `current` search that asks for the same',
		who: 'account',
		body: v.object({ name: searchName, ...criteria.entries }),
		answer: SavedSearchSchema,
		status: 201,
		errors: [...criteriaErrors, 'search_nameless', 'nothing_to_keep', 'already_kept', 'too_many_searches'],
	}),
	renameSearch: endpoint({
		method: 'PUT',
		path: '/searches/{search}',
		summary: 'Give a search I keep another name',
		who: 'own',
		body: v.object({ name: searchName }),
		answer: SavedSearchSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'search_nameless'],
	}),
	forgetSearch: endpoint({
		method: 'DELETE',
		path: '/searches/{search}',
		summary: 'Keep a search no longer',
		who: 'own',
		answer: v.null(),
		errors: [],
	}),
	home: endpoint({
		method: 'GET',
		path: '/home',
		summary: 'What waits for me, and who is new',
		who: 'account',
		answer: HomeSchema,
		errors: [],
	}),
	work: endpoint({
		method: 'GET',
		path: '/news',
		summary: 'What is due in my groups, and which files are new there; in one of them, if told so',
		who: 'account',
		query: v.object({
			/** Number of a group; nothing if I am not in it. */
			group: v.optional(v.number()),
		}),
		answer: WorkListSchema,
		errors: [],
	}),
	putAwayBeginning: endpoint({
		method: 'PUT',
		path: '/beginning',
		summary: 'Put away what remains to be done before the network begins, or have it shown again',
		who: 'account',
		body: v.object({ away: v.boolean() }),
		answer: HomeSchema,
		errors: ['wrong_type'],
	}),
	kept: endpoint({
		method: 'GET',
		path: '/members/kept',
		summary: 'The cards I keep for people without an account, whatever their status: those to be asked about first, then by name',
		who: 'account',
		query: v.object({ ...page.entries, state: v.optional(v.picklist(KEPT_STATES)) }),
		answer: MemberPageSchema,
		errors: ['bad_cursor', 'bad_limit', 'unknown_state'],
	}),
	unasked: endpoint({
		method: 'GET',
		path: '/members/kept/unasked',
		summary: 'The drafts I keep whose person has a mail address and was not asked yet',
		who: 'account',
		answer: UnaskedSchema,
		errors: [],
	}),
	create: endpoint({
		method: 'POST',
		path: '/members',
		summary: 'A card kept for a person without an account; a draft until their consent is recorded',
		who: 'account',
		body: CardChangesSchema,
		answer: MemberSchema,
		status: 201,
		errors: changeErrors,
	}),
	mine: endpoint({
		method: 'GET',
		path: '/members/me',
		summary: 'My own card',
		who: 'account',
		answer: MemberSchema,
		errors: ['no_card'],
	}),
	saveMine: endpoint({
		method: 'PUT',
		path: '/members/me',
		summary: 'Change my own card; without one (version 0) it is made and published',
		who: 'account',
		body: edit,
		answer: MemberSchema,
		errors: [...changeErrors, 'no_card'],
	}),
	deleteMine: endpoint({
		method: 'DELETE',
		path: '/members/me',
		summary: 'Delete my own card and everything that goes with it',
		who: 'account',
		answer: v.null(),
		errors: ['no_card'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/members/{id}',
		summary: 'One card, as I may see it',
		who: 'viewer',
		answer: MemberSchema,
		errors: [],
	}),
	save: endpoint({
		method: 'PUT',
		path: '/members/{id}',
		summary: 'Change a card I keep',
		who: 'keeper',
		body: edit,
		answer: MemberSchema,
		errors: changeErrors,
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/members/{id}',
		summary: 'Delete a card I keep and everything that goes with it',
		who: 'keeper',
		answer: v.null(),
		errors: [],
	}),
	preview: endpoint({
		method: 'GET',
		path: '/members/{id}/preview',
		summary: 'A card I keep as somebody else sees it',
		who: 'keeper',
		query: v.object({ as: v.picklist(VIEWPOINTS) }),
		answer: MemberSchema,
		errors: ['unknown_viewpoint'],
	}),
	setStatus: endpoint({
		method: 'PUT',
		path: '/members/{id}/status',
		summary: 'Publish, pause or withdraw a card',
		who: 'keeper',
		body: v.object({ status: v.picklist(STATUSES), version }),
		answer: MemberSchema,
		errors: ['unknown_status', 'consent_missing', 'version_missing', 'stale_version'],
	}),
	confirm: endpoint({
		method: 'POST',
		path: '/members/{id}/confirm',
		summary: 'Say that a card is still true: nothing of it changes, its version neither',
		who: 'keeper',
		answer: MemberSchema,
		errors: [],
	}),
	recordConsent: endpoint({
		method: 'POST',
		path: '/members/{id}/consent',
		summary: 'Write down when and how a person without an account agreed to their card',
		who: 'keeper',
		body: ConsentSchema,
		answer: MemberSchema,
		errors: ['has_account', 'bad_date', 'how_missing', 'too_long', 'bad_text'],
	}),
	consentMail: endpoint({
		method: 'GET',
		path: '/members/{id}/consent-mail',
		summary: 'The mail that would ask the person for their consent, without its link',
		who: 'keeper',
		answer: ConsentMailSchema,
		errors: askErrors,
	}),
	askConsent: endpoint({
		method: 'POST',
		path: '/members/{id}/consent-mail',
		summary: 'Ask the person by mail for their consent; nobody is asked twice within a week',
		who: 'keeper',
		answer: MemberSchema,
		status: 201,
		errors: [...askErrors, 'already_asked', 'mail_failed', 'enough_mails', 'enough_mails_today'],
	}),
	takeBackConsentMail: endpoint({
		method: 'DELETE',
		path: '/members/{id}/consent-mail',
		summary: 'Make the link in the mail useless',
		who: 'keeper',
		answer: MemberSchema,
		errors: [],
	}),
	refuse: endpoint({
		method: 'POST',
		path: '/members/{id}/refusal',
		summary: 'Write down that a person without an account refuses: their card is deleted, and nobody asks them again',
		who: 'keeper',
		answer: v.null(),
		errors: ['has_account'],
	}),
	export: endpoint({
		method: 'GET',
		path: '/members/{id}/export',
		summary: 'Everything Réseau holds about the person',
		who: 'keeper',
		answer: MemberExportSchema,
		errors: [],
	}),
	invite: endpoint({
		method: 'POST',
		path: '/members/{id}/claim-link',
		summary: 'A one-time link by which the person takes the card over; an older one stops working. With mail, it is sent to the card’s address',
		who: 'host',
		body: v.object({ mail: v.optional(v.boolean()) }),
		answer: v.object({ url: v.string(), expires: v.string(), mailed: v.boolean() }),
		status: 201,
		errors: ['has_account', 'no_address', 'refused', 'enough_mails', 'enough_mails_today'],
	}),
	uninvite: endpoint({
		method: 'DELETE',
		path: '/members/{id}/claim-link',
		summary: 'Make the one-time link useless',
		who: 'host',
		answer: v.null(),
		errors: [],
	}),
	passOn: endpoint({
		method: 'PUT',
		path: '/members/{id}/steward',
		summary: 'Give a kept card to a facilitator’s care (uid null: to the facilitators together)',
		who: 'keeper',
		body: v.object({ uid: v.nullable(v.string()) }),
		answer: v.null(),
		errors: ['has_account', 'unknown_steward'],
	}),
	claim: endpoint({
		method: 'GET',
		path: '/claims/{token}',
		summary: 'Whose card a one-time link is for',
		who: 'account',
		answer: ClaimSchema,
		errors: ['claim_gone'],
	}),
	takeOver: endpoint({
		method: 'POST',
		path: '/claims/{token}',
		summary: 'Take the card over; with merge, what my own card says is kept beside it',
		who: 'account',
		body: v.object({ merge: v.optional(v.boolean()) }),
		answer: MemberSchema,
		errors: ['claim_gone', 'has_card', 'own_link'],
	}),
} as const
