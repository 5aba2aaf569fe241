/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkMap } from './model.ts'

export type NodeKind = 'member' | 'group' | 'theme'

/** A member, group or theme at its position before the layout. */
export interface MapNode {
	key: string
	kind: NodeKind
	label: string
	x: number
	y: number
}

/** A link made between two nodes, as it reads from either. */
export interface MapLink {
	a: string
	b: string
	label: string
	inverse: string
}

/** A node next to another, with the words of the link if a person made one, else nothing. */
export interface Neighbour extends MapNode {
	words: string[]
}

export interface MapGraph {
	nodes: MapNode[]
	/** Keys of a member, and of a group or theme. */
	edges: [string, string][]
	links: MapLink[]
}

/** What is drawn in addition to the members. */
export interface Shown {
	groups: boolean
	themes: boolean
	/** What people linked. */
	links: boolean
}

export const memberKey = (id: number) => `m${id}`
export const groupKey = (id: number) => `g${id}`
export const themeKey = (id: string) => `t${id}`

/**
 * The network as a graph. Groups begin on one circle and themes on a wider one, members in the middle of what they belong to, so that it
 * can be read before any force has worked; the same network begins the same each time.
 */
export function graphOf(map: NetworkMap, shown: Shown): MapGraph {
	const groups = shown.groups ? map.groups : []
	const themes = shown.themes ? map.themes : []
	const hubs: MapNode[] = [
		...groups.map(({ id, title }, i) => ({ key: groupKey(id), kind: 'group' as const, label: title, ...onCircle(i, groups.length, 60) })),
		...themes.map(({ id, label }, i) => ({ key: themeKey(id), kind: 'theme' as const, label, ...onCircle(i, themes.length, 100) })),
	]
	const places = new Map(hubs.map((hub) => [hub.key, hub]))
	const edges: [string, string][] = []
	const members = map.members.map((member, i): MapNode => {
		const key = memberKey(member.id)
		const membershipsOf = [...member.groups.map(groupKey), ...member.themes.map(themeKey)].flatMap((hub) => places.get(hub) ?? [])
		edges.push(...membershipsOf.map((hub): [string, string] => [key, hub.key]))
		// Two members of the same groups must not share a position: the layout would never separate them.
		const aside = onCircle(i, map.members.length, membershipsOf.length > 0 ? 12 : 130)
		return { key, kind: 'member', label: member.name, x: mean(membershipsOf.map(({ x }) => x)) + aside.x, y: mean(membershipsOf.map(({ y }) => y)) + aside.y }
	})
	const nodes = [...hubs, ...members]
	return { nodes, edges, links: shown.links ? linksOf(map, new Set(nodes.map(({ key }) => key))) : [] }
}

/** The links between nodes that are drawn. */
function linksOf({ links, relations }: NetworkMap, drawn: Set<string>): MapLink[] {
	const words = new Map(relations.map((relation) => [relation.slug, relation]))
	const keyOf = ({ type, id }: NetworkMap['links'][number]['a']) => type === 'member' ? memberKey(id) : groupKey(id)
	return links.flatMap(({ a, b, relation }) => {
		const said = words.get(relation)
		return said && drawn.has(keyOf(a)) && drawn.has(keyOf(b)) ? [{ a: keyOf(a), b: keyOf(b), label: said.label, inverse: said.inverse }] : []
	})
}

/** What belongs to a group or theme, or what a member belongs to, by label. */
export function around({ nodes, edges }: MapGraph, key: string): MapNode[] {
	const keys = new Set(edges.flatMap(([a, b]) => a === key ? [b] : b === key ? [a] : []))
	return nodes.filter((node) => keys.has(node.key)).sort(byLabel)
}

/** Everything next to a node, by label: what it belongs with, and what was linked with it, in words read from the node. */
export function neighboursOf(graph: MapGraph, key: string): Neighbour[] {
	const words = new Map(around(graph, key).map((node): [string, string[]] => [node.key, []]))
	for (const { a, b, label, inverse } of graph.links) {
		if (a === key || b === key) {
			const other = a === key ? b : a
			words.set(other, [...new Set([...words.get(other) ?? [], a === key ? label : inverse])])
		}
	}
	return graph.nodes.flatMap((node) => words.has(node.key) ? [{ ...node, words: words.get(node.key)! }] : []).sort(byLabel)
}

/** Path of the page of a node; a theme is what people are found by. */
export function pageOf({ key, kind }: Pick<MapNode, 'key' | 'kind'>): { path: string, query?: Record<string, string[]> } {
	const id = key.slice(1)
	return kind === 'theme' ? { path: '/members', query: { 'facet[theme][]': [id] } } : { path: `/${kind === 'member' ? 'members' : 'groups'}/${id}` }
}

/** As `localeCompare`, which for thousands of names takes several times as long. */
const { compare } = new Intl.Collator()

/** The order of names, as people read them. */
export function byLabel(a: Pick<MapNode, 'label'>, b: Pick<MapNode, 'label'>): number {
	return compare(a.label, b.label)
}

function onCircle(i: number, of: number, radius: number): { x: number, y: number } {
	const angle = of === 0 ? 0 : 2 * Math.PI * i / of
	return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

function mean(numbers: number[]): number {
	return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
