/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf, QueryOf } from '../api/endpoint.ts'
import type { Conversation, FirstMessage, Writing } from '../message/index.ts'
import type { Closing, NewNotice, Notice, NoticeChanges, NoticeList, NoticePage, Passed, Passing, SimilarNotices } from './model.ts'

import { call } from '../api/client.ts'
import { noticeApi } from './api.ts'

/** A page of the open notices that meet words and criteria. */
export function listNotices(query: QueryOf<typeof noticeApi.list>, signal?: AbortSignal): Promise<NoticeList> {
	return call(noticeApi.list, { query, signal })
}

/** A page of my notices, and of those of the people whose cards I keep. */
export function listOwn(cursor: string, signal?: AbortSignal): Promise<NoticePage> {
	return call(noticeApi.mine, { query: cursor === '' ? {} : { cursor }, signal })
}

/** A page of the notices without an answer, for facilitators. */
export function listUnanswered(cursor: string, signal?: AbortSignal): Promise<NoticePage> {
	return call(noticeApi.unanswered, { query: cursor === '' ? {} : { cursor }, signal })
}

/** Open notices that resemble the one being written. */
export function findSimilar(query: QueryOf<typeof noticeApi.similar>, signal?: AbortSignal): Promise<SimilarNotices> {
	return call(noticeApi.similar, { query, signal })
}

/** Publishes a notice; the same key returns the same notice. */
export function createNotice(body: NewNotice): Promise<Notice> {
	return call(noticeApi.create, { body })
}

/** A notice. */
export function getNotice(notice: number, signal?: AbortSignal): Promise<Notice> {
	return call(noticeApi.get, { path: { notice }, signal })
}

/** Changes a notice, based on a version. */
export function editNotice(notice: number, body: NoticeChanges): Promise<Notice> {
	return call(noticeApi.edit, { path: { notice }, body })
}

/** Confirms that a notice is still true. */
export function renewNotice(notice: number, body: BodyOf<typeof noticeApi.renew> = {}): Promise<Notice> {
	return call(noticeApi.renew, { path: { notice }, body })
}

/** Marks it as done, with the outcome and the people to thank. */
export function closeNotice(notice: number, body: Closing): Promise<Notice> {
	return call(noticeApi.close, { path: { notice }, body })
}

/** Reopens a notice. */
export function reopenNotice(notice: number): Promise<Notice> {
	return call(noticeApi.reopen, { path: { notice } })
}

/** Ends a notice. */
export function endNotice(notice: number): Promise<Notice> {
	return call(noticeApi.end, { path: { notice } })
}

/** Deletes a notice. */
export function deleteNotice(notice: number): Promise<null> {
	return call(noticeApi.delete, { path: { notice } })
}

/** Whether I, or a person whose card I keep, can write to the author of a notice. */
export function getWriting(notice: number, person?: number): Promise<Writing> {
	return call(noticeApi.writing, { path: { notice }, query: person === undefined ? {} : { for: person } })
}

/** Writes to the author of a notice. */
export function answerNotice(notice: number, body: FirstMessage): Promise<Conversation> {
	return call(noticeApi.write, { path: { notice }, body })
}

/** The people whose cards I keep who were sent a notice by email. */
export function getPassed(notice: number, signal?: AbortSignal): Promise<Passed> {
	return call(noticeApi.passed, { path: { notice }, signal })
}

/** Whether I can send a notice to a person whose card I keep, and the email. */
export function getPassing(id: number, notice: number, signal?: AbortSignal): Promise<Passing> {
	return call(noticeApi.passing, { path: { id, notice }, signal })
}

/** Sends the email that was shown. */
export function passNotice(id: number, notice: number, seen: string): Promise<Passing> {
	return call(noticeApi.pass, { path: { id, notice }, body: { seen } })
}
