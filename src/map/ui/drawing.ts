/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Settings } from 'sigma/settings'
import type { MapGraph, NodeKind } from '../graph.ts'
import type { Label } from '../labels.ts'

import Graph from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram, NodePointProgram } from 'sigma/rendering'
import { shortened } from '../labels.ts'
import { animateLayout, prefersReducedMotion } from './animateLayout.ts'
import { drawHoverLabel, drawLabels, widthOf } from './drawLabels.ts'
import { forces } from './forces.ts'
import { inSlices } from './slices.ts'

/** Radius of a dot in pixels at the first zoom, and how much smaller it is if there are many. */
const SIZE: Record<NodeKind, number> = { group: 9, theme: 5, member: 3.5 }
const SMALLER = 0.65
const CROWD = 500
/** In which order there is room for names. */
const RANK: Record<NodeKind, number> = { group: 1, theme: 2, member: 3 }
/** Lines from which on they are thin, and not drawn while the map moves. */
const MANY = 3000
/** So many names can be read at once. */
const NAMES = 60
/** Pixels around a dot in which it is still meant. */
const NEAR = 4
/** Duration of the camera animation, in milliseconds. */
const WHILE = 200

/** A network that is drawn. */
export interface Drawing {
	/** Highlights a node with its neighbours, or the nodes found. */
	show: (chosen: string | null, found: readonly string[]) => void
	/** Sees farther by a factor, nearer by one below 1; null: all of it. */
	zoom: (factor: number | null) => void
	stop: () => void
}

/** Dots without the second rendering sigma uses for picking: we know their positions. */
class Dots extends NodePointProgram {
	constructor(context: WebGLRenderingContext, _picking: WebGLFramebuffer | null, sigma: Sigma) {
		super(context, null, sigma)
	}
}

/**
 * Draws a network, and once the layout is computed moves everything to its place.
 *
 * @param container where it is drawn, not empty in size
 * @param network what is drawn
 * @param choose called with the key of the pressed node, null for the background
 * @throws {Error} if the browser has no WebGL
 */
export function drawNetwork(container: HTMLElement, network: MapGraph, choose: (key: string | null) => void): Drawing {
	const graph = graphologyOf(network)
	const style = getComputedStyle(container)
	const colour = (name: string, instead: string) => style.getPropertyValue(name).trim() || instead
	const look = {
		text: colour('--color-main-text', '#222'),
		ground: colour('--color-main-background', '#fff'),
		quiet: colour('--color-border-dark', '#ccc'),
		font: style.fontFamily,
	}
	const colours: Record<NodeKind, string> = {
		group: colour('--color-primary-element', '#00679e'),
		theme: colour('--color-text-maxcontrast', '#6b6b6b'),
		member: look.text,
	}
	const many = network.edges.length + network.links.length > MANY
	let bright: Set<string> | null = null
	let chosenKey: string | null = null
	/** What there may be room to write in this frame. */
	let labels: Label[] = []

	const settings: Partial<Settings> = {
		nodeProgramClasses: { circle: Dots },
		labelRenderedSizeThreshold: 4 * sizeIn(network),
		stagePadding: 56,
		edgeProgramClasses: { line: many ? EdgeLineProgram : EdgeRectangleProgram, link: EdgeRectangleProgram },
		hideEdgesOnMove: many,
		// Thousands would be one grey ground.
		defaultEdgeColor: many ? colour('--color-border', '#ededed') : look.quiet,
		zIndex: true,
		nodeReducer: (key, data) => {
			const quiet = bright !== null && !bright.has(key)
			return { ...data, color: quiet ? look.quiet : colours[data.kind as NodeKind], label: quiet ? '' : data.label, zIndex: quiet ? 0 : 1, forceLabel: !quiet && (bright === null ? data.kind === 'group' : bright.size <= NAMES) }
		},
		edgeReducer: (edge, data) => ({ ...data, ...data.type === 'link' ? { color: colours.group } : {}, hidden: bright !== null && !graph.extremities(edge).every((key) => bright!.has(key)) }),
		defaultDrawNodeLabel: (context, { key, label, x, y, size, kind }) => {
			if (label) {
				const text = shortened(label)
				labels.push({ text, x, y, size, width: widthOf(context, text, look), rank: key === chosenKey ? 0 : RANK[kind as NodeKind] })
			}
		},
		defaultDrawNodeHover: (context, data) => drawHoverLabel(context, data, look),
	}
	const sigma = new Sigma(graph, container, settings)
	// By the position of the dots: sigma would block on the graphics card, and only find what is exactly below the pointer.
	Object.defineProperty(sigma, 'getNodeAtPosition', { value: (at: { x: number, y: number }) => nodeAt(sigma, at) })
	const write = () => {
		drawLabels(sigma.getCanvases().labels!.getContext('2d')!, labels, look)
		labels = []
	}
	sigma.on('afterRender', write)
	// The first frame was drawn before the listener was added.
	write()
	sigma.on('clickNode', ({ node }) => choose(node))
	sigma.on('clickStage', () => choose(null))

	/** Moves the camera to the selected node's current position. */
	function approach(): void {
		const place = chosenKey === null ? undefined : sigma.getNodeDisplayData(chosenKey)
		if (place) {
			const camera = sigma.getCamera()
			void camera.animate({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.6) }, { duration: prefersReducedMotion() ? 0 : WHILE })
		}
	}

	let stop = inSlices(forces(graph), (places) => {
		stop = animateLayout(graph, places, approach)
	})
	return {
		show(chosen, found) {
			chosenKey = chosen !== null && graph.hasNode(chosen) ? chosen : null
			const keys = chosenKey !== null ? [chosenKey, ...graph.neighbors(chosenKey)] : found.filter((key) => graph.hasNode(key))
			if (bright === null && keys.length === 0) {
				return
			}
			bright = keys.length > 0 ? new Set(keys) : null
			sigma.refresh({ skipIndexation: true })
			approach()
		},
		zoom(factor) {
			const camera = sigma.getCamera()
			const duration = prefersReducedMotion() ? 0 : WHILE
			void (factor === null ? camera.animatedReset({ duration }) : camera.animate({ ratio: camera.ratio * factor }, { duration }))
		},
		stop() {
			stop()
			sigma.kill()
		},
	}
}

/** The dot that is nearest to a point of the drawing, if it is meant by it. */
function nodeAt(sigma: Sigma, point: { x: number, y: number }): string | null {
	const at = sigma.viewportToGraph(point)
	const beside = sigma.viewportToGraph({ x: point.x + 1, y: point.y })
	const pixel = Math.hypot(beside.x - at.x, beside.y - at.y)
	let nearest: string | null = null
	let least = Infinity
	sigma.getGraph().forEachNode((key, { x, y, size }) => {
		const far = Math.hypot(x - at.x, y - at.y) / pixel
		if (far < least && far <= sigma.scaleSize(size) + NEAR) {
			nearest = key
			least = far
		}
	})
	return nearest
}

function sizeIn({ nodes }: MapGraph): number {
	return nodes.length > CROWD ? SMALLER : 1
}

function graphologyOf(network: MapGraph): Graph {
	const { nodes, edges, links } = network
	const graph = new Graph({ type: 'undirected' })
	for (const { key, kind, label, x, y } of nodes) {
		graph.addNode(key, { kind, label: kind === 'theme' ? `# ${label}` : label, x, y, size: SIZE[kind] * sizeIn(network) })
	}
	for (const [a, b] of edges) {
		graph.mergeEdge(a, b)
	}
	for (const { a, b } of links) {
		graph.mergeEdge(a, b, { type: 'link', size: 2.5 * sizeIn(network) ** 2 })
	}
	return graph
}
