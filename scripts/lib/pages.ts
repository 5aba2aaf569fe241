/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Rollup } from 'vite'

import { dirname, join } from 'node:path'
import { parseAst } from 'vite'
import { root } from './project.mjs'

/**
 * A domain's index.ts shows what is in many files; a page needs only those that it names something of. Of the library, and of what lists of any kind have for
 * search, the first page brings all: so much of it is needed everywhere.
 */
export const INDEX = /\/src\/(?!(?:library|search)\/)[a-z]+\/index\.ts$/

/** A module that is needed, and of an index which names; null: all of it. */
interface Need {
	id: string
	names: ReadonlySet<string> | null
}

const known = new Map<string, Set<string>>()

/**
 * The modules of one of the pages, the one that starts it among them.
 *
 * @param start file of src/app that starts the page, or part of one
 * @param later also those it asks for only later
 * @param getModuleInfo of Rollup
 */
export function modulesOf(start: string, later: boolean, getModuleInfo: Rollup.GetModuleInfo): Set<string> {
	const key = `${start} ${later}`
	const before = known.get(key)
	if (before) {
		return before
	}
	const ids = new Set<string>()
	const looked = new Set<string>()
	const waiting: Need[] = [{ id: join(root, 'src/app', start), names: null }]
	for (let need = waiting.pop(); need; need = waiting.pop()) {
		const { id, names } = need
		const asked = [...names ?? ['']].filter((name) => !looked.has(`${id} ${name}`))
		if (asked.length === 0 && ids.has(id)) {
			continue
		}
		ids.add(id)
		asked.forEach((name) => looked.add(`${id} ${name}`))
		waiting.push(...needsOf(id, names && new Set(asked), getModuleInfo))
		if (later) {
			waiting.push(...getModuleInfo(id)?.dynamicallyImportedIds.map((other) => ({ id: other, names: null })) ?? [])
		}
	}
	known.set(key, ids)
	return ids
}

/** What a module needs of others; an index, for these names of it. */
function needsOf(id: string, names: ReadonlySet<string> | null, getModuleInfo: Rollup.GetModuleInfo): Need[] {
	const { code, importedIds } = getModuleInfo(id) ?? { code: null, importedIds: [] }
	const needs = new Map<string, Set<string> | null>()
	if (code !== null && importedIds.some((other) => INDEX.test(other) || INDEX.test(id))) {
		for (const { source, from, named } of statements(code)) {
			const other = importedIds.find((one) => one === join(dirname(id), source))
			const wanted = named.filter(([, shown]) => !from || names === null || names.has(shown)).map(([own]) => own)
			if (other && (from || INDEX.test(other))) {
				const all = needs.get(other) ?? new Set()
				wanted.forEach((name) => all.add(name))
				needs.set(other, all)
			}
		}
	}
	return importedIds.flatMap((other) => {
		const own = needs.get(other)
		return own?.size === 0 ? [] : [{ id: other, names: own && INDEX.test(other) ? own : null }]
	})
}

/**
 * The imports of a module, and what it shows `from` others: their names there, and its own.
 *
 * @yields {{ source: string, from: boolean, named: [string, string][] }} one for each statement
 */
function* statements(code: string): Generator<{ source: string, from: boolean, named: [string, string][] }> {
	for (const node of parseAst(code).body) {
		if (node.type === 'ImportDeclaration') {
			const named = node.specifiers.flatMap((one): [string, string][] => one.type === 'ImportSpecifier' ? [[nameOf(one.imported), one.local.name]] : [])
			yield { source: String(node.source.value), from: false, named }
		} else if (node.type === 'ExportNamedDeclaration' && node.source) {
			yield { source: String(node.source.value), from: true, named: node.specifiers.map((one) => [nameOf(one.local), nameOf(one.exported)]) }
		}
	}
}

function nameOf(node: { type: string, name?: string, value?: unknown }): string {
	return node.name ?? String(node.value)
}
