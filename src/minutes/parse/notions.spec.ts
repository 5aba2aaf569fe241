/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { findAddresses, footAddresses } from './address.ts'
import { bullet } from './bullets.ts'
import { readCount } from './count.ts'
import { readLines } from './lines.ts'
import { mandateHeading } from './mandateHeadings.ts'
import { findDates, findTools } from './mentions.ts'
import { groupNumbers } from './numbers.ts'
import { parseMinutes } from './parse.ts'
import { readPeople } from './people.ts'
import { readPerson } from './person.ts'
import { findPhones } from './phone.ts'
import { repair } from './repair.ts'
import { readRoster } from './roster.ts'
import { withSpellings } from './spellings.ts'

describe('numbers of groups', () => {
	it.each([
		[['1', '2', 'B', '4'], [1, 2, 3, 4]],
		[['1', '2', '8', '4'], [1, 2, 3, 4]],
		[['9', 'l0'], [9, 10]],
		[['?', '2'], [1, 2]],
		[['S'], [null]],
		[['?'], [null]],
		[['1', '?', '5'], [1, null, 5]],
		[['I', 'II', 'III'], [1, 2, 3]],
		[['12'], [12]],
	])('%j are %j', (read, numbers) => {
		expect(groupNumbers(read).map(({ number }) => number)).toEqual(numbers)
	})

	it('a letter that looks like a digit only suggests a number', () => {
		expect(groupNumbers(['S'])).toEqual([{ number: null, misread: true, likely: 5 }])
	})
})

describe('marks before points', () => {
	it.each([
		['* un', '*', 'un'], ['» un', '*', 'un'], ['e Un', '*', 'Un'], ['=> un', '=', 'un'], ['o un', 'o', 'un'], ['– un', '-', 'un'], ['•un', '*', 'un'], ['O', 'o', ''],
		['1. un', 'number', 'un'], ['2) un', 'number', 'un'], ['II. Un', 'number', 'Un'], ['> un', '>', 'un'],
	])('%s', (text, family, rest) => {
		expect(bullet(text)).toMatchObject({ family, text: rest })
	})

	it.each(['un', '**gras**', '*italique*', '06.39.98.11.65', 'et un', '« cité »', '3 à 4 personnes', '1991 : une année'])('%s has none', (text) => {
		expect(bullet(text)).toBeNull()
	})
})

describe('telephones', () => {
	it.each([
		['06 39 98 11 65', '06 39 98 11 65'], ['0639981165', '06 39 98 11 65'], ['06.39.98.11.65', '06 39 98 11 65'], ['+33 6 39 98 11 65', '06 39 98 11 65'], ['+33 (0)6 39 98 11 65', '06 39 98 11 65'],
		['O6 39 98 32 4l', '06 39 98 32 41'], ['06 39 98 I2 2O', '06 39 98 12 20'], ['06 39 983 155', '06 39 98 31 55'], ['06 39 98 61', null],
	])('%s is %s', (text, phone) => {
		expect(findPhones(`Anne Dupont ${text} (le soir)`).map((found) => found.phone)).toEqual([phone])
	})

	it.each(['le 12 mars 2026', '48 000 habitants', 'de 14 h à 16 h', 'Lille Bosso', 'depuis 1991'])('%s is none', (text) => {
		expect(findPhones(text)).toEqual([])
	})
})

describe('addresses', () => {
	it.each([
		['a.b@example.org', ['a.b@example.org']], ['<a.b@example.org>,', ['a.b@example.org']], ['a.b @example.org', ['a.b@example.org']], ['|ou.b@example.org', ['lou.b@example.org']],
		['a.b@example.org. Mende', ['a.b@example.org']], ['a.b@example .org', ['a.b@example.org']], ['Lou|lou.b@example.org', ['lou.b@example.org']],
		['a.b©example.org', [null]], ['a.b@example.orgMende', [null]], ['soledad,b@example.org', [null]], ['Roques @example.org', [null]],
	])('%s contains %j', (text, addresses) => {
		expect(findAddresses(text).map(({ address }) => address)).toEqual(addresses)
	})

	it('at the foot of a page are on a line without other text', () => {
		expect(footAddresses('mailto:a@example.org mailto:b@example.org')).toEqual(['a@example.org', 'b@example.org'])
		expect(footAddresses('* Anne mailto:a@example.org')).toBeNull()
	})
})

describe('people', () => {
	it.each([
		['Anne Dupont anne.dupont@example.org 06 39 98 11 65 (le soir)', { name: 'Anne Dupont', email: 'anne.dupont@example.org', phone: '06 39 98 11 65', note: 'le soir' }],
		['anne.dupont@example.org — Anne Dupont, Bus des clics', { name: 'Anne Dupont', email: 'anne.dupont@example.org', note: 'Bus des clics' }],
		['DUPONT Anne : anne.dupont@example.org', { name: 'Anne Dupont', email: 'anne.dupont@example.org' }],
		['Dupont, Anne ; anne.dupont@example.org', { name: 'Anne Dupont', email: 'anne.dupont@example.org' }],
		['Anne Dupontanne.dupont@example.org', { name: 'Anne Dupont', email: 'anne.dupont@example.org' }],
		['Anne Dupont de la Tour', { name: 'Anne Dupont de la Tour' }],
		['tél. : 06 39 98 11 65 Anne Dupont', { name: 'Anne Dupont', phone: '06 39 98 11 65' }],
	])('%s', (line, entry) => {
		const lines = { from: 0, to: 0 }
		expect(readPerson(line, lines)!.entry).toEqual({ ...entry, lines })
	})

	it('are recognised by their address or their whole name', () => {
		const lines = { from: 0, to: 0 }
		const groups = [
			{ roster: [{ name: 'Pèire Cantaloube', lines }, { name: 'Josette', lines }] },
			{ roster: [{ name: 'Peire Cantaloube', email: 'peire@example.org', lines }, { email: 'X@example.org', lines }, { name: 'Josette', lines }] },
			{ roster: [{ name: 'Xavier', email: 'x@example.org', lines }] },
		]
		expect(readPeople(groups).map((person) => [person.name, person.in.map(({ group, entry }) => `${group}.${entry}`)])).toEqual([
			['Peire Cantaloube', ['0.0', '1.0']], ['Josette', ['0.1']], ['Xavier', ['1.1', '2.0']], ['Josette', ['1.2']],
		])
	})
})

describe('how many signed up', () => {
	it.each([
		['5 personnes inscrites pour poursuivre', 5, 5], ['3 à 4 personnes inscrites', 3, 4], ['Six personnes inscrites pour continuer', 6, 6], ['Une vingtaine de personnes inscrites', null, null],
		['l2 personnes inscrites', 12, 12], ['Inscrits : 4', 4, 4], ['Personnes inscrites (7) :', 7, 7], ['0 personne inscrite', 0, 0],
	])('%s', (text, least, most) => {
		expect(readCount(text)).toMatchObject({ least, most })
	})

	it('numbers in words are read', () => {
		const words = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt', 'vingt et une']
		expect(words.map((word) => readCount(`${word} personnes inscrites`)?.least)).toEqual(words.map((_, number) => number))
		expect(readCount('trente personnes inscrites')?.least).toBe(30)
	})

	it.each(['3 personnes ont raconté un départ', 'Une personne de confiance', '50 personnes, sans compter les enfants'])('%s does not count anything', (text) => {
		expect(readCount(text)).toBeNull()
	})
})

describe('headings of the grid', () => {
	it.each([
		['Peut ou doit continuer a', ['mayAdvance']],
		['Le Réseau des Lisières ne peut pas ou ne doit pas aller plus loin', ['mustNot']],
		['Peut ou doit continuer a Ne peut pas ou ne doit | Peut faire avec ... citer la,', ['mayAdvance', 'mustNot', 'with']],
		['structures, réseausx, ...', []],
	])('%s', (text, columns) => {
		expect(mandateHeading(text)!.starts.map(({ column }) => column)).toEqual(columns)
	})

	it.each(['Les gardiennes d’immeuble', 'Prêter une voix aux panneaux', 'La commune peut faire avec nous', ''])('%s is none', (text) => {
		expect(mandateHeading(text)).toBeNull()
	})
})

describe('reading errors', () => {
	it.each([
		['I’inauguration', 'l’inauguration'], ['|ogistique', 'logistique'], ['les P0RTES', 'les PORTES'], ['la méme lumiére', 'la même lumière'], ['coGte', 'coûte'], ['frangais', 'français'], ['parler a la place', 'parler à la place'], ['la ou on vit', 'là où on vit'],
		['roule a vide', 'roule à vide'], ['a la place des gens', 'à la place des gens'], ['préparé a plusieurs', 'préparé à plusieurs'], ['ils étaient la au début', 'ils étaient là au début'], ['un outil prété', 'un outil prêté'],
		['ce qui reste a ecrire', 'ce qui reste à écrire'], ['Ecrire ensemble', 'Écrire ensemble'],
	])('%s → %s', (text, meant) => {
		expect(repair(text)).toBe(meant)
	})

	it.each(['adhérent', 'le présent différent', 'une idée', 'il a la clé', 'les prés', 'CO2 et H2O', 'Inès, Thérèse et René', '3 000 euros', 'un été', 'la région', 'la ou les référentes', 'la fête', 'par la', 'il a deux idées', 'elle a la place', 'on y a plusieurs fois', 'elle a cher payé', 'il a ouvert'])('%s stays', (text) => {
		expect(repair(text)).toBe(text)
	})
})

it('tools and days are recognised', () => {
	const lines = readLines('Un Deck, puis un framapad\nSignal d’alarme ; sur Signal le samedi 3 octobre\nle 31/02/2026 ou le 1er mars 2027, 12/03/26')
	expect(findTools(lines).map(({ text, lines: { from } }) => `${text} ${from}`)).toEqual(['Deck 0', 'Framapad 0', 'Signal 1'])
	expect(findDates(lines).map(({ day, month, year }) => [day, month, year])).toEqual([[3, 10, null], [1, 3, 2027], [12, 3, 2026]])
})

it('tools named by common words count after a word that says they are used', () => {
	const tools = (text: string) => findTools(readLines(text)).map((tool) => tool.text)
	expect(tools('On passe sur Deck, avec Talk, via Signal, sur Slack, par Zoom, dans Teams, sur Miro, avec Notion, le Visio'))
		.toEqual(['Deck', 'Talk', 'Signal', 'Slack', 'Zoom', 'Teams', 'Miro', 'Notion', 'Visio'])
	expect(tools('Un signal fort, des notions claires, Miro le peintre')).toEqual([])
})

it.each([
	['lou roux lou.roux@example.org', 'Lou Roux', undefined],
	['lou roux, la laine, lou.roux@example.org', 'Lou Roux', 'la laine'],
	['viens le mardi lou.roux@example.org', undefined, 'viens le mardi'],
	['Lou Roux ; lou roux ; lou.roux@example.org', 'Lou Roux', 'lou roux'],
])('a name without capitals is recognised if it matches the address: %s', (line, name, note) => {
	const { entry } = readPerson(line, { from: 0, to: 0 })!
	expect([entry.name, entry.email, entry.note]).toEqual([name, 'lou.roux@example.org', note])
})

it.each([
	['| Nom | Prénom | Courriel |'],
	['| Nom | Prénom | Courriel |\n|---|---|---|'],
])('the first name is first, in any order of columns: %j', (head) => {
	const { roster } = readRoster(readLines(`${head}\n| Roux | Lou | lou@example.org |\n| Martin | Jean | |`), null, [])
	expect(roster.map(({ name, email }) => [name, email])).toEqual([['Lou Roux', 'lou@example.org'], ['Jean Martin', undefined]])
	const other = readRoster(readLines('| Prénom | Nom | Courriel |\n| Lou | Roux | lou@example.org |'), null, [])
	expect(other.roster.map(({ name }) => name)).toEqual(['Lou Roux'])
})

describe('the people in a list', () => {
	const read = (...lines: string[]) => {
		const { roster, warnings } = readRoster(readLines(lines.map((line) => `- ${line}`).join('\n')), null, [])
		return [roster.map(({ name, email }) => [name, email]), warnings.filter(({ code }) => code === 'person-twice').map((warning) => (warning as { entry: number }).entry)]
	}
	it.each<[string, string[], unknown]>([
		['two people of one name with two addresses', ['Jean Martin jean.martin@example.org', 'Jean Martin j.martin@example.org'], [[['Jean Martin', 'jean.martin@example.org'], ['Jean Martin', 'j.martin@example.org']], []]],
		['a name with an address, and again without', ['Jean Martin jean.martin@example.org', 'Jean Martin'], [[['Jean Martin', 'jean.martin@example.org']], [0]]],
		['a name without an address, and again with one', ['Jean Martin', 'Lou Roux', 'Jean Martin jean.martin@example.org'], [[['Jean Martin', 'jean.martin@example.org'], ['Lou Roux', undefined]], [0]]],
		['an address in capitals', ['Jean Martin jean.martin@example.org', 'Jean Martin Jean.Martin@example.org'], [[['Jean Martin', 'jean.martin@example.org']], [0]]],
		['a third of that name with another address', ['Jean Martin', 'Jean Martin jean.martin@example.org', 'Jean Martin j.martin@example.org'], [[['Jean Martin', 'jean.martin@example.org'], ['Jean Martin', 'j.martin@example.org']], [0]]],
		['initials, which may be two people’s', ['J Martin', 'J Martin'], [[['J Martin', undefined], ['J Martin', undefined]], []]],
		['accents that one forgot', ['Loïc Tréguer', 'Loic Treguer'], [[['Loïc Tréguer', undefined]], [0]]],
	])('%s', (_, lines, expected) => {
		expect(read(...lines)).toEqual(expected)
	})
})

describe('what the end of a line cuts', () => {
	const read = (...lines: string[]) => {
		const { roster, warnings } = readRoster(readLines(lines.join('\n')), null, [])
		return [roster.map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(' ')), warnings.flatMap((warning) => warning.code === 'address-unreadable' ? [warning.read] : [])]
	}

	it.each<[string, string[], unknown]>([
		['before its name ends', ['- Anne Dupont anne.', 'dupont@example.org'], [['Anne Dupont'], ['anne.dupont@example.org']]],
		['within its ending', ['- Anne Dupont anne.dupont@example.or', 'g', '- Lou Roux lou.roux@example.org'], [['Anne Dupont', 'Lou Roux lou.roux@example.org'], ['anne.dupont@example.org']]],
		['nowhere: a word goes on behind it', ['- Anne Dupont anne.dupont@example.org', 'et le soir'], [['Anne Dupont anne.dupont@example.org'], []]],
		['nowhere: it is on a line of its own', ['- Anne Dupont', 'anne.dupont@example.org'], [['Anne Dupont anne.dupont@example.org'], []]],
	])('an address %s', (_, lines, expected) => {
		expect(read(...lines)).toEqual(expected)
	})

	it('what is above a name in a list is not given to the one before', () => {
		expect(read('06 39 98 11 65', 'Anne Dupont', '06 39 98 09 22', 'Lou Roux')[0]).toEqual(['06 39 98 11 65', 'Anne Dupont', '06 39 98 09 22', 'Lou Roux'])
		expect(read('Anne Dupont', '06 39 98 11 65', 'Lou Roux', '06 39 98 09 22')[0]).toEqual(['Anne Dupont 06 39 98 11 65', 'Lou Roux 06 39 98 09 22'])
	})
})

it('two spellings of one address are doubted in both groups, two addresses of one name are not', () => {
	const text = (...addresses: string[]) => addresses.map((address, i) => `GROUPE ${i + 1} : Le lavoir\n\nConstats\n\n- L’eau est basse\n\n1 personne inscrite\n\n- Anne Dupont ${address}\n`).join('\n')
	const doubts = (source: string) => parseMinutes(source).groups.map(({ warnings }) => warnings.flatMap((warning) => warning.code === 'address-elsewhere' ? [warning.other] : []))
	expect(doubts(text('anne.dupont@example.org', 'anne.dupond@example.org'))).toEqual([['anne.dupond@example.org'], ['anne.dupont@example.org']])
	expect(doubts(text('anne.dupont@example.org', 'anne.dupont@example.org', 'lavoir@example.org'))).toEqual([[], [], []])
	expect(withSpellings([])).toEqual([])
})
