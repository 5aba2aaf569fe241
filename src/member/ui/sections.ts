/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'
import type { Await } from '../home/model.ts'

/** What higher domains show next to the name on a card, to everyone but its keeper: components that take the `member`. */
export const cardActionsKey: InjectionKey<readonly Component[]> = Symbol('card actions')

/** What higher domains show next to something sought or offered, to the keeper of the card: components that take `member`, `part`, `index` and `item`. */
export const itemActionsKey: InjectionKey<readonly Component[]> = Symbol('item actions')

/** What higher domains show below something sought that its person has just saved: components that take `member` and `item`. */
export const savedNeedKey: InjectionKey<readonly Component[]> = Symbol('saved need')

/** What higher domains show above the card of another person, also of one whose card the viewer keeps: components that take the `member`. */
export const cardSectionsKey: InjectionKey<readonly Component[]> = Symbol('card sections')

/** What higher domains show below a card, to its keeper: components that take the `member`. */
export const keepingSectionsKey: InjectionKey<readonly Component[]> = Symbol('keeping sections')

/** What higher domains show on the home page, before new members: components that load their own data. */
export const homeSectionsKey: InjectionKey<readonly Component[]> = Symbol('home sections')

/** Components that take the `line` and show the buttons named by awaitWords(), by kind. */
export type AwaitAnswers = Partial<Record<Await['kind'], Component>>

/** Answers of higher domains on the home page to what waits for a person; until they are loaded, the buttons are links. */
export const awaitAnswersKey: InjectionKey<() => Promise<AwaitAnswers>> = Symbol('await answers')

/** What this tab is doing with minutes, by their id: their groups are being created, or undone. */
export const minutesHereKey: InjectionKey<(id: number) => 'making' | 'undoing' | null> = Symbol('minutes here')

/** Sends a message to the person of a card; throws an ApiError on failure. The same key stays one message. */
export type SendMessage = (memberId: number, message: { text: string, key: string }) => Promise<unknown>

/** For domains that use messages. */
export const sendMessageKey: InjectionKey<SendMessage> = Symbol('send message')
