/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileText, Found, Letter, LetterChanges, Letters, NewLetter, Papers, PersonPapers, Preview, ReaderKind, Reading, RecipientPage, Recipients, Rendering, Report, Sending, Tested } from './model.ts'

import { call } from '../api/client.ts'
import { letterApi } from './api.ts'

/** Letters I can read or edit. */
export function listLetters(signal?: AbortSignal): Promise<Letters> {
	return call(letterApi.list, { signal })
}

/** Creates a letter; the same key returns the same letter. */
export function createLetter(body: NewLetter): Promise<Letter> {
	return call(letterApi.create, { body })
}

/** A letter for editing. */
export function getLetter(letter: number, signal?: AbortSignal): Promise<Letter> {
	return call(letterApi.get, { path: { letter }, signal })
}

/** Saves a whole draft, based on a version. */
export function editLetter(letter: number, body: LetterChanges): Promise<Letter> {
	return call(letterApi.edit, { path: { letter }, body })
}

/** Deletes a letter. */
export function deleteLetter(letter: number): Promise<null> {
	return call(letterApi.delete, { path: { letter } })
}

/** A sent letter, as far as I can read it. */
export function readLetter(letter: number, signal?: AbortSignal): Promise<Reading> {
	return call(letterApi.read, { path: { letter }, signal })
}

/** The passages available for a draft. */
export function listPassages(letter: number, signal?: AbortSignal): Promise<Found> {
	return call(letterApi.passages, { path: { letter }, signal })
}

/** The input rendered as mail, text and page. */
export function renderLetter(letter: number, body: Preview, signal?: AbortSignal): Promise<Rendering> {
	return call(letterApi.render, { path: { letter }, body, signal })
}

/** Sends the stored letter to myself. */
export function testLetter(letter: number, as: ReaderKind): Promise<Tested> {
	return call(letterApi.test, { path: { letter }, body: { as } })
}

/** The text of the copy in the library. */
export function getFileText(letter: number): Promise<FileText> {
	return call(letterApi.fileText, { path: { letter } })
}

/** Saves the place of the copy in the library. */
export function keepFile(letter: number, file: string): Promise<Letter> {
	return call(letterApi.keepFile, { path: { letter }, body: { file } })
}

/** The recipients of a draft, computed again. */
export function countRecipients(letter: number, signal?: AbortSignal): Promise<Recipients> {
	return call(letterApi.recipients, { path: { letter }, signal })
}

/** The next page of readers. */
export function listRecipients(letter: number, after: number, signal?: AbortSignal): Promise<RecipientPage> {
	return call(letterApi.recipientPage, { path: { letter }, query: { after }, signal })
}

/** Starts sending. */
export function sendLetter(letter: number, body: Sending): Promise<Report> {
	return call(letterApi.send, { path: { letter }, body })
}

/** The state of the mails. */
export function getReport(letter: number, after?: number, signal?: AbortSignal): Promise<Report> {
	return call(letterApi.report, { path: { letter }, query: { after }, signal })
}

/** Pauses sending. */
export function stopSending(letter: number): Promise<Report> {
	return call(letterApi.stop, { path: { letter } })
}

/** Resumes sending. */
export function resumeSending(letter: number): Promise<Report> {
	return call(letterApi.resume, { path: { letter } })
}

/** Sends the letter again to people whose server refused it, or who perhaps have it. */
export function sendAgain(letter: number, state: 'refused' | 'perhaps'): Promise<Report> {
	return call(letterApi.again, { path: { letter }, body: { state } })
}

/**
 *
 */
export function listPapers(letter: number, after: number, signal?: AbortSignal): Promise<Papers> {
	return call(letterApi.papers, { path: { letter }, query: { after }, signal })
}

/**
 *
 */
export function listPapersOf(id: number, signal?: AbortSignal): Promise<PersonPapers> {
	return call(letterApi.papersOf, { path: { id }, signal })
}
