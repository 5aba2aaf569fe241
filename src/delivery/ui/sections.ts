/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** Additional choices of other domains on the page of notifications. */
export const notificationSectionsKey: InjectionKey<readonly Component[]> = Symbol('notification sections')
