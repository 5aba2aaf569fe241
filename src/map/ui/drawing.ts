/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Attributes } from 'graphology-types'
import type { Settings } from 'sigma/settings'
import type { NodeDisplayData } from 'sigma/types'
import type { MapGraph, NodeKind } from '../graph.ts'

import Graph from 'graphology'
import Sigma from 'sigma'
import { forces } from './forces.ts'
import { inSlices } from './slices.ts'

/** Radius of a dot in pixels at the first zoom. */
const SIZE: Record<NodeKind, number> = { group: 9, theme: 5, member: 3.5 }
/** Links from which on they are not drawn while the map moves. */
const MANY = 3000

/** A network that is drawn. */
export interface Drawing {
	/** Puts a node with its neighbours, or what is looked for, before everything else. */
	show: (chosen: string | null, found: readonly string[]) => void
	/** Sees farther by a factor, nearer by one below 1; null: all of it. */
	zoom: (factor: number | null) => void
	stop: () => void
}

/**
 * Draws a network, and once forces have parted what stands together draws it anew.
 *
 * @param container where it is drawn, of some size
 * @param network what is drawn
 * @param choose told the key of what is pressed, null for the ground
 * @throws {Error} where the browser has no WebGL
 */
export function drawNetwork(container: HTMLElement, network: MapGraph, choose: (key: string | null) => void): Drawing {
	const graph = graphologyOf(network)
	const style = getComputedStyle(container)
	const colour = (name: string, instead: string) => style.getPropertyValue(name).trim() || instead
	const colours = {
		text: colour('--color-main-text', '#222'),
		ground: colour('--color-main-background', '#fff'),
		group: colour('--color-primary-element', '#00679e'),
		theme: colour('--color-text-maxcontrast', '#6b6b6b'),
		member: colour('--color-main-text', '#222'),
		quiet: colour('--color-border-dark', '#ccc'),
	}
	/** So many group names can be read at once. */
	const few = network.nodes.filter(({ kind }) => kind === 'group').length <= 30
	let bright: Set<string> | null = null

	const settings: Partial<Settings> = {
		labelColor: { color: colours.text },
		labelFont: style.fontFamily,
		labelSize: 13,
		labelRenderedSizeThreshold: 4,
		stagePadding: 56,
		hideEdgesOnMove: network.edges.length + network.links.length > MANY,
		defaultEdgeColor: colours.quiet,
		zIndex: true,
		nodeReducer: (key, data) => {
			const quiet = bright !== null && !bright.has(key)
			return { ...data, color: quiet ? colours.quiet : colours[data.kind as NodeKind], label: quiet ? '' : data.label, zIndex: quiet ? 0 : 1, forceLabel: !quiet && (bright === null ? data.kind === 'group' && few : bright.size <= 60) }
		},
		edgeReducer: (edge, data) => ({ ...data, ...data.linked ? { color: colours.group } : {}, hidden: bright !== null && !graph.extremities(edge).every((key) => bright!.has(key)) }),
		defaultDrawNodeHover: (context, data) => hover(context, data, colours, style.fontFamily),
	}
	const sigma = new Sigma(graph, container, settings)
	sigma.on('clickNode', ({ node }) => choose(node))
	sigma.on('clickStage', () => choose(null))

	const stopForces = inSlices(forces(graph))
	return {
		show(chosen, found) {
			const keys = chosen !== null && graph.hasNode(chosen) ? [chosen, ...graph.neighbors(chosen)] : found.filter((key) => graph.hasNode(key))
			if (bright === null && keys.length === 0) {
				return
			}
			bright = keys.length > 0 ? new Set(keys) : null
			sigma.refresh({ skipIndexation: true })
			if (chosen !== null && graph.hasNode(chosen)) {
				const { x, y } = sigma.getNodeDisplayData(chosen)!
				void sigma.getCamera().animate({ x, y, ratio: Math.min(sigma.getCamera().ratio, 0.6) }, { duration: calm() ? 0 : 200 })
			}
		},
		zoom(factor) {
			const camera = sigma.getCamera()
			const duration = calm() ? 0 : 200
			void (factor === null ? camera.animatedReset({ duration }) : camera.animate({ ratio: camera.ratio * factor }, { duration }))
		},
		stop() {
			stopForces()
			sigma.kill()
		},
	}
}

function calm(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function graphologyOf({ nodes, edges, links }: MapGraph): Graph {
	const graph = new Graph({ type: 'undirected' })
	for (const { key, kind, label, x, y } of nodes) {
		graph.addNode(key, { kind, label: kind === 'theme' ? `# ${label}` : label, x, y, size: SIZE[kind] })
	}
	for (const [a, b] of edges) {
		graph.mergeEdge(a, b)
	}
	for (const { a, b } of links) {
		graph.mergeEdge(a, b, { linked: true, size: 2.5, zIndex: 1 })
	}
	return graph
}

/** The name of what the mouse is over, on a ground of the theme. */
function hover(context: CanvasRenderingContext2D, data: Pick<NodeDisplayData, 'x' | 'y' | 'size'> & Attributes, colours: { text: string, ground: string, quiet: string }, font: string): void {
	const label = String(data.label ?? '')
	context.font = `600 13px ${font}`
	const width = context.measureText(label).width
	context.fillStyle = colours.ground
	context.strokeStyle = colours.quiet
	context.beginPath()
	context.roundRect(data.x - data.size - 4, data.y - 12, width + 2 * data.size + 16, 24, 8)
	context.fill()
	context.stroke()
	context.fillStyle = colours.text
	context.beginPath()
	context.arc(data.x, data.y, data.size, 0, 2 * Math.PI)
	context.fill()
	context.fillText(label, data.x + data.size + 4, data.y + 4.5)
}
