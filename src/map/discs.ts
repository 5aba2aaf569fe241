/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Bond, Cluster, Overview } from './clusters.ts'
import type { Measure } from './texts.ts'

import { NAME, NAME_LINE, WORDS, WORDS_LINE, wrapped } from './texts.ts'

/** A cluster as it is drawn: a disc, larger for more people, with its names inside. */
export interface Disc {
	cluster: Cluster
	x: number
	y: number
	r: number
	lines: { text: string, y: number, size: number }[]
}

/** The drawing of an overview. */
export interface Discs {
	height: number
	discs: Disc[]
	/** From centre to centre, below the discs; wider for more people in common. */
	lines: { x1: number, y1: number, x2: number, y2: number, width: number }[]
}

/** The maximum number of clusters that can be distinguished. */
export const MOST = 12
/** Radius of a disc with no people, and of the largest; larger if there are few, smaller if there are many. */
const SMALL = 72
const LARGE = 108
const scaleFor = (count: number) => count <= 5 ? 1.25 : count <= 8 ? 1 : 0.88
/** Distance between two discs, and around all. */
const APART = 16
const MARGIN = 8
/** Distance from a name to the edge of its disc. */
const INSIDE = 9
/** Width of lines. */
const THIN = 1
const THICK = 9
/** Points of the ring that are tried, and its growth per step. */
const POINTS = 720
const STEP = 8
/** Rounding tolerance in pixels: the widest discs fit exactly. */
const ROUNDING = 0.001

/** The largest clusters, in the order of all. */
export function largest({ clusters }: Pick<Overview, 'clusters'>): Cluster[] {
	const kept = new Set([...clusters].sort((one, other) => other.members.length - one.members.length).slice(0, MOST))
	return clusters.filter((cluster) => cluster.members.length > 0 && kept.has(cluster))
}

/** The names of a cluster: its themes with most people, else its groups. */
export function namesOf({ groups, themes }: Cluster): string[] {
	return (themes.length > 0 ? themes : groups).slice(0, 2).map(({ label }) => label)
}

/** The names as one text; many of them contain an “and”. */
export function nameOf(cluster: Cluster): string {
	return namesOf(cluster).join(' · ')
}

/**
 * Places clusters on a ring as flat as possible, in order, so that they stay where they were at the last visit.
 *
 * @param overview its largest clusters are drawn
 * @param width of the drawing, in pixels
 * @param measure of texts
 * @param counted words for a number of people
 */
export function placeDiscs(overview: Overview, width: number, measure: Measure, counted: (people: number) => string): Discs {
	const shown = largest(overview)
	// The two largest are next to each other on the narrowest ring.
	const scale = Math.min(scaleFor(shown.length), (width / 4 - MARGIN) / LARGE)
	const most = Math.max(1, ...shown.map(({ members }) => members.length))
	const radii = shown.map(({ members }) => scale * (SMALL + (LARGE - SMALL) * Math.sqrt(members.length / most)))
	const places = ringOf(radii, width)
	const top = Math.min(...places.map(({ y }, i) => y - radii[i]!)) - MARGIN
	const bottom = Math.max(...places.map(({ y }, i) => y + radii[i]!)) + MARGIN
	const discs = shown.map((cluster, i): Disc => {
		const [x, y, r] = [places[i]!.x, places[i]!.y - top, radii[i]!]
		return { cluster, x, y, r, lines: written(cluster, y, r, measure, counted) }
	})
	return { height: shown.length === 0 ? 0 : bottom - top, discs, lines: linesOf(overview, discs) }
}

/** Positions on the flattest ring on which no two discs touch. */
function ringOf(radii: readonly number[], width: number): { x: number, y: number }[] {
	if (radii.length < 2) {
		return radii.map(() => ({ x: width / 2, y: 0 }))
	}
	const wide = Math.max(0, width / 2 - Math.max(...radii) - MARGIN)
	for (let high = 0; ; high += STEP) {
		const places = along(radii, wide, high).map(({ x, y }) => ({ x: width / 2 + x, y }))
		const free = places.every((one, i) => places.every((other, j) => j <= i || Math.hypot(one.x - other.x, one.y - other.y) > radii[i]! + radii[j]! + APART - ROUNDING))
		if (free) {
			return places
		}
	}
}

/**
 * Places along a ring, as far from each other as their discs are large; the first at the left. The ring is an ellipse; where it is higher than wide, two
 * half circles and straight sides between, on which two adjacent discs have its whole width.
 */
function along(radii: readonly number[], wide: number, high: number): { x: number, y: number }[] {
	const side = Math.max(0, high - wide)
	const half = (from: number, shift: number) => Array.from({ length: POINTS / 2 + 1 }, (_, i) => {
		const angle = from + 2 * Math.PI * i / POINTS
		return { x: wide * Math.cos(angle), y: Math.min(high, wide) * Math.sin(angle) + shift }
	})
	const left = { x: -wide, y: 0 }
	const points = [left, ...half(Math.PI, -side), ...half(0, side), left]
	const lengths = [0]
	points.slice(1).forEach(({ x, y }, i) => lengths.push(lengths[i]! + Math.hypot(x - points[i]!.x, y - points[i]!.y)))
	const round = 2 * radii.reduce((sum, radius) => sum + radius, 0)
	let gone = 0
	return radii.map((radius, i) => {
		if (i === 0) {
			return left
		}
		gone += radii[i - 1]! + radius
		const far = lengths.at(-1)! * gone / round
		const next = lengths.findIndex((length) => length >= far)
		const [from, to] = [points[next - 1]!, points[next]!]
		const part = (far - lengths[next - 1]!) / (lengths[next]! - lengths[next - 1]!)
		return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }
	})
}

/**
 * Its names, the group with most people if it is named by themes, and the number of people. A name has one line, or two if that cuts off
 * less.
 */
function written(cluster: Cluster, y: number, r: number, measure: Measure, counted: (people: number) => string): Disc['lines'] {
	const names = namesOf(cluster)
	const small = [...cluster.themes.length > 0 ? cluster.groups.slice(0, 1).map(({ label }) => label) : [], counted(cluster.members.length)]
	const ways = names.reduce<number[][]>((all) => [1, 2].flatMap((lines) => all.map((way) => [...way, lines])), [[]])
	const [first, ...others] = ways.map((way) => layOut([
		...names.map((text, i) => ({ text, size: NAME, most: way[i]! })),
		...small.map((text) => ({ text, size: WORDS, most: 1 })),
	], y, r, measure))
	return others.reduce((best, one) => one.cut < best.cut ? one : best, first!).lines
}

/** Texts one below the other around the middle of a disc, each with a maximum number of lines, and how many characters are cut off. */
function layOut(texts: readonly { text: string, size: number, most: number }[], y: number, r: number, measure: Measure): Pick<Disc, 'lines'> & { cut: number } {
	const heightOf = (size: number) => size === NAME ? NAME_LINE : WORDS_LINE
	let at = y - texts.reduce((sum, { size, most }) => sum + most * heightOf(size), 0) / 2
	let cut = 0
	const lines = texts.flatMap(({ text, size, most }) => {
		const high = heightOf(size)
		const edge = Math.max(Math.abs(at - y), Math.abs(at + most * high - y))
		const parts = wrapped(text, 2 * Math.sqrt(Math.max(0, r ** 2 - edge ** 2)) - 2 * INSIDE, most, size, measure)
		cut += text.length - parts.join(' ').replace(/…$/, '').length
		return parts.map((part) => {
			at += high
			return { text: part, size, y: at - high / 2 }
		})
	})
	return { lines, cut }
}

function linesOf({ clusters, bonds }: Overview, discs: readonly Disc[]): Discs['lines'] {
	const drawn = bonds.flatMap((bond: Bond) => {
		const [one, other] = [bond.a, bond.b].map((place) => discs.find(({ cluster }) => cluster === clusters[place]))
		return one && other ? [{ one, other, people: bond.people }] : []
	})
	const most = Math.max(1, ...drawn.map(({ people }) => people))
	return drawn.map(({ one, other, people }) => ({ x1: one.x, y1: one.y, x2: other.x, y2: other.y, width: THIN + (THICK - THIN) * people / most }))
}
