/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Conversation, NewMessage, Writing } from '../../message/index.ts'
import type { Library, Sheet, SheetList, SheetStatus, SheetSummary, Signature, Stories, WrittenEvaluation } from '../model.ts'
import type { SheetChanges } from './edit.ts'
import type { SheetCriteria } from './find.ts'

import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { isReason } from '../../api/apiError.ts'
import { useInvalidateNeighbourhoods } from '../../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { askedOf, keyOf, usualSort } from './find.ts'
import * as gateway from './gateway.ts'
import { withSigningReasons } from './reasons.ts'

export const sheetKeys = {
	/** Everything that shows sheets in lists. */
	lists: ['library', 'sheets'],
	library: ['library', 'root'],
	stories: ['library', 'sheets', 'stories'],
	list: (criteria: SheetCriteria) => ['library', 'sheets', 'list', keyOf(criteria)],
	with: (q: string, limit: number) => ['library', 'sheets', 'with', q, limit],
	ofFiles: (files: readonly string[]) => ['library', 'sheets', 'of', ...files],
	sheet: (file: string) => ['library', 'sheet', file],
	signatures: (file: string) => ['library', 'signatures', file],
}

/** The place of the library for me, and its kinds of resources; requested only while `wanted`. */
export function useLibrary(wanted: MaybeRefOrGetter<boolean> = true): UseQueryReturn<Library> {
	return useQuery({ key: sheetKeys.library, query: ({ signal }) => gateway.getLibrary(signal), staleTime: 5 * 60_000, enabled: () => toValue(wanted) })
}

/** The start page of the library; requested only while `wanted`. */
export function useStories(wanted: MaybeRefOrGetter<boolean> = true): UseQueryReturn<Stories> {
	return useQuery({ key: sheetKeys.stories, query: ({ signal }) => gateway.getStories(signal), enabled: () => toValue(wanted) })
}

/** The sheets that meet criteria, page by page; requested only while `wanted`. */
export function useSheets(criteria: MaybeRefOrGetter<SheetCriteria>, wanted: MaybeRefOrGetter<boolean>): UseInfiniteQueryReturn<SheetList, Error, string> {
	return useInfiniteQuery(() => {
		const asked = toValue(criteria)
		return {
			key: sheetKeys.list(asked),
			query: ({ pageParam, signal }) => gateway.listSheets({ ...askedOf(asked), sort: asked.sort ?? usualSort(asked.q), ...pageParam === '' ? {} : { cursor: pageParam } }, signal),
			initialPageParam: '',
			getNextPageParam: (page: SheetList) => page.next,
			enabled: toValue(wanted),
			// Coming back would refetch every page.
			refetchOnWindowFocus: false,
		}
	})
}

/** The first sheets with words. */
export function useSheetsWith(q: MaybeRefOrGetter<string>, limit: number): UseQueryReturn<SheetList> {
	return useQuery({
		key: () => sheetKeys.with(toValue(q), limit),
		query: ({ signal }) => gateway.listSheets({ q: toValue(q), limit }, signal),
	})
}

/** The sheets of some files; at most 200 files per request. */
export function useSheetsOfFiles(files: MaybeRefOrGetter<readonly string[]>): UseQueryReturn<SheetSummary[]> {
	return useQuery({
		key: () => sheetKeys.ofFiles(toValue(files)),
		query: ({ signal }) => gateway.sheetsOfFiles([...toValue(files)], signal),
		enabled: () => toValue(files).length > 0,
	})
}

/** The sheet of a file. */
export function useSheet(file: MaybeRefOrGetter<string>): UseQueryReturn<Sheet> {
	return useQuery({
		key: () => sheetKeys.sheet(toValue(file)),
		query: ({ signal }) => gateway.getSheet(toValue(file), signal),
	})
}

/** The sheet for editing: null if it does not exist yet. */
export function useSheetToWrite(file: MaybeRefOrGetter<string>): UseQueryReturn<Sheet | null> {
	return useQuery({
		key: () => [...sheetKeys.sheet(toValue(file)), 'write'],
		query: async ({ signal }): Promise<Sheet | null> => {
			try {
				return await gateway.getSheet(toValue(file), signal)
			} catch (error) {
				if (isReason(error, 'not_found')) {
					return null
				}
				throw error
			}
		},
		// Edited from the stored version, not from an older one in the cache.
		staleTime: 0,
		gcTime: 0,
	})
}

/** Whether I can write to an author of a sheet, and the first message: to a member, or the anonymous one. */
export function writingTo(file: string, to?: number): { getWriting: () => Promise<Writing>, start: (message: NewMessage) => Promise<Conversation> } {
	return {
		getWriting: () => gateway.getWriting(file, to),
		start: (message) => gateway.writeToAuthor(file, to === undefined ? message : { ...message, to }),
	}
}

/** The signatures of a text; requested only while `wanted`. */
export function useSignatures(file: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean> = true): UseQueryReturn<Signature[]> {
	return useQuery({
		key: () => sheetKeys.signatures(toValue(file)),
		query: ({ signal }) => gateway.listSignatures(toValue(file), signal),
		enabled: () => toValue(wanted),
	})
}

/** Everything that changes sheets. Each call throws an ApiError if it is refused and updates the queries of this page. */
export function useSheetActions() {
	const cache = useQueryCache()
	const aroundAgain = useInvalidateNeighbourhoods()

	/** Takes a sheet in its new state. */
	function keep(sheet: Sheet): Sheet {
		const key = sheetKeys.sheet(sheet.fileId)
		cache.cancelQueries({ key })
		cache.setQueryData(key, sheet)
		invalidateQueries(cache, { key: sheetKeys.lists })
		invalidateQueries(cache, { key: sheetKeys.signatures(sheet.fileId) })
		return sheet
	}

	/** A mutation of a sheet, which answers with its new state. */
	function change<Vars>(work: (vars: Vars) => Promise<Sheet>) {
		return useMutation({ mutation: (vars: Vars) => work(vars), onSuccess: keep }).mutateAsync
	}

	/** A mutation of the content of the sheet: it is also shown with its file, its authors and the groups that work on it. */
	function rewrite<Vars>(work: (vars: Vars) => Promise<Sheet>) {
		return change(async (vars: Vars) => {
			const sheet = await work(vars)
			aroundAgain()
			return sheet
		})
	}

	/** A mutation about another person's signature. */
	function signature<Vars extends { file: string }>(work: (vars: Vars) => Promise<Signature>) {
		return useMutation({
			mutation: (vars: Vars) => work(vars),
			onSuccess(_, { file }) {
				invalidateQueries(cache, { key: sheetKeys.signatures(file) })
				invalidateQueries(cache, { key: sheetKeys.sheet(file) })
			},
		}).mutateAsync
	}

	const sign = useMutation({
		mutation: ({ file, hash }: { file: string, hash: string }) => withSigningReasons(gateway.signSheet(file, hash)),
		onSuccess: keep,
		onError(error, { file }) {
			if (isReason(error, 'version_changed')) {
				// The page has to show the current text.
				invalidateQueries(cache, { key: sheetKeys.sheet(file) })
			}
		},
	})
	const withdraw = useMutation({
		mutation: ({ file, id }: { file: string, id: number }) => gateway.withdrawSignature(file, id),
		onSuccess(sheet, { file }) {
			if (sheet) {
				keep(sheet)
			} else {
				// A sheet that is not shown has nothing else to update.
				cache.setQueryData(sheetKeys.signatures(file), [])
			}
		},
	})
	const remove = useMutation({
		mutation: ({ file, version }: { file: string, version: number }) => gateway.removeSheet(file, version),
		onSuccess(_, { file }) {
			cache.getEntries({ key: sheetKeys.sheet(file) }).forEach((entry) => cache.remove(entry))
			invalidateQueries(cache, { key: sheetKeys.lists })
			aroundAgain()
		},
	})

	return {
		/** Saves a sheet, or creates it. */
		write: rewrite(({ file, version, words }: { file: string, version: number, words: SheetChanges }) => gateway.writeSheet(file, version, words)),
		/** Publishes a sheet, or makes it a draft again. */
		setStatus: rewrite(({ file, version, status }: { file: string, version: number, status: SheetStatus }) => gateway.setSheetStatus(file, version, status)),
		/** Deletes a sheet. */
		remove: remove.mutateAsync,
		/** Saves my evaluation. */
		evaluate: change(({ file, ...body }: { file: string } & WrittenEvaluation) => gateway.evaluateSheet(file, body)),
		/** Deletes my evaluation. */
		deleteEvaluation: change((file: string) => gateway.deleteEvaluation(file)),
		/** Signs; if the text was changed in the meantime, the sheet is refetched. */
		sign: sign.mutateAsync,
		/** Withdraws a signature. */
		withdraw: withdraw.mutateAsync,
		/** Enters a signature from paper. */
		enter: signature(({ file, ...body }: { file: string, name: string, day: string, how: string }) => withSigningReasons(gateway.enterSignature(file, body))),
		/** Asks a person by mail. */
		ask: signature(({ file, ...body }: { file: string, name: string, email: string }) => withSigningReasons(gateway.askSignature(file, body))),
	}
}
