/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { cutText, textHeight, wrapped } from './texts.ts'

/** Each letter as wide as its size. */
const measure = (text: string, size: number) => text.length * size

describe('texts of a drawing', () => {
	it('are cut off where they are too long', () => {
		expect(cutText('Eau', 30, 10, measure)).toBe('Eau')
		expect(cutText('Eau de pluie', 60, 10, measure)).toBe('Eau d…')
		expect(cutText('Eau de pluie', 50, 10, measure)).toBe('Eau…')
		expect(cutText('Eau', 0, 10, measure)).toBe('E…')
		expect(cutText('', 0, 10, measure)).toBe('')
	})

	it('are wrapped between words, and cut off after the last line', () => {
		expect(wrapped('Eau de pluie', 200, 2, 10, measure)).toEqual(['Eau de pluie'])
		expect(wrapped('Eau de pluie', 70, 2, 10, measure)).toEqual(['Eau de', 'pluie'])
		expect(wrapped('Eau de pluie partagée', 70, 2, 10, measure)).toEqual(['Eau de', 'pluie…'])
		expect(wrapped('Anticonstitutionnel', 70, 2, 10, measure)).toEqual(['Antico…'])
	})

	it('have a height by their sizes', () => {
		expect(textHeight([{ size: 15 }, { size: 13 }])).toBe(37)
	})
})
