/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GridQuestion, LICENCES, Outcome, Person, Sheet, SheetFacet, SheetList, SheetSummary, Signature, SIGNED_BY } from '../model.ts'
import type { Field } from './edit.ts'

import { dateWords, listWords, n, t } from '../../shared/l10n.ts'
import { dayOfSeconds } from '../../shared/lib/dates.ts'

const outcomes: Record<Outcome, () => string> = {
	worked: () => t('reseau', 'worked'),
	mixed: () => t('reseau', 'mixed'),
	failed: () => t('reseau', 'failed'),
}

/** An outcome, as a plain word. */
export function outcomeWord(outcome: Outcome): string {
	return outcomes[outcome]()
}

const licences: Record<typeof LICENCES[number], () => string> = {
	'': () => t('reseau', 'not specified'),
	'cc-by-sa-4.0': () => t('reseau', 'Anyone may use and change it, crediting the authors and sharing alike (CC BY-SA 4.0)'),
	'cc-by-4.0': () => t('reseau', 'Anyone may use and change it, crediting the authors (CC BY 4.0)'),
	'cc0-1.0': () => t('reseau', 'Anyone may do anything with it (CC0 1.0)'),
	network: () => t('reseau', 'The members of the network may use it among themselves'),
	'all-rights': () => t('reseau', 'Read only: ask the authors for anything else'),
}

/** What others may do with it. */
export function licenceWord(licence: typeof LICENCES[number]): string {
	return licences[licence]()
}

const questions: Record<GridQuestion, () => string> = {
	helps: () => t('reseau', 'What helps'),
	hinders: () => t('reseau', 'What hinders'),
	elsewhere: () => t('reseau', 'Elsewhere, it would need…'),
	conditions: () => t('reseau', 'On what conditions'),
}

/** A question about a practice. */
export function questionWord(question: GridQuestion): string {
	return questions[question]()
}

const fields: Record<Field, () => string> = {
	kind: () => t('reseau', 'What is it?'),
	title: () => t('reseau', 'Title'),
	summary: () => t('reseau', 'In one or two sentences'),
	outcome: () => t('reseau', 'What was the result?'),
	territories: () => t('reseau', 'Where'),
	public: () => t('reseau', 'Who it is for'),
	means: () => t('reseau', 'With what resources'),
	frame: () => t('reseau', 'In what administrative framework'),
	standpoint: () => t('reseau', 'From whose point of view'),
	tried: () => t('reseau', 'What was tried'),
	happened: () => t('reseau', 'What happened'),
	learnt: () => t('reseau', 'What was learnt'),
	wanted: () => t('reseau', 'Help wanted'),
	anonymous: () => t('reseau', 'Named people'),
	deposited: () => t('reseau', 'Submitted by'),
	reachable: () => t('reseau', 'Messages about it'),
	authors: () => t('reseau', 'Authors who are members'),
	authorNames: () => t('reseau', 'Other authors'),
	terms: () => t('reseau', 'Sectors, themes and publics'),
	groups: () => t('reseau', 'Groups that work on it'),
	licence: () => t('reseau', 'What others may do with it'),
}

/** Label of a field of a sheet. */
export function fieldWord(field: Field): string {
	return fields[field]()
}

const hints: Partial<Record<Field, () => string>> = {
	summary: () => t('reseau', 'What you see in the lists.'),
	outcome: () => t('reseau', 'All three are equally useful: failures help others just as much.'),
	territories: () => t('reseau', 'Commune, group of communes, département or region, by name.'),
	public: () => t('reseau', 'How many people, who they are.'),
	means: () => t('reseau', 'Time, money, places, people, tools.'),
	frame: () => t('reseau', 'Who decides, who pays, under what rule.'),
	standpoint: () => t('reseau', 'Who is telling this, and from which position.'),
	tried: () => t('reseau', 'What you wanted to change, and how you went about it.'),
	happened: () => t('reseau', 'As it happened, including the unexpected.'),
	learnt: () => t('reseau', 'What you would do again, and what you would do differently.'),
	wanted: () => t('reseau', 'If someone could help you: with what?'),
	authorNames: () => t('reseau', 'People who are not members, as they want to be named, separated by semicolons.'),
}

/** A short question as help for a field. */
export function fieldHint(field: Field): string {
	return hints[field]?.() ?? ''
}

/** The grey line below the summary of a sheet: its outcome or kind, and its places. */
export function summaryLine({ outcome, kindLabel, places, status }: Pick<SheetSummary, 'outcome' | 'kindLabel' | 'places' | 'status'>): string {
	return [
		status === 'draft' ? t('reseau', 'draft') : '',
		outcome === null ? kindLabel : outcomeWord(outcome),
		listWords(places),
	].filter(Boolean).join(' · ')
}

const facets: Record<SheetFacet, () => string> = {
	kind: () => t('reseau', 'Kind'),
	outcome: () => t('reseau', 'Outcome'),
	help: () => t('reseau', 'Asks for help'),
	territory: () => t('reseau', 'Territory'),
	term: () => t('reseau', 'Theme'),
	group: () => t('reseau', 'Group'),
}

/** Name of a criterion. */
export function facetWord(facet: SheetFacet): string {
	return facets[facet]()
}

/** The title of a criterion with the number of choices. */
export function facetTitle(facet: SheetFacet, chosen: number): string {
	const criterion = facetWord(facet)
	return chosen === 0 ? criterion : n('reseau', '{criterion}: %n chosen', '{criterion}: %n chosen', chosen, { criterion })
}

/** Number of sheets. */
export function sheetsWords(count: number): string {
	return n('reseau', '%n sheet', '%n sheets', count)
}

/** How the sheets were found, in a sentence each: with other words instead of misspelt ones, or by only some of them. */
export function howSentences({ corrected = [], near }: Pick<SheetList, 'corrected' | 'near'>): string {
	return [
		...corrected.map((words) => t('reseau', 'No results for “{from}”; showing “{to}”.', words)),
		...near ? [t('reseau', 'No sheet has all these words; these come closest.')] : [],
	].join(' ')
}

const ways: Record<typeof SIGNED_BY[number], () => string> = {
	account: () => t('reseau', 'with an account'),
	mail: () => t('reseau', 'by email'),
	paper: () => t('reseau', 'on paper'),
}

/** How a person signed. */
export function signedByWord(how: typeof SIGNED_BY[number]): string {
	return ways[how]()
}

/** Signatures as a table, titles first. */
export function signatureTable(signatures: readonly Signature[]): string[][] {
	return [
		[t('reseau', 'Name'), t('reseau', 'Day'), t('reseau', 'How'), t('reseau', 'Where the paper is kept'), t('reseau', 'Text'), t('reseau', 'Fingerprint of the text (SHA-256)')],
		...signatures.map(({ name, day, how, note, current, hash }) => [
			name,
			day,
			signedByWord(how),
			note,
			current ? t('reseau', 'current text') : t('reseau', 'older text'),
			hash,
		]),
	]
}

/** The text to sign, by its last change. */
export function versionSentence({ file }: Pick<Sheet, 'file'>): string {
	return file === null ? '' : t('reseau', 'The text of {day}, unchanged since.', { day: dateWords(dayOfSeconds(file.changed)) })
}

/** The authors of a sheet the viewer can write to. */
export function authorsToWriteTo({ authors }: Pick<Sheet, 'authors'>, uid: string): Person[] {
	return authors.filter((author) => author.uid !== uid)
}

/** Kinds that describe an experience. */
const LIVED = ['practice', 'failure', 'testimony']

/** Label of the link to write to the only author, to one of them, or to the anonymous one. */
export function writeWords(kind: string, author?: Person): string {
	if (author) {
		return t('reseau', 'Write to {name}', { name: author.name })
	}
	return LIVED.includes(kind) ? t('reseau', 'Write to those who lived it') : t('reseau', 'Write to the author')
}

/** The names of authors who are not members, one by one. */
export function otherAuthors({ authorNames }: Pick<Sheet, 'authorNames'>): string[] {
	return authorNames.split(/[\n;]/).map((name) => name.trim()).filter(Boolean)
}
