/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { nodes } from './script.ts'

/** The scripts of a component, without compiling it: what a template uses, its script has imported. */
function script(path: string, code: string): ts.SourceFile {
	const text = path.endsWith('.vue')
		? [...code.matchAll(/<script(?:[^>]*\bgeneric="([^"]*)")?[^>]*>(.*?)<\/script>/gs)].map(([, generic, inner]) => `${generic ? `type Generic<${generic}> = never` : ''}\n${inner}`).join('\n')
		: code
	return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS)
}

/** The names a declaration brings, those in a pattern too. */
function namesOf(name: ts.BindingName): string[] {
	return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => ts.isBindingElement(one) ? namesOf(one.name) : [])
}

/** What a statement declares and exports. */
function declared(statement: ts.Statement): string[] {
	if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
		return []
	}
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name))
	}
	return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
		? [statement.name?.text ?? 'default']
		: []
}

/** What a file exports that it does not use itself. */
function exportsOf(path: string, file: ts.SourceFile): string[] {
	const names = file.statements.flatMap(declared)
	const count = new Map<string, number>()
	for (const node of names.length > 0 ? nodes(file) : []) {
		if (ts.isIdentifier(node)) {
			count.set(node.text, (count.get(node.text) ?? 0) + 1)
		}
	}
	return [
		...path.endsWith('.vue') || file.statements.some(ts.isExportAssignment) ? ['default'] : [],
		...names.filter((name) => count.get(name) === 1),
		...file.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : []),
	]
}

/** The names a file takes from others of the project, as `file name`; `*` is all of them. */
function takenBy(path: string, file: ts.SourceFile): string[] {
	const taken: string[] = []
	const take = (from: ts.Node | undefined, ...names: string[]) => {
		if (from && ts.isStringLiteralLike(from) && from.text.startsWith('.')) {
			const target = posix.join(posix.dirname(path), from.text)
			taken.push(...names.map((name) => `${target} ${name}`))
		}
	}
	// Only these are anywhere in a file.
	const all = /\bimport\(|\* as /.test(file.text) ? nodes(file) : []
	for (const statement of file.statements) {
		if (ts.isExportDeclaration(statement)) {
			const { exportClause, moduleSpecifier } = statement
			take(moduleSpecifier, ...exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : ['*'])
		} else if (ts.isImportDeclaration(statement)) {
			const { name, namedBindings } = statement.importClause ?? {}
			take(statement.moduleSpecifier, ...name ? ['default'] : [])
			if (namedBindings && ts.isNamedImports(namedBindings)) {
				take(statement.moduleSpecifier, ...namedBindings.elements.map((one) => (one.propertyName ?? one.name).text))
			} else if (namedBindings) {
				const uses = all.filter((node) => ts.isIdentifier(node) && node.text === namedBindings.name.text && node.parent !== namedBindings)
				take(statement.moduleSpecifier, ...uses.map(({ parent }) => ts.isPropertyAccessExpression(parent) ? parent.name.text : ts.isQualifiedName(parent) ? parent.right.text : '*'))
			}
		}
	}
	for (const node of all) {
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			take(node.argument.literal, node.qualifier && ts.isIdentifier(node.qualifier) ? node.qualifier.text : '*')
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			take(node.arguments[0], '*')
		}
	}
	return taken
}

/**
 * Exports of src/ that are used neither by another file nor by their own.
 *
 * @param files code by path
 */
export function unusedExports(files: Record<string, string>): string[] {
	const parsed = Object.entries(files).map(([path, code]) => ({ path, file: script(path, code) }))
	const taken = new Set(parsed.flatMap(({ path, file }) => takenBy(path, file)))
	return parsed
		.filter(({ path }) => path.startsWith('src/'))
		.flatMap(({ path, file }) => taken.has(`${path} *`) ? [] : exportsOf(path, file).filter((name) => !taken.has(`${path} ${name}`)).map((name) => `${path}: ${name}`))
}
