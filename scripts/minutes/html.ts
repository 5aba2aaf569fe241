/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Marked } from '../../tests/support/marked.ts'

/** How a document is set: with a word processor's styles, with bold letters and typed points, or as typed with no more than a large title. */
export const STYLES = ['styled', 'bold', 'typed'] as const
export type Style = typeof STYLES[number]

/** A paragraph, or a row of a table. */
interface Block {
	label: string
	text: string
	cells: string[] | null
	indent: number
}

const POINT = /^(?:[-–—•*▪✓➤+]|->|--)\s+/

/** A marked text as its author would have set it in a word processor. */
export function htmlOf({ text, labels }: Marked, style: Style): string {
	const blocks: Block[] = []
	for (const [i, line] of text.replace(/\n$/, '').split('\n').entries()) {
		const label = labels[i]!
		if (line.trim() === '' || /^[|\s-]+$/.test(line)) {
			continue
		}
		const last = blocks.at(-1)
		if (label === '+' && last && !/@|^\d/.test(line)) {
			last.text += ` ${line.trim()}`
			continue
		}
		blocks.push({ label, text: line.trim(), cells: cellsOf(line), indent: /^ */.exec(line)![0].length })
	}
	let html = ''
	for (let i = 0; i < blocks.length; i++) {
		const { cells } = blocks[i]!
		if (cells) {
			const rows: string[][] = []
			while (blocks[i]?.cells?.length === cells.length) {
				rows.push(blocks[i++]!.cells!)
			}
			i--
			html += `<table border="1" cellpadding="4">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.split('<br>').map((part) => `<p>${escape(part)}</p>`).join('')}</td>`).join('')}</tr>`).join('')}</table>`
		} else if (style === 'styled' && POINT.test(blocks[i]!.text) && 'If123P'.includes(blocks[i]!.label)) {
			const items: string[] = []
			while (blocks[i] && POINT.test(blocks[i]!.text) && 'If123P'.includes(blocks[i]!.label)) {
				items.push(`<li><p>${escape(blocks[i++]!.text.replace(POINT, ''))}</p></li>`)
			}
			i--
			html += `<ul>${items.join('')}</ul>`
		} else {
			html += paragraph(blocks[i]!, style)
		}
	}
	return `<!doctype html><html><head><meta charset="utf-8"><style>body{font-family:"${style === 'bold' ? 'DejaVu Sans' : 'Liberation Serif'}";font-size:11pt}p{margin:0 0 4pt}</style></head><body>${html}</body></html>`
}

function paragraph({ label, text, indent }: Block, style: Style): string {
	const words = escape(text.replace(/^[#=]+ | =+$/g, '').replaceAll('**', ''))
	if (style === 'styled') {
		const level = ({ T: 1, t: 2, H: 2, G: 2, F: 2 } as Record<string, number>)[label]
		return level ? `<h${level}>${words}</h${level}>` : `<p>${words}</p>`
	}
	const large = label === 'T' || label === 't'
	const strong = large || (style === 'bold' && 'HGR'.includes(label) && text.length < 60)
	const left = indent > 0 ? ` style="margin-left:${indent * 5}pt"` : ''
	return `<p${left}>${large ? '<font size="4">' : ''}${strong ? `<b>${words}</b>` : words}${large ? '</font>' : ''}</p>`
}

function cellsOf(line: string): string[] | null {
	if (line.trim().startsWith('|')) {
		return line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
	}
	const parts = line.trim().split(/\t| {4,}/).map((cell) => cell.trim())
	return parts.length > 1 ? parts : null
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
