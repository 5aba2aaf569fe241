/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What domains above put on the paper of a person whom no mail reaches; each takes the number of the card as `memberId`, and emits `ready` once all of it has come. */
export const paperSectionsKey: InjectionKey<readonly Component[]> = Symbol('paper sections')
