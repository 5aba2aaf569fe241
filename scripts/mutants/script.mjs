/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { parse } from '@vue/compiler-sfc'
import ts from 'typescript'

const SWAPS = new Map([
	[ts.SyntaxKind.LessThanToken, ['boundary', '<=']],
	[ts.SyntaxKind.LessThanEqualsToken, ['boundary', '<']],
	[ts.SyntaxKind.GreaterThanToken, ['boundary', '>=']],
	[ts.SyntaxKind.GreaterThanEqualsToken, ['boundary', '>']],
	[ts.SyntaxKind.EqualsEqualsEqualsToken, ['equality', '!==']],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken, ['equality', '===']],
	[ts.SyntaxKind.AmpersandAmpersandToken, ['logic', '||']],
	[ts.SyntaxKind.BarBarToken, ['logic', '&&']],
	[ts.SyntaxKind.PlusToken, ['arithmetic', '-']],
	[ts.SyntaxKind.MinusToken, ['arithmetic', '+']],
])

/** Directives whose expression is a condition. */
const CONDITIONS = ['if', 'else-if', 'show']

/** Items of a list that is data. */
const LONG = 12

/** ElementTypes and NodeTypes of Vue's compiler. */
const INTERPOLATION = 5
const DIRECTIVE = 7

/**
 * The mutants of a TypeScript or Vue file, each one small edit of its text: `{ operator, start, end, text, line }`, offsets in UTF-16 units.
 * The operators are those of Mutator.php; in a template conditions are also negated and listeners dropped.
 */
export function scriptMutants(path, code) {
	const found = []
	const add = (operator, start, end, text) => {
		found.push({ operator, start, end, text, line: code.slice(0, start).split('\n').length })
	}
	if (!path.endsWith('.vue')) {
		inScript(code, 0, add)
		return found
	}
	const { descriptor } = parse(code, { sourceMap: false })
	for (const block of [descriptor.script, descriptor.scriptSetup]) {
		if (block) {
			inScript(block.content, block.loc.start.offset, add)
		}
	}
	if (descriptor.template?.ast) {
		inTemplate(descriptor.template.ast, add)
	}
	return found
}

function inTemplate(node, add) {
	for (const prop of node.props ?? []) {
		if (prop.type !== DIRECTIVE) {
			continue
		}
		const { exp } = prop
		if (prop.name === 'on') {
			add('listener', prop.loc.start.offset, prop.loc.end.offset, '')
		} else if (exp && CONDITIONS.includes(prop.name)) {
			add('negation', exp.loc.start.offset, exp.loc.end.offset, `!(${exp.loc.source})`)
		}
		if (exp && !['for', 'slot', 'on'].includes(prop.name)) {
			inScript(`(${exp.loc.source})`, exp.loc.start.offset - 1, add)
		}
	}
	if (node.type === INTERPOLATION) {
		inScript(`(${node.content.loc.source})`, node.content.loc.start.offset - 1, add)
	}
	for (const child of node.children ?? []) {
		inTemplate(child, add)
	}
}

function inScript(code, offset, report) {
	const source = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
	const add = (operator, start, end, text) => report(operator, offset + start, offset + end, text)
	const replace = (operator, node, text) => add(operator, node.getStart(source), node.getEnd(), text)
	const visit = (node) => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
			return
		}
		mutate(node, source, add, replace)
		ts.forEachChild(node, visit)
	}
	visit(source)
}

function mutate(node, source, add, replace) {
	const text = (of) => of.getText(source)
	if (ts.isBinaryExpression(node)) {
		const [operator, to] = SWAPS.get(node.operatorToken.kind) ?? []
		// What joins texts is no sum.
		if (to && !(operator === 'arithmetic' && (isText(node.left) || isText(node.right)))) {
			replace(operator, node.operatorToken, to)
		} else if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
			replace('fallback', node, text(node.right))
		}
	} else if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
		negate(node.expression, replace, text)
	} else if (ts.isConditionalExpression(node)) {
		negate(node.condition, replace, text)
	} else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
		replace('negation', node, text(node.operand))
	} else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
		replace('boolean', node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true')
	} else if (ts.isNumericLiteral(node)) {
		const value = Number(node.text)
		replace('constant', node, String(value + 1))
		if (value > 0) {
			replace('constant', node, String(value - 1))
		}
	} else if (ts.isArrayLiteralExpression(node)) {
		// A long list of words is data: no test says each of them.
		if (node.elements.length > LONG && node.elements.every((item) => ts.isLiteralExpression(item))) {
			return
		}
		node.elements.forEach((item, place) => {
			// With the comma behind it; the last one with that before it, for one more may follow.
			const next = node.elements[place + 1]
			const last = next ? undefined : node.elements[place - 1]
			add('item', last ? last.getEnd() : item.getStart(source), next ? next.getStart(source) : item.getEnd(), '')
		})
	} else if (ts.isReturnStatement(node) && node.expression) {
		answer(node.expression, replace)
	} else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
		answer(node.body, replace)
	} else if (ts.isThrowStatement(node)) {
		replace('throw', node, ';')
	} else if (ts.isExpressionStatement(node)) {
		const does = ts.isAwaitExpression(node.expression) || ts.isVoidExpression(node.expression) ? node.expression.expression : node.expression
		if (ts.isCallExpression(does)) {
			replace('call', node, ';')
		} else if (ts.isBinaryExpression(does) && does.operatorToken.kind === ts.SyntaxKind.EqualsToken && !ts.isIdentifier(does.left)) {
			replace('statement', node, ';')
		}
	}
	if (ts.isFunctionLike(node) && node.body && ts.isBlock(node.body) && node.body.statements.length > 1 && !returns(node.body)) {
		const start = node.body.statements[0].getStart(source)
		add('early return', start, start, 'return; ')
	}
}

function negate(condition, replace, text) {
	// Comparisons and negations have mutants of their own that say the same.
	const { kind } = condition
	const equality = ts.isBinaryExpression(condition) && SWAPS.get(condition.operatorToken.kind)?.[0] === 'equality'
	if (!equality && !(kind === ts.SyntaxKind.PrefixUnaryExpression)) {
		replace('negation', condition, `!(${text(condition)})`)
	}
}

/** An answer that is no literal and no comparison becomes nothing: what those are is changed by other operators. */
function answer(given, replace) {
	const bare = ts.isParenthesizedExpression(given) ? given.expression : given
	if (ts.isArrayLiteralExpression(bare) && bare.elements.length > 0) {
		replace('return', given, '[]')
	} else if (isText(bare) && bare.text !== '') {
		replace('return', given, "''")
	} else if (ts.isCallExpression(bare) || ts.isIdentifier(bare) || ts.isPropertyAccessExpression(bare) || ts.isObjectLiteralExpression(bare)) {
		replace('return', given, 'undefined as never')
	}
}

function isText(node) {
	return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

/** Whether a function answers anything, those within it left out. */
function returns(body) {
	let found = false
	const visit = (node) => {
		found ||= ts.isReturnStatement(node) && node.expression !== undefined
		if (!ts.isFunctionLike(node)) {
			ts.forEachChild(node, visit)
		}
	}
	ts.forEachChild(body, visit)
	return found
}
