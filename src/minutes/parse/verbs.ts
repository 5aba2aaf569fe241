/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'

const NO_VERBS = new Set(['maire', 'theatre', 'centre', 'notre', 'votre', 'quartier', 'atelier', 'cahier', 'chantier', 'foyer', 'libre', 'membre', 'mer', 'hiver', 'territoire', 'ministere', 'frere', 'mere', 'pere', 'livre', 'lettre', 'arbre',
	'affaire', 'histoire', 'autre', 'quatre', 'titre', 'chambre', 'ordre', 'semestre', 'notaire', 'infirmiere', 'secretaire', 'partenaire', 'avenir', 'plaisir', 'loisir', 'papier', 'courrier', 'panier', 'premier', 'dernier'])

/** Whether a text begins with a verb in its infinitive. */
export function isVerb(text: string): boolean {
	const [first = '', second = ''] = fold(text).split(' ')
	return /^(?:oui|ne)$/.test(first) || (/^(?:se|s|y|en)$/.test(first) ? /(?:er|ir|re|oir)$/.test(second) : /.{2}(?:er|ir|re|oir)$/.test(first) && !NO_VERBS.has(first))
}
