/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ReadError } from './readError.ts'

// Nextcloud's pages allow no workers; taken in here, pdfjs works on the page's own thread.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** A piece of text and where it stands on its page, in points from the left and the foot. */
interface Placed {
	text: string
	x: number
	y: number
	width: number
	height: number
}

/** The text of a .pdf: its lines as they stand, gaps between columns as blanks. Throws a ReadError where it is locked, damaged or without text. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
	const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, verbosity: 0 })
	try {
		const document = await loading.promise
		const pages: string[] = []
		for (let i = 1; i <= document.numPages; i++) {
			const page = await document.getPage(i)
			const { items } = await page.getTextContent()
			pages.push(pageText(items.flatMap((item) => 'str' in item ? placed(item) : [])))
			page.cleanup()
			// What the person does meanwhile comes in between.
			await new Promise((resolve) => {
				setTimeout(resolve)
			})
		}
		if (!/\p{L}{2}/u.test(pages.join(' '))) {
			throw new ReadError('no_text')
		}
		return `${pages.join('\n\f')}\n`
	} catch (error) {
		if (error instanceof ReadError) {
			throw error
		}
		throw new ReadError(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'unreadable', error)
	} finally {
		await loading.destroy()
	}
}

/** Where a piece stands; nothing for what is set on end or empty. */
function placed({ str, transform, width, height }: TextItem): Placed[] {
	const [a, b, , , x, y] = transform as number[]
	return str.trim() === '' || Math.abs(b!) > Math.abs(a!) ? [] : [{ text: str, x: x!, y: y!, width, height: height || Math.abs(a!) || 10 }]
}

/** The lines of a page. */
function pageText(pieces: readonly Placed[]): string {
	if (pieces.length === 0) {
		return ''
	}
	const widths = pieces.filter(({ text, width }) => text.length > 3 && width > 0).map(({ text, width }) => width / text.length).sort((one, other) => one - other)
	// How wide a letter is: places across the page are counted in it.
	const unit = widths[Math.floor(widths.length / 2)] ?? 5
	const left = Math.min(...pieces.map(({ x }) => x))
	const lines = linesOf(pieces)
	const steps = lines.slice(1).map((line, i) => lines[i]![0]!.y - line[0]!.y).filter((step) => step > 1).sort((one, other) => one - other)
	const usual = steps[Math.floor(steps.length / 4)] ?? 0
	return lines.map((line, i) => {
		const gap = i === 0 ? 0 : lines[i - 1]![0]!.y - line[0]!.y
		return `${gap > usual * 1.4 ? '\n' : ''}${lineText(line, left, unit)}`
	}).join('\n')
}

/** Pieces of one height are a line; lines from the head of the page to its foot, pieces from left to right. */
function linesOf(pieces: readonly Placed[]): Placed[][] {
	const lines: Placed[][] = []
	for (const piece of [...pieces].sort((one, other) => other.y - one.y || one.x - other.x)) {
		const line = lines.at(-1)
		if (line && Math.abs(line[0]!.y - piece.y) <= Math.min(line[0]!.height, piece.height) * 0.5) {
			line.push(piece)
		} else {
			lines.push([piece])
		}
	}
	return lines.map((line) => line.sort((one, other) => one.x - other.x))
}

/** A line with its pieces about where they stand on the page. */
function lineText(line: readonly Placed[], left: number, unit: number): string {
	let text = ''
	let end = left
	for (const { text: piece, x, width } of line) {
		const gap = x - end
		if (text === '' || gap > unit * 2.5) {
			const column = Math.round((x - left) / unit)
			text = `${text.trimEnd()}${text === '' ? '' : '  '}`.padEnd(column)
		} else if (gap > unit * 0.25 && !/\s$/.test(text) && !/^\s/.test(piece)) {
			text += ' '
		}
		text += piece
		end = x + width
	}
	return text.trimEnd()
}
