/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MapGraph, MapNode } from './graph.ts'

import { byLabel } from './graph.ts'

/** A group or theme of a cluster, with its people in the cluster. */
export interface Hub extends MapNode {
	people: number
}

/** Groups and themes with common people, and these people. */
export interface Cluster {
	/** Key of one of its groups or themes. */
	key: string
	/** Largest ones first. */
	groups: Hub[]
	themes: Hub[]
	/** By name; each person is in one cluster. */
	members: MapNode[]
}

/** Two clusters with common people. */
export interface Bond {
	/** Indexes of the clusters. */
	a: number
	b: number
	people: number
}

/** The network at a glance. */
export interface Overview {
	/** Always in the same order, whatever their size. */
	clusters: Cluster[]
	bonds: Bond[]
}

/**
 * Joins groups and themes two by two as long as modularity grows, the largest gain first
 * (Clauset, Newman and Moore, 2004), on the network of groups and themes in which a person counts once for each of theirs (Newman, 2001).
 * Deterministic: the same network has the same clusters.
 *
 * @yields {void} after each step, where it can be interrupted
 */
export function* clustersOf({ nodes, edges }: MapGraph): Generator<void, Overview> {
	const hubs = nodes.filter(({ kind }) => kind !== 'member').sort((one, other) => compare(one.key, other.key))
	const place = new Map(hubs.map(({ key }, i) => [key, i]))
	const hubsOf = new Map<string, number[]>()
	for (const [member, hub] of edges) {
		hubsOf.set(member, [...hubsOf.get(member) ?? [], place.get(hub)!])
	}
	yield
	const cluster = yield* joined(hubs.length, [...hubsOf.values()])
	return overviewOf(nodes, hubs, hubsOf, cluster)
}

/** The cluster of each hub, by the index of its first one. */
function* joined(count: number, lists: readonly number[][]): Generator<void, number[]> {
	const cluster = Array.from({ length: count }, (_, i) => i)
	/** Weights between clusters, both ways, and of each with all others, as parts of the total. */
	const between = cluster.map(() => new Map<number, number>())
	const weights = cluster.map(() => 0)
	let all = 0
	for (const hubs of lists) {
		for (const [i, a] of hubs.entries()) {
			for (const b of hubs.slice(i + 1)) {
				const weight = 1 / (hubs.length - 1)
				between[a]!.set(b, (between[a]!.get(b) ?? 0) + weight)
				between[b]!.set(a, (between[b]!.get(a) ?? 0) + weight)
				weights[a]! += weight
				weights[b]! += weight
				all += 2 * weight
			}
		}
	}
	for (;;) {
		yield
		let best = { a: -1, b: -1, gain: 1e-9 }
		between.forEach((others, a) => others.forEach((weight, b) => {
			const gain = a < b ? weight / all - weights[a]! * weights[b]! / all ** 2 : 0
			if (gain > best.gain || (gain === best.gain && (a < best.a || (a === best.a && b < best.b)))) {
				best = { a, b, gain }
			}
		}))
		const { a, b } = best
		if (a < 0) {
			return cluster
		}
		for (const [other, weight] of between[b]!) {
			between[other]!.delete(b)
			if (other !== a) {
				between[a]!.set(other, (between[a]!.get(other) ?? 0) + weight)
				between[other]!.set(a, between[a]!.get(other)!)
			}
		}
		between[b]!.clear()
		weights[a]! += weights[b]!
		weights[b] = 0
		cluster.forEach((of, hub) => {
			cluster[hub] = of === b ? a : of
		})
	}
}

function overviewOf(nodes: readonly MapNode[], hubs: readonly MapNode[], hubsOf: ReadonlyMap<string, number[]>, cluster: readonly number[]): Overview {
	const numbers = [...new Set(cluster)].sort((one, other) => one - other)
	const places = new Map(numbers.map((number, i) => [number, i]))
	const clusterOf = (hub: number) => places.get(cluster[hub]!)!
	const people = hubs.map(() => 0)
	const members = numbers.map((): MapNode[] => [])
	const common = new Map<string, Bond>()
	for (const member of nodes.filter(({ kind }) => kind === 'member').sort(byLabel)) {
		const own = hubsOf.get(member.key) ?? []
		if (own.length === 0) {
			continue
		}
		const counts = new Map<number, number>()
		own.forEach((hub) => counts.set(clusterOf(hub), (counts.get(clusterOf(hub)) ?? 0) + 1))
		const [[at]] = [...counts].sort(([a, one], [b, other]) => other - one || a - b) as [[number, number]]
		members[at]!.push(member)
		own.filter((hub) => clusterOf(hub) === at).forEach((hub) => people[hub]!++)
		const met = [...counts.keys()].sort((one, other) => one - other)
		met.forEach((a, i) => met.slice(i + 1).forEach((b) => {
			const bond = common.get(`${a} ${b}`) ?? { a, b, people: 0 }
			common.set(`${a} ${b}`, { ...bond, people: bond.people + 1 })
		}))
	}
	const hubsIn = (number: number, kind: 'group' | 'theme') => hubs
		.flatMap((hub, i): Hub[] => cluster[i] === number && hub.kind === kind ? [{ ...hub, people: people[i]! }] : [])
		.sort((one, other) => other.people - one.people || byLabel(one, other))
	const clusters = numbers.map((number, i): Cluster => ({ key: hubs[number]!.key, groups: hubsIn(number, 'group'), themes: hubsIn(number, 'theme'), members: members[i]! }))
	return { clusters, bonds: [...common.values()] }
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0
}
