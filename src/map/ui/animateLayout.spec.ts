/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Graph from 'graphology'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { animateLayout, fitTo } from './animateLayout.ts'

const at = (x: number, y: number) => ({ x, y })

describe('places', () => {
	it('are as large as those before, with the same centre', () => {
		expect(fitTo([at(0, 0), at(1000, 500)], [at(-10, 0), at(10, 4)])).toEqual([at(-10, -3), at(10, 7)])
	})

	it('of one node are its own', () => {
		expect(fitTo([at(7, 7)], [at(1, 2)])).toEqual([at(1, 2)])
		expect(fitTo([], [])).toEqual([])
	})
})

describe('nodes', () => {
	let frames: FrameRequestCallback[]
	let reduced: boolean
	const graph = () => {
		const made = new Graph()
		made.addNode('a', at(0, 0))
		made.addNode('b', at(10, 10))
		return made
	}
	const places = (of: Graph) => of.mapNodes((_, { x, y }) => [x, y])
	const frame = (now: number) => frames.splice(0).forEach((callback) => callback(now))

	beforeEach(() => {
		frames = []
		reduced = false
		vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
		vi.stubGlobal('cancelAnimationFrame', () => {
			frames = []
		})
		vi.stubGlobal('matchMedia', () => ({ matches: reduced }))
	})

	afterEach(() => vi.unstubAllGlobals())

	it('move to their places by frames, and report when they are there', () => {
		const [moved, then] = [graph(), vi.fn()]
		animateLayout(moved, [at(10, 0), at(0, 10)], then)
		frame(1000)
		expect(places(moved)).toEqual([[0, 0], [10, 10]])
		frame(1100)
		const [[x]] = places(moved) as [number[], number[]]
		expect(x).toBeGreaterThan(0)
		expect(x).toBeLessThan(10)
		frame(9000)
		expect(places(moved)).toEqual([[10, 0], [0, 10]])
		expect(then).not.toHaveBeenCalled()
		frame(9016)
		expect(then).toHaveBeenCalledTimes(1)
		expect(frames).toEqual([])
	})

	it('are there at once for people who prefer reduced motion', () => {
		reduced = true
		const moved = graph()
		animateLayout(moved, [at(10, 0), at(0, 10)], vi.fn())
		frame(1000)
		expect(places(moved)).toEqual([[10, 0], [0, 10]])
	})

	it('stay where they are when the page is hidden', () => {
		const [moved, then] = [graph(), vi.fn()]
		const stop = animateLayout(moved, [at(10, 0), at(0, 10)], then)
		frame(1000)
		stop()
		frame(9000)
		frame(9016)
		expect(places(moved)).toEqual([[0, 0], [10, 10]])
		expect(then).not.toHaveBeenCalled()
	})
})
