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
	/** The member is an organisation. */
	organisation?: true
}

/** A link made between two nodes. */
export interface MapLink {
	a: string
	b: string
	/** The words as read from `a`. */
	label: string
}

/** The network for lists. */
export interface MapGraph {
	nodes: MapNode[]
	/** Keys of a member, and of a group or theme. */
	edges: [string, string][]
	links: MapLink[]
}

export const memberKey = (id: number) => `m${id}`
export const groupKey = (id: number) => `g${id}`
export const themeKey = (id: string) => `t${id}`

/** Parses the key of a node in an address; null if it is invalid. */
export function readKey(key: string): { kind: NodeKind, id: string } | null {
	const [, letter, id] = /^([mgt])(.{1,128})$/.exec(key) ?? []
	const kind = NODE_KINDS.find((one) => one.startsWith(letter ?? '-'))
	return kind !== undefined && id !== undefined && (kind === 'theme' || /^\d{1,15}$/.test(id)) ? { kind, id } : null
}

/** The address of the map with a node in the middle. */
export function aroundOf({ key }: Pick<MapNode, 'key'>): { name: 'map', query: { around: string } } {
	return { name: 'map', query: { around: key } }
}

/** The network as a graph: members, groups and themes, their memberships, and the links between them. */
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

/** Path of the page of a node; for a theme, the directory with its people. */
export function pageOf({ key, kind }: Pick<MapNode, 'key' | 'kind'>): { path: string, query?: Record<string, string[]> } {
	const id = key.slice(1)
	return kind === 'theme' ? { path: '/members', query: { 'facet[theme][]': [id] } } : { path: `/${kind === 'member' ? 'members' : 'groups'}/${id}` }
}

/** Like `localeCompare`, which is several times slower for thousands of names. */
const { compare } = new Intl.Collator()

/** Compares names. */
export function byLabel(a: Pick<MapNode, 'label'>, b: Pick<MapNode, 'label'>): number {
	return compare(a.label, b.label)
}
