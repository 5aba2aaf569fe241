/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

import { inject } from 'vue'

export const groupSectionsKey: InjectionKey<readonly Component[]> = Symbol('group sections')

/** What higher domains show of the activity of a group, for its members: components that take the `group`. */
export const groupNowKey: InjectionKey<readonly Component[]> = Symbol('group now')

/** What higher domains show to facilitators at the bottom of a group's page: components that take the `group`. */
export function useSections(): readonly Component[] {
	return inject(groupSectionsKey, [])
}
