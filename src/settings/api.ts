/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { endpoint } from '../api/endpoint.ts'
import { VocabularySchema } from './model.ts'

export const settingsApi = {
	vocabulary: endpoint({
		method: 'GET',
		path: '/vocabulary',
		summary: 'The network’s shared words',
		who: 'account',
		answer: VocabularySchema,
		errors: [],
	}),
} as const
