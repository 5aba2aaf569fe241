/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sound } from '../testing/damaged.ts'

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fold } from '../../shared/lib/fold.ts'
import { ReadError } from '../../shared/lib/readError.ts'
import { damaged } from '../testing/damaged.ts'
import { pdf } from '../testing/documents.ts'
import { readFile } from './readFile.ts'

/** The letters of a text, whatever its headings, points and cells. */
const words = (text: string) => fold(text.replace(/<br>|^ *\d+\. /gm, ' ')).replaceAll(' ', '')

it('500 damaged, hostile and huge files give their text or the true reason, in time', async () => {
	const sound: Sound[] = []
	for (const name of ['mis-en-forme.docx', 'mis-en-forme.odt', 'a.pdf']) {
		const bytes = name === 'a.pdf' ? pdf([[50, 800, 'Groupe 3 : Les mots du soir'], [50, 770, 'Constats'], [50, 745, '- On lit peu']]) : new Uint8Array(readFileSync(`tests/fixtures/minutes/documents/${name}`))
		sound.push({ name, bytes, words: (await readFile({ name, bytes })).text })
	}
	const files = damaged(sound)
	const wrong: string[] = []
	let slowest = 0
	for (const { what, name, bytes, reasons, text } of files) {
		const start = performance.now()
		const end = await readFile({ name, bytes }).then((found) => found.text, (error: unknown) => error)
		const time = performance.now() - start
		slowest = Math.max(slowest, time)
		const right = typeof end === 'string'
			? text === true || (text !== undefined && words(end) === words(text))
			: end instanceof ReadError && reasons.includes(end.reason)
		if (!right || time > 10_000) {
			wrong.push(`${name}, ${what}: ${typeof end === 'string' ? JSON.stringify(end.slice(0, 60)) : end} in ${Math.round(time)} ms`)
		}
	}
	console.info(`${files.length} files, the slowest took ${Math.round(slowest)} ms`)
	expect(wrong).toEqual([])
	expect(files.length).toBeGreaterThanOrEqual(500)
}, 120_000)
