/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Weights } from './sequence.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtures } from '../../../tests/support/minutes.ts'
import { parseMinutes, parseWith } from './parse.ts'
import { LABELS } from './sequence.ts'
import shipped from './weights.json'

const TWIN = fixtures.find(({ name }) => name === '07-dix-groupes-ocr')!.text

/** Where the groups of a text begin, by these weights. */
const begins = (text: string, weights: Weights) => parseWith(text, weights).groups.map(({ lines }) => lines.from)

/** Any weights: of each label by itself, of pairs, and of the features that the shipped weights have. */
function weightsOf({ alone, pairs, factor }: { alone: number[], pairs: [number, number][], factor: number }): Weights {
	const own = Object.entries(shipped.own).filter(([feature]) => /^(?:k|t|m|l|g|zo)=/.test(feature)).map(([feature, weights]) => [feature, (weights as number[]).map((weight, i) => i % 2 === 0 ? weight : weight * factor)])
	return { own: { ...Object.fromEntries(own), '*': alone.flatMap((weight, label) => [label, weight]) }, between: { '*': pairs.flat() } }
}
const anyWeights = fc.record({
	alone: fc.array(fc.integer({ min: -1e5, max: 1e5 }), { minLength: LABELS.length, maxLength: LABELS.length }),
	pairs: fc.array(fc.tuple(fc.nat(LABELS.length ** 2 - 1), fc.integer({ min: -1e5, max: 1e5 })), { maxLength: 20 }),
	factor: fc.integer({ min: -20, max: 20 }),
})

/** Weights that want one label everywhere, or nowhere. */
const only = (label: typeof LABELS[number], weight: number): Weights => ({ own: { '*': [LABELS.indexOf(label), weight] }, between: {} })
const HOSTILE = (['T', 't', 'N', 'H', 'I', 'S', 'P'] as const).flatMap((label) => [1e6, -1e6].map((weight) => only(label, weight)))

const PHRASES = ['COMPTE-RENDU GROUPE', 'Compte rendu du groupe', 'GROUPE', 'Atelier n°', 'TABLE', 'Commission', 'Groupe de travail n°', 'Chantier', 'Synthèse de l’atelier', 'Table ronde']
const NUMBERS = [(n: number) => String(n), (n: number) => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][n - 1]!, (n: number) => String.fromCharCode(64 + n)]
const TITLES = ['Les trajets', 'LA FORÊT QUI BRÛLE', 'Manger d’ici', 'Qui garde les clefs ?', 'SEMIS/RÉCOLTES', 'L’eau des autres', 'Garder la poste ouverte', 'Le marché de nuit', 'Les boutiques vides', 'Un toit pour l’hiver']
/** Lines of a group: none of them opens one, though they count, name groups or are set like titles. */
const LINES = ['ACCUEIL', '1. Les clefs', '2. Les loyers modestes', '1. un point\n2. un autre', 'Le groupe 3 propose une fête.', 'Groupe 2, qui a fini, aide les autres', '- Groupe 1 : un banc\n- Groupe 2 : une table', 'Question 1 : qui vient ?\n\nQuestion 2 : qui reste ?', '* une chose\n* une autre',
	'PRIORITÉS', '# Constats', '3 personnes du groupe sont venues', 'Page 3', 'I. Le lavoir', 'Résolution n° 4 : ouvrir la cour', 'Suites à donner', '2 personnes inscrites', 'A) Le bal', 'Atelier de couture le samedi', 'une phrase qui dit comment le groupe s’y est pris et qui va jusqu’au bord de la page']

/** What a scan does to a line. */
const DAMAGE: Record<string, string[]> = { O: ['0', 'Q'], o: ['0', 'c'], E: ['F', 'É'], e: ['c', 'é'], I: ['l', '1'], l: ['I', '|'], U: ['II', 'V'], u: ['v', 'ii'], R: ['K', 'H'], r: ['n'], T: ['I', '1'], t: ['l'], m: ['rn'], M: ['N'], a: ['o', 'à'], A: ['R', '4'] }
const ILLEGIBLE = ['U', '?', 'l', '§', '!', 'Z']

interface Mark {
	letter: number
	spaced: number
	sign: number
	illegible: number
	stray: number
}
const mark = fc.record({ letter: fc.nat(60), spaced: fc.nat(30), sign: fc.nat(6), illegible: fc.nat(8), stray: fc.nat(12) })

/** The mark of a group after a bad scan: one wrong letter, other signs, blanks between its letters. */
function damaged(phrase: string, number: string, title: string, { letter, spaced, sign, stray }: Mark): string {
	// A letter in the last word, if there is room for one.
	const word = phrase.replace(/ ?(?:n°|de travail n°)$/, '')
	const at = letter % 3 === 0 ? word.length - 1 - letter % Math.min(5, word.length - 1) : -1
	const wrong = at >= 0 && word.length > 5 ? DAMAGE[word[at]!]?.[letter % 2] : undefined
	const words = wrong === undefined ? phrase : word.slice(0, at) + wrong + phrase.slice(at + 1)
	const wide = spaced === 0 ? words.split(/[ -]/).map((one) => [...one].join(' ')).join('   ') : spaced === 1 ? words.replace('-', ' ') : spaced === 2 ? words.replace('-', '—') : words
	const quoted = /^compte/i.test(phrase) ? `«${title}>»` : title
	return `${[' ', '', '', '    '][stray] ?? ''}${wide}${spaced === 0 ? '   ' : ' '}${number}${[' : ', ': ', ' – ', ' ; ', '. ', ' - ', ' : '][sign]!}${quoted}`
}

/** A text with a series of marks, and the lines that these are on. */
const series = fc.record({
	phrase: fc.constantFrom(...PHRASES),
	style: fc.constantFrom(...NUMBERS),
	first: fc.constantFrom(1, 1, 1, 2),
	groups: fc.array(fc.record({ mark, lines: fc.array(fc.constantFrom(...LINES), { minLength: 2, maxLength: 5 }), suite: fc.boolean() }), { minLength: 2, maxLength: 9 }),
	contents: fc.boolean(),
	airy: fc.boolean(),
}).map(({ phrase, style, first, groups, contents, airy }) => {
	const marks: number[] = []
	const out: string[] = ['Rencontre d’automne', '']
	const title = (i: number) => TITLES[i % TITLES.length]!
	if (contents) {
		out.push('Sommaire', ...groups.map((_, i) => `${phrase} ${style(first + i)} : ${title(i)}`), '', 'Présents : tout le monde', '')
	}
	// At most each third number is illegible, and not the first two: nothing would tell what the series counts.
	let legible = 0
	groups.forEach(({ mark: how, lines, suite }, i) => {
		const illegible = i > 1 && legible > 1 && how.illegible < ILLEGIBLE.length
		legible = illegible ? 0 : legible + 1
		marks.push(out.length)
		// The first phrase has all its letters: with the same wrong one in all marks, nothing would tell what they say.
		out.push(damaged(phrase, illegible ? ILLEGIBLE[how.illegible]! : style(first + i), title(i), illegible || i === 0 ? { ...how, letter: 1 } : how), '')
		lines.forEach((line, j) => {
			out.push(...line.split('\n'), ...airy ? [''] : [])
			if (suite && j === 0 && !illegible) {
				// The head of its next page.
				out.push('', `\f${phrase} ${style(first + i)} : ${title(i)}`, '')
			}
		})
		out.push('')
	})
	return { text: out.join('\n'), marks }
})

describe('a text with an explicit series of marks', () => {
	it('is divided by exactly its marks, whatever damage they have and whatever the weights are', () => {
		fc.assert(fc.property(series, anyWeights, ({ text, marks }, weights) => {
			expect(begins(text, weightsOf(weights))).toEqual(marks)
		}), { numRuns: 60 })
	}, 120_000)

	it('is divided by them with the weights that are shipped', () => {
		fc.assert(fc.property(series, ({ text, marks }) => {
			expect(parseMinutes(text).groups.map(({ lines }) => lines.from)).toEqual(marks)
		}), { numRuns: 30 })
	}, 120_000)

	it.each(HOSTILE.map((weights, i) => [`${'TtNHISP'[i >> 1]} ${i % 2 === 0 ? 'everywhere' : 'nowhere'}`, weights] as const))('the founding minutes have ten groups, 1 to 10: %s', (_, weights) => {
		expect(parseWith(TWIN, weights).groups.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
	})

	it('the founding minutes have them by any weights', () => {
		fc.assert(fc.property(anyWeights, (weights) => {
			expect(parseWith(TWIN, weightsOf(weights)).groups.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
		}), { numRuns: 5 })
	}, 120_000)
})

it('the title of a group at the foot of one page and the head of the next opens it where it is first', () => {
	const text = 'Rencontre\n\nChantier 1 : Les trajets\n\nPage 3\n\n\fChantier 1 : Les trajets\n\n- un car\n\nChantier 2 : Le pain\n\n- un four\n'
	expect(parseMinutes(text).groups.map(({ lines }) => lines.from)).toEqual([2, 10])
})

describe('what only looks like a series', () => {
	/** Which lines open a group where the weights want to open one at every line that may. */
	const opened = (text: string) => {
		const any = begins(text, only('T', 1e6)).length
		const none = begins(text, only('T', -1e6)).length
		return any === none && none > 0
	}

	it.each([
		['numbered points', '1. un banc\n2. une table\n3. un four'],
		['numbered questions', 'Question 1 : qui vient ?\nla mairie\n\nQuestion 2 : qui reste ?\npersonne'],
		['a table of contents', 'Groupe 1 : Les trajets\nGroupe 2 : Le pain\nGroupe 3 : La nuit\n\nTout le monde était là.'],
		['an agenda', '9 h accueil\n10 h Atelier 1 : Les trajets\n11 h Atelier 2 : Le pain'],
		['sentences', 'Le groupe 1 a fini à midi.\nIl a mangé.\nLe groupe 2 a fini à une heure.\nIl a dormi.'],
		['points about groups', '- Groupe 1 : un banc\n- Groupe 2 : une table\n- Groupe 3 : un four'],
		['one group', 'COMPTE-RENDU GROUPE 3 : «LES TRAJETS»\n\n- un car'],
		['numbers without order', 'Groupe 5 : A\nun\n\nGroupe 2 : B\ndeux\n\nGroupe 9 : C\ntrois\n\nGroupe 4 : D\nquatre'],
		['figures', 'Tableau 1 : les dépenses\n12 euros\n\nTableau 2 : les recettes\n13 euros'],
	])('%s', (_, text) => {
		expect(opened(text)).toBe(false)
	})
})
