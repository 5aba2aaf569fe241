/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Number of results of another kind below those of a search. */
export const ALSO_FOUND = 3

/** The search whose results are above. */
export interface AlsoFoundFor {
	q: string
	/** Some of the words are enough, as for the results above. */
	partly: boolean
	/** Words may be corrected, as for the results above. */
	corrected: boolean
}
