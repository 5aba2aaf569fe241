/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'
import { isCapitals } from './headings.ts'
import { repair } from './repair.ts'

/** Words of titles in capitals, which are often set without their accents. */
const ACCENTS = new Map(['à', 'là', 'où', 'fête', 'légumes', 'légume', 'vallée', 'vallées', 'fermées', 'fermée', 'fermés', 'volontés', 'volonté', 'éducation', 'école', 'écoles', 'énergie', 'énergies', 'été', 'égalité', 'échanges', 'échange',
	'économie', 'écoute', 'élus', 'élu', 'équipe', 'santé', 'mobilité', 'mobilités', 'solidarité', 'solidarités', 'jeunesse', 'société', 'liberté', 'précarité', 'réseau', 'réseaux', 'réunion', 'réparer', 'récit', 'récits', 'mémoire',
	'mémoires', 'métier', 'métiers', 'bénévole', 'bénévoles', 'bénévolat', 'démocratie', 'décider', 'décision', 'départ', 'déchets', 'développement', 'théâtre', 'médiathèque', 'bibliothèque', 'bibliothèques', 'problème', 'premières',
	'première', 'dernière', 'lumière', 'rivière', 'rivières', 'forêt', 'forêts', 'prêter', 'rêver', 'rôle', 'même', 'être', 'fenêtre', 'bâtir', 'château', 'gâteau', 'hôpital', 'hôtes', 'côté', 'coût', 'goût', 'août', 'île', 'français', 'façon',
	'leçon', 'reçu', 'déçus', 'ça', 'après', 'très', 'succès', 'accès', 'réussir', 'répondre', 'sécurité', 'propriété', 'vérité', 'générations', 'génération', 'régie', 'région', 'célébrer', 'créer', 'création', 'créations', 'matériel',
	'numérique', 'éleveurs', 'éleveuses', 'élevage', 'héritage', 'étrangers', 'invités', 'abîmés', 'oubliés', 'partagé', 'partagée', 'partagés', 'partagées'].map((word) => [fold(word), word]))

/**
 * A title in normal writing: without quotes, in ordinary case.
 *
 * @param read as in the text
 * @param names words written with a capital elsewhere in the text, by their folded form
 */
export function title(read: string, names: ReadonlyMap<string, string>): string {
	const bare = read
		.replace(/(?:(?<!\s)\s+)?[»”"]\s*(?:\.{2,}|…)\s*[»«“"]\s*/g, '… ')
		.replace(/[«»“”"<>]/g, ' ')
		.replace(/(?<!\s)\s+([,.…])/g, '$1')
		.replace(/(?<![\s.])(?:\s*\.){4,}\s*(?:\d+\s*)?$/, '')
		.replace(/^[\s:;–—-]+|(?<![\s:;–—|-])[\s:;–—|-]+$/g, '')
	const text = repair(bare)
	if (!isCapitals(text)) {
		return text.charAt(0).toUpperCase() + text.slice(1)
	}
	const lower = text.toLowerCase().replace(/\p{L}+/gu, (word) => names.get(fold(word)) ?? (word === 'a' ? word : ACCENTS.get(fold(word)) ?? word))
	return lower.replace(/^.|(?<=… )./gu, (letter) => letter.toUpperCase())
}

/**
 * Which words of titles in capitals are names: within sentences they always have a capital. By their folded form.
 *
 * @param titles as in the text
 * @param text of everything
 */
export function namesIn(titles: readonly string[], text: string): Map<string, string> {
	const asked = new Set(titles.filter(isCapitals).flatMap((words) => words.match(/\p{L}{3,}/gu) ?? []).map(fold))
	const names = new Map<string, string>()
	if (asked.size === 0) {
		return names
	}
	for (const [, word] of text.matchAll(/[\p{L},’'] ?(?<!\p{L})(\p{Lu}\p{Ll}{2,})(?!\p{L})/gu)) {
		if (asked.has(fold(word!))) {
			names.set(fold(word!), word!)
		}
	}
	return new Map([...names].filter(([, word]) => !text.includes(word.toLowerCase())))
}
