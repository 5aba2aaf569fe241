/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Who worked on a card. */
export interface CardWork {
	id: number
	/** In seconds. */
	lastModified: number
	/** Accounts that created it or edited it last, as far as Deck says. */
	writers: string[]
	/** Number of comments and files. */
	attached: number
}
