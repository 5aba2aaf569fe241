/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PDFPageProxy, TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import type { Setting, Styles } from './lineStyle.ts'

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ReadError } from '../../shared/lib/readError.ts'
import { Letters, stylesOf } from './lineStyle.ts'
import { refuseBombs } from './pdfBombs.ts'

// Imported here, pdf.js works where it is called, in the worker that reads files, and does not start its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** A piece of text and its position on the page, in points from the left and the bottom. */
interface Placed {
	text: string
	x: number
	y: number
	width: number
	height: number
	bold: boolean
}

/** A line of a page, with its style. */
interface PageLine {
	text: string
	setting: Setting | null
}

/** Gap that splits a line, in letter widths; less if other lines have something beginning at that exact position. */
const APART = 1.8
const APART_IN_COLUMN = 0.8
/** Maximum number of text pieces of a page: one per letter of a full page is a tenth of it. */
const MOST_ITEMS = 50_000
/** Parts of font names that mean bold. */
const BOLD = /bold|black|heavy|gras/i

/**
 * The text of a .pdf: its lines, with gaps between columns as blanks.
 *
 * @throws {ReadError} if it is locked, damaged or without text
 */
export async function readPdf(bytes: Uint8Array, onPage: (page: number, pages: number) => void): Promise<{ text: string, style: Styles }> {
	await refuseBombs(bytes)
	// Pictures are not unpacked, however large: only text is read.
	const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, maxImageSize: 0, verbosity: 0 })
	try {
		const document = await loading.promise
		const lines: PageLine[] = []
		for (let i = 1; i <= document.numPages; i++) {
			onPage(i, document.numPages)
			const page = await document.getPage(i)
			const [first, ...more] = pageLines(await piecesOf(page), page.view[2]! - page.view[0]!)
			lines.push({ text: `${i > 1 ? '\f' : ''}${first?.text ?? ''}`, setting: first?.setting ?? null })
			more.forEach((line) => lines.push(line))
			page.cleanup()
		}
		const text = `${lines.map((line) => line.text).join('\n')}\n`
		if (!/\p{L}{2}/u.test(text)) {
			throw new ReadError('no_text')
		}
		return { text, style: [...stylesOf(lines.map(({ setting }) => setting)), null] }
	} catch (error) {
		if (error instanceof ReadError) {
			throw error
		}
		throw new ReadError(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'unreadable', error)
	} finally {
		await loading.destroy()
	}
}

/** The pieces of text of a page with their positions, without rotated ones. */
async function piecesOf(page: PDFPageProxy): Promise<Placed[]> {
	const items: TextItem[] = []
	const fonts = new Set<string>()
	// Piece by piece: a page can have more of them than fit in memory.
	const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader()
	for (let some; (some = (await reader.read()).value);) {
		some.items.forEach((item) => 'str' in item && items.push(item))
		Object.keys(some.styles).forEach((font) => fonts.add(font))
		if (items.length > MOST_ITEMS) {
			await reader.cancel(new Error('too many'))
			throw new ReadError('too_much')
		}
	}
	// The names of fonts are loaded only with the drawing operations.
	if ([...fonts].some((font) => !page.commonObjs.has(font))) {
		await page.getOperatorList()
	}
	const bold = new Map([...fonts].map((font) => [font, page.commonObjs.has(font) && BOLD.test((page.commonObjs.get(font) as { name?: string }).name ?? '')]))
	return items.flatMap((item) => placed(item, bold.get(item.fontName) ?? false))
}

function placed({ str, transform, width, height }: TextItem, bold: boolean): Placed[] {
	const [a, b, , , x, y] = transform as number[]
	return str.trim() === '' || Math.abs(b!) > Math.abs(a!) ? [] : [{ text: str, x: x!, y: y!, width, height: height || Math.abs(a!) || 10, bold }]
}

/** The lines of a page of this width; a wrapped word is joined to its line. */
function pageLines(pieces: readonly Placed[], pageWidth: number): PageLine[] {
	if (pieces.length === 0) {
		return []
	}
	const widths = pieces.filter(({ text, width }) => text.length > 3 && width > 0).map(({ text, width }) => width / text.length).sort((one, other) => one - other)
	// The width of a letter: the unit of horizontal positions.
	const unit = widths[Math.floor(widths.length / 2)] ?? 5
	const left = pieces.reduce((least, { x }) => Math.min(least, x), Infinity)
	const lines = linesOf(pieces)
	const steps = lines.slice(1).map((line, i) => lines[i]![0]!.y - line[0]!.y).filter((step) => step > 1).sort((one, other) => one - other)
	const usual = steps[Math.floor(steps.length / 4)] ?? 0
	const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), pageWidth - left)
	const starts = columnStarts(lines, unit)
	const textOf = (line: readonly Placed[]) => lineText(line, left, unit, starts)
	const margins = { left, right, begun: count(lines.map((line) => Math.round(line[0]!.x))) }
	const result: PageLine[] = []
	for (const [i, line] of lines.entries()) {
		const own = textOf(line)
		const before = lines[i - 1]
		const gap = before ? before[0]!.y - line[0]!.y : 0
		// Large letters are further apart.
		const pitch = Math.max(usual, line[0]!.height * 1.2)
		const setting = settingOf(line, margins, unit)
		if (before && gap <= pitch * 1.2 && isRest(before, line, left, right) && goesOn(textOf(before), own)) {
			const last = result.at(-1)!
			last.text += ` ${own.trimStart()}`
			last.setting?.letters.merge(setting.letters)
		} else {
			if (gap > pitch * 1.4) {
				result.push({ text: '', setting: null })
			}
			result.push({ text: own, setting })
		}
	}
	return result
}

/** Counts each value. */
function count(values: readonly number[]): Map<number, number> {
	const times = new Map<number, number>()
	values.forEach((value) => times.set(value, (times.get(value) ?? 0) + 1))
	return times
}

/** The edges of a page's text, and the number of lines that begin at each position: several mean the margin of a list. */
interface Margins {
	left: number
	right: number
	begun: ReadonlyMap<number, number>
}

function settingOf(line: readonly Placed[], margins: Margins, unit: number): Setting {
	const letters = new Letters()
	line.forEach(({ text, bold, height }) => letters.add(text, { bold, size: Math.round(height * 2) / 2 }))
	const [start, end] = [line[0]!.x, line.at(-1)!.x + line.at(-1)!.width]
	const centred = start - margins.left > unit * 4 && Math.abs(start + end - margins.left - margins.right) < unit * 3 && (margins.begun.get(Math.round(start)) ?? 0) < 3
	return { letters, centred, level: 0 }
}

/** Whether a line begins like the previous one, which had no space for its first word. */
function isRest(before: readonly Placed[], line: readonly Placed[], left: number, right: number): boolean {
	const [first, last, next] = [before[0]!, before.at(-1)!, line[0]!]
	const unit = next.width / next.text.length
	const word = line.map(({ text }) => text).join(' ').trim().split(/\s/)[0]!.length
	return right - last.x - last.width < (word + 1) * unit && first.x - left < (right - left) / 4
		&& next.x <= first.x + 6 * unit && Math.abs(first.height - next.height) < 1
}

/** Whether a line can be the rest of the previous one, which was full: no table row, no point of a list, no split word. */
function goesOn(before: string, line: string): boolean {
	return !/\S {2,}\S/.test(before) && !/\S {2,}\S/.test(line) && !/[-\u00AD]$/.test(before)
		&& !/^\s*(?:[^\p{L}\p{N}\s"«“(<[]|[eo»] |\p{N}+[.)])/u.test(line)
}

/** Pieces of equal height are a line; lines from top to bottom, pieces from left to right. */
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

/** Positions across the page, in points, where something begins with a clear gap before it. */
function columnStarts(lines: readonly Placed[][], unit: number): ReadonlySet<number> {
	return new Set(lines.flatMap((line) => line.filter(({ x }, i) => i === 0 || x - line[i - 1]!.x - line[i - 1]!.width > unit * APART).map(({ x }) => Math.round(x))))
}

/** A line with its pieces at about their position on the page. */
function lineText(line: readonly Placed[], left: number, unit: number, starts: ReadonlySet<number>): string {
	let text = ''
	let end = left
	for (const { text: piece, x, width } of line) {
		const gap = x - end
		// A full table cell leaves little space before the next column; the sign of a point is as far from its text.
		const apart = gap > unit * (starts.has(Math.round(x)) ? APART_IN_COLUMN : APART)
		if (text === '' || (apart && !/^\s*\P{L}{1,2}$/u.test(text))) {
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
