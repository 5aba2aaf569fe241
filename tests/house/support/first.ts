/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { nodes, syntax } from './script.ts'

/** Reads a file of the project. */
type Read = (path: string) => string

/** The files of ours that a file runs with: not those of which it takes types, nor what it asks for later. */
function runsWith(path: string, file: ts.SourceFile): string[] {
	return file.statements.flatMap((statement) => {
		const module = (ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly) || (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
			? statement.moduleSpecifier
			: undefined
		return module && ts.isStringLiteral(module) && /^\..*\.(?:ts|vue)$/.test(module.text) ? [posix.join(posix.dirname(path), module.text)] : []
	})
}

/** The sources a page begins with, as they are imported from the one that starts it. */
export function firstSources(starts: string[], read: Read): Map<string, ts.SourceFile> {
	const found = new Map<string, ts.SourceFile>()
	const visit = (path: string) => {
		if (!found.has(path)) {
			const file = syntax(path, read(path))
			found.set(path, file)
			runsWith(path, file).forEach(visit)
		}
	}
	starts.forEach(visit)
	return found
}

/** What a file asks for later without its texts: neither by later() nor as the page of a route. */
export function withoutTexts(path: string, file: ts.SourceFile): string[] {
	return [...nodes(file)].flatMap((node) => {
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

/** Texts a file says while it is read, when those of later pages may not be there. */
export function saidTooEarly(path: string, file: ts.SourceFile): string[] {
	return [...nodes(file)]
		.filter((node): node is ts.CallExpression => ts.isCallExpression(node) && /^[tn]$/.test(node.expression.getText()))
		.filter((call) => {
			let around: ts.Node = call
			while (around.parent && !ts.isFunctionLike(around)) {
				around = around.parent
			}
			return !ts.isFunctionLike(around)
		})
		.map((call) => `${path}: ${call.getText()} is said while the file is read; say it in a function`)
}
