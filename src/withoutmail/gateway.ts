/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CallSheet, NewCall, WithoutMail } from './model.ts'

import { call } from '../api/client.ts'
import { withoutmailApi } from './api.ts'

/** People whose card I keep and who cannot be reached by email. */
export function listWithoutMail(cursor: string, signal?: AbortSignal): Promise<WithoutMail> {
	return call(withoutmailApi.list, { query: cursor === '' ? {} : { cursor }, signal })
}

/** What to announce to a person and to ask them. */
export function getSheet(id: number, signal?: AbortSignal): Promise<CallSheet> {
	return call(withoutmailApi.sheet, { path: { id }, signal })
}

/** Records a call. */
export function addCall(id: number, body: NewCall): Promise<CallSheet> {
	return call(withoutmailApi.add, { path: { id }, body })
}

/** Deletes a call. */
export function removeCall(id: number, callId: number): Promise<CallSheet> {
	return call(withoutmailApi.remove, { path: { id, call: callId } })
}
