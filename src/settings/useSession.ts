/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { InjectionKey } from 'vue'

import * as v from 'valibot'
import { inject } from 'vue'
import { TEAM_PRESETS } from './model.ts'

/** The current user and the network: what the page was rendered for. */
export const SessionSchema = v.object({
	uid: v.string(),
	name: v.string(),
	/** Address of the account; empty without one. */
	email: v.string(),
	/** The account facilitates the network. */
	facilitator: v.boolean(),
	admin: v.boolean(),
	/** Name of the network. */
	network: v.string(),
	/** INSEE code of the region whose territories come first. */
	region: v.string(),
	/** INSEE codes of départements beyond it whose territories are included. */
	departements: v.array(v.string()),
	facilitators: v.array(v.object({ uid: v.string(), name: v.string() })),
	/** Number of cards this account keeps for others. */
	kept: v.number(),
	/** `new`: they have never used Deck; it is not called before they want to, because the first call creates a board. */
	deck: v.picklist(['absent', 'new', 'used']),
	/** Has Nextcloud Teams. */
	teams: v.boolean(),
	/** Has Talk. */
	talk: v.boolean(),
	/** Folder of the library, which contains those of groups, as a path in Files; empty if none is chosen. */
	library: v.string(),
	/** How people join the team of a new group, by default. */
	preset: v.picklist(TEAM_PRESETS),
	/** Whether a public showcase is allowed. */
	showcase: v.boolean(),
})
export type Session = v.InferOutput<typeof SessionSchema>

export const sessionKey: InjectionKey<Session> = Symbol('session')

/** The session of this page. */
export function useSession(): Session {
	const session = inject(sessionKey)
	if (!session) {
		throw new Error('No session is provided')
	}
	return session
}
