/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf, QueryOf } from '../../api/endpoint.ts'
import type { Conversation, Writing } from '../../message/index.ts'
import type { Library, Sheet, SheetList, SheetStatus, SheetSummary, Signature, Stories, WrittenEvaluation } from '../model.ts'
import type { SheetChanges } from './edit.ts'

import { call } from '../../api/client.ts'
import { libraryApi } from '../api.ts'

/** The place of the library for me, its kinds of resources and the folders of my groups. */
export function getLibrary(signal?: AbortSignal): Promise<Library> {
	return call(libraryApi.get, { signal })
}

/** The start page of the library. */
export function getStories(signal?: AbortSignal): Promise<Stories> {
	return call(libraryApi.stories, { signal })
}

/** A page of the sheets that meet criteria. */
export function listSheets(query: QueryOf<typeof libraryApi.list>, signal?: AbortSignal): Promise<SheetList> {
	return call(libraryApi.list, { query, signal })
}

/** The sheets of some files; at most 200. */
export function sheetsOfFiles(file: string[], signal?: AbortSignal): Promise<SheetSummary[]> {
	return call(libraryApi.ofFiles, { query: { file }, signal })
}

/** The sheet of a file. */
export function getSheet(file: string, signal?: AbortSignal): Promise<Sheet> {
	return call(libraryApi.sheet, { path: { file }, signal })
}

/** Saves a sheet, based on a version; version 0 creates it. */
export function writeSheet(file: string, version: number, words: SheetChanges): Promise<Sheet> {
	return call(libraryApi.write, { path: { file }, body: { version, ...words } })
}

/** Publishes a sheet, or makes it a draft again. */
export function setSheetStatus(file: string, version: number, status: SheetStatus): Promise<Sheet> {
	return call(libraryApi.setStatus, { path: { file }, body: { version, status } })
}

/** Deletes a sheet; the file stays. */
export function removeSheet(file: string, version: number): Promise<null> {
	return call(libraryApi.remove, { path: { file }, query: { version: String(version) } })
}

/** Saves my evaluation. */
export function evaluateSheet(file: string, body: WrittenEvaluation): Promise<Sheet> {
	return call(libraryApi.evaluate, { path: { file }, body })
}

/** Deletes my evaluation. */
export function deleteEvaluation(file: string): Promise<Sheet> {
	return call(libraryApi.takeEvaluationBack, { path: { file } })
}

/** Whether I can write to an author: a member, or the anonymous one. */
export function getWriting(file: string, to?: number): Promise<Writing> {
	return call(libraryApi.writing, { path: { file }, query: to === undefined ? {} : { to } })
}

/** Writes to an author: a member, or the anonymous one. */
export function writeToAuthor(file: string, body: BodyOf<typeof libraryApi.startConversation>): Promise<Conversation> {
	return call(libraryApi.startConversation, { path: { file }, body })
}

/** The signatures of a text. */
export function listSignatures(file: string, signal?: AbortSignal): Promise<Signature[]> {
	return call(libraryApi.signatures, { path: { file }, signal })
}

/** Signs the text in the version I read. */
export function signSheet(file: string, hash: string): Promise<Sheet> {
	return call(libraryApi.sign, { path: { file }, body: { hash } })
}

/** Enters a signature from paper. */
export function enterSignature(file: string, body: BodyOf<typeof libraryApi.enterSignature>): Promise<Signature> {
	return call(libraryApi.enterSignature, { path: { file }, body })
}

/** Asks a person by mail to sign. */
export function askSignature(file: string, body: BodyOf<typeof libraryApi.askSignature>): Promise<Signature> {
	return call(libraryApi.askSignature, { path: { file }, body })
}

/** Withdraws a signature. */
export function withdrawSignature(file: string, signature: number): Promise<Sheet | null> {
	return call(libraryApi.withdrawSignature, { path: { file, signature } })
}
