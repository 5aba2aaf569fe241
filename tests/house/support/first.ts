/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { INDEX } from '../../../scripts/lib/pages.ts'
import { nodes, syntax } from './script.ts'

/** Reads a file of the project. */
type Read = (path: string) => string

/** A file of ours that is run, and of a domain's index which names; null: all of it. */
interface Run {
	path: string
	names: ReadonlySet<string> | null
}

/** The files of ours that a file runs with: not those it imports only types from, nor what it loads later, nor other exports of an index. */
function runsWith({ path, names }: Run, file: ts.SourceFile): Run[] {
	return file.statements.flatMap((statement): Run[] => {
		const imported = ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly
		const shown = ts.isExportDeclaration(statement) && !statement.isTypeOnly
		const module = imported || shown ? statement.moduleSpecifier : undefined
		if (!module || !ts.isStringLiteral(module) || !/^\..*\.(?:ts|vue)$/.test(module.text)) {
			return []
		}
		const other = posix.join(posix.dirname(path), module.text)
		const list = imported ? statement.importClause?.namedBindings : (statement as ts.ExportDeclaration).exportClause
		const elements = list && (ts.isNamedImports(list) || ts.isNamedExports(list)) ? [...list.elements].filter((one) => !one.isTypeOnly) : []
		const wanted = elements.filter((one) => imported || names === null || names.has(one.name.text))
		return elements.length > 0 && wanted.length === 0
			? []
			: [{ path: other, names: INDEX.test(`/${other}`) ? new Set(wanted.map((one) => (one.propertyName ?? one.name).text)) : null }]
	})
}

/** The sources a page begins with, as they are imported from the one that starts it. */
export function firstSources(starts: string[], read: Read): Map<string, ts.SourceFile> {
	const found = new Map<string, ts.SourceFile>()
	const looked = new Set<string>()
	const visit = ({ path, names }: Run) => {
		const asked = [...names ?? ['']].filter((name) => !looked.has(`${path} ${name}`))
		if (asked.length > 0 || !found.has(path)) {
			const file = found.get(path) ?? syntax(path, read(path))
			found.set(path, file)
			asked.forEach((name) => looked.add(`${path} ${name}`))
			runsWith({ path, names: names && new Set(asked) }, file).forEach(visit)
		}
	}
	starts.forEach((path) => visit({ path, names: null }))
	return found
}

/** What a file asks for later without its texts: neither by later() nor as the page of a route. */
export function withoutTexts(path: string, file: ts.SourceFile): string[] {
	return nodes(file).flatMap((node) => {
		if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword || !/^['"]\./.test(node.arguments[0]!.getText())) {
			return []
		}
		const load = node.parent
		const taker = ts.isArrowFunction(load) ? load.parent : null
		const waits = taker && ((ts.isCallExpression(taker) && taker.expression.getText() === 'later')
			|| (ts.isPropertyAssignment(taker) && taker.name.getText() === 'component' && path.endsWith('/routes.ts')))
		return waits ? [] : [`${path}: ${node.getText()} comes without its texts; write later(() => ${node.getText()})`]
	})
}

/** Texts that a file uses while it is loaded, when those of later pages may be missing. */
export function saidTooEarly(path: string, file: ts.SourceFile): string[] {
	return nodes(file)
		.filter((node): node is ts.CallExpression => ts.isCallExpression(node) && /^[tn]$/.test(node.expression.getText()))
		.filter((call) => {
			let around: ts.Node = call
			while (around.parent && !ts.isFunctionLike(around)) {
				around = around.parent
			}
			return !ts.isFunctionLike(around)
		})
		.map((call) => `${path}: ${call.getText()} is called while the file is loaded; call it in a function`)
}
