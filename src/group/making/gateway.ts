/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Making } from '../model.ts'
import type { Ports } from './ports.ts'

import { call } from '../../api/client.ts'
import * as deck from '../../board/deck.ts'
import { listWork } from '../../board/work/deck.ts'
import * as folder from '../folder.ts'
import * as gateway from '../gateway.ts'
import * as teams from '../teams.ts'
import { makingApi } from './api.ts'

/** Starts or resumes undoing a group. */
export function beginUndo(group: number, runner: string): Promise<Making> {
	return call(makingApi.beginUndo, { path: { group }, body: { runner } })
}

/** Stops undoing a group. */
export function endUndo(group: number, runner: string): Promise<null> {
	return call(makingApi.endUndo, { path: { group }, query: { runner } })
}

/** The journal on our own server, Teams, Deck and Files: each called with the rights of the creator. */
export const ports: Ports = {
	groups: {
		create: gateway.createGroup,
		list: () => gateway.listGroups(),
		lease: gateway.takeLease,
		save: gateway.saveMaking,
		release: gateway.releaseLease,
		beginUndo,
		endUndo,
		remove: gateway.deleteGroup,
		talk: gateway.makeTalk,
	},
	teams,
	deck: { ...deck, listWork },
	folder,
}

/** The browser's time, in ms, and its pauses. */
export const clock = { now: () => performance.now(), wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }
