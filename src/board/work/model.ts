/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Who worked on a card. */
export interface CardWork {
	id: number
	/** In s. */
	lastModified: number
	/** Accounts that made it or wrote in it last, as far as Deck says. */
	writers: string[]
	/** Comments and files. */
	attached: number
}
