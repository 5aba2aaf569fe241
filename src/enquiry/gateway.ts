/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Enquiry, EnquiryAnswer, EnquiryPage } from './model.ts'

import { call } from '../api/client.ts'
import { enquiryApi } from './api.ts'

/** A page of the messages of visitors I can read. */
export function listEnquiries(cursor: string, signal?: AbortSignal): Promise<EnquiryPage> {
	return call(enquiryApi.list, { query: cursor === '' ? {} : { cursor }, signal })
}

/** One message. */
export function getEnquiry(enquiry: number, signal?: AbortSignal): Promise<Enquiry> {
	return call(enquiryApi.get, { path: { enquiry }, signal })
}

/** Answers the visitor by email. */
export function answerEnquiry(enquiry: number, body: EnquiryAnswer): Promise<Enquiry> {
	return call(enquiryApi.answer, { path: { enquiry }, body })
}

/** Deletes it for everyone who can read it. */
export function deleteEnquiry(enquiry: number): Promise<null> {
	return call(enquiryApi.delete, { path: { enquiry } })
}
