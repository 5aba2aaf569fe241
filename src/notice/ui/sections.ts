/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What domains above notices show on a notice: components that take the `notice` and say to whom they show something. */
export const noticeSectionsKey: InjectionKey<readonly Component[]> = Symbol('notice sections')
