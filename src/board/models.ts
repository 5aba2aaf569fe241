/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardModel } from './models/model.ts'

import { cut } from '../shared/lib/cut.ts'
import { fold } from '../shared/lib/fold.ts'
import { DECK_LIMITS } from './model.ts'

/** A label as a plan wants it; the colour has 6 hex digits and no #. */
export interface PlannedLabel {
	title: string
	color: string
}

export interface PlannedCard {
	title: string
	/** Markdown. */
	description: string
	/** Titles of labels of the board. */
	labels: string[]
	/** ISO-8601. */
	due?: string
}

export interface PlannedStack {
	title: string
	cards: PlannedCard[]
}

/** A board to create in Deck: titles are cut to Deck's limits. */
export interface BoardPlan {
	title: string
	color: string
	labels: PlannedLabel[]
	stacks: PlannedStack[]
}

/** The grid of the minutes: what the group may carry forward, where it must not go, and its partners. */
export interface Mandate {
	mayAdvance: string[]
	mustNot: string[]
	with: string[]
}

/** The content of a board. */
export interface BoardContent {
	title: string
	mandate: Mandate
	/** `stack`: title of the stack for its cards, if it is not the one of the model. */
	sections: { heading: string, items: string[], stack?: string | null }[]
	followUps: string[]
	/** The same for follow-ups. */
	followUpsStack?: string | null
}

/** Calm colours for the labels that say where a card comes from, without judgement. */
const SECTION_COLOURS = ['0082C9', '9750A4', '499AA2', 'D09E6D', '5B64B3', 'BC5C91', '1E78C1', '93B27B']

const MANDATE = 'Mandat'

/** The models a network begins with; it can change them. */
export const STARTER_MODELS: readonly BoardModel[] = [
	{
		slug: 'groupe-de-travail',
		title: 'Groupe de travail',
		color: '0082C9',
		labels: [
			{ title: MANDATE, color: '795AAB' },
			{ title: 'À décider ensemble', color: 'D6B461' },
			{ title: 'Besoin d’aide', color: 'C37285' },
		],
		stacks: [
			{ title: 'À voir', takes: 'items' },
			{ title: 'Priorités', takes: 'followUps' },
			{ title: 'En cours' },
			{ title: 'Fait' },
		],
		mandate: true,
		welcome: {
			title: 'Bienvenue sur le tableau du groupe',
			description: [
				'Chaque carte est une idée, une question ou une chose à faire. Elle avance de gauche à droite :',
				'',
				'- **À voir** : ce qui a été dit, à reprendre ensemble ;',
				'- **Priorités** : ce que le groupe choisit de faire d’abord ;',
				'- **En cours** : quelqu’un s’en occupe, son nom est sur la carte ;',
				'- **Fait** : c’est fini, et l’on peut raconter comment.',
				'',
				'Les étiquettes disent d’où vient une carte. Cette carte peut être archivée dès qu’elle ne sert plus.',
			].join('\n'),
		},
	},
	{
		slug: 'evenement',
		title: 'Événement',
		color: '499AA2',
		labels: [
			{ title: 'Lieu et matériel', color: '5B64B3' },
			{ title: 'Repas', color: 'D09E6D' },
			{ title: 'Faire savoir', color: '1E78C1' },
			{ title: 'Autorisations', color: 'BC5C91' },
		],
		stacks: [
			{ title: 'Idées', takes: 'items' },
			{ title: 'À préparer', takes: 'followUps' },
			{ title: 'En cours' },
			{ title: 'Prêt' },
			{ title: 'Après' },
		],
		mandate: false,
		welcome: {
			title: 'Bienvenue : préparer un événement à plusieurs',
			description: [
				'Une carte par chose à préparer, avec une date et le nom de qui s’en charge.',
				'',
				'- **Idées** : tout ce qui vient, sans trier ;',
				'- **À préparer**, **En cours**, **Prêt** : le chemin jusqu’au jour même ;',
				'- **Après** : ranger, remercier, raconter.',
			].join('\n'),
		},
	},
	{
		slug: 'bilan',
		title: 'Bilan',
		color: '9750A4',
		labels: [
			{ title: 'A marché', color: '5B64B3' },
			{ title: 'Mitigé', color: '499AA2' },
			{ title: 'Raté', color: '795AAB' },
		],
		stacks: [
			{ title: 'Ce que nous voulions' },
			{ title: 'Ce qui s’est passé', takes: 'items' },
			{ title: 'Ce que nous en retenons' },
			{ title: 'Suites', takes: 'followUps' },
		],
		mandate: false,
		welcome: {
			title: 'Bienvenue : faire le bilan ensemble',
			description: [
				'Ce qui a raté compte autant que ce qui a marché : les trois étiquettes se valent.',
				'',
				'Une carte par fait, sans chercher de coupable : ce qui a été tenté, où, pour qui, avec quels moyens, et ce qui s’est passé.',
			].join('\n'),
		},
	},
]

/** The board that results from a model and the content of a group. */
export function boardPlan(model: BoardModel, content: BoardContent): BoardPlan {
	const sections = content.sections.filter(({ items }) => items.some(isText))
	const labels = uniqueLabels([
		...model.labels,
		...sections.map(({ heading }, index) => ({ title: heading, color: SECTION_COLOURS[index % SECTION_COLOURS.length]! })),
	])
	const stacks: PlannedStack[] = model.stacks.map(({ title }) => ({ title: cut(line(title), DECK_LIMITS.stack), cards: [] }))
	const taking = (what: 'items' | 'followUps', wanted: string | null = null) => stacks[stackFor(model, what, wanted)]
	if (model.welcome) {
		stacks[0]?.cards.push(card(model.welcome.title, { description: model.welcome.description }))
	}
	if (model.mandate || Object.values(content.mandate).some((points: string[]) => points.some(isText))) {
		stacks[0]?.cards.push(card(MANDATE, {
			description: mandateText(content.mandate),
			labels: labels.filter(({ title }) => title === MANDATE).map(({ title }) => title),
		}))
	}
	for (const { heading, items, stack } of sections) {
		const own = labels.filter(({ title }) => labelKey(title) === labelKey(labelTitle(heading))).map(({ title }) => title)
		taking('items', stack)?.cards.push(...items.filter(isText).map((item) => card(item, { labels: own })))
	}
	taking('followUps', content.followUpsStack)?.cards.push(...content.followUps.filter(isText).map((item) => card(item, {})))
	return { title: cut(line(content.title), DECK_LIMITS.board), color: model.color, labels, stacks }
}

/** Index of a stack: the wanted one, else the one of the model, else the first. */
export function stackFor(model: BoardModel, what: 'items' | 'followUps', wanted: string | null = null): number {
	const chosen = model.stacks.findIndex(({ title }) => title === wanted)
	return chosen >= 0 ? chosen : Math.max(0, model.stacks.findIndex(({ takes }) => takes === what))
}

/** The grid as Markdown: three lists, empty ones to be completed together. */
export function mandateText(mandate: Mandate): string {
	return [
		['Peut ou doit continuer à avancer', mandate.mayAdvance],
		['Ne peut pas ou ne doit pas', mandate.mustNot],
		['Peut faire avec', mandate.with],
	].map(([heading, points]) => {
		const list = (points as string[]).filter(isText).map((point) => `- ${asMarkdown(point)}`)
		return `## ${heading}\n\n${list.length > 0 ? list.join('\n') : '*À écrire ensemble.*'}`
	}).join('\n\n')
}

/** A card whose title fits; a title that is too long is repeated in full in the description. */
function card(text: string, { description = '', labels = [] as string[] }): PlannedCard {
	const whole = line(text)
	const title = cut(whole, DECK_LIMITS.card)
	return {
		title,
		description: title === whole ? description : [asMarkdown(whole), description].filter(isText).join('\n\n'),
		labels,
	}
}

/** Deck accepts each title once on a board, on some databases ignoring accents and case; the first keeps its colour. */
function uniqueLabels(labels: PlannedLabel[]): PlannedLabel[] {
	const found = new Map<string, PlannedLabel>()
	for (const { title, color } of labels) {
		const short = labelTitle(title)
		if (short !== '' && !found.has(labelKey(short))) {
			found.set(labelKey(short), { title: short, color })
		}
	}
	return [...found.values()]
}

/** Labels with the same key cannot be on one board. */
export function labelKey(title: string): string {
	return fold(title) || title
}

function labelTitle(heading: string): string {
	return cut(line(heading), DECK_LIMITS.label)
}

function line(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}

function isText(text: string): boolean {
	return text.trim() !== ''
}

/** A line of text that Markdown shows as written. */
function asMarkdown(text: string): string {
	return line(text)
		.replace(/[\\`*_[\]<>~|]/g, '\\$&')
		.replace(/^([#+-]|\d+(?=[.)]))/, (mark) => /\d/.test(mark) ? mark : `\\${mark}`)
		.replace(/^(\d+)([.)])/, '$1\\$2')
}
