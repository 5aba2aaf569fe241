/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What domains above members show beside the name on a card, to everybody but its keeper: components that take the `member`. */
export const cardActionsKey: InjectionKey<readonly Component[]> = Symbol('card actions')

/** What domains above members show above the card of another person, also of one whose card the viewer keeps: components that take the `member`. */
export const cardSectionsKey: InjectionKey<readonly Component[]> = Symbol('card sections')
