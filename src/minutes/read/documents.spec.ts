/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asExpected } from '../../../scripts/lib/minutes.ts'
import { score } from '../../../tests/support/minutesScore.ts'
import { parseMinutes } from '../parse/parse.ts'
import { readFile } from './readFile.ts'

/** Of minutes of the demonstration network, made by a word processor. */
const document = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(`tests/fixtures/minutes/documents/${name}`)) })

it.each([
	['headings, lists and a table', 'mis-en-forme.docx', '01-annuaire-propre'],
	['headings, lists and a table', 'mis-en-forme.odt', '01-annuaire-propre'],
	['headings over two lines, cells of several lines', 'mis-en-forme.pdf', '01-annuaire-propre'],
	['lines cut where the page ends', 'lignes-pleines.pdf', '02-eau-markdown'],
])('%s of %s are read whole', async (_, name, minutes) => {
	const { text } = await readFile(document(name))
	const { groups } = JSON.parse(readFileSync(`tests/fixtures/network/minutes/${minutes}.expected.json`, 'utf8'))
	expect(score(asExpected(parseMinutes(text)).groups, groups)).toMatchObject({ missed: [], invented: [] })
})

it('a password-protected document says so', async () => {
	await expect(readFile(document('verrouille.pdf'))).rejects.toMatchObject({ reason: 'password' })
})
