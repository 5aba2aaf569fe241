/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Found, Letter, LetterChanges, Letters, NewLetter, Papers, PersonPapers, Preview, ReaderKind, Reading, RecipientPage, Recipients, Rendering, Report, Sending } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { keepText } from '../library/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { letterReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(letterReasons)

const keys = {
	all: ['letters'],
	list: ['letters', 'list'],
	one: (id: number) => ['letters', 'one', id],
	read: (id: number) => ['letters', 'read', id],
	passages: (id: number) => ['letters', 'passages', id],
	recipients: (id: number) => ['letters', 'recipients', id],
	report: (id: number) => ['letters', 'report', id],
	papers: (id: number, after: number) => ['letters', 'papers', id, after],
	papersOf: (memberId: number) => ['letters-of', memberId],
}

/** The kind of the sheet of a letter in the library, if the network has it. */
const SHEET_KIND = 'reference'

/** Letters I can read or edit. */
export function useLetters(): UseQueryReturn<Letters> {
	return useQuery({ key: keys.list, query: ({ signal }) => gateway.listLetters(signal), staleTime: 0 })
}

/** A letter for editing. Refetched only when it is opened: otherwise it would change during editing. */
export function useLetter(id: number): UseQueryReturn<Letter> {
	return useQuery({ key: keys.one(id), query: ({ signal }) => gateway.getLetter(id, signal), staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
}

/** A sent letter, as far as I can read it. */
export function useReading(id: number, wanted: MaybeRefOrGetter<boolean> = true): UseQueryReturn<Reading> {
	return useQuery({ key: keys.read(id), query: ({ signal }) => gateway.readLetter(id, signal), enabled: () => toValue(wanted) })
}

/** The passages available for a draft. */
export function usePassages(id: number, wanted: MaybeRefOrGetter<boolean>): UseQueryReturn<Found> {
	return useQuery({ key: keys.passages(id), query: ({ signal }) => gateway.listPassages(id, signal), staleTime: 0, enabled: () => toValue(wanted), refetchOnWindowFocus: false })
}

/** The recipients of a draft, computed again whenever it is opened. */
export function useRecipients(id: number): UseQueryReturn<Recipients> {
	return useQuery({ key: keys.recipients(id), query: ({ signal }) => gateway.countRecipients(id, signal), staleTime: 0, refetchOnWindowFocus: false })
}

/** The state of the mails. */
export function useReport(id: number, wanted: MaybeRefOrGetter<boolean>): UseQueryReturn<Report> {
	return useQuery({ key: keys.report(id), query: ({ signal }) => gateway.getReport(id, undefined, signal), staleTime: 0, enabled: () => toValue(wanted) })
}

/** A letter on paper, for some of the people whose mail the server refused: from the beginning, or after a mail. */
export function usePapers(id: number, after: MaybeRefOrGetter<number>): UseQueryReturn<Papers> {
	return useQuery({ key: () => keys.papers(id, toValue(after)), query: ({ signal }) => gateway.listPapers(id, toValue(after), signal), staleTime: 0 })
}

/** Recent letters on paper, for the person of a card I keep. */
export function usePapersOf(memberId: number): UseQueryReturn<PersonPapers> {
	return useQuery({ key: keys.papersOf(memberId), query: ({ signal }) => gateway.listPapersOf(memberId, signal), staleTime: 0 })
}

/** Creates a letter; throws an ApiError if it is refused. */
export function useNewLetter(): (letter: NewLetter) => Promise<Letter> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (letter: NewLetter) => gateway.createLetter(letter),
		onSuccess: () => invalidateQueries(cache, { key: keys.list }),
	}).mutateAsync
}

/** Name of the copy of a letter. */
function fileName({ title, sent }: Pick<Letter, 'title' | 'sent'>): string {
	const words = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replaceAll(/\s+/g, ' ').trim().replace(/(?<!\.)\.+$/, '')
	return `${(sent ?? '').slice(0, 10)} ${words}`.trim().slice(0, 100).trim() + '.md'
}

/** Everything that changes a letter. Each call throws an ApiError if it is refused. */
export function useLetterActions(id: number) {
	const cache = useQueryCache()

	function keepLetter(letter: Letter): Letter {
		cache.cancelQueries({ key: keys.one(id), exact: true })
		cache.setQueryData(keys.one(id), letter)
		invalidateQueries(cache, { key: keys.list })
		return letter
	}

	function keepReport(report: Report): Report {
		cache.cancelQueries({ key: keys.report(id), exact: true })
		cache.setQueryData(keys.report(id), report)
		// The page of a draft is another one.
		const known = cache.getQueryData<Letters>(keys.list)
		if (known) {
			cache.setQueryData(keys.list, { letters: known.letters.map((one) => one.id === id ? { ...one, state: report.state, note: report.note } : one) })
		}
		invalidateQueries(cache, { predicate: ({ key }) => key[0] === 'letters' && key[1] !== 'report' && key[1] !== 'recipients' && key[1] !== 'passages' })
		return report
	}

	const change = useMutation({ mutation: (work: () => Promise<unknown>) => work() })
	async function run<T>(work: () => Promise<T>): Promise<T> {
		return await change.mutateAsync(work) as T
	}

	return {
		store: (changes: LetterChanges) => run(async () => keepLetter(await gateway.editLetter(id, changes))),
		render: (preview: Preview, signal: AbortSignal): Promise<Rendering> => gateway.renderLetter(id, preview, signal),
		/** @return the address of the test */
		test: (as: ReaderKind) => run(async () => (await gateway.testLetter(id, as)).address),
		/** Names in a report, after a mail. */
		moreNames: (after: number): Promise<Report> => gateway.getReport(id, after),
		moreRecipients: (after: number): Promise<RecipientPage> => gateway.listRecipients(id, after),
		send: (sending: Sending) => run(async () => keepReport(await gateway.sendLetter(id, sending))),
		stop: () => run(async () => keepReport(await gateway.stopSending(id))),
		resume: () => run(async () => keepReport(await gateway.resumeSending(id))),
		again: (state: 'refused' | 'perhaps') => run(async () => keepReport(await gateway.sendAgain(id, state))),
		remove: () => run(async () => {
			await gateway.deleteLetter(id)
			cache.getEntries({ key: keys.all }).filter(({ key }) => key[2] === id).forEach((entry) => cache.remove(entry))
			invalidateQueries(cache, { key: keys.list })
		}),
		/**
		 * Puts a copy into the library, with a sheet that describes it.
		 *
		 * @param letter a sent letter
		 * @param folder name of the folder below the library's
		 * @return its file id
		 */
		keepInLibrary: (letter: Pick<Letter, 'title' | 'sent'>, folder: string) => run(async () => {
			const { text } = await gateway.getFileText(id)
			const file = await keepText({ folder, name: fileName(letter), text, title: letter.title, kind: SHEET_KIND })
			keepLetter(await gateway.keepFile(id, file))
			invalidateQueries(cache, { key: ['library'] })
			return file
		}),
	}
}
