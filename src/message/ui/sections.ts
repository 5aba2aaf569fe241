/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What higher domains show above the list of conversations. */
export const messageSectionsKey: InjectionKey<readonly Component[]> = Symbol('message sections')
