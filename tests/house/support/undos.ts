/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import ts from 'typescript'
import { nodes, syntax } from './script.ts'

/** An undo that the source offers. */
export interface Offer {
	path: string
	/** The sentences that may stand next to it, as in the source; none if they are not written there. */
	messages: string[]
}

/** The undos that a file offers: each `show(message, undo)` of `useUndo()`. */
export function offersOf(path: string, source: string): Offer[] {
	if (!source.includes('useUndo(')) {
		return []
	}
	return nodes(syntax(path, source))
		.filter((node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === 'show' && node.arguments.length === 2)
		.map((call) => ({ path, messages: messagesOf(call.arguments[0]!) }))
}

function messagesOf(node: ts.Node): string[] {
	if (ts.isConditionalExpression(node)) {
		return [...messagesOf(node.whenTrue), ...messagesOf(node.whenFalse)]
	}
	const counts = ts.isCallExpression(node) ? { t: 1, n: 2 }[node.expression.getText()] ?? 0 : 0
	return counts === 0 ? [] : (node as ts.CallExpression).arguments.slice(1, 1 + counts).filter(ts.isStringLiteralLike).map(({ text }) => text)
}

/** The messages whose undo a test presses with `pressUndo()`, or the recorded screens do. */
export function testedUndos(text: string): string[] {
	return [...text.matchAll(/\bpressUndo\('((?:[^'\\]|\\.)*)'|^undone: “(.*)”$/gm)].map(([, pressed, recorded]) => pressed?.replace(/\\(.)/g, '$1') ?? recorded!)
}

/** The offers whose message no test has seen. */
export function untested(offers: readonly Offer[], tested: readonly string[]): string[] {
	const patternOf = (message: string) => new RegExp(`^${message.split(/\{\w+\}|%n/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
	return offers.filter(({ messages }) => !messages.map(patternOf).some((pattern) => tested.some((one) => pattern.test(one)))).map(({ path, messages }) => `${path}: ${messages[0]}`)
}
