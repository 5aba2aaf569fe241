/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MapGraph, MapNode } from './graph.ts'

import { fold } from '../shared/lib/fold.ts'
import { byLabel } from './graph.ts'

/** One heading of the list with its content. */
export interface Branch {
	key: string
	label: string
	/** Its group or theme; null for a letter. */
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

/** The content of the picture as lists: people by group, by theme, all of them by the first letter of their name, and links between people. */
export interface MapLists {
	groups: Branch[]
	themes: Branch[]
	letters: Branch[]
	links: LinkLine[]
}

/** All lists of a graph, with folded names for the search: built once, read at every keystroke. */
export interface Outline extends MapLists {
	folded: ReadonlyMap<MapNode, string>
}

/** Converts a graph to lists. */
export function outlineOf({ nodes, edges, links }: MapGraph): Outline {
	const hubs = new Map<string, string[]>()
	for (const [member, hub] of edges) {
		push(hubs, member, hub)
	}
	const people = nodes.filter(({ kind }) => kind === 'member').sort(byLabel)
	const belonging = new Map<string, MapNode[]>()
	for (const member of people) {
		hubs.get(member.key)?.forEach((hub) => push(belonging, hub, member))
	}
	const branches = (kind: 'group' | 'theme') => nodes
		.filter((node) => node.kind === kind)
		.map((node): Branch => ({ key: node.key, label: node.label, node, members: belonging.get(node.key) ?? [] }))
	const folded = new Map(nodes.map((node) => [node, fold(node.label)]))
	return {
		groups: branches('group'),
		themes: branches('theme'),
		letters: byLetter(nodes.filter(({ kind }) => kind === 'member'), folded),
		links: linesOf(nodes, links),
		folded,
	}
}

/** With words: only people and headings with them in their names. */
export function listsOf({ groups, themes, letters, links, folded }: Outline, words: string): MapLists {
	const wanted = fold(words.trim())
	if (wanted === '') {
		return { groups, themes, letters, links }
	}
	const matches = (node: MapNode) => folded.get(node)!.includes(wanted)
	const narrowed = (branches: Branch[]) => branches.flatMap((branch): Branch[] => {
		if (branch.node && matches(branch.node)) {
			return [branch]
		}
		const members = branch.members.filter(matches)
		return members.length === 0 ? [] : [{ ...branch, members }]
	})
	return {
		groups: narrowed(groups),
		themes: narrowed(themes),
		letters: narrowed(letters),
		links: links.filter(({ a, b }) => matches(a) || matches(b)),
	}
}

/** The number of rows of the lists if all are unfolded. */
export function rowsOf({ groups, themes, letters, links }: MapLists): number {
	return [...groups, ...themes, ...letters].reduce((sum, { members }) => sum + members.length, links.length)
}

/** Sorted by the names at their ends; equal words between the same two only once. */
function linesOf(nodes: MapNode[], links: MapGraph['links']): LinkLine[] {
	const named = new Map(nodes.map((node) => [node.key, node]))
	const lines = links.map(({ a, b, label }): LinkLine => ({ key: `${a} ${label} ${b}`, a: named.get(a)!, label, b: named.get(b)! }))
	const once = [...new Map(lines.map((line) => [line.key, line])).values()]
	return once.sort((one, other) => byLabel(one.a, other.a) || byLabel(one.b, other.b))
}

function byLetter(members: MapNode[], folded: ReadonlyMap<MapNode, string>): Branch[] {
	const letters = new Map<string, MapNode[]>()
	for (const member of members) {
		push(letters, /[\p{L}\p{N}]/u.exec(folded.get(member)!)?.[0]?.toUpperCase() ?? '#', member)
	}
	return [...letters].sort(([a], [b]) => a.localeCompare(b)).map(([letter, met]) => ({ key: `letter-${letter}`, label: letter, node: null, members: met }))
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
	const list = lists.get(key)
	if (list) {
		list.push(one)
	} else {
		lists.set(key, [one])
	}
}
