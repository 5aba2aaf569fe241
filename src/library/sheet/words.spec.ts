/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { OUTCOMES } from '../model.ts'
import { sampleSheet, sampleSignature, sampleSummary } from './testing/sample.ts'
import { otherAuthors, outcomeWord, signatureTable, summaryLine, versionSentence } from './words.ts'

it('says the outcome and the place; otherwise the kind', () => {
	expect(summaryLine(sampleSummary())).toBe('failed · Pyrénées-Orientales')
	expect(summaryLine(sampleSummary({ status: 'draft' }))).toBe('draft · failed · Pyrénées-Orientales')
	expect(summaryLine(sampleSummary({ outcome: null, places: [] }))).toBe('Récit d’échec')
})

it('has one plain word for each outcome', () => {
	expect(OUTCOMES.map(outcomeWord)).toEqual(['worked', 'mixed', 'failed'])
})

it('names the text by the day of its last change', () => {
	expect(versionSentence(sampleSheet())).toContain('2026')
	expect(versionSentence(sampleSheet({ file: null }))).toBe('')
})

it('splits the names of people without a card by line and semicolon', () => {
	expect(otherAuthors({ authorNames: ' Collectif A, B et C ; Une voisine\n' })).toEqual(['Collectif A, B et C', 'Une voisine'])
})

it('makes a table of signatures', () => {
	expect(signatureTable([sampleSignature({ how: 'paper', note: 'Classeur vert', current: false })])).toEqual([
		['Name', 'Day', 'How', 'Where the paper is kept', 'Text', 'Fingerprint of the text (SHA-256)'],
		['Odile Marty', '2026-11-14', 'on paper', 'Classeur vert', 'older text', 'a'.repeat(64)],
	])
})
