/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Cards of people nobody ever met, as many as wanted, in the format of tests/fixtures/network/members.json.
import { pick, random, several, zipf } from './random.mjs'
import { inventedName, inventedWord, sentence, VOCABULARY } from './words.mjs'

/** Parts with a choice of audience, under the names of the import format. */
const PARTS = [
	'headline', 'drives', 'seeks', 'offers', 'skills', 'values', 'sectors', 'trades', 'territories', 'networks', 'organisation', 'role',
	'availability', 'limits',
]

/** The id in the import format of card number i. */
export const refOf = (i) => `banc-${i}`

/** Every commune of a region with the territories it is in, from data/territories/REGION.json. */
function communesOf({ epci, departements }) {
	return departements.flatMap(([departement, name, parts]) => parts.flatMap(([place, communes]) => {
		const [code, epciName] = epci[place] ?? []
		return Array.from({ length: communes.length / 2 }, (_, i) => [
			{ code: departement + communes[2 * i], kind: 'commune', name: communes[2 * i + 1] },
			...code ? [{ code, kind: 'epci', name: epciName }] : [],
			{ code: departement, kind: 'departement', name },
		])
	}))
}

/**
 * @param {{members: object[], vocabulary: object, region: object}} network the demo network and its region: whose sentences, words
 *        and places the cards are made of
 * @param {number} seed another one gives other people
 * @return {{card: (i: number) => object, groups: (size: number, viewer: string) => object[], notices: (count: number, size: number, today: string) => object[]}} card number i is the same
 *         in any order of calls
 */
export function cardMaker({ members, vocabulary, region }, seed) {
	const communes = communesOf(region)
	const sentences = members.flatMap(({ drives }) => drives.match(/[^.!?:]+[.!?]/g) ?? []).map((text) => text.trim())
	const every = (part) => members.flatMap((member) => member[part])
	const [seeks, offers, skills, trades, networks] = ['seeks', 'offers', 'skills', 'trades', 'networks'].map(every)
	const stewards = members.filter(({ account }) => account).slice(1).map(({ id }) => id)
	const ids = (kind) => vocabulary[kind].map(({ id }) => id)
	const [values, sectors, terms] = [ids('values'), ids('sectors'), [...ids('themes'), ...ids('publics')]]
	const drawWord = zipf(VOCABULARY)
	const drawAny = new Map([values, sectors, terms, communes].map((list) => [list, zipf(list.length, 8)]))
	const favourite = (next, list) => list[drawAny.get(list)(next)]

	function card(i) {
		const next = random(seed, i)
		const word = () => inventedWord(drawWord(next))
		const item = (known) => {
			const text = next() < 0.5 ? pick(next, known).text : sentence(next, word, 4 + Math.floor(next() * 5))
			return { text, terms: several(next, 1, 3, () => favourite(next, terms)) }
		}
		const items = (known) => Array.from({ length: 1 + Math.floor(next() * 3) }, () => item(known))
		const audience = () => {
			const drawn = next()
			return drawn < 0.1 ? 'groups' : drawn < 0.13 ? 'me' : drawn < 0.23 ? 'public' : 'members'
		}
		const place = favourite(next, communes)
		const month = `${2024 + Math.floor(next() * 2)}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}`
		return {
			id: refOf(i),
			name: inventedName(next),
			headline: sentence(next, word, 3).slice(0, 80),
			drives: [pick(next, sentences), ...[7, 8, 6].map((length) => sentence(next, word, length) + '.'), pick(next, sentences)].join(' '),
			seeks: items(seeks),
			offers: items(offers),
			skills: several(next, 2, 4, () => next() < 0.7 ? pick(next, skills) : word()),
			values: several(next, 2, 5, () => favourite(next, values)),
			sectors: several(next, 1, 3, () => favourite(next, sectors)),
			trades: several(next, 1, 2, () => pick(next, trades)),
			territories: place.slice(0, next() < 0.2 ? 3 : 2),
			networks: several(next, 0, 2, () => pick(next, networks)),
			organisation: next() < 0.7 ? `Atelier ${word()}` : '',
			role: pick(next, members).role,
			availability: pick(next, members).availability,
			limits: next() < 0.5 ? pick(next, members).limits : '',
			contact: { email: `${refOf(i)}@example.org`, phone: `06 39 98 ${10 + i % 90} ${10 + (i >> 7) % 90}` },
			audience: Object.fromEntries([
				...PARTS.map((part) => [part, audience()]),
				['contact', next() < 0.5 ? 'members' : 'groups'],
				['phone', next() < 0.5 ? 'groups' : 'me'],
			]),
			account: false,
			steward: pick(next, stewards),
			consent: { date: `${month}-01`, how: 'Accord donné de vive voix' },
			joined: `${month}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`,
		}
	}

	/** Groups of ten to forty among the first `size` cards; the viewer, an account of the demo network, is in every tenth. */
	function groups(size, viewer) {
		const next = random(seed, -1)
		return Array.from({ length: Math.max(10, Math.round(size / 250)) }, (_, i) => ({
			id: `banc-groupe-${i}`,
			title: `Groupe ${inventedWord(i)}`,
			purpose: sentence(next, () => inventedWord(drawWord(next)), 8),
			mandate: { mayAdvance: [], mustNot: [], with: [] },
			facilitators: [],
			memberships: [
				...i % 10 === 0 && i < 50 ? [viewer] : [],
				...several(next, 10, 40, () => refOf(Math.floor(next() * size))),
			].map((member) => ({ member, role: '', commitment: '', from: '2026-01-05', until: '2027-01-05', limits: '' })),
		}))
	}

	/** Open notices of people among the first `size` cards, of the days before `today` (YYYY-MM-DD), in the format of announcements.json. */
	function notices(count, size, today) {
		const day = (shift) => new Date(Date.parse(today) + shift * 86_400_000).toISOString().slice(0, 10)
		return Array.from({ length: count }, (_, i) => {
			const next = random(seed, -10 - i)
			const word = () => inventedWord(drawWord(next))
			const known = next() < 0.5 ? pick(next, [...seeks, ...offers]).text : sentence(next, word, 6)
			return {
				id: `banc-annonce-${i}`,
				author: refOf(Math.floor(next() * size)),
				kind: pick(next, ['offer', 'need', 'call', 'practice']),
				title: known.slice(0, 120),
				body: [pick(next, sentences), sentence(next, word, 9)].join(' '),
				terms: several(next, 1, 3, () => favourite(next, terms)),
				territories: favourite(next, communes).slice(0, 1),
				published: day(-Math.floor(next() * 30)),
				expires: day(60),
				status: 'open',
			}
		})
	}

	return { card, groups, notices }
}
