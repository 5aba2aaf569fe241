/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Inviting } from '../ask/inviting.ts'
import type { Styles } from '../read/lineStyle.ts'
import type { Draft } from '../review/draft.ts'

/**
 * The form of what is kept. After an update of the app that changed it (that is, Draft or Inviting), the text is read again and the corrections are lost:
 * raise it with each such change.
 */
export const FORM = 1

/** Minutes under review, as the server keeps them for the browser. */
export interface Content {
	form: number
	/** Of the text. */
	hash: string
	text: string
	/** How a document sets its lines. */
	style?: Styles
	draft: Draft
	/** The people to invite, once the groups are created. */
	inviting: Inviting
}

/** What was kept; null: not readable. */
export function readContent(json: string): Content | null {
	try {
		const content = JSON.parse(json) as Content | null
		return content !== null && typeof content === 'object' && typeof content.text === 'string' ? content : null
	} catch {
		return null
	}
}
