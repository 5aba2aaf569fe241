/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Plugin } from 'vite'

import { parseAst } from 'vite'

/** What src/api/client.ts needs of an endpoint. The rest is for openapi.json, types and tests. */
export const ASKED = ['method', 'path', 'answer']

/** A node of the syntax tree, as far as it is used. */
interface Node {
	type: string
	start: number
	end: number
	name?: string
	callee?: Node
	arguments?: Node[]
	properties?: Node[]
	key?: Node
}

/** Leaves out of the bundles what no browser needs of endpoints: what they say of themselves, why they refuse, and the schemas of what they are sent. */
export function leanEndpoints(): Plugin {
	return {
		name: 'reseau:lean-endpoints',
		apply: 'build',
		// Types are gone by then.
		enforce: 'post',
		transform: {
			filter: { id: /\/src\/(?:\w+\/)+api\.ts$/ },
			handler: (code) => ({ code: lean(code), map: null }),
		},
	}
}

/** The code of a module with only what is ASKED of each `endpoint({ … })`. */
export function lean(code: string): string {
	let [at, text] = [0, '']
	for (const { start, end, properties } of definitions(parseAst(code))) {
		const kept = properties!.filter(({ key }) => ASKED.includes(key?.name ?? '')).map((one) => code.slice(one.start, one.end))
		text += `${code.slice(at, start)}{ ${kept.join(', ')} }`
		at = end
	}
	return text + code.slice(at)
}

/** What each call of `endpoint()` is given, in the order of the code. */
function definitions(node: unknown): Node[] {
	if (typeof node !== 'object' || node === null) {
		return []
	}
	const { type, callee, arguments: given } = node as Node
	return type === 'CallExpression' && callee?.name === 'endpoint' ? given! : Object.values(node).flatMap(definitions)
}
