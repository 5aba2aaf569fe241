/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

import { inject } from 'vue'

export const cardSectionsKey: InjectionKey<readonly Component[]> = Symbol('card sections')

/** What domains above members show above another person's card: components that take the `member`. */
export function useCardSections(): readonly Component[] {
	return inject(cardSectionsKey, [])
}
