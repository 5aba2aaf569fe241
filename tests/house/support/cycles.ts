/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PhpFacts } from './php.ts'

import Graph from 'graphology'
import { stronglyConnectedComponents } from 'graphology-components'

const APP = 'OCA\\Reseau\\'

const folder = (name: string) => name.split('/').slice(0, -1)

/**
 * Classes of lib/ that need each other, directly or by way of others. The wiring (AppInfo) names every class and is left out.
 *
 * @param facts by path
 * @param size of the largest group of classes that is allowed
 */
export function classCycles(facts: Record<string, PhpFacts>, size: number): string[][] {
	return cycles(dependencies(facts), size)
}

/** Folders of lib/ that depend on each other. A class reaches the layers above it through events, so using one is no dependency. */
export function folderCycles(facts: Record<string, PhpFacts>): string[][] {
	const used = dependencies(facts).filter(([, to]) => folder(to).at(-1) !== 'Event')
	return cycles(used.map(([from, to]): [string, string] => [folder(from).join('/'), folder(to).join('/')]), 1)
}

/** @return pairs of the class that uses and the one that is used, as paths below lib/ without their extension */
function dependencies(facts: Record<string, PhpFacts>): [string, string][] {
	const classes = new Set(Object.keys(facts).map((path) => path.replace(/^lib\/|\.php$/g, '')))
	return Object.entries(facts).flatMap(([path, { names }]) => {
		const from = path.replace(/^lib\/|\.php$/g, '')
		const used = names.filter(({ name }) => name.startsWith(APP)).map(({ name }) => name.slice(APP.length).replaceAll('\\', '/'))
		return from.startsWith('AppInfo/') ? [] : [...new Set(used)].filter((to) => to !== from && classes.has(to)).map((to): [string, string] => [from, to])
	})
}

function cycles(edges: [string, string][], size: number): string[][] {
	const graph = new Graph({ type: 'directed' })
	for (const [from, to] of edges) {
		if (from !== to) {
			graph.mergeEdge(from, to)
		}
	}
	return stronglyConnectedComponents(graph).filter((names) => names.length > size).map((names) => names.sort())
}
