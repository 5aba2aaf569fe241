/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/minutes-limits.json'
import { ASK_LIMITS } from './ask/model.ts'
import { DRAFT_LIMITS } from './draft/model.ts'
import { MINUTES_LIMITS } from './model.ts'

it('has the limits of PHP', () => {
	expect({ minutes: MINUTES_LIMITS, asks: ASK_LIMITS, drafts: DRAFT_LIMITS }).toEqual(limits)
})
