/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Unit } from './layout.ts'

import { fold } from '../../shared/lib/fold.ts'
import { findAddresses, footAddresses } from './address.ts'
import { isUnfilled } from './cell.ts'
import { readCount, rosterHeading } from './count.ts'
import { groupHeading, isCapitals } from './headings.ts'
import { hasGaps } from './layout.ts'
import { FOLLOW_WORDS, GRID_WORDS, GROUP_WORDS, HEADING_WORDS, MAIL_WORDS, MAY_WORDS, NOT_WORDS, PREAMBLE_WORDS, REPORT_WORDS, ROSTER_WORDS, WITH_WORDS } from './lexicon.ts'
import { isGridTitle, mandateHeading } from './mandateHeadings.ts'
import { isName } from './name.ts'
import { findPhones } from './phone.ts'
import { isUnfinished } from './text.ts'

/** The features of units, computed one at a time: a long text has too many to keep all. */
export interface Sight {
	count: number
	/** For a unit's own label. */
	own: (i: number) => string[]
	/** For its label together with the one before. */
	between: (i: number) => string[]
}

/** The features of a unit, for itself and for its neighbours. */
interface Look {
	unit: Unit
	folded: string
	words: string[]
	mark: string
	/** The kind of line it resembles, in one word each. */
	kinds: string[]
	times: number
}

/**
 * The features of each unit for the model.
 *
 * @param units units of the text
 * @param width width of its lines
 * @param zones the part of its group that each is in
 */
export function sightOf(units: readonly Unit[], width: number, zones: readonly string[]): Sight {
	const texts = units.map(({ text }) => fold(text))
	const times = new Map<string, number>()
	texts.forEach((text) => times.set(text, (times.get(text) ?? 0) + 1))
	const series = seriesOf(units, texts)
	const firsts = new Map<string, Set<string>>()
	units.forEach(({ mark, text }, i) => {
		const [first] = texts[i]!.split(' ')
		if (!mark && text.length < 90 && first!.length > 3) {
			firsts.set(first!, (firsts.get(first!) ?? new Set()).add(texts[i]!))
		}
	})
	const spread = spreadNumbers(units)
	const looks = units.map((unit, i): Look => ({
		unit,
		folded: texts[i]!,
		words: texts[i]!.split(' '),
		mark: markOf(unit),
		kinds: [
			...kindsOf(units, i, texts[i]!, series[i]!),
			...!unit.mark && unit.text.length < 90 && (firsts.get(texts[i]!.split(' ')[0]!)?.size ?? 0) > 1 ? ['firstAgain'] : [],
			...spread.has(i) ? ['spread'] : [],
		],
		times: Math.min(times.get(texts[i]!)!, 3),
	}))
	const marks = new Map<string, number>()
	looks.forEach(({ mark }) => marks.set(mark, (marks.get(mark) ?? 0) + 1))
	// The sign of most points is not the one of headings.
	const [most] = [...marks].reduce((one, other) => other[0] !== '' && other[1] > one[1] ? other : one, ['', 0] as [string, number])
	return {
		count: units.length,
		own: (i) => ownFeatures(looks, i, most, width, zones[i]!),
		between: (i) => betweenFeatures(looks[i - 1], looks[i]!, width, zones[i]!),
	}
}

function markOf({ mark, line }: Unit): string {
	if (!mark) {
		return ''
	}
	return mark.family === 'number' ? (/^\d/.test(line.text) ? 'number' : 'letter') : mark.family
}

/** Lines that begin with the same word and are numbered: « Chantier 1 », « Chantier 2 ». */
function seriesOf(units: readonly Unit[], texts: readonly string[]): boolean[] {
	const numbers = new Map<string, Set<number>>()
	const keys = units.map(({ mark, text, place }, i) => {
		if (text.length > 140 || (place !== null && !place.head && place.column > 1)) {
			return null
		}
		const found = /^((?:\p{L}+ ){1,5}?)(?:n o? ?)?(\d{1,2}|[a-h]|i{1,3}|iv|v)(?: |$)/u.exec(texts[i]!)
		const [key, read] = found ? [found[1]!, found[2]!] : mark?.family === 'number' ? [markOf(units[i]!), String(mark.number)] : ['', '']
		const number = /^\d/.test(read) ? Number(read) : /^[a-h]$/.test(read) ? read.charCodeAt(0) - 96 : ['i', 'ii', 'iii', 'iv', 'v'].indexOf(read) + 1
		if (key === '' || number === 0) {
			return null
		}
		numbers.set(key, (numbers.get(key) ?? new Set()).add(number))
		return key
	})
	return keys.map((key) => key !== null && key.endsWith(' ') && numbers.get(key)!.has(1) && numbers.get(key)!.has(2))
}

/** Numbers that occur once in the text, in order and far apart: of its parts, not of points. */
function spreadNumbers(units: readonly Unit[]): Set<number> {
	const places = units.flatMap(({ mark, line }, i) => mark?.family === 'number' && /^\d/.test(line.text) ? [i] : [])
	const numbers = places.map((i) => units[i]!.mark!.number)
	const ordered = numbers.length > 1 && numbers.every((number, i) => number === i + 1) && places.every((place, i) => i === 0 || place - places[i - 1]! > 2)
	return new Set(ordered ? places : [])
}

/** The number of a group, right after a word for one. */
const NUMBER_BEHIND = /^ (?:n o? ?)?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)(?: |$)/

function kindsOf(units: readonly Unit[], i: number, folded: string, series: boolean): string[] {
	const { text, line, heading, mark, place } = units[i]!
	const kinds: string[] = []
	const add = (kind: string, is: boolean) => is && kinds.push(kind)
	const short = folded.length < 110
	const group = short && (place === null || place.head) ? groupHeading(line) : null
	add('group', group !== null)
	add('groupNumber', group !== null && group.read !== '')
	const word = short ? GROUP_WORDS.exec(folded)?.[1] : undefined
	add('groupWord', word !== undefined)
	add('groupWordNumber', word !== undefined && folded.split(word).slice(1).some((behind) => NUMBER_BEHIND.test(behind)))
	add('groupWithin', short && word === undefined && /gr[o0]upe (?:n o? ?)?\d/.test(folded))
	add('report', short && REPORT_WORDS.test(folded))
	add('series', series)
	const depth = /^(?:\d{1,2}\.){1,3}(?:\d{1,2})?(?=[.)\s])/.exec(line.text)?.[0].split('.').filter(Boolean).length ?? 0
	add(`depth${depth}`, depth > 0)
	add('leader', /(?<!\.)\.{4,}(?:\s*\d+)?$/.test(line.text))
	const grid = mandateHeading(text)
	grid?.starts.forEach(({ column }) => kinds.push(`grid:${column}`))
	add('gridSeveral', (grid?.starts.length ?? 0) > 1)
	add('gridPart', grid !== null && grid.starts.length === 0)
	add('gridRest', grid !== null && grid.end < text.length)
	add('gridTitle', isGridTitle(text))
	add('gridWord', short && GRID_WORDS.test(`${folded} `))
	add('may', short && MAY_WORDS.test(folded) && !NOT_WORDS.test(folded))
	add('not', short && NOT_WORDS.test(folded))
	add('with', short && WITH_WORDS.test(folded))
	add('unfilled', isUnfilled(text))
	add('count', readCount(text) !== null)
	add('rosterHeading', rosterHeading(text) !== null)
	add('rosterWord', short && ROSTER_WORDS.test(folded))
	add('follow', short && FOLLOW_WORDS.test(folded))
	add('usual', short && HEADING_WORDS.test(folded))
	add('preamble', short && PREAMBLE_WORDS.test(folded))
	add('mail', short && MAIL_WORDS.test(folded))
	const addresses = findAddresses(line.text).length
	add('address', addresses > 0)
	add('addresses', addresses > 1)
	add('phone', findPhones(text).length > 0)
	add('foot', footAddresses(line.text) !== null)
	add('name', isName(text.split(/[(,;:–—-]/, 1)[0]!.trim()))
	add('firstName', /^\p{Lu}[\p{Ll}-]+$/u.test(text))
	add('capitals', isCapitals(text))
	add('heading', heading)
	add('cell', place !== null)
	add('head', place?.head ?? false)
	add('gaps', place === null && hasGaps(line))
	add('bare', text === '')
	add('date', /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b20\d\d\b/.test(text))
	add('quoted', /^[«"“].*[»"”]$/.test(text))
	add('parts', /\S\s?[/;]\s\S/.test(text))
	add('behindColon', /^.{3,60}\s?:\s*\S/.test(text) && !text.includes('@'))
	add('marked', mark !== null)
	const { bold = false, size = 1, centred = false, level = 0 } = line.style ?? {}
	add('bold', bold)
	add('large', size > 1.1)
	add('largest', size > 1.35)
	add('centred', centred)
	add(`level${Math.min(level, 3)}`, level > 0)
	return kinds
}

function ownFeatures(looks: readonly Look[], i: number, most: string, width: number, zone: string): string[] {
	const { unit, folded, words, mark, kinds, times } = looks[i]!
	const { text, line, before, after, place } = unit
	const [last, next] = [looks[i - 1], looks[i + 1]]
	const length = text.length < 12 ? 0 : text.length < 25 ? 1 : text.length < 45 ? 2 : text.length < 80 ? 3 : 4
	const end = /[:.;,?!»"”)]$/.exec(text)?.[0] ?? ''
	const begin = /^\p{Lu}/u.test(text) ? 'A' : /^\p{Ll}/u.test(text) ? 'a' : /^\d/.test(text) ? '1' : '.'
	const blank = `${before ? 'b' : ''}${after ? 'a' : ''}`
	const nextMark = next ? `${next.unit.before ? 'b' : ''}${next.mark}` : 'end'
	const found = ['*', `m=${mark}`, `l=${length}`, `e=${end}`, `b=${begin}`, `g=${blank}`, `w=${words[0]}`, `w2=${words[0]} ${words[1] ?? ''}`, `ml=${mark} ${length}`, `mg=${mark} ${blank}`,
		`mn=${mark}>${nextMark}`, `lm=${last?.mark ?? 'start'}>${mark}`, `t=${times}`, `tm=${times} ${mark} ${length}`, `eb=${end} ${begin} ${length}`, `bm=${begin} ${mark} ${blank}`, `zo=${zone}`, `zm=${zone} ${mark}`]
	for (const kind of kinds) {
		found.push(`k=${kind}`, `km=${kind} ${mark}`, `kl=${kind} ${length}`, `kt=${kind} ${times}`)
	}
	if (kinds.length > 1) {
		found.push(`ks=${kinds.join(' ')}`)
	}
	last?.kinds.forEach((kind) => found.push(`p=${kind}`, `pm=${kind} ${mark}`))
	next?.kinds.forEach((kind) => found.push(`n=${kind}`, `nm=${kind} ${mark} ${blank}`))
	looks[i + 2]?.kinds.forEach((kind) => found.push(`n2=${kind}`))
	if (last) {
		found.push(`in=${Math.sign(line.indent - last.unit.line.indent)}`, `inm=${Math.sign(line.indent - last.unit.line.indent)} ${mark}`)
	}
	if (next) {
		found.push(`out=${Math.sign(next.unit.line.indent - line.indent)} ${mark}`, `nc=${next.mark === mark ? 'same' : 'other'} ${mark} ${end}`)
	}
	if (place) {
		found.push(`c=${place.columns} ${Math.min(place.column, 3)}`, `ch=${place.head}`, `cr=${Math.min(place.row, 2)} ${place.head}`)
	}
	found.push(`mm=${mark === '' ? 'none' : mark === most ? 'most' : 'rare'} ${end === ':'} ${length}`)
	found.push(`x=${folded.length > 0 && i < 6 ? i : 'in'}`, `z=${i > looks.length - 4}`)
	if (line.length >= width * 0.8) {
		found.push(`full=${mark}`)
	}
	return found
}

function betweenFeatures(last: Look | undefined, look: Look, width: number, zone: string): string[] {
	if (!last) {
		return ['*']
	}
	const { mark, unit } = look
	const same = mark === last.mark ? (mark === '' ? 'none' : 'same') : mark === '' ? 'lost' : last.mark === '' ? 'got' : 'other'
	const blank = unit.before ? 'blank' : ''
	const open = isUnfinished(last.unit.text) ? 'open' : last.unit.line.length >= width * 0.8 ? 'full' : /[.!?:;]$/.test(last.unit.text) ? 'ended' : ''
	const begin = /^\p{Ll}/u.test(unit.text) ? 'a' : 'A'
	const indent = Math.sign(unit.line.indent - last.unit.line.indent)
	const cell = unit.place ? (last.unit.place && unit.line === last.unit.line ? 'row' : 'cell') : ''
	return ['*', `s=${same}`, `sb=${same} ${blank}`, `so=${same} ${open} ${begin} ${blank}`, `si=${same} ${indent}`, `c=${cell}`, `h=${unit.heading}`, `z=${zone}`]
}
