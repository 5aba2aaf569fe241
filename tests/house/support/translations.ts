/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PhpFacts } from './php.ts'

import ts from 'typescript'
import { strict } from '../../../scripts/lib/project.mjs'
import { nodes, syntax } from './script.ts'

export interface Use {
	/** Path, with the line where it is known. */
	where: string
	/** Null where it is no literal. */
	text: string | null
	/** Set for n() only. */
	plural?: string | null
}

const HELPERS = ['unref', '_unref', 'toDisplayString', '_toDisplayString']

/** The name of the function a call calls, also through what the template compiler puts around it. */
function called(expression: ts.Expression): string {
	if (ts.isParenthesizedExpression(expression)) {
		return called(expression.expression)
	}
	if (ts.isCallExpression(expression) && HELPERS.includes(expression.expression.getText()) && expression.arguments[0]) {
		return called(expression.arguments[0])
	}
	if (ts.isPropertyAccessExpression(expression) && ['_ctx', '$setup'].includes(expression.expression.getText())) {
		return expression.name.text
	}
	return ts.isIdentifier(expression) ? expression.text : ''
}

/** The text of a string literal, also of several joined by plus; null for anything else. */
function literal(node: ts.Expression | undefined): string | null {
	if (node && ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
		const left = literal(node.left)
		const right = literal(node.right)
		return left === null || right === null ? null : left + right
	}
	return node && ts.isStringLiteralLike(node) ? node.text : null
}

/** What a TypeScript or Vue file translates by t('reseau', …) and n('reseau', …). */
export function scriptUses(path: string, code: string): Use[] {
	const uses: Use[] = []
	for (const node of nodes(syntax(path, code))) {
		const name = ts.isCallExpression(node) ? called(node.expression) : ''
		if (ts.isCallExpression(node) && (name === 't' || name === 'n')) {
			const [app, text, plural] = node.arguments
			const mine = literal(app) === 'reseau'
			uses.push({ where: path, text: mine ? literal(text) : null, ...name === 'n' && { plural: mine ? literal(plural) : null } })
		}
	}
	return uses
}

/** What PHP files translate by ->t(…) and ->n(…). */
export function phpUses(facts: Record<string, PhpFacts>): Use[] {
	return Object.entries(facts).flatMap(([path, { calls }]) => calls
		.filter(({ method }) => method === 't' || method === 'n')
		.map(({ method, line, text = null, plural = null }) => ({ where: `${path}:${line}`, text, ...method === 'n' && { plural } })))
}

/** The parts of a text that are no words, in any order: what a number or a name replaces, marks of HTML and Markdown, addresses, line breaks. */
function placeholders(text: string): string {
	return (text.match(/\{\w+\}|%n|%(?:\d+\$)?[sd]|%%|<\/?\w+>|\*\*|`|https?:\/\/[^\s,)»]+|\n/g) ?? []).sort().join(' ')
}

/** What Nextcloud's PHP makes of a text: none with a bar or a lone percent sign, and a first word with a colon is taken from a plural. */
const UNSAFE = /\||%(?!n|%|(?:\d+\$)?[sd])/
const LABEL = /^\w+:/

/** The key of a text in translations/, null where it is no literal. */
export const keyOf = ({ text, plural }: Use) => text === null || plural === null ? null : plural === undefined ? text : `_${text}_::_${plural}_`

/**
 * Texts without a translation, each as a sentence.
 *
 * @param uses
 * @param translations
 * @param language its code
 */
export function untranslated(uses: Use[], translations: Record<string, string | string[]>, language: string): string[] {
	const without = uses.filter((use) => keyOf(use) !== null && translations[keyOf(use)!] === undefined)
	return [...new Set(without.map((use) => `${use.where}: translations/${language}.json does not hold “${keyOf(use)}”`))]
}

/**
 * Of texts without a translation those that fail: all of them on CI. Elsewhere they are only named, because hardly anyone who writes an
 * English text writes all languages.
 *
 * @param faults as of untranslated()
 * @param ci whether this is a strict run
 * @param warn prints a text
 */
export function demanded(faults: string[], ci = strict, warn: (text: string) => void = console.warn): string[] {
	if (!ci && faults.length > 0) {
		warn(`${faults.join('\n')}\nThese texts stay English until they are translated. Leave out the languages you do not write, and say so in the pull request: a reviewer adds them.`)
	}
	return ci ? faults : []
}

/**
 * What is wrong between the texts used and the translations there are, each as a sentence.
 *
 * @param uses
 * @param translations of one language
 * @param forms how many forms a plural has in it
 */
export function translationFaults(uses: Use[], translations: Record<string, string | string[]>, forms: number): string[] {
	const faults: string[] = []
	const unused = new Set(Object.keys(translations))
	for (const use of uses) {
		const { where, text, plural } = use
		const key = keyOf(use)
		if (key === null || text === null) {
			faults.push(`${where}: a text to translate is a literal, of the app reseau`)
			continue
		}
		const translation = translations[key]
		const written = [translation ?? []].flat()
		unused.delete(key)
		if (/\.php(?::|$)/.test(where)) {
			faults.push(...[text, plural ?? text, ...written]
				.filter((form) => UNSAFE.test(form) || (plural !== undefined && LABEL.test(form)))
				.map((form) => `${where}: Nextcloud’s PHP cannot say “${form}”`))
		}
		if (translation === undefined) {
			continue
		}
		if (written.length !== (plural === undefined ? 1 : forms) || Array.isArray(translation) !== (plural !== undefined)) {
			faults.push(`“${key}” needs ${plural === undefined ? 'one text' : `a list of ${forms} forms`}`)
		}
		// Nextcloud shows the second for every larger number, whatever the language says of millions.
		if (new Set(written.slice(1)).size > 1) {
			faults.push(`“${key}” needs the same words in all forms but the first`)
		}
		for (const form of written) {
			if (form.trim() !== form || form === '' || placeholders(form) !== placeholders(plural ?? text)) {
				faults.push(`“${key}” and “${form}” do not hold the same placeholders`)
			}
		}
	}
	return [...new Set(faults), ...[...unused].map((key) => `nothing uses the translation of “${key}”`)]
}
