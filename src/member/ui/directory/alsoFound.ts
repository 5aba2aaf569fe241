/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component, InjectionKey } from 'vue'

/**
 * What domains above members show below the people a search finds: components that take the words, `q`, and whether the people were found
 * by some of them only, `partly`, or with others in the place of misspelt ones, `corrected`. Each asks for its own results, in requests of
 * its own.
 */
export const alsoFoundKey: InjectionKey<readonly Component[]> = Symbol('also found')
