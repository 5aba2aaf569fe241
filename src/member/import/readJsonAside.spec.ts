/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { TestWorker } from '../../shared/testing/testWorker.ts'
import { readJson } from './readJson.ts'
import { readJsonAside } from './readJsonAside.ts'

const TEXT = '[{"name":"Ana"}]'

function read() {
	const worker = new TestWorker()
	return { worker, ...readJsonAside(TEXT, () => worker as unknown as Worker) }
}

it('gives the text to the worker, and returns what it read', async () => {
	const { worker, result } = read()
	expect(worker.asked).toEqual([{ json: TEXT }])
	worker.onmessage({ data: {} })
	expect(worker.ended).toBe(false)
	worker.onmessage({ data: { read: structuredClone(readJson(TEXT)) } })
	expect(await result).toEqual(readJson(TEXT))
	expect(worker.ended).toBe(true)
})

it('can be stopped', async () => {
	const { worker, result, stop } = read()
	stop()
	expect([await result, worker.ended]).toEqual([null, true])
})

it('says that no worker started', async () => {
	const { worker, result } = read()
	worker.onerror({ message: '' })
	await expect(result).rejects.toThrow('did not start')
	expect(worker.ended).toBe(true)
})

it('what other programs export can be sent between workers', () => {
	const foreign = readJson(JSON.stringify({ type: 'FeatureCollection', features: [{ id: 1, properties: { name: 'Ana' } }] }))
	expect(structuredClone(foreign)).toEqual(foreign)
	expect(foreign.foreign?.titles.get('name')).toBe('name')
})
