/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type Graph from 'graphology'

/** Position of a node. */
export interface Place {
	x: number
	y: number
}

/** Milliseconds in which everything goes to its place. */
const DURATION = 500

/** Whether the person prefers reduced motion. */
export function prefersReducedMotion(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/**
 * Moves the nodes of a graph to other positions, at once with reduced motion.
 *
 * @param graph the drawing follows it
 * @param places one for each node, in the order of the graph
 * @param then called when they are there and drawn
 * @return stops it
 */
export function animateLayout(graph: Graph, places: readonly Place[], then: () => void): () => void {
	const from = graph.mapNodes((_, { x, y }): Place => ({ x, y }))
	const to = fitTo(places, from)
	let begun: number | null = null
	let part = 0
	let frame = 0
	const step = (now: number) => {
		if (part === 1) {
			then()
			return
		}
		begun ??= now
		part = prefersReducedMotion() ? 1 : Math.min(1, (now - begun) / DURATION)
		// Fast at first and slow in the end, as what comes to rest.
		const way = 1 - (1 - part) ** 3
		let i = 0
		graph.updateEachNodeAttributes((_, node) => {
			const [begin, end] = [from[i]!, to[i++]!]
			return Object.assign(node, { x: begin.x + way * (end.x - begin.x), y: begin.y + way * (end.y - begin.y) })
		}, { attributes: ['x', 'y'] })
		frame = requestAnimationFrame(step)
	}
	frame = requestAnimationFrame(step)
	return () => cancelAnimationFrame(frame)
}

/** Places as large and in the same middle as others: forces know no measure, and what is drawn is shown as large as there is room. */
export function fitTo(places: readonly Place[], others: readonly Place[]): Place[] {
	const [here, there] = [boxOf(places), boxOf(others)]
	const factor = here.size > 0 && there.size > 0 ? there.size / here.size : 1
	return places.map(({ x, y }) => ({ x: there.x + factor * (x - here.x), y: there.y + factor * (y - here.y) }))
}

function boxOf(places: readonly Place[]): Place & { size: number } {
	const span = (numbers: number[]) => [Math.min(...numbers), Math.max(...numbers)] as const
	const [[left, right], [top, bottom]] = [span(places.map(({ x }) => x)), span(places.map(({ y }) => y))]
	return { x: (left + right) / 2, y: (top + bottom) / 2, size: Math.max(right - left, bottom - top) }
}
