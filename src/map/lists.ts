/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MapGraph, MapNode } from './graph.ts'

import { fold } from '../shared/lib/fold.ts'
import { around } from './graph.ts'

/** One heading of the list with what belongs to it. */
export interface Branch {
	key: string
	label: string
	/** The group or theme it stands for; null for a letter. */
	node: MapNode | null
	members: MapNode[]
}

/** A link in words, with both its ends. */
export interface LinkLine {
	key: string
	a: MapNode
	label: string
	b: MapNode
}

/** The same as the picture, as lists: people by group, by theme, all of them by the first letter of their name, and what people linked. */
export interface MapLists {
	groups: Branch[]
	themes: Branch[]
	letters: Branch[]
	links: LinkLine[]
}

/** Reads a graph as lists; with words, only what has them in its name, and whose names these are. */
export function listsOf(graph: MapGraph, words: string): MapLists {
	const wanted = fold(words.trim())
	const matches = ({ label }: MapNode) => wanted === '' || fold(label).includes(wanted)
	const branches = (kind: 'group' | 'theme') => graph.nodes
		.filter((node) => node.kind === kind)
		.flatMap((node): Branch[] => {
			const members = around(graph, node.key)
			const met = matches(node) ? members : members.filter(matches)
			return met.length === 0 && !matches(node) ? [] : [{ key: node.key, label: node.label, node, members: met }]
		})
	return {
		groups: branches('group'),
		themes: branches('theme'),
		letters: byLetter(graph.nodes.filter((node) => node.kind === 'member' && matches(node))),
		links: linesOf(graph).filter(({ a, b }) => matches(a) || matches(b)),
	}
}

/** By the names at their ends; the same words between the same two only once. */
function linesOf({ nodes, links }: MapGraph): LinkLine[] {
	const named = new Map(nodes.map((node) => [node.key, node]))
	const lines = links.map(({ a, b, label }): LinkLine => ({ key: `${a} ${label} ${b}`, a: named.get(a)!, label, b: named.get(b)! }))
	const once = [...new Map(lines.map((line) => [line.key, line])).values()]
	return once.sort((one, other) => one.a.label.localeCompare(other.a.label) || one.b.label.localeCompare(other.b.label))
}

function byLetter(members: MapNode[]): Branch[] {
	const letters = new Map<string, MapNode[]>()
	for (const member of members) {
		const letter = /[\p{L}\p{N}]/u.exec(fold(member.label))?.[0]?.toUpperCase() ?? '#'
		letters.set(letter, [...letters.get(letter) ?? [], member])
	}
	return [...letters].sort(([a], [b]) => a.localeCompare(b)).map(([letter, met]) => ({ key: `letter-${letter}`, label: letter, node: null, members: met }))
}
