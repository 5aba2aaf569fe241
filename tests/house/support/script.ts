/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { compileScript, parse } from '@vue/compiler-sfc'
import ts from 'typescript'

/** Compiling takes its time, and several questions are asked of each file. */
const known = new Map<string, ts.SourceFile>()

/**
 * The script of a TypeScript or Vue file as a syntax tree. A component's template is compiled into it, so that what the
 * template calls is found too.
 */
export function syntax(path: string, code: string): ts.SourceFile {
	const key = `${path}\n${code}`
	const file = known.get(key) ?? parsed(path, code)
	known.set(key, file)
	return file
}

function parsed(path: string, code: string): ts.SourceFile {
	if (path.endsWith('.vue')) {
		const { descriptor, errors } = parse(code, { filename: path })
		if (errors[0]) {
			throw errors[0]
		}
		code = descriptor.script || descriptor.scriptSetup
			? compileScript(descriptor, { id: path, inlineTemplate: true, fs: { fileExists: ts.sys.fileExists, readFile: ts.sys.readFile } }).content
			: ''
	}
	return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
}

/** Every node below this one, and itself. Not with getChildren(), which reads the text again to find each comma too. */
export function nodes(node: ts.Node): ts.Node[] {
	const found: ts.Node[] = []
	const visit = (one: ts.Node): void => {
		found.push(one)
		ts.forEachChild(one, visit)
	}
	visit(node)
	return found
}

/** The modules a file names: imports, re-exports, dynamic imports, types. */
export function imports(file: ts.SourceFile): string[] {
	const found: string[] = []
	for (const node of nodes(file)) {
		const module = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
			? node.moduleSpecifier
			: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
				? node.argument.literal
				: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
					? node.arguments[0]
					: undefined
		if (module && ts.isStringLiteralLike(module)) {
			found.push(module.text)
		}
	}
	return found
}
