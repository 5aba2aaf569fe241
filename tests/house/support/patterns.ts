/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PhpFacts } from './php.ts'

import { analyse } from 'scslre'
import ts from 'typescript'
import { syntax } from './script.ts'

/** A regular expression as JavaScript reads it, and its place. */
export interface Pattern {
	place: string
	source: string
	flags: string
}

export interface ScriptPatterns {
	literals: Pattern[]
	/** Places where a pattern is built at run time. */
	made: string[]
}

/** The regular expressions in a TypeScript or Vue file. */
export function scriptPatterns(path: string, code: string): ScriptPatterns {
	const found: ScriptPatterns = { literals: [], made: [] }
	const file = syntax(path, code)
	const visit = (node: ts.Node): void => {
		const place = () => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/')
			found.literals.push({ place: place(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
		} else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
			found.made.push(place())
		}
		ts.forEachChild(node, visit)
	}
	visit(file)
	return found
}

/** The regular expressions that are made of pieces while something is done, by the files that make them. */
export async function madeBy(work: () => Promise<unknown>): Promise<Pattern[]> {
	const made: Pattern[] = []
	const { RegExp } = globalThis
	globalThis.RegExp = new Proxy(RegExp, {
		construct(target, [source, flags]) {
			const place = /\/(src\/[^\s:?]+)/.exec(new Error('here').stack ?? '')?.[1]
			if (place !== undefined) {
				made.push({ place, source: String(source), flags: flags ?? '' })
			}
			return Reflect.construct(target, [source, flags])
		},
	})
	try {
		await work()
	} finally {
		globalThis.RegExp = RegExp
	}
	return made
}

/** A regular expression of PHP, with its delimiters. */
export interface PhpPattern {
	place: string
	pattern: string
}

/**
 * The regular expressions of PHP files: those that are given to a function as they are or by a constant, and those that are made of pieces, with
 * a word in place of what is not known.
 *
 * @return `unknown`: what is given to a function and cannot be known here
 */
export function phpPatterns(facts: Record<string, PhpFacts>): { known: PhpPattern[], unknown: string[] } {
	const constants = new Map(Object.values(facts).flatMap(({ constants }) => Object.entries(constants)))
	const makers = new Set(Object.values(facts).flatMap(({ patterns }) => patterns.flatMap(({ maker }) => maker ?? [])))
	const known: PhpPattern[] = []
	const unknown: string[] = []
	for (const [path, { patterns }] of Object.entries(facts)) {
		for (const { text, constant, by, line } of patterns) {
			const pattern = text ?? (constant === undefined ? undefined : constants.get(constant))
			const place = `${path}:${line}`
			if (pattern !== undefined) {
				known.push({ place, pattern })
			} else if (by === undefined || !makers.has(by)) {
				unknown.push(place)
			}
		}
	}
	return { known, unknown }
}

/** The same as JavaScript reads it. What PHP alone has is left out where it only makes a search shorter. */
export function fromPhp({ place, pattern }: PhpPattern): Pattern {
	const end = pattern.lastIndexOf(pattern[0]!)
	const given = pattern.slice(end + 1)
	const source = pattern.slice(1, end)
		.replaceAll(`\\${pattern[0]}`, pattern[0] === '/' ? '\\/' : pattern[0]!)
		// Possessive: it gives nothing back.
		.replace(/(?<!\\)([*+?}])\+/g, '$1')
		.replaceAll('\\G', '')
		.replace(/\\A/g, '^')
		.replace(/\\[zZ]/g, '$')
		.replaceAll('\\h', '[ \\t]')
		.replace(/\\x\{([\da-f]+)\}/gi, '\\u{$1}')
	// From the place on that the search has come to.
	const sticky = pattern.startsWith('\\G', 1) ? 'y' : ''
	return { place, source, flags: [...given].filter((flag) => 'imsu'.includes(flag)).join('') + sticky }
}

/** The fault of a pattern whose time grows faster than its text: quadratic or worse. */
export function slow({ place, source, flags }: Pattern): string[] {
	const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } })
	return [...new Set(reports.map((report) => {
		const where = report.type === 'Trade' ? `${report.startQuant.raw} and ${report.endQuant.raw}` : report.quant.raw
		const how = report.type === 'Move' ? 'looks for it again at every place' : `tries every way to share a text ${report.type === 'Self' ? 'with itself' : 'between them'}`
		return `${place} /${source}/${flags}: ${where} ${how}${report.exponential ? ', exponentially' : ''}`
	}))]
}
