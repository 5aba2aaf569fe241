/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SourceFile } from 'typescript'

import { posix } from 'node:path'
import ts from 'typescript'
import { allowed } from './domains.ts'
import { imports, nodes, syntax } from './script.ts'

/** Folders of src/ that are no domain. */
const COMMON = ['api', 'app', 'entry', 'shared']
/** Packages that compute and do nothing else: pure files may use them. */
const PURE_PACKAGES = ['valibot', 'papaparse', 'ical.js', 'chardet', 'fflate', 'markdown-it', 'pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/build/pdf.worker.mjs', 'pdfjs-dist/types/src/display/api.d.ts']
/** Files of a domain that do more than compute: they ask the server, hold state, or speak to people (words, reasons). */
const IMPURE = /^(gateway|deck|teams|folder|dav|queries|routes|index|words|reasons|use[A-Z]\w*)\.ts$/
/** Files that speak HTTP: with our own PHP, or each with one other app of Nextcloud. */
const GATEWAY = /^(gateway|deck|teams|folder|dav)\.ts$/

interface Place {
	/** First folder below src/. */
	area: string
	ui: boolean
	spec: boolean
	pure: boolean
	gateway: boolean
	base: string
}

/** The place of a file in src/, and its kind, which follows from the place. */
function place(path: string): Place {
	const [, area = '', ...rest] = path.split('/')
	const base = rest.at(-1) ?? ''
	const spec = base.includes('.spec.')
	const ui = rest[0] === 'ui'
	const domain = !COMMON.includes(area)
	const pure = path.endsWith('.ts') && !spec && (
		(domain && !ui && !IMPURE.test(base))
		|| (area === 'shared' && rest[0] === 'lib')
		|| ['src/api/endpoint.ts', 'src/api/apiError.ts'].includes(path)
	)
	return { area, ui, spec, pure, gateway: domain && !ui && GATEWAY.test(base), base }
}

/** The broken rules of dependency (docs/developers/architecture.md) among files of src/, each as a sentence. */
export function scriptViolations(files: Record<string, string>): string[] {
	return Object.entries(files).flatMap(([path, code]) => {
		const from = place(path)
		const file = syntax(path, code)
		const found = imports(file).flatMap((module) => module.startsWith('.')
			? own(from, posix.join(posix.dirname(path), module))
			: foreign(path, from, module))
		if (from.pure && readsClock(file)) {
			found.push('a pure file takes the time as a parameter')
		}
		return [...new Set(found)].map((what) => `${path}: ${what}`)
	})
}

/** What is wrong with using a package here. */
function foreign(path: string, from: Place, module: string): string[] {
	const wrong = []
	if (/^(@nextcloud\/)?axios$/.test(module) && path !== 'src/api/client.ts') {
		wrong.push('only src/api/client.ts imports axios')
	}
	if (from.pure && !PURE_PACKAGES.includes(module)) {
		wrong.push(`a pure file does not import ${module}`)
	}
	return wrong
}

/** What is wrong with using a file of the project here. */
function own(from: Place, target: string): string[] {
	const to = place(target)
	const wrong = []
	if (!target.startsWith('src/')) {
		return from.spec ? [] : [`src/ does not use ${target}`]
	}
	const asks = from.gateway || from.base === 'queries.ts'
	if (to.gateway && !from.spec && !asks) {
		wrong.push('only gateways and queries.ts import a gateway')
	}
	// Data does nothing.
	if (from.pure && !to.pure && !target.endsWith('.json')) {
		wrong.push(`a pure file does not import ${target}`)
	}
	if (from.area === to.area) {
		return wrong
	}
	const fromDomain = !COMMON.includes(from.area)
	const toDomain = !COMMON.includes(to.area)
	if (to.area === 'entry' || (to.area === 'app' && from.area !== 'entry')) {
		wrong.push(`nothing below uses ${to.area}/`)
	}
	if (toDomain && (from.area === 'shared' || from.area === 'api')) {
		wrong.push(`${from.area}/ knows no domain`)
	}
	if (fromDomain && toDomain && !allowed(from.area, to.area)) {
		wrong.push(`${from.area} does not stand above ${to.area}`)
	}
	// A pure file names the pure file it computes with, and so does its test: an index also opens on components. Queries name the gateway,
	// and so does a test that holds it to a port.
	if (toDomain && !from.pure && !(from.spec && (to.pure || to.gateway)) && !(asks && to.gateway) && from.area !== 'shared' && from.area !== 'api' && to.base !== 'index.ts') {
		wrong.push(`${to.area} is reached through its index.ts`)
	}
	return wrong
}

/** Whether a file asks what time it is. */
function readsClock(file: SourceFile): boolean {
	for (const node of nodes(file)) {
		if ((ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
			|| (ts.isCallExpression(node) && /^(Date|Date\.now|performance\.now)$/.test(node.expression.getText()))) {
			return true
		}
	}
	return false
}
