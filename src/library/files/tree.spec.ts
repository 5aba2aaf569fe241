/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { sampleEntry } from '../testing/entry.ts'
import { ancestorIds, buildTree, keyAction, typeAhead, visibleRows, withChildren } from './tree.ts'

const root = sampleEntry('/Bib/')
const all = ['/Bib/Récits/', '/Bib/Récits/2026/', '/Bib/Récits/2025/', '/Bib/Données/', '/Bib/Récits/2026/Été/', '/Bib/Modèles/'].map((path) => sampleEntry(path))
const [recits, y2026, y2025, donnees, ete, modeles] = all.map(({ id }) => id) as [string, string, string, string, string, string]
const folders = buildTree(root, all, true, 'fr')
const linesOf = (open: string[]) => visibleRows(folders, new Set(open)).map(({ entry, level, position, size, expanded }) => `${level} ${entry.name} ${position}/${size} ${expanded}`)

describe('the tree', () => {
	it('shows open folders, and folders that cannot be opened', () => {
		expect(linesOf([])).toEqual(['1 Données 1/3 null', '1 Modèles 2/3 null', '1 Récits 3/3 false'])
		expect(linesOf([recits, ete])).toEqual(['1 Données 1/3 null', '1 Modèles 2/3 null', '1 Récits 3/3 true', '2 2025 1/2 null', '2 2026 2/2 false'])
	})

	it('is loaded folder by folder if it is too large', () => {
		const part = buildTree(root, [], false, 'fr')
		expect(visibleRows(part, new Set())).toEqual([])
		const more = withChildren(part, '/Bib', [sampleEntry('/Bib/Récits/'), sampleEntry('/Bib/a.md')], 'fr')
		expect(visibleRows(more, new Set([recits])).map(({ entry, expanded }) => [entry.name, expanded])).toEqual([['Récits', true]])
		const empty = withChildren(more, '/Bib/Récits', [], 'fr')
		expect(visibleRows(empty, new Set([recits])).map(({ expanded }) => expanded)).toEqual([null])
	})

	it('shows no children of a hidden folder', () => {
		expect(buildTree(root, [sampleEntry('/Bib/Secret/Visible/')], true, 'fr').inside.get('/Bib/Secret')).toBeUndefined()
	})

	it('knows which folders must be open to show a folder', () => {
		expect(ancestorIds(folders, '/Bib/Récits/2026/Été')).toEqual([y2026, recits])
		expect(ancestorIds(folders, '/Bib/Données')).toEqual([])
		expect(ancestorIds(folders, '/ailleurs')).toEqual([])
	})

	it('keeps folders open after a move', () => {
		const moved = buildTree(root, [sampleEntry('/Bib/Modèles/'), sampleEntry('/Bib/Modèles/Récits/', { id: recits }), sampleEntry('/Bib/Modèles/Récits/2026/')], true, 'fr')
		expect(visibleRows(moved, new Set([modeles, recits])).map(({ entry }) => entry.name)).toEqual(['Modèles', 'Récits', '2026'])
	})

	it('of 500 folders is built quickly', () => {
		const many = Array.from({ length: 20 }, (_, a) => [`/Bib/${a}/`, ...Array.from({ length: 24 }, (_, b) => `/Bib/${a}/${b}/`)]).flat().map((path) => sampleEntry(path))
		const began = performance.now()
		const rows = visibleRows(buildTree(root, many, true, 'fr'), new Set(many.map(({ id }) => id)))
		expect(rows).toHaveLength(500)
		expect(performance.now() - began).toBeLessThan(500)
	})
})

describe('a key', () => {
	const rows = visibleRows(folders, new Set([recits]))

	it.each([
		['ArrowDown', donnees, { to: modeles }],
		['ArrowUp', donnees, null],
		['ArrowDown', y2026, null],
		['Home', y2026, { to: donnees }],
		['End', donnees, { to: y2026 }],
		['ArrowRight', donnees, null],
		['ArrowRight', recits, { to: y2025 }],
		['ArrowRight', y2026, { open: [y2026] }],
		['ArrowLeft', recits, { close: recits }],
		['ArrowLeft', y2026, { to: recits }],
		['ArrowLeft', donnees, null],
		['*', y2025, { open: [y2026] }],
		['*', donnees, null],
		['a', donnees, null],
	])('%s on %s', (key, id, result) => {
		expect(keyAction(rows, id, key)).toEqual(result)
	})

	it('finds names by their beginning, without accents', () => {
		expect(typeAhead(rows, donnees, 're')).toBe(recits)
		expect(typeAhead(rows, y2025, '2')).toBe(y2026)
		expect(typeAhead(rows, y2026, '2')).toBe(y2025)
		expect(typeAhead(rows, y2026, '202')).toBe(y2026)
		expect(typeAhead(rows, donnees, 'x')).toBe(null)
	})
})
