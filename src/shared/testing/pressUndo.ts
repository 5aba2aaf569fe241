/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { expect } from 'vitest'
import { useUndo } from '../composables/useUndo.ts'

/**
 * Presses “Undo” next to the message shown.
 *
 * @param message the message as it is shown, or with names in braces for what may stand there: `tests/house/undos.spec.ts` reads from it which undo this tests
 */
export async function pressUndo(message: string): Promise<void> {
	const shown = useUndo().message.value
	const [first, ...rest] = message.split(/\{\w+\}/)
	expect(shown?.text).toEqual(rest.length === 0 ? first : expect.stringMatching(new RegExp(`^${[first, ...rest].map((piece) => piece!.replace(/[.?]/g, '\\$&')).join('.+')}$`)))
	await shown!.undo!()
	await flushPromises()
}
