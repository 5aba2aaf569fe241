/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack, NewCard } from '../../board/model.ts'
import type { CardWork } from '../../board/work/model.ts'
import type { Brought, OrdinaryPlan } from './model.ts'

/** A file in Files. */
export interface FileAt {
	id: string
	path: string
	etag: string
	size: number
}

/** A meeting, with the fields used here. */
export interface MeetingAt {
	id: number
	version: number
	cancelled: boolean
}

/** A sheet, with the fields used here. */
export interface SheetAt {
	version: number
}

/** The calls of a run; each throws an ApiError if it is refused. */
export interface OrdinaryPorts {
	/** Our own server: the minutes, and the meetings of the group. */
	save(body: { version: number, runner: string, plan?: string, state?: Brought['state'], last?: boolean }): Promise<Brought>
	forget(): Promise<unknown>
	/** Sent again, it stays one meeting. */
	addMeeting(meeting: { day: string, time: string | null, place: string }): Promise<MeetingAt>
	/** null: it was deleted. */
	meeting(id: number): Promise<MeetingAt | null>
	cancelMeeting(id: number, version: number): Promise<unknown>
	/** Deck. */
	stacks(): Promise<DeckStack[]>
	work(): Promise<CardWork[]>
	createStack(title: string, order: number): Promise<DeckStack>
	createCard(card: NewCard): Promise<DeckCard>
	/** Account of a member of the group; null: they have none, or are not in it. */
	account(member: number): Promise<string | null>
	assign(cardId: number, uid: string): Promise<void>
	deleteCard(cardId: number): Promise<void>
	/** Files: the path of the group's folder for me, null without access. */
	folder(): Promise<string | null>
	stat(path: string): Promise<FileAt | null>
	/** A file by its id, at its current path. */
	find(id: string): Promise<FileAt | null>
	read(path: string): Promise<string>
	put(path: string, text: string): Promise<unknown>
	remove(path: string): Promise<void>
	/** The library; null: the file has no sheet. */
	sheet(file: string): Promise<SheetAt | null>
	describe(file: string, words: { title: string, summary: string }): Promise<SheetAt>
	removeSheet(file: string, version: number): Promise<unknown>
}

export type Thing = 'card' | 'meeting' | 'file'

/** Something that was not created, or that stays after undoing. */
export interface Left {
	thing: Thing
	name: string
	/** changed: by others since · not_mine: another account says that it created it · gone · bad_name · no_board · no_folder · no_sheet · not_assigned, or the reason of a refusal. */
	why: string
}

/** How many things a plan has, and how many of them are created. */
export function progressOf({ cards, meeting, file }: OrdinaryPlan): { done: number, total: number } {
	const things = [...cards.map(({ made }) => made !== null), ...meeting ? [meeting.made !== null] : [], ...file ? [file.made !== null] : []]
	return { done: things.filter(Boolean).length, total: things.length }
}
