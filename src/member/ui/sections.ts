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

/** What domains above members show above the card of another person, also of one whose card the viewer keeps: components that take the `member`. */
export const cardSectionsKey: InjectionKey<readonly Component[]> = Symbol('card sections')

/** What domains above members show below a card, to the person who keeps it: components that take the `member`. */
export const keepingSectionsKey: InjectionKey<readonly Component[]> = Symbol('keeping sections')

/** What domains above members show on the home page, before who is new: components that each ask for what they show. */
export const homeSectionsKey: InjectionKey<readonly Component[]> = Symbol('home sections')

/** Components that take the `line` and show the buttons which awaitWords() names, by kind. */
export type AwaitAnswers = Partial<Record<Await['kind'], Component>>

/** How domains above members have what waits for a person answered on the home page; until it has loaded, the buttons are links. */
export const awaitAnswersKey: InjectionKey<() => Promise<AwaitAnswers>> = Symbol('await answers')

/** Sends a message to the person of a card; throws an ApiError on failure. The same key stays one message. */
export type SendMessage = (memberId: number, message: { text: string, key: string }) => Promise<unknown>

/** For domains that messages build on. */
export const sendMessageKey: InjectionKey<SendMessage> = Symbol('send message')
