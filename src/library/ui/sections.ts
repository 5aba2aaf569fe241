/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/** What higher domains show at the bottom of a sheet's page: components that take the `sheet`. */
export const sheetSectionsKey: InjectionKey<readonly Component[]> = Symbol('sheet sections')
