/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkMap } from './model.ts'

export const NODE_KINDS = ['member', 'group', 'theme'] as const
export type NodeKind = typeof NODE_KINDS[number]

/** A member, group or theme. */
export interface MapNode {
	key: string
	kind: NodeKind
	label: string
	/** A member that is an organisation. */
	organisation?: true
}

/** A link made between two nodes. */
export interface MapLink {
	a: string
	b: string
	/** As it reads from `a`. */
	label: string
}

/** The network as it is listed. */
export interface MapGraph {
	nodes: MapNode[]
	/** Keys of a member, and of a group or theme. */
	edges: [string, string][]
	links: MapLink[]
}

export const memberKey = (id: number) => `m${id}`
export const groupKey = (id: number) => `g${id}`
export const themeKey = (id: string) => `t${id}`

/** Reads the key of a node, as it is in an address; null if it is none. */
export function readKey(key: string): { kind: NodeKind, id: string } | null {
	const [, letter, id] = /^([mgt])(.{1,128})$/.exec(key) ?? []
	const kind = NODE_KINDS.find((one) => one.startsWith(letter ?? '-'))
	return kind !== undefined && id !== undefined && (kind === 'theme' || /^\d{1,15}$/.test(id)) ? { kind, id } : null
}

/** Where the map has a node in its middle. */
export function aroundOf({ key }: Pick<MapNode, 'key'>): { name: 'map', query: { around: string } } {
	return { name: 'map', query: { around: key } }
}

/** The network as a graph: members, groups and themes, who belongs to what, and what people linked. */
export function graphOf(map: NetworkMap): MapGraph {
	const hubs: MapNode[] = [
		...map.groups.map(({ id, title }) => ({ key: groupKey(id), kind: 'group' as const, label: title })),
		...map.themes.map(({ id, label }) => ({ key: themeKey(id), kind: 'theme' as const, label })),
	]
	const members = map.members.map(({ id, name, kind }): MapNode => ({ key: memberKey(id), kind: 'member', label: name, ...kind && { organisation: true } }))
	const nodes = [...hubs, ...members]
	const drawn = new Set(nodes.map(({ key }) => key))
	const edges = map.members.flatMap(({ id, groups, themes }) => [...groups.map(groupKey), ...themes.map(themeKey)]
		.filter((hub) => drawn.has(hub))
		.map((hub): [string, string] => [memberKey(id), hub]))
	return { nodes, edges, links: linksOf(map, drawn) }
}

/** The links between drawn nodes. */
function linksOf({ links, relations }: NetworkMap, drawn: Set<string>): MapLink[] {
	const words = new Map(relations.map(({ slug, label }) => [slug, label]))
	const keyOf = ({ type, id }: NetworkMap['links'][number]['a']) => type === 'member' ? memberKey(id) : groupKey(id)
	return links.flatMap(({ a, b, relation }) => {
		const label = words.get(relation)
		return label !== undefined && drawn.has(keyOf(a)) && drawn.has(keyOf(b)) ? [{ a: keyOf(a), b: keyOf(b), label }] : []
	})
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
