/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What higher domains add to the paper of a person email cannot reach; each takes the number of the card as `memberId`, and emits `ready` once it is loaded. */
export const paperSectionsKey: InjectionKey<readonly Component[]> = Symbol('paper sections')
