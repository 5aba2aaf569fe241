/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Inviting } from '../ask/inviting.ts'
import type { Styles } from '../read/lineStyle.ts'
import type { Draft } from '../review/draft.ts'
import type { History } from '../review/history.ts'

/**
 * Version of the stored format. After an update of the app that changes it (Draft or Inviting), the text is parsed again and the corrections are lost:
 * increase it with each such change.
 */
export const FORM = 1

/** Minutes under review, as the server stores them for the browser. */
export interface Content {
	form: number
	/** Hash of the text. */
	hash: string
	text: string
	/** The styles of lines in a document. */
	style?: Styles
	draft: Draft
	/** Its corrections that can be undone or redone; drafts of earlier versions have none. */
	history?: History
	/** The people to invite, once the groups are created. */
	inviting: Inviting
}

/** The stored content; null: not readable. */
export function readContent(json: string): Content | null {
	try {
		const content = JSON.parse(json) as Content | null
		return content !== null && typeof content === 'object' && typeof content.text === 'string' ? content : null
	} catch {
		return null
	}
}
