/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Piece } from '../../shared/lib/xml.ts'

import { xmlPieces } from '../../shared/lib/xml.ts'

const NAMESPACE = /xmlns(?::([\w.-]+))?=["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/

/** An element of a part of Word, by its name without prefix; elements of other vocabularies keep theirs. */
export type WordPiece = Piece & { value: string, get: (attribute: string) => string | undefined }

/**
 * The elements of a part, whatever prefix its program chose.
 *
 * @yields {WordPiece} each in order
 */
export function* wordPieces(xml: string): Generator<WordPiece> {
	const found = NAMESPACE.exec(xml.slice(0, 20_000))
	const prefix = found ? found[1] ? `${found[1]}:` : '' : 'w:'
	for (const piece of xmlPieces(xml)) {
		const attributes = piece.kind === 'open' ? piece.attributes : {}
		const get = (attribute: string) => attributes[prefix + attribute]
		if (piece.kind !== 'text' && piece.name.startsWith(prefix)) {
			piece.name = piece.name.slice(prefix.length)
		}
		yield Object.assign(piece, { value: get('val') ?? '', get })
	}
}

/** Whether a switch is on: it exists, and is not set to off. */
export function isOn(value: string): boolean {
	return !['0', 'false', 'off', 'none'].includes(value)
}

/** The properties of a style, a paragraph or a run; missing ones come from the style it is based on. */
export interface Properties {
	bold?: boolean
	/** In points. */
	size?: number
	hidden?: boolean
	centred?: boolean
	/** Level of a heading, 0 for none. */
	heading?: number
	/** Its list and its level; '0' is no list. */
	list?: string
	depth?: number
	/** Style it is based on. */
	style?: string
}

/** Adds a property of a style, a paragraph or a run. */
export function addProperty(properties: Properties, name: string, value: string): void {
	if (name === 'b') {
		properties.bold = isOn(value)
	} else if (name === 'sz' && Number(value) > 0) {
		properties.size = Number(value) / 2
	} else if (name === 'vanish') {
		properties.hidden = isOn(value)
	} else if (name === 'jc') {
		properties.centred = value === 'center'
	} else if (name === 'outlineLvl') {
		properties.heading = Number(value) < 9 ? Number(value) + 1 : 0
	} else if (name === 'numId') {
		properties.list = value
	} else if (name === 'ilvl') {
		properties.depth = Number(value) || 0
	} else if (name === 'pStyle' || name === 'rStyle') {
		properties.style = value
	}
}

/** Styles by their id, each with its inherited properties. */
export class DocxStyles {
	private readonly own = new Map<string, Properties>()
	private readonly whole = new Map<string, Properties>()
	private readonly defaults: Properties = { size: 10 }
	/** The default style of paragraphs. */
	private usual = ''

	constructor(xml: string) {
		let style: Properties = this.defaults
		for (const { kind, name = '', value, get } of wordPieces(xml) as Iterable<WordPiece & { name?: string }>) {
			if (kind !== 'open') {
				continue
			}
			if (name === 'style') {
				style = {}
				this.own.set(get('styleId') ?? '', style)
				if (get('type') === 'paragraph' && isOn(get('default') ?? '0')) {
					this.usual = get('styleId') ?? ''
				}
			} else if (name === 'name' && style !== this.defaults) {
				const heading = headingLevel(value)
				Object.assign(style, heading && { heading })
			} else if (name === 'basedOn') {
				style.style = value
			} else {
				addProperty(style, name, value)
			}
		}
	}

	/** The properties of a style with inherited ones. */
	of(id: string | undefined): Properties {
		const name = id ?? this.usual
		const known = this.whole.get(name)
		if (known) {
			return known
		}
		const chain: Properties[] = []
		for (let style = this.own.get(name); style && !chain.includes(style) && chain.length < 20; style = this.own.get(style.style ?? '')) {
			chain.push(style)
		}
		const result = Object.assign({}, ...chain.reverse()) as Properties
		this.whole.set(name, result)
		return result
	}

	/** Default font size. */
	get size(): number {
		return this.defaults.size ?? 10
	}
}

function headingLevel(name: string): number | undefined {
	const level = /^heading ([1-9])$/i.exec(name)?.[1]
	return level ? Number(level) : /^title$/i.test(name) ? 1 : /^subtitle$/i.test(name) ? 2 : undefined
}
