/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { pick } from './random.mjs'

const SYLLABLES = [
	'ba', 'bré', 'cal', 'cha', 'cou', 'da', 'dro', 'é', 'fa', 'flo', 'ga', 'gué', 'jou', 'la', 'lè', 'ma', 'mou', 'na', 'no', 'pa',
	'plé', 'quo', 'ra', 'ri', 'sau', 'só', 'ta', 'tré', 'va', 'vi',
]
const ENDINGS = ['bac', 'card', 'doc', 'gol', 'lin', 'mac', 'noum', 'rac', 'sil', 'tard']

/** So many words are there. */
export const VOCABULARY = 40_000

/** A word nobody wrote before, the same for the same rank. The most frequent are short; none ends as a plural, a feminine or a verb. */
export function inventedWord(rank) {
	// The multipliers share no factor with the number of words, so that no two ranks give the same word.
	let rest = rank < 200 ? (rank * 7919) % 9000 : (rank * 48_271) % 270_000
	const take = (list) => {
		const taken = list[rest % list.length]
		rest = Math.floor(rest / list.length)
		return taken
	}
	const end = take(ENDINGS)
	return (rank < 200 ? [] : [take(SYLLABLES)]).concat(take(SYLLABLES), take(SYLLABLES), end).join('')
}

const PLAIN = ['avec', 'pour', 'dans', 'sans', 'et', 'ou', 'chez', 'vers', 'de', 'sur']
const OPENINGS = ['Je cherche', 'Nous aimons', 'On apprend', 'J’ai appris', 'Il faut', 'Depuis dix ans', 'À l’atelier,', 'Entre voisins,', 'Qui veut', 'Ce qui compte :']

/** A sentence of invented words, which `word` gives one after the other, between plain ones. */
export function sentence(next, word, length) {
	const words = Array.from({ length }, (_, i) => `${i === 0 ? '' : pick(next, PLAIN) + ' '}${word()}`)
	return `${pick(next, OPENINGS)} ${words.join(' ')}`
}

const FIRST = ('Abel Adèle Agathe Aimé Alba Alix Anaïs Angèle Anselme Arnaud Aude Aurèle Basile Benoît Bérénice Blanche Camille Célia Céleste Clélia '
	+ 'Clément Colette Côme Damien Delphine Dalila Edmée Élian Élise Émeric Estelle Étienne Fanny Faustine Félix Florian Gaël Garance Géraud Gilda '
	+ 'Guilhem Hélène Hélias Honorine Idriss Inès Iris Isaure Jaufré Jeanne Joan Josette Jules Karim Laïs Léon Lison Loïc Lucie Maïa '
	+ 'Malo Manon Marceau Marthe Mathis Mélina Miquel Nadia Naïm Noé Odile Olympe Oriane Pauline Perrine Pol Quentin Rafaèl Régine Rose '
	+ 'Sacha Salomé Samir Séverin Sibylle Solène Tanguy Thaïs Théo Tiphaine Ulysse Urbain Valère Vianney Viviane Xavier Yaëlle Yvon Zélie Zoé').split(' ')
const FAMILY = 'Aubr Bagn Berg Cab Cass Castr Combel Durf Esp Escaf Font Gaill Gard Jalab Lagr Lour Malav Marc Mazer Montb Negr Oust Pradel Quill Rascal Roqu Sab Tard Vers Viguer'.split(' ')
const ENDS = 'ac alens an ardou argues arié assol atier egous enc ergues esse iès ignol in issac olles ou ounet uc'.split(' ')

/** A name of a person, out of sixty thousand; now and then with two first names or two family names. */
export function inventedName(next) {
	const family = () => pick(next, FAMILY) + pick(next, ENDS)
	const first = pick(next, FIRST)
	const kind = next()
	return kind < 0.04 ? `Marie-${first} ${family()}` : kind < 0.08 ? `${first} ${family()}-${family()}` : `${first} ${family()}`
}
