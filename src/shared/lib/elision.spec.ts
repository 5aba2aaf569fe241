/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import cases from '../../../tests/fixtures/rules/elision.json'
import { beforeName } from './elision.ts'

it.each(cases)('in %s, “%s” before “%s”', (language, words, name, expected) => {
	expect(beforeName(words!, name!, language!) + name).toBe(expected)
})
