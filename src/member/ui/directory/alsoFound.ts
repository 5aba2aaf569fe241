/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/**
 * What higher domains show below the people found by a search: components that take the words, `q`, and whether the people were found
 * by only some of them, `partly`, or with corrected ones, `corrected`. Each loads its own results.
 */
export const alsoFoundKey: InjectionKey<readonly Component[]> = Symbol('also found')
