/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proposeColumns } from './mapping.ts'
import { FOREIGN_TITLES, readForeign } from './readForeign.ts'
import { readJson } from './readJson.ts'

/** Entries of a form of YesWiki, as its API gives them: each under its id. */
const BAZAR = {
	YvonneRoux: {
		id_fiche: 'YvonneRoux',
		id_typeannonce: '2',
		bf_titre: 'Yvonne Roux',
		bf_mail: 'yvonne@example.org',
		bf_telephone: '01 99 00 11 06',
		bf_nom_structure: 'La Borie',
		bf_description: '<p>Le vent &amp; la pluie</p><p>l’hiver</p>',
		bf_adresse: '1 rue Basse',
		bf_codepostal: '81200',
		bf_ville: 'Mazamet',
		bf_latitude: '43.5',
		bf_longitude: '2.3',
		geolocation: { bf_latitude: '43.5', bf_longitude: '2.3' },
		listeListeDomaine: '4',
		listefiche7: 'AnaVidal',
		parent: { id_fiche: 'AnaVidal', bf_titre: 'Ana Vidal', parent: { id_fiche: 'YvonneRoux' } },
		imagebf_image: '',
		statut_fiche: '1',
		date_creation_fiche: '2024-01-01 10:00:00',
		html_data: 'data-id_typeannonce="2"',
		url: 'https://wiki.example.org/?YvonneRoux',
	},
	AnaVidal: { id_fiche: 'AnaVidal', id_typeannonce: '2', bf_titre: 'Ana Vidal', listefiche7: 'YvonneRoux,AnaVidal', bf_site_internet: 'https://ana.example.org' },
}

const ELEMENT = {
	id: 'AEW',
	name: 'Jardin des Clots',
	geo: { latitude: 43.1, longitude: 2.1 },
	sourceKey: 'Une carte',
	address: { streetAddress: '2 route Haute', addressLocality: 'Limoux', postalCode: '11300', addressCountry: 'FR', customFormatedAddress: null },
	createdAt: '2017-08-01T14:15:08+02:00',
	status: 4,
	categories: ['Jardin', 'Compost'],
	categoriesFull: [{ id: 1, name: 'Jardin', description: null, index: 0 }],
	description: 'Un jardin partagé',
	email: 'jardin@example.org',
	telephone: '0199001106',
	images: ['https://img.example.org/a.jpg'],
}
const GOGOCARTO = { licence: 'https://licence.example.org', ontology: 'gogofull', data: [ELEMENT, { id: 12, name: 'Four banal', categories: [], custom: { deep: { deeper: { deepest: 'x' } } } }] }
const GEOJSON = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [2.1, 43.1] }, properties: ELEMENT }, { type: 'Feature', geometry: null, properties: null }] }

/** What PublicDataTest (tests/php/Showcase) reads of a showcase. */
function recorded(name: string): unknown {
	return JSON.parse(readFileSync(`tests/fixtures/open-data/${name}`, 'utf8'))
}

/** The cells of a row that the proposed mapping takes, by what it takes them for. */
function taken(data: unknown, index = 0): Record<string, string> {
	const read = readJson(JSON.stringify(data))
	const { headings, rows, width } = read.foreign!.table
	const columns = proposeColumns(headings, width, FOREIGN_TITLES)
	return Object.fromEntries(columns.map((column, i) => [column, rows[index]!.cells[i]!] as const).filter(([column, cell]) => column !== '' && cell !== ''))
}

describe('exports of other programs', () => {
	it('YesWiki: entries under their ids, without its marks of pages, and without entries within entries', () => {
		const person = { id: 'bazar YvonneRoux', name: 'Yvonne Roux', email: 'yvonne@example.org', phone: '01 99 00 11 06', organisation: 'La Borie', drives: 'Le vent & la pluie\nl’hiver', territories: '81200 Mazamet' }
		expect(taken(BAZAR)).toEqual(person)
		expect(taken(Object.values(BAZAR))).toEqual(person)
		expect(taken(BAZAR, 1)).toEqual({ id: 'bazar AnaVidal', name: 'Ana Vidal', website: 'https://ana.example.org' })
		expect(readForeign(BAZAR)).toMatchObject({ source: 'bazar', references: ['listefiche7'], table: { problem: null, width: 9 } })
	})

	it('GoGoCarto: full elements, as JSON and as GeoJSON', () => {
		const element = { id: 'gogocarto AEW', name: 'Jardin des Clots', email: 'jardin@example.org', phone: '0199001106', drives: 'Un jardin partagé', territories: '11300 Limoux' }
		expect(taken(GOGOCARTO)).toEqual(element)
		expect(taken(GOGOCARTO, 1)).toEqual({ id: 'gogocarto 12', name: 'Four banal' })
		expect(taken(GEOJSON)).toEqual({ ...element, id: 'geojson AEW' })
		expect(readForeign(GOGOCARTO)).toMatchObject({ table: { headings: ['id', 'name', 'categories', 'description', 'email', 'telephone', 'place'] } })
	})

	it.each([
		['compact elements', { ontology: 'gogocompact', data: [['AEW', ['Jardin'], 43.1, 2.1]] }, 'compact_json'],
		['an object of something else', { name: 'x' }, 'not_members'],
		['a list of something else', [{ title: 'x' }], 'not_members'],
	])('%s are refused with a reason', (_, data, problem) => {
		expect(readJson(JSON.stringify(data)).problem).toBe(problem)
	})

	it('nothing in them is nobody', () => {
		expect(readForeign({ type: 'FeatureCollection', features: [] })).toMatchObject({ table: { problem: { kind: 'no_rows' } } })
		expect(readJson('['.repeat(200_000)).problem).toBe('broken_json')
		expect(readJson(`${'['.repeat(5000)}${']'.repeat(5000)}`).problem).toBe('not_members')
	})

	it('data of a public showcase: what they say of people is read, each by the address of their page', () => {
		const person = (id: string) => ({
			id: `${id} http://localhost/apps/reseau/public/people/1`,
			name: 'Rosa Puech',
			kind: 'person',
			headline: 'Fait lever la pâte',
			drives: 'Le pain & le feu',
			seeks: 'De la farine',
			offers: 'Un four à pain',
			skills: 'Pétrir',
			trades: 'Boulangère',
			languages: 'Occitan',
			networks: 'Semences',
			organisation: 'Le Fournil partagé',
			role: 'Trésorière',
			territories: '11206 Limoux; CC du Limouxin',
			website: 'https://rosa.example.org',
		})
		expect(taken(recorded('people.json'), 2)).toEqual(person('gogocarto'))
		expect(taken(recorded('people.geojson'), 1)).toEqual(person('geojson'))
		expect(taken(recorded('people.json'), 1)).toMatchObject({ name: 'Le Fournil partagé', kind: 'organisation', territories: '11206 Limoux' })
	})

	it('members of another network are none', () => {
		expect(readJson('[{"id":"a","name":"Ana"}]')).toEqual({ rows: [{ position: 1, row: { id: 'a', name: 'Ana' } }], problem: null })
	})

	it('any of them is read or refused', () => {
		fc.assert(fc.property(fc.oneof(fc.record({ ontology: fc.constant('gogofull'), data: fc.array(fc.jsonValue()) }), fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(fc.record({ properties: fc.jsonValue() })) }), fc.dictionary(fc.string(), fc.record({ id_fiche: fc.jsonValue(), bf_titre: fc.jsonValue() }))), (data) => {
			const read = readForeign(data)
			if (read !== null && read !== 'compact') {
				read.table.rows.forEach(({ cells }) => expect(cells).toHaveLength(read.table.width))
			}
		}))
	})
})

it('an export with a field of its own for each entry is refused before a table is made of it', () => {
	const features = Array.from({ length: 20_000 }, (_, i) => ({ properties: { name: 'Ana', [`field_${i}`]: 'x' } }))
	const found = readForeign({ type: 'FeatureCollection', features })
	expect(found).toMatchObject({ source: 'geojson', table: { rows: [], problem: { kind: 'too_many_columns' } } })
})
