/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useSource } from '../../shared/table/useSource.ts'
import { writeSheet } from '../../shared/table/writeSheet.ts'
import { readJson } from './readJson.ts'
import { LARGE_JSON, useReading } from './useReading.ts'

afterEach(() => vi.unstubAllGlobals())

const KEY = '7-bcdfghjk-mnpqrstv'

/** The columns that are proposed for a file, and what it is. */
async function read(name: string, content: string | Uint8Array<ArrayBuffer>) {
	return effectScope().run(async () => {
		const source = useSource()
		const reading = useReading(source, () => [])
		await source.take(new Blob([content]), name)
		await vi.waitFor(() => expect(source.kind.value !== 'json' || reading.table.value !== null).toBe(true))
		return { columns: reading.columns.value, problem: source.problem.value ?? reading.problem.value, foreign: reading.foreign.value?.source, heading: reading.heading.value }
	})!
}

it('a table of this network is known by its keys, whatever the title of their column', async () => {
	const rows = [['Name', 'In short', 'Kept by', 'Nº'], ['Ana', 'x', '', KEY]]
	const expected = { columns: ['name', 'headline', '', 'id'], problem: null, foreign: undefined, heading: true }
	expect(await read('a.csv', rows.map((row) => row.join(';')).join('\n'))).toEqual(expected)
	expect(await read('a.ods', writeSheet(rows, 'ods'))).toEqual(expected)
	expect(await read('a.xlsx', writeSheet(rows, 'xlsx'))).toEqual(expected)
})

it('a list of others is read by common names of columns', async () => {
	expect(await read('a.csv', 'Prénom;Nom;Name\nAna;Vidal;Ana Vidal')).toMatchObject({ columns: ['firstName', 'familyName', 'name'] })
	expect(await read('a.xlsx', writeSheet([['Ana', 'ana@example.org']], 'xlsx'))).toMatchObject({ heading: false, columns: ['', ''] })
})

it('an export of another program has columns of its own, and a damaged file a reason', async () => {
	expect(await read('a.json', JSON.stringify({ ontology: 'gogofull', data: [{ id: 1, name: 'Ana', abstract: 'x' }] }))).toMatchObject({ foreign: 'gogocarto', columns: ['id', 'name', 'headline'], problem: null })
	expect(await read('a.ods', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toMatchObject({ problem: 'damaged', columns: [] })
})

it('a file of 100 MB is refused before a byte of it is read', async () => {
	const source = useSource()
	const file = { size: 100_000_000, arrayBuffer: vi.fn() }
	await source.take(file as unknown as Blob, 'carte.geojson')
	expect([source.problem.value, source.hash.value]).toEqual(['too_big', ''])
	expect(file.arrayBuffer).not.toHaveBeenCalled()
})

/** A list of members that is large enough for a worker. */
const large = JSON.stringify([{ name: 'Ana', headline: 'x'.repeat(LARGE_JSON) }])

it('a large JSON file is read in a worker, which ends with the page', async () => {
	const workers: { onmessage?: (event: { data: unknown }) => void, asked: unknown[], ended: boolean }[] = []
	vi.stubGlobal('Worker', class {
		asked: unknown[] = []
		ended = false
		constructor() {
			workers.push(this)
		}

		postMessage(message: unknown): void {
			this.asked.push(message)
		}

		terminate(): void {
			this.ended = true
		}
	})
	const scope = effectScope()
	const { source, reading } = scope.run(() => {
		const source = useSource()
		return { source, reading: useReading(source, () => []) }
	})!
	await source.take(new Blob([large]), 'members.json')
	await vi.waitFor(() => expect(workers).toHaveLength(1))
	expect([reading.pending.value, reading.json.value, workers[0]!.asked]).toEqual([true, null, [{ json: large }]])
	workers[0]!.onmessage!({ data: { read: readJson(large) } })
	await vi.waitFor(() => expect(reading.json.value).toHaveLength(1))
	expect([reading.pending.value, workers[0]!.ended]).toEqual([false, true])

	await source.take(new Blob([`${large} `]), 'members.json')
	await vi.waitFor(() => expect(workers).toHaveLength(2))
	scope.stop()
	expect([reading.pending.value, workers[1]!.ended]).toEqual([false, true])
})

it('a large JSON file is read in the page where no worker starts', async () => {
	vi.stubGlobal('Worker', undefined)
	const reading = await effectScope().run(async () => {
		const source = useSource()
		const reading = useReading(source, () => [])
		await source.take(new Blob([large]), 'members.json')
		return reading
	})!
	await vi.waitFor(() => expect(reading.json.value).toHaveLength(1))
	expect(reading.pending.value).toBe(false)
})
