/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Graph from 'graphology'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { forces } from './forces.ts'

// What the drawing takes from libraries that promised nothing of it (docs/decisions/0025).

afterEach(() => vi.unstubAllGlobals())

describe('the forces, over the matrices of their library', () => {
	/** Two stars that nothing joins, all of whose nodes stand on one line. */
	function stars(): Graph {
		const graph = new Graph()
		for (const [star, name] of ['a', 'b'].entries()) {
			for (let i = 0; i < 6; i++) {
				graph.addNode(`${name}${i}`, { x: 2 * i + star, y: i % 2 })
			}
			for (let i = 1; i < 6; i++) {
				graph.addEdge(`${name}0`, `${name}${i}`)
			}
		}
		return graph
	}

	it('separate unlinked nodes and keep linked ones together', () => {
		const graph = stars()
		const work = forces(graph)
		let steps = 0
		let done = work.next()
		while (!done.done) {
			steps++
			done = work.next()
		}
		expect(steps).toBe(160)
		const at = new Map(graph.nodes().map((key, i) => [key, done.value![i]!]))
		expect(at.size).toBe(12)
		const far = (one: string, other: string) => Math.hypot(at.get(one)!.x - at.get(other)!.x, at.get(one)!.y - at.get(other)!.y)
		for (const name of ['a', 'b']) {
			for (let i = 1; i < 6; i++) {
				expect(far(`${name}0`, `${name}${i}`)).toBeGreaterThan(0)
				expect(far(`${name}0`, `${name}${i}`)).toBeLessThan(far('a0', 'b0'))
			}
		}
	})
})

it('hit detection uses the method that is overridden', async () => {
	vi.stubGlobal('WebGLRenderingContext', class {})
	vi.stubGlobal('WebGL2RenderingContext', class {})
	const { default: Sigma } = await import('sigma')
	expect(Sigma.prototype).toHaveProperty('getNodeAtPosition', expect.any(Function))
	expect(String((Sigma.prototype as unknown as Record<string, unknown>).bindEventHandlers)).toContain('.getNodeAtPosition(')
})
