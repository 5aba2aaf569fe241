/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What a search must find, by reading every card, written independently of the server's way.

const SPELT = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' }

/** The words of a text without case and accents. */
export function wordsOf(text) {
	return text.normalize('NFKD').toLowerCase().replace(/\p{M}+/gu, '').replace(/[œæßøđł]/g, (letter) => SPELT[letter])
		.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** Every text of a part of a card, as people read it. */
function textsOf(part, value) {
	switch (part) {
		case 'seeks':
		case 'offers':
			return value.map(({ text }) => text)
		case 'territories':
			return value.map(({ name }) => name)
		case 'values':
		case 'sectors':
			// Ids: people read their labels, which belong to the vocabulary.
			return []
		default:
			return [value].flat()
	}
}

/**
 * @param {object[]} groups in the import format
 * @param {string} viewer ref of the one who looks; keeps no card
 * @return {(card: object, part: string) => boolean} whether the viewer sees a part
 */
export function eyesOf(groups, viewer) {
	const shared = groups.filter(({ memberships }) => memberships.some(({ member }) => member === viewer))
	const mates = new Set(shared.flatMap(({ memberships }) => memberships.map(({ member }) => member)))
	return ({ id, audience }, part) => ['members', 'public'].includes(audience[part]) || (audience[part] === 'groups' && mates.has(id))
}

/** @return {Record<string, string>} by part, what the viewer may read of a card; contact details are not searched */
export function seenTexts(card, sees) {
	const parts = Object.keys(card.audience).filter((part) => part !== 'contact' && part !== 'phone' && sees(card, part))
	const texts = parts.map((part) => [part, textsOf(part, card[part]).join('\n')]).filter(([, text]) => text !== '')
	return { name: card.name, ...Object.fromEntries(texts) }
}

/** The words of a card that the viewer may see. */
export const seenWords = (card, sees) => new Set(Object.values(seenTexts(card, sees)).flatMap(wordsOf))

/** The criteria the benchmark uses; of a territory only what lies in a département. */
export const FACETS = {
	sector: { part: 'sectors', of: ({ sectors }) => sectors },
	territory: {
		part: 'territories',
		of: ({ territories }) => territories.filter(({ kind }) => kind === 'commune').map(({ code }) => `departement:${code.slice(0, 2)}`),
	},
}

/** Whether a card has each of the words, and one choice of each criterion, where the viewer may see it. */
export function meets(card, words, { q = '', facet = {} }, sees) {
	return wordsOf(q).every((word) => words.has(word)) && Object.entries(facet).every(([name, chosen]) => sees(card, FACETS[name].part)
		&& FACETS[name].of(card).some((id) => chosen.includes(id)))
}
