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
	/** ISO 8601: when it was written down */
	recorded: v.string(),
})

/** Everything Réseau holds about a person, as they may take it away. */
export const MemberExportSchema = v.object({
	format: v.literal('reseau-member-1'),
	/** ISO 8601 */
	exported: v.string(),
	member: MemberSchema,
	/** ISO 8601 */
	created: v.string(),
	/** When the keeper was last asked whether the card is still true, and reminded: ISO 8601; whether mail asks too, with an account. */
	stillTrue: v.object({ asked: v.nullable(v.string()), reminded: v.nullable(v.string()) }),
	/** How the account is notified, by kind; null without an account. */
	notified: v.nullable(v.record(v.string(), v.string())),
	/** The one-time link waiting for the person: who made it, until when it works. */
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
		/** Days their reminders were about: YYYY-MM-DD. */
		reminded: v.array(v.string()),
	})),
	/** Links between two things that the person made; what they may not know of any more has no title. */
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
		/** Empty once the other's card is not shown any more. */
		with: v.string(),
		proposed: v.boolean(),
		mediated: v.boolean(),
		state: v.string(),
		place: v.string(),
		/** YYYY-MM-DD */
		day: v.nullable(v.string()),
		/** HH:MM */
		time: v.nullable(v.string()),
		/** What the person wrote when they could not come. */
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
		/** Whether it waits, was published, or is not to be. */
		state: v.string(),
		/** May be on the printed list. */
		listed: v.boolean(),
	})),
	/** Meetings of groups that the person wrote last. */
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
		/** null: of everything. */
		group: v.nullable(v.string()),
		/** ISO 8601 */
		made: v.string(),
	})),
	/** Minutes that the person is reviewing. */
	minutesDrafts: v.array(v.object({
		name: v.string(),
		/** ISO 8601 */
		changed: v.string(),
		/** JSON as the review keeps it: the text, and what was read and corrected. */
		content: v.string(),
	})),
	/** Sheets of the library that name the person among their authors. */
	sheets: v.array(v.object({ title: v.string(), file: v.number() })),
	/** Anonymous sheets whose readers can write to the person. */
	anonymousSheets: v.array(v.object({ title: v.string(), file: v.number() })),
	/** What the person answered about sheets. */
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
	/** When the keeper of their card reached them without email, and what they answered. */
	calls: v.array(v.object({
		/** YYYY-MM-DD */
		day: v.string(),
		how: v.string(),
		note: v.string(),
	})),
	/** Notices that were sent to the person by email while they had no account. */
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
	/** The person's conversations; the other is not named once their card is not shown any more. */
	conversations: v.array(v.object({
		with: v.string(),
		/** Whether the person is the anonymous author of what it is about. */
		anonymous: v.boolean(),
		/** Title of the notice or the group it is about; empty: it is about a card, or the person may not know of it any more. */
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
			/** That the keeper passed on what came before, not a text. */
			carried: v.nullable(v.object({ how: v.string(), day: v.string() })),
			/** ISO 8601 */
			at: v.string(),
		})),
	})),
	/** People the person does not want to be suggested any more; not named once their card is not shown any more. */
	declined: v.array(v.object({
		member: v.string(),
		/** ISO 8601 */
		when: v.string(),
	})),
	/** What facilitators wrote of the person in letters, in place of the words of their card. */
	letters: v.array(v.object({
		/** Of the letter. */
		title: v.string(),
		text: v.string(),
	})),
	/** What the person published, the newest first. */
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
	/** What the person signed with their account. */
	signatures: v.array(v.object({
		text: v.string(),
		/** YYYY-MM-DD */
		day: v.string(),
		/** SHA-256 of the text they signed. */
		version: v.string(),
	})),
})
export type MemberExport = v.InferOutput<typeof MemberExportSchema>
