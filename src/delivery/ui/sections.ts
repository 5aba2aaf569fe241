/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What other domains add to the page of notifications: choices that belong to it. */
export const notificationSectionsKey: InjectionKey<readonly Component[]> = Symbol('notification sections')
