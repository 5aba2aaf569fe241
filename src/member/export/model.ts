/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { AskedSchema, MemberSchema, PlaceSchema, SavedSearchSchema } from '../model.ts'

/** An entry of the record of consents. */
const ConsentSchema = v.object({
	what: v.string(),
	version: v.string(),
	how: v.string(),
	/** YYYY-MM-DD */
	date: v.string(),
	by: v.nullable(v.string()),
	/** ISO 8601: when it was recorded */
	recorded: v.string(),
})

/** All data Réseau has about a person, for export. */
export const MemberExportSchema = v.object({
	format: v.literal('reseau-member-1'),
	/** ISO 8601 */
	exported: v.string(),
	member: MemberSchema,
	/** ISO 8601 */
	created: v.string(),
	/** When the keeper was last asked whether the card is still true, and reminded: ISO 8601; whether mail is used too, with an account. */
	stillTrue: v.object({ asked: v.nullable(v.string()), reminded: v.nullable(v.string()) }),
	/** How the account is notified, by kind; null without an account. */
	notified: v.nullable(v.record(v.string(), v.string())),
	/** The one-time link waiting for the person: its creator, and its expiry. */
	claimLink: v.nullable(v.object({ by: v.string(), expires: v.string() })),
	/** The consent link, and the person's answer. */
	consentLink: v.nullable(AskedSchema),
	consents: v.array(ConsentSchema),
	/** The person's saved searches; none on a kept card. */
	searches: v.array(SavedSearchSchema),
	memberships: v.array(v.object({
		group: v.string(),
		role: v.string(),
		facilitates: v.boolean(),
		facilitatesUntil: v.nullable(v.string()),
		state: v.string(),
		commitment: v.string(),
		hours: v.string(),
		from: v.nullable(v.string()),
		until: v.nullable(v.string()),
		limits: v.string(),
		/** YYYY-MM-DD */
		left: v.nullable(v.string()),
		/** The leaving was noticed in Teams. */
		leftInTeams: v.boolean(),
		exitNote: v.string(),
		/** ISO 8601 */
		invited: v.nullable(v.string()),
		/** Account name. */
		invitedBy: v.nullable(v.string()),
		/** Was seen in the group's team. */
		inTeam: v.boolean(),
		/** Days of their reminders: YYYY-MM-DD. */
		reminded: v.array(v.string()),
	})),
	/** Links between two things that the person made; things they can no longer see have no title. */
	links: v.array(v.object({
		a: v.object({ type: v.string(), id: v.string(), title: v.string() }),
		/** In French. */
		relation: v.string(),
		b: v.object({ type: v.string(), id: v.string(), title: v.string() }),
		/** ISO 8601 */
		made: v.string(),
	})),
	/** Introductions to other members: proposed by the person, or to them. */
	introductions: v.array(v.object({
		/** Empty once the other's card is no longer shown. */
		with: v.string(),
		proposed: v.boolean(),
		mediated: v.boolean(),
		state: v.string(),
		place: v.string(),
		/** YYYY-MM-DD */
		day: v.nullable(v.string()),
		/** HH:MM */
		time: v.nullable(v.string()),
		/** The person's message when they could not come. */
		absence: v.nullable(v.string()),
		/** The outcome, in the person's words. */
		outcome: v.nullable(v.string()),
		/** ISO 8601 */
		changed: v.string(),
	})),
	/** The person's needs and offers in sessions. */
	sessions: v.array(v.object({
		session: v.string(),
		/** YYYY-MM-DD */
		day: v.string(),
		place: v.string(),
		kind: v.string(),
		text: v.string(),
		terms: v.array(v.string()),
		/** Whether it waits, was published, or will not be. */
		state: v.string(),
		/** May be on the printed list. */
		listed: v.boolean(),
	})),
	/** Meetings of groups the person edited last. */
	meetings: v.array(v.object({
		group: v.string(),
		title: v.string(),
		/** YYYY-MM-DD and HH:MM */
		day: v.string(),
		time: v.nullable(v.string()),
		endDay: v.string(),
		endTime: v.nullable(v.string()),
		place: v.string(),
		/** Markdown */
		agenda: v.string(),
		cancelled: v.boolean(),
	})),
	/** The secret addresses of the person's calendar, without the addresses themselves. */
	calendarAddresses: v.array(v.object({
		/** null: all dates. */
		group: v.nullable(v.string()),
		/** ISO 8601 */
		made: v.string(),
	})),
	/** Minutes the person is reviewing. */
	minutesDrafts: v.array(v.object({
		name: v.string(),
		/** ISO 8601 */
		changed: v.string(),
		/** JSON of the review: the text, and what was read and corrected. */
		content: v.string(),
	})),
	/** Sheets of the library that name the person among their authors. */
	sheets: v.array(v.object({ title: v.string(), file: v.number() })),
	/** Anonymous sheets whose readers can write to the person. */
	anonymousSheets: v.array(v.object({ title: v.string(), file: v.number() })),
	/** The person's evaluations of sheets. */
	evaluations: v.array(v.object({
		sheet: v.string(),
		/** YYYY-MM-DD */
		day: v.string(),
		standpoint: v.string(),
		/** By question. */
		answers: v.record(v.string(), v.string()),
	})),
	/** Whether the person gets the letter. */
	letter: v.object({
		/** null: no answer. */
		wants: v.nullable(v.boolean()),
		/** `member`, `confirmed`, `imported` or `told`, as in lib/Subscription/Why.php. */
		why: v.nullable(v.string()),
		/** YYYY-MM-DD */
		said: v.nullable(v.string()),
		manner: v.string(),
		consents: v.array(ConsentSchema),
	}),
	/** Calls by the keeper of their card, with the answers. */
	calls: v.array(v.object({
		/** YYYY-MM-DD */
		day: v.string(),
		how: v.string(),
		note: v.string(),
	})),
	/** Notices sent to the person by email while they had no account. */
	noticesByMail: v.object({
		/** Whether they want them. */
		wanted: v.boolean(),
		got: v.array(v.object({
			/** Empty: the person who exports it can no longer see the notice. */
			title: v.string(),
			/** ISO 8601 */
			at: v.string(),
		})),
	}),
	/** The person's conversations; the other person is not named once their card is no longer shown. */
	conversations: v.array(v.object({
		with: v.string(),
		/** Whether the person is the anonymous author of its subject. */
		anonymous: v.boolean(),
		/** Title of the notice or group it is about; empty: it is about a card, or the person can no longer see it. */
		about: v.string(),
		state: v.string(),
		muted: v.boolean(),
		reported: v.boolean(),
		messages: v.array(v.object({
			mine: v.boolean(),
			text: v.string(),
			/** How the person without an account gave it to the keeper who wrote it; null: not recorded, or they wrote it themselves. */
			how: v.nullable(v.string()),
			/** It went to several people: `people` or `facilitators` of the group it is about. */
			bulk: v.nullable(v.string()),
			/** A note that the keeper passed on the previous messages, without a text. */
			carried: v.nullable(v.object({ how: v.string(), day: v.string() })),
			/** ISO 8601 */
			at: v.string(),
		})),
	})),
	/** People the person does not want to be suggested any more; not named once their card is no longer shown. */
	declined: v.array(v.object({
		member: v.string(),
		/** ISO 8601 */
		when: v.string(),
	})),
	/** Texts of facilitators about the person in letters, which replaced the text of their card. */
	letters: v.array(v.object({
		/** Title of the letter. */
		title: v.string(),
		text: v.string(),
	})),
	/** The person's notices, newest first. */
	notices: v.array(v.object({
		kind: v.string(),
		title: v.string(),
		text: v.string(),
		mode: v.nullable(v.string()),
		/** YYYY-MM-DD */
		neededBy: v.nullable(v.string()),
		free: v.string(),
		territories: v.array(PlaceSchema),
		/** Ids of the network's vocabulary. */
		terms: v.array(v.string()),
		/** What the person says it is about; null: they have not chosen. Missing in older exports. */
		about: v.optional(v.nullable(v.string())),
		audience: v.string(),
		/** The item of the card it was created from, empty without one. */
		from: v.string(),
		/** How the person gave it to the keeper who wrote it; null: not recorded, or they wrote it themselves. */
		how: v.nullable(v.string()),
		state: v.string(),
		/** YYYY-MM-DD */
		until: v.string(),
		outcome: v.string(),
		/** ISO 8601 */
		published: v.string(),
	})),
	/** Signatures of the person with their account. */
	signatures: v.array(v.object({
		text: v.string(),
		/** YYYY-MM-DD */
		day: v.string(),
		/** SHA-256 of the signed text. */
		version: v.string(),
	})),
})
export type MemberExport = v.InferOutput<typeof MemberExportSchema>
