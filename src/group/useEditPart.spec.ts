/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group } from './model.ts'

import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { sampleGroup } from './testing/sample.ts'
import { useEditPart } from './useEditPart.ts'

const edit = vi.hoisted(() => vi.fn())
vi.mock('./queries.ts', () => ({ useGroupActions: () => ({ edit }) }))
vi.mock('../shared/composables/useUndo.ts', () => ({ useUndo: () => ({ show: vi.fn() }) }))
beforeEach(() => edit.mockReset())

const group = shallowRef<Group>(sampleGroup())
function form() {
	group.value = sampleGroup({ version: 1, seeks: '' })
	return effectScope().run(() => useEditPart(() => group.value, ({ seeks }) => seeks, (seeks) => ({ seeks: seeks.trim() }), 'Saved.'))!
}
const stale = (current: Group) => new ApiError(409, 'stale_version', { current })

test('what others changed is shown where nothing was written', async () => {
	const { fields, isChanged } = form()
	group.value = sampleGroup({ version: 2, seeks: 'Un camion' })
	await nextTick()
	expect([fields.value, isChanged.value]).toEqual(['Un camion', false])
})

test('what is written stays and is stored where others changed another part', async () => {
	const { fields, saving } = form()
	fields.value = 'Du foin'
	const now = sampleGroup({ version: 2, seeks: '', title: 'Eaux' })
	edit.mockRejectedValueOnce(stale(now)).mockResolvedValueOnce({ ...now, version: 3, seeks: 'Du foin' })
	await saving.run()
	expect(edit.mock.calls.map(([{ version, words }]) => [version, words.seeks])).toEqual([[1, 'Du foin'], [2, 'Du foin']])
	expect(saving.error.value).toBeNull()
})

test('where others changed the same part the first saving is refused, also after the page learned of it', async () => {
	const { fields, saving } = form()
	fields.value = 'Du foin'
	const now = sampleGroup({ version: 2, seeks: 'Un camion' })
	group.value = now
	await nextTick()
	expect(fields.value).toBe('Du foin')
	edit.mockRejectedValueOnce(stale(now)).mockResolvedValueOnce({ ...now, version: 3, seeks: 'Du foin' })
	await saving.run()
	expect(saving.error.value).not.toBeNull()
	await saving.run()
	expect(edit.mock.calls.map(([{ version }]) => version)).toEqual([1, 2])
})
