/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { MESSAGE_LIMITS } from '../message/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** What a visitor of the public showcase can write about, as in lib/Enquiry/AboutType.php. */
export const ENQUIRY_ABOUT = ['notice', 'group', 'network'] as const

/** A message of a visitor, for its readers. */
export const EnquirySchema = v.object({
	id: v.number(),
	about: v.object({
		type: v.picklist(ENQUIRY_ABOUT),
		/** 0 for the network. */
		id: v.number(),
		title: v.string(),
	}),
	/** The message; null if it cannot be decrypted any more. */
	said: v.nullable(v.object({ name: v.string(), address: v.string(), text: v.string() })),
	/** ISO 8601: when they sent it. */
	at: v.string(),
	/** null: no answer yet. */
	answered: v.nullable(v.object({
		/** Name of the person who answered; null if their account is deleted. */
		by: v.nullable(v.string()),
		/** null if it cannot be decrypted any more, or the account was deleted. */
		text: v.nullable(v.string()),
		/** ISO 8601 */
		at: v.string(),
	})),
})
export type Enquiry = v.InferOutput<typeof EnquirySchema>

export const EnquiryPageSchema = v.object({
	/** Newest first. */
	enquiries: v.array(EnquirySchema),
	/** For the next page, null at the end. */
	next: v.nullable(v.string()),
})
export type EnquiryPage = v.InferOutput<typeof EnquiryPageSchema>

/** The email answer to a visitor. */
export const EnquiryAnswerSchema = v.object({
	text: v.pipe(v.string(), v.nonEmpty(), maxCharacters(MESSAGE_LIMITS.text)),
	/** Whether they see the name of the person who answers. */
	named: v.boolean(),
})
export type EnquiryAnswer = v.InferOutput<typeof EnquiryAnswerSchema>
