/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The parts that graphology-layout-forceatlas2 is made of; it has types for their whole alone.

declare module 'graphology-layout-forceatlas2/defaults.js' {
	import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

	const defaults: Required<ForceAtlas2Settings>
	export default defaults
}

declare module 'graphology-layout-forceatlas2/helpers.js' {
	import type Graph from 'graphology'

	interface Matrices {
		nodes: Float32Array
		edges: Float32Array
	}

	const helpers: {
		graphToByteArrays: (graph: Graph, weight: () => number) => Matrices
	}
	export default helpers
}

declare module 'graphology-layout-forceatlas2/iterate.js' {
	import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

	/** Moves every node once. */
	const iterate: (settings: Required<ForceAtlas2Settings>, nodes: Float32Array, edges: Float32Array) => void
	export default iterate
}
