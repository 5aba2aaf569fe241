/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyTables, tableSizes } from './database.mjs'

/** Cards in one file: a file is read as a whole. */
const PORTION = 1000
/** At most this number are of the demo network. */
const DEMO = 100
const INDEX = ['reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_objects', 'reseau_facet_sums', 'reseau_subjects', 'reseau_spellings']

/** Imports cards and groups, rebuilds the index, and reports how fast and how big. */
export async function load(host, { card, groups, notices }, size, report) {
	const folder = mkdtempSync(join(tmpdir(), 'reseau-bench-'))
	chmodSync(folder, 0o755)
	const files = []
	const write = (name, rows) => {
		files.push(join(folder, name))
		writeFileSync(files.at(-1), JSON.stringify(rows))
	}
	for (let first = 0; first < size; first += PORTION) {
		write(`${first}.json`, Array.from({ length: Math.min(PORTION, size - first) }, (_, i) => card(first + i)))
	}
	const run = async (...args) => {
		const { code, printed, seconds, megabytes } = await host.occ(...args)
		if (code !== 0) {
			throw new Error(`occ ${args[0]}: ${printed}`)
		}
		return { printed, seconds, memory: megabytes ? `, ${Math.round(megabytes)} MB at most` : '' }
	}

	report.part(`loading ${size} cards`)
	const imported = await run('reseau:import', ...files)
	const made = [...imported.printed.matchAll(/^(\d+) made/gm)].reduce((sum, [, count]) => sum + Number(count), 0)
	report.row('cards imported and indexed, a second', made / imported.seconds, `${made} made in ${imported.seconds.toFixed(1)} s${imported.memory}`)
	files.length = 0
	write('groups.json', groups)
	write('notices.json', notices)
	await run('reseau:import', ...files)
	rmSync(folder, { recursive: true })

	const known = host.database.name
	if (known) {
		emptyTables(host.database, INDEX)
	}
	const { printed, seconds, memory } = await run('reseau:reindex', '--fresh')
	report.row(known ? 'cards indexed from nothing, a second' : 'cards looked through, a second', size / seconds, `reseau:reindex: ${printed.trim().split('\n').at(-1)}${memory}`)
	if (known) {
		const sizes = tableSizes(host.database)
		const sum = (names) => names.reduce((total, name) => total + (sizes[name] ?? 0), 0)
		const bytes = sum(INDEX)
		const cards = sum(['reseau_members'])
		report.row('index, bytes a card', bytes / size, INDEX.map((name) => `${name.slice(7)} ${Math.round((sizes[name] ?? 0) / 1e6)} MB`).join(', '))
		report.row('index ÷ cards', bytes / cards, `cards ${Math.round(cards / 1e6)} MB, all of the app ${Math.round(sum(Object.keys(sizes)) / 1e6)} MB, with their indexes`)
	}
}

/** That a server holds what the figures are about, all of it and no more: the cards in addition to the demo network's, and the viewer's groups. */
export async function checkLoaded(session, groups, size) {
	const { total } = await session.api('/members?limit=1')
	const mine = groups.filter(({ memberships }) => memberships.some(({ member }) => !member.startsWith('banc-'))).map(({ title }) => title)
	const { choices } = await session.api('/members/facets?of=group')
	const missing = mine.filter((title) => !choices.some(({ label }) => label === title))
	if (total < size || total > size + DEMO || missing.length > 0) {
		throw new Error(`This server shows ${total} cards where ${size} and some of the demo network were expected, and lacks the groups: ${missing.join(', ') || 'none'}`)
	}
}

/**
 * The id on this server of the first card made here: they were imported one after the other. Cards are known by their names, for what
 * they are called in a file is their keeper's alone.
 *
 * @return {Promise<number>} to be added to a card's number
 */
export async function firstId(session, size, card) {
	const names = Array.from({ length: size }, (_, i) => card(i).name)
	const nameAt = async (id) => {
		const { status, body } = await session.get(`/ocs/v2.php/apps/reseau/api/v1/members/${id}`)
		return status === 200 ? JSON.parse(body).ocs.data.name : null
	}
	const isFirst = async (base) => {
		for (const i of [0, 1, size >> 2, size - 1]) {
			if (await nameAt(base + i) !== names[i]) {
				return false
			}
		}
		return true
	}
	for (let id = Math.max(1, size >> 1); id < 50 * size; id *= 2) {
		const name = await nameAt(id)
		for (const base of names.flatMap((one, i) => one === name ? [id - i] : [])) {
			if (await isFirst(base)) {
				return base
			}
		}
	}
	throw new Error('The cards do not stand one after the other on this server: take one that holds nothing but the demo network')
}
