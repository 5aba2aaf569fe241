/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canRepeat, fieldOf, FIELDS, headingsKey, namesPeople, parseMapping, proposeColumns, rememberedColumns } from './mapping.ts'

describe('the content of columns', () => {
	it.each([
		['PRÉNOM', 'firstName'], ['Adresse e-mail', 'email'], ['Adresse  électronique', 'email'], ['Tél.', 'phone'], ['N°', 'id'],
		['Ce qui m’anime', 'drives'], ['Ce que je cherche (besoins)', 'seeks'], ['Mes compétences', 'skills'], ['Code INSEE', 'territories'],
		['Nom de la structure', 'organisation'], ['First name', 'firstName'], ['Website', 'website'], ['Date d’accord', 'consentDate'],
		['Ce qui l’anime', 'drives'], ['En bref', 'headline'], ['Sait faire', 'skills'], ['Disponible', 'availability'],
		['Taille du chapeau', ''], ['', ''],
	])('“%s” is %s', (heading, field) => {
		expect(fieldOf(heading)).toBe(field)
	})

	it('« Nom » is the whole name, unless there is a « Prénom »', () => {
		expect(proposeColumns(['Nom', 'Email'], 2)).toEqual(['name', 'email'])
		expect(proposeColumns(['Nom', 'Prénom', 'Email'], 3)).toEqual(['familyName', 'firstName', 'email'])
	})

	it('a repeated heading fills a list twice, and a single text once', () => {
		expect(proposeColumns(['Nom', 'Compétences', 'Compétences', 'Email', 'Email'], 6)).toEqual(['name', 'skills', 'skills', 'email', '', ''])
	})

	it('are suggested for any headings, one for each column', () => {
		fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Nom', 'Prénom', 'Email', 'Ville', 'Offre'))), fc.nat(20), (headings, more) => {
			const columns = proposeColumns(headings, headings.length + more)
			expect(columns).toHaveLength(headings.length + more)
			const single = columns.filter((column) => !canRepeat(column))
			expect(new Set(single).size).toBe(single.length)
			expect(columns.every((column) => column === '' || FIELDS.includes(column))).toBe(true)
		}))
	})

	it('import people only with a name', () => {
		expect(namesPeople(['email', ''])).toBe(false)
		expect(namesPeople(['email', 'familyName'])).toBe(true)
	})
})

describe('the saved mappings', () => {
	const mapping = { headings: headingsKey(['Nom', 'Ville']), encoding: 'utf-8', delimiter: ';', quotes: true, heading: true, columns: ['name', ''] }

	it('recognise headings ignoring case and accents', () => {
		expect(rememberedColumns(['{"old": 1}', JSON.stringify(mapping)], ['NOM', 'ville '], 2)).toEqual(['name', ''])
		expect(rememberedColumns([JSON.stringify(mapping)], ['Nom', 'Pays'], 2)).toBeNull()
		expect(rememberedColumns([JSON.stringify(mapping)], [], 2)).toBeNull()
	})

	it('do not reveal them', () => {
		expect(mapping.headings).toMatch(/^[0-9a-f]{64}$/)
	})

	it('ignore invalid data', () => {
		fc.assert(fc.property(fc.string(), (text) => {
			expect(parseMapping(text)).toBeNull()
		}))
	})
})
