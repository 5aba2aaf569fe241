/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What domains above members show beside the name on a card, to everybody but its keeper: components that take the `member`. */
export const cardActionsKey: InjectionKey<readonly Component[]> = Symbol('card actions')

/** What domains above members show beside something sought or offered, to the keeper of the card: components that take `member`, `part`, `index` and `item`. */
export const itemActionsKey: InjectionKey<readonly Component[]> = Symbol('item actions')

/** What domains above members show above another person's card: components that take the `member`. */
export const cardSectionsKey: InjectionKey<readonly Component[]> = Symbol('card sections')
