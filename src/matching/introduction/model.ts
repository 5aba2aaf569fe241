/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'

/** The same as in lib/Matching/IntroductionRules.php: both sides are held to tests/fixtures/rules/introduction-limits.json. */
export const INTRODUCTION_LIMITS = {
	/** Characters of the meeting place. */
	place: 200,
	/** Characters of a person's message: that they cannot come, or the outcome. */
	words: 500,
} as const

/** One of the two wants to meet the other · both do · it will not take place · no facilitator took it in time. */
export const INTRODUCTION_STATES = ['proposed', 'agreed', 'ended', 'untaken'] as const

/** Whether it can be proposed again. */
export function isOver({ state }: { state: typeof INTRODUCTION_STATES[number] }): boolean {
	return state === 'ended' || state === 'untaken'
}

const person = v.object({ id: v.number(), name: v.string() })

/** Where and when a facilitator introduces two people, in the time of the place. */
export const AppointmentSchema = v.object({
	place: v.string(),
	/** YYYY-MM-DD */
	day: v.string(),
	/** HH:MM */
	time: v.string(),
})
export type Appointment = v.InferOutput<typeof AppointmentSchema>

const common = {
	id: v.number(),
	/** The reasons, in one sentence for each direction, as far as the reader can see them. */
	reasons: v.array(v.string()),
	appointment: v.nullable(AppointmentSchema),
	/** YYYY-MM-DD: when all are asked for the outcome. */
	lookBack: v.nullable(v.string()),
	/** The outcomes people gave; the name is empty once their card is no longer shown. */
	outcomes: v.array(v.object({ name: v.string(), mine: v.boolean(), text: v.string() })),
	/** The viewer has given an outcome, possibly without a text. */
	answered: v.boolean(),
	/** ISO 8601: the last change of the two. */
	at: v.string(),
}

/** An introduction as one of the two sees it, or the keeper of their card. */
export const IntroductionSchema = v.object({
	...common,
	/** The other person; null while their card is not shown. */
	with: v.nullable(v.object({ ...person.entries, line: v.string() })),
	/** The person without an account for whom the viewer acts; null: the viewer is one of the two. */
	for: v.nullable(person),
	/** The viewer's side proposed it. */
	mine: v.boolean(),
	/** A facilitator introduces them. */
	mediated: v.boolean(),
	state: v.picklist(INTRODUCTION_STATES),
	/** The conversation that was opened for the two. */
	conversation: v.nullable(v.number()),
	/** The facilitator in charge. */
	mediator: v.nullable(v.string()),
	/** Once the viewer has given an outcome: what their side seeks and the other offers; null: nothing, or not yet. */
	sought: v.nullable(v.string()),
	/** The viewer's side cannot come: their message to the facilitator. null: they can. */
	absence: v.nullable(v.string()),
	can: v.object({
		accept: v.boolean(),
		/** Withdraw the proposal, or cancel the introduction. */
		end: v.boolean(),
		/** Inform that they cannot come, or can after all. */
		absent: v.boolean(),
		/** It is time to give the outcome. */
		tell: v.boolean(),
	}),
})
export type Introduction = v.InferOutput<typeof IntroductionSchema>

export const IntroductionsSchema = v.object({
	/** First those that wait for an answer, then the last ones. */
	introductions: v.array(IntroductionSchema),
})
export type Introductions = v.InferOutput<typeof IntroductionsSchema>

/** An introduction as the facilitators of the network see it: both people agreed and asked for one. */
export const MediationSchema = v.object({
	...common,
	/** The two people; null if a card is not shown at the moment. */
	people: v.array(v.nullable(person)),
	/** The facilitator in charge; null: nobody yet. */
	mediator: v.nullable(v.object({ name: v.string(), mine: v.boolean() })),
	/** For the mediator: who cannot come, and why. */
	absences: v.array(v.object({ name: v.string(), text: v.string() })),
	/** Right after the appointment was sent: the people who could be reached neither by notification nor by mail. */
	unreached: v.optional(v.array(v.string())),
	can: v.object({
		take: v.boolean(),
		plan: v.boolean(),
		/** Return it to the other facilitators. */
		handOver: v.boolean(),
		end: v.boolean(),
		tell: v.boolean(),
	}),
})
export type Mediation = v.InferOutput<typeof MediationSchema>

export const MediationsSchema = v.object({
	/** First those without a facilitator, the longest waiting first. */
	mediations: v.array(MediationSchema),
})
export type Mediations = v.InferOutput<typeof MediationsSchema>

export const ProposalSchema = v.object({
	/** A facilitator introduces them. */
	mediated: v.boolean(),
	/** A card I keep, for its person; without it, mine. */
	member: v.optional(v.number()),
})

export const MediationPlanSchema = v.object({
	...AppointmentSchema.entries,
	place: v.pipe(v.string(), v.nonEmpty(), maxCharacters(INTRODUCTION_LIMITS.place)),
	/** YYYY-MM-DD; three weeks after the day if empty. */
	lookBack: v.optional(v.nullable(v.string())),
})
export type MediationPlan = v.InferOutput<typeof MediationPlanSchema>

export const AbsenceSchema = v.object({
	absent: v.boolean(),
	/** Only for the mediator. */
	text: v.optional(v.pipe(v.string(), maxCharacters(INTRODUCTION_LIMITS.words))),
})

export const OutcomeSchema = v.object({
	/** May be empty. */
	text: v.pipe(v.string(), maxCharacters(INTRODUCTION_LIMITS.words)),
	/** Thanks the other person with a link between the two cards. */
	thanks: v.optional(v.boolean()),
})
export type Outcome = v.InferOutput<typeof OutcomeSchema>
