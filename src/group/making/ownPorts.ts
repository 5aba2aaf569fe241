/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ports } from './ports.ts'

import * as deck from '../../board/deck.ts'
import { listWork } from '../../board/work/deck.ts'
import * as folder from '../folder.ts'
import * as gateway from '../gateway.ts'
import * as teams from '../teams.ts'
import * as undoing from './gateway.ts'

/** The journal on our own server, Teams, Deck and Files: each called with the maker's rights. */
export const ports: Ports = {
	groups: {
		create: gateway.createGroup,
		list: () => gateway.listGroups(),
		lease: gateway.takeLease,
		save: gateway.saveMaking,
		release: gateway.releaseLease,
		beginUndo: undoing.beginUndo,
		endUndo: undoing.endUndo,
		remove: gateway.deleteGroup,
		talk: gateway.makeTalk,
	},
	teams,
	deck: { ...deck, listWork },
	folder,
}

export const clock = { now: () => performance.now(), wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }
