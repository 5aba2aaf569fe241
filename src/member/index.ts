/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export type { Voice } from './card.ts'
export type { Await, Match } from './home/model.ts'
export type { Item, Member, MemberSummary } from './model.ts'

export { mailAddress, voiceOf, webAddress } from './card.ts'
export { MemberSchema } from './model.ts'
export { useGroupsWork, useHomeAgain } from './home/queries.ts'
export { awaitKey, awaitWords } from './home/words.ts'
export { FirstSchema, seedMembers, useFindPeople, useKept, useMember, useMine, usePeopleWith } from './queries.ts'
export { memberReasons } from './reasons.ts'
export { memberRoutes } from './routes.ts'
export { alsoFoundKey } from './ui/directory/alsoFound.ts'
export { default as MatchList } from './ui/MatchList.vue'
export { default as MatchReasons } from './ui/MatchReasons.vue'
export { default as MemberCardView } from './ui/MemberCardView.vue'
export { awaitAnswersKey, cardActionsKey, cardSectionsKey, homeSectionsKey, itemActionsKey, keepingSectionsKey, minutesHereKey, savedNeedKey, sendMessageKey } from './ui/sections.ts'
export type { SendMessage } from './ui/sections.ts'

/** Who can be asked where nobody who fits was found. */
export const AskFacilitator = laterPart(later(() => import('./ui/AskFacilitator.vue')))

/** Takes off a card what was found or given. */
export const RemoveFromCard = laterPart(later(() => import('./ui/RemoveFromCard.vue')))

/** Confirms a kept card. */
export const ConfirmKept = laterPart(later(() => import('./ui/ConfirmKept.vue')))

/** Selects some members, found by words. */
export const PeoplePicker = laterPart(later(() => import('./ui/PeoplePicker.vue')))
