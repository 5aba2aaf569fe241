/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { day, lines, mailAddresses, webAddress, words } from './cells.ts'

it.each([
	['2026-11-24', '2026-11-24'], ['24/11/2026', '2026-11-24'], ['4.1.26', '2026-01-04'], ['24-11-2026', '2026-11-24'],
	['1er mars 2026', '2026-03-01'], ['mardi 24 novembre 2026', '2026-11-24'], ['2026-11-24 10:00', '2026-11-24'],
	['12/31/2025', null], ['31/02/2026', null], ['bientôt', null], ['45000', null], ['', null],
])('the day %j is %j', (cell, date) => {
	expect(day(cell)).toBe(date)
})

it('a cell has one item a line, or separated by semicolons', () => {
	expect(lines('- un four; 2) une grange, grande\n• des bras ;; ')).toEqual(['un four', 'une grange, grande', 'des bras'])
})

it('words are also separated by commas, unless there is a stronger separator', () => {
	expect(words('écoute, couture ,  dessin  libre')).toEqual(['écoute', 'couture', 'dessin libre'])
	expect(words('écoute, active; couture')).toEqual(['écoute, active', 'couture'])
})

it('addresses are read as written by people and programs', () => {
	expect(mailAddresses('Ana Roux <ana@example.org>; mailto:leo@example.org')).toEqual(['ana@example.org', 'leo@example.org'])
	expect(mailAddresses('pas d’adresse')).toEqual(['pas d’adresse'])
	expect(webAddress('www.example.org/a')).toBe('https://www.example.org/a')
	expect(webAddress('http://example.org')).toBe('http://example.org')
	expect(webAddress('pas de site')).toBe('pas de site')
})
