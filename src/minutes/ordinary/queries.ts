/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { BodyOf } from '../../api/endpoint.ts'
import type { ordinaryApi } from './api.ts'
import type { Brought, BroughtSummary, OrdinaryPlan } from './model.ts'
import type { Left, OrdinaryPorts } from './ports.ts'

import { useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { ApiError, isReason } from '../../api/apiError.ts'
import * as deck from '../../board/deck.ts'
import { deleteCard, listWork } from '../../board/work/deck.ts'
import { getRoster } from '../../group/gateway.ts'
import { Calls } from '../../group/making/index.ts'
import * as files from '../../library/files/dav.ts'
import * as sheets from '../../library/sheet/gateway.ts'
import * as meetings from '../../meeting/gateway.ts'
import { useSession } from '../../settings/index.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { randomWord } from '../../shared/lib/randomWord.ts'
import { versionOf } from '../../shared/lib/versionOf.ts'
import * as gateway from './gateway.ts'
import { makeOrdinary } from './make.ts'
import { undoOrdinary } from './undo.ts'

const KEYS = {
	list: (group: number) => ['brought', group],
	one: (group: number, id: number) => ['brought', group, id],
	stacks: (board: number) => ['brought-stacks', board],
}

/** The kind of a sheet for minutes. */
const KIND = 'minutes'

/** The minutes of meetings imported into a group, newest first. */
export function useBroughtList(group: MaybeRefOrGetter<number>): UseQueryReturn<BroughtSummary[]> {
	return useQuery({ key: () => KEYS.list(toValue(group)), query: ({ signal }) => gateway.listBrought(toValue(group), signal) })
}

/** Minutes imported into a group, with what was created from them. */
export function useBrought(group: MaybeRefOrGetter<number>, id: MaybeRefOrGetter<number>): UseQueryReturn<Brought> {
	return useQuery({
		key: () => KEYS.one(toValue(group), toValue(id)),
		query: ({ signal }) => gateway.getBrought(toValue(group), toValue(id), signal),
		refetchOnWindowFocus: false,
	})
}

/** Titles of the lists of a board; empty without one, or without Deck. */
export function useStackTitles(board: MaybeRefOrGetter<number | null>): UseQueryReturn<string[]> {
	return useQuery({
		key: () => KEYS.stacks(toValue(board) ?? 0),
		enabled: () => toValue(board) !== null,
		query: async () => {
			try {
				return (await deck.listStacks(toValue(board)!)).map(({ title }) => title)
			} catch (error) {
				if (isReason(error, 'absent', 'not_allowed')) {
					return []
				}
				throw error
			}
		},
	})
}

function portsFor(group: { id: number, boardId: number | null, folderId: number | null }, id: number): OrdinaryPorts {
	let people: ReturnType<typeof getRoster> | undefined
	const board = () => {
		if (group.boardId === null) {
			throw new ApiError(404, 'no_board')
		}
		return group.boardId
	}
	return {
		save: (body) => gateway.saveBrought(group.id, id, body),
		forget: () => gateway.deleteBrought(group.id, id),
		addMeeting: (meeting) => meetings.createMeeting(group.id, { ...meeting, key: `minutes-${id}` }),
		meeting: async (meeting) => (await meetings.listMeetings(group.id)).meetings.find((one) => one.id === meeting) ?? null,
		cancelMeeting: (meeting, version) => meetings.cancelMeeting(group.id, meeting, version),
		async stacks() {
			const archived = await deck.listArchivedStacks(board())
			return (await deck.listStacks(board())).map((stack) => ({ ...stack, cards: [...stack.cards, ...archived.find(({ id }) => id === stack.id)?.cards ?? []] }))
		},
		createStack: (title, order) => deck.createStack(board(), { title, order }),
		createCard: deck.createCard,
		async account(member) {
			people ??= getRoster(group.id)
			return (await people).find((row) => row.member.id === member && row.state === 'active')?.member.uid ?? null
		},
		assign: deck.assignUser,
		work: async () => listWork(board()),
		deleteCard,
		async folder() {
			const found = group.folderId === null ? null : await files.findById('/', String(group.folderId))
			return found?.path ?? null
		},
		stat: files.stat,
		read: files.read,
		find: (file) => files.findById('/', file),
		put: (path, text) => files.put(path, new Blob([text]), null, Math.floor(Date.now() / 1000)),
		remove: files.remove,
		async sheet(file) {
			const [known] = await sheets.sheetsOfFiles([file])
			// Without a version I cannot change it: then it differs from what was created.
			return known ? { version: (await sheets.getSheet(file)).version ?? 0 } : null
		},
		async describe(file, words) {
			const written = await sheets.writeSheet(file, 0, { kind: KIND, groups: [group.id], ...words })
			return { version: versionOf(await sheets.setSheetStatus(file, versionOf(written), 'published')) }
		},
		removeSheet: sheets.removeSheet,
	}
}

/** Imports minutes into a group, and undoes that. Each call throws an ApiError if it is refused. */
export function useOrdinaryActions(group: MaybeRefOrGetter<{ id: number, boardId: number | null, folderId: number | null }>) {
	const cache = useQueryCache()
	const { uid: me } = useSession()
	const clock = { now: () => performance.now(), wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }
	const run = async (work: typeof makeOrdinary, id: number, signal: AbortSignal, onProgress: (plan: OrdinaryPlan) => void): Promise<Left[]> => {
		const of = toValue(group)
		try {
			const brought = await gateway.getBrought(of.id, id)
			return await work(portsFor(of, id), brought, { calls: new Calls({ ...clock, signal }), me, runner: randomWord(), onProgress })
		} finally {
			invalidateQueries(cache)
		}
	}
	return {
		async start(body: BodyOf<typeof ordinaryApi.start>): Promise<Brought> {
			const brought = await gateway.startBringing(toValue(group).id, body)
			invalidateQueries(cache, { key: KEYS.list(toValue(group).id), exact: true })
			return brought
		},
		make: (id: number, signal: AbortSignal, onProgress: (plan: OrdinaryPlan) => void) => run(makeOrdinary, id, signal, onProgress),
		undo: (id: number, signal: AbortSignal, onProgress: (plan: OrdinaryPlan) => void) => run(undoOrdinary, id, signal, onProgress),
	}
}
