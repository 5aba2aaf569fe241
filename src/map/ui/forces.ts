/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type Graph from 'graphology'
import type { Place } from './animateLayout.ts'

import forceAtlas2 from 'graphology-layout-forceatlas2'
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import helpers from 'graphology-layout-forceatlas2/helpers.js'
import iterate from 'graphology-layout-forceatlas2/iterate.js'

/** How often the forces move everything. */
const STEPS = 160
/** Nodes from which on those far away are taken together. */
const TOGETHER = 300
/** Numbers that the library keeps of a node, its place first. */
const NUMBERS = 10

/**
 * Computes the layout that separates the nodes: drawing every step would take longer than computing it. Steps over the library's own
 * matrices, because its `assign()` rebuilds them each time, which takes as long as a step, and its worker is a
 * script from text, which Nextcloud's content security policy forbids.
 *
 * @param graph whose nodes already have a position
 * @yields {void} after each step, when it may be interrupted
 * @return a position for each node, in the order of the graph
 */
export function* forces(graph: Graph): Generator<void, Place[]> {
	const settings = { ...defaults, ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > TOGETHER }
	const { nodes, edges } = helpers.graphToByteArrays(graph, () => 1)
	for (let step = 0; graph.size > 0 && step < STEPS; step++) {
		iterate(settings, nodes, edges)
		yield
	}
	return Array.from({ length: graph.order }, (_, i) => ({ x: nodes[NUMBERS * i]!, y: nodes[NUMBERS * i + 1]! }))
}
