/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as gateway from './gateway.ts'

/** Inviting people into several groups at once. Each call throws an ApiError when it is refused. */
export const askActions = {
	/** How people would be asked; at most 100 at once. */
	ways: gateway.askWays,
	/** Asks them, one mail each; at most 100 at once. */
	ask: gateway.askIntoGroups,
	/** The mail as it would be sent. */
	mail: gateway.askMail,
}
