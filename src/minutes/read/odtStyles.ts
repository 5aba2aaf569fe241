/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { xmlPieces } from '../../shared/lib/xml.ts'

/** The formatting of a style; missing properties come from its parent. */
interface OdtStyle {
	bold?: boolean
	/** In points. */
	size?: number
	/** Relative to the parent. */
	times?: number
	centred?: boolean
	parent?: string
}

/** The styles of an .odt. */
export class OdtStyles {
	private readonly styles = new Map<string, OdtStyle>()
	private readonly whole = new Map<string, OdtStyle>()
	private readonly numbered = new Set<string>()

	/** @param xml styles of the document, and of its content */
	constructor(xml: string) {
		let style: OdtStyle = {}
		let list = ''
		for (const piece of xmlPieces(xml)) {
			if (piece.kind !== 'open') {
				continue
			}
			const { name, attributes } = piece
			if (name === 'style:style' || name === 'style:default-style') {
				const family = attributes['style:family'] ?? ''
				const parent = attributes['style:parent-style-name']
				// Text styles have no parent but their paragraph.
				style = name === 'style:default-style' || (!parent && family === 'text') ? {} : { parent: `${family} ${parent ?? ''}` }
				this.styles.set(`${family} ${attributes['style:name'] ?? ''}`, style)
			} else if (name === 'style:text-properties') {
				addLetters(style, attributes['fo:font-weight'], attributes['fo:font-size'])
			} else if (name === 'style:paragraph-properties' && attributes['fo:text-align']) {
				style.centred = attributes['fo:text-align'] === 'center'
			} else if (name === 'text:list-style') {
				list = attributes['style:name'] ?? ''
			} else if (name === 'text:list-level-style-number' && attributes['style:num-format']) {
				this.numbered.add(`${list} ${attributes['text:level']}`)
			}
		}
	}

	/** The properties of a style with inherited ones. */
	of(family: 'paragraph' | 'text', name: string | undefined): OdtStyle {
		return this.resolve(`${family} ${name ?? ''}`, 0)
	}

	/** Whether the points of a list are numbered at this level. */
	isNumbered(list: string, depth: number): boolean {
		return this.numbered.has(`${list} ${depth}`)
	}

	private resolve(key: string, depth: number): OdtStyle {
		const known = this.whole.get(key)
		if (known || depth > 20) {
			return known ?? {}
		}
		const { parent, times, ...own } = this.styles.get(key) ?? {}
		const above = parent === undefined ? {} : this.resolve(parent, depth + 1)
		const result = { ...above, ...times && above.size ? { size: above.size * times } : {}, ...own }
		this.whole.set(key, result)
		return result
	}
}

function addLetters(style: OdtStyle, weight: string | undefined, size: string | undefined): void {
	if (weight) {
		style.bold = weight === 'bold' || Number(weight) >= 600
	}
	const points = Number.parseFloat(size ?? '')
	if (points > 0) {
		if (size!.endsWith('%')) {
			style.times = points / 100
		} else {
			style.size = points
		}
	}
}
