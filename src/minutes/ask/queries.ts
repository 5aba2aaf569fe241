/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as gateway from './gateway.ts'

/** Invites people to several groups. Each call throws an ApiError if it is refused. */
export const askActions = {
	/** How people would be invited; at most 100. */
	ways: gateway.askWays,
	/** Invites them, one mail each; at most 100. */
	ask: gateway.askIntoGroups,
	/** Preview of the mail. */
	mail: gateway.askMail,
}
