/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { AwaitSchema } from '../member/home/model.ts'

/** Longest texts, as in lib/WithoutMail/Calls.php. */
export const CALL_LIMITS = { note: 2000 } as const

/** How a person was reached, as in lib/WithoutMail/Way.php. */
export const WAYS = ['phone', 'visit', 'post'] as const
export type Way = typeof WAYS[number]

const person = {
	/** Id of the card. */
	id: v.number(),
	name: v.string(),
	phone: v.nullable(v.string()),
	email: v.nullable(v.string()),
	/** The mail server refused the address. */
	refused: v.boolean(),
}

export const WithoutMailSchema = v.object({
	/** By name. */
	people: v.array(v.object({
		...person,
		/** YYYY-MM-DD: last call; null: never. */
		called: v.nullable(v.string()),
	})),
	next: v.nullable(v.string()),
})
export type WithoutMail = v.InferOutput<typeof WithoutMailSchema>
export type PersonWithoutMail = WithoutMail['people'][number]

export const CallSchema = v.object({
	id: v.number(),
	/** YYYY-MM-DD */
	day: v.string(),
	how: v.picklist(WAYS),
	/** The answers. */
	note: v.string(),
	/** Name of the person who recorded it; null: their account is deleted. */
	by: v.nullable(v.string()),
})
export type Call = v.InferOutput<typeof CallSchema>

/** What to announce to a person and to ask them. */
export const CallSheetSchema = v.object({
	...person,
	/** Whether they get the letter, by mail if mail reaches them, else on paper or read aloud; null: they were not asked. */
	letter: v.nullable(v.boolean()),
	/** It is time to ask whether the card is still true. */
	due: v.boolean(),
	/** Messages to them that were not passed on yet. */
	messages: v.array(v.object({
		conversation: v.number(),
		/** The author, if the keeper can see them. */
		by: v.nullable(v.string()),
		/** Oldest first. */
		texts: v.array(v.string()),
	})),
	/** What waits for their answer. */
	lines: v.array(AwaitSchema),
	/** Their groups, with the next dates of each as sentences. */
	groups: v.array(v.object({ title: v.string(), dates: v.array(v.string()) })),
	/** Last one first. */
	calls: v.array(CallSchema),
})
export type CallSheet = v.InferOutput<typeof CallSheetSchema>

export const NewCallSchema = v.object({
	/** YYYY-MM-DD */
	day: v.string(),
	how: v.picklist(WAYS),
	note: v.string(),
	/** Created by the browser: sent again with the same one, it stays one call. */
	key: v.string(),
})
export type NewCall = v.InferOutput<typeof NewCallSchema>
