/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What higher domains show on a notice: components that take the `notice` and decide for whom they show something. */
export const noticeSectionsKey: InjectionKey<readonly Component[]> = Symbol('notice sections')

/** What they show before its text, to its author while it is open: components that take the `notice`. */
export const noticePeopleKey: InjectionKey<readonly Component[]> = Symbol('notice people')
