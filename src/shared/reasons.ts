/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError } from '../api/apiError.ts'
import { t } from './l10n.ts'

/** A sentence for each reason word: what happened, what is safe, what to do. */
export type Sentences = Record<string, (error: ApiError) => string>

const sentences: Sentences = {
	offline: () => t('reseau', 'The server did not answer. Try again when you are connected.'),
	server: () => t('reseau', 'The server could not do this. Try again in a moment.'),
	login: () => t('reseau', 'Your session has ended. Log in again in another tab, then come back and try again.'),
	too_many_requests: () => t('reseau', 'Too many requests. Wait a minute, then try again.'),
	updating: ({ serverMessage }) => serverMessage ?? '',
	not_found: () => t('reseau', 'This no longer exists, or is not shown to you.'),
	not_allowed: () => t('reseau', 'You are not allowed to do this.'),
	absent: () => t('reseau', 'The required app is not installed, or not available to you. Ask your administrator.'),
	refused: () => t('reseau', 'Nextcloud refused this. Nothing was changed.'),
	talk_failed: () => t('reseau', 'Talk is not installed, or did not create a conversation. Nothing was changed.'),
}

/** Errors of the connection or the server, never of the input. */
const PASSING = ['offline', 'server', 'login', 'too_many_requests', 'updating']

/** Adds the sentences of a domain. */
export function registerReasons(more: Sentences): void {
	Object.assign(sentences, more)
}

/** Whether there is a sentence for a reason. */
export function knowsReason(reason: string): boolean {
	return Object.hasOwn(sentences, reason)
}

/**
 * The message for a thrown error.
 *
 * @param error the thrown error
 * @param reading no input could be lost
 */
export function sentenceOf(error: unknown, reading = false): string {
	const known = error instanceof ApiError && knowsReason(error.reason)
	const sentence = known
		? sentences[error.reason]!(error)
		: t('reseau', 'Something went wrong. Try again, or reload the page.')
	const safe = !reading && (!known || PASSING.includes(error.reason))
	return safe ? `${sentence} ${t('reseau', 'What you wrote is still here.')}` : sentence
}
