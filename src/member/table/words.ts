/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column } from '../import/mapping.ts'
import type { Handout, ItemKind } from '../model.ts'
import type { Labels } from '../ui/partTexts.ts'

import { t } from '../../shared/l10n.ts'
import { fold } from '../../shared/lib/fold.ts'
import { ITEM_KINDS } from '../model.ts'
import { CARD_PARTS } from '../parts.ts'
import { partTexts } from '../ui/partTexts.ts'
import { cardKindName, foundWord, keptByWord, kindWord } from '../words.ts'
import { cellOf } from './cell.ts'

/** The address of an exported card, and the day of the export. */
interface Made {
	/** The page of a card. */
	addressOf: (id: number) => string
	/** The day in words. */
	day: string
}

interface TableColumn {
	title: string
	/** The content for an import; empty if it is not part of the card itself. */
	column: Column
	/** The entries of its cell. */
	texts: (member: Handout, labels: Labels, made: Made) => string[]
}

/** The columns of a table of cards, in order. */
function columns(): TableColumn[] {
	return [
		{ title: t('reseau', 'Name'), column: 'name', texts: ({ name }) => [name] },
		{ title: t('reseau', 'Kind of card'), column: 'kind', texts: ({ kind }) => [cardKindName(kind ?? 'person')] },
		...CARD_PARTS.map((part): TableColumn => ({
			title: foundWord(part),
			column: part,
			texts: (member, labels) => partTexts(part, member[part], labels),
		})),
		{ title: t('reseau', 'Email'), column: 'email', texts: ({ contact }) => [contact?.email ?? ''] },
		{ title: foundWord('phone'), column: 'phone', texts: ({ contact }) => [contact?.phone ?? ''] },
		{ title: t('reseau', 'Website'), column: 'website', texts: ({ contact }) => [contact?.website ?? ''] },
		{ title: t('reseau', 'Kept by'), column: '', texts: ({ steward, kind }) => [steward ? keptByWord(steward, kind) : ''] },
		{ title: t('reseau', 'Address of the card'), column: '', texts: ({ id }, _, { addressOf }) => [addressOf(id)] },
		{ title: t('reseau', 'Exported on'), column: '', texts: (_, __, { day }) => [day] },
		{ title: t('reseau', 'ID (keep this column)'), column: 'id', texts: ({ key = '' }) => [key] },
	]
}

/** Cards as a table, titles first. People who can import tables get a column that identifies each card. */
export function cardTable(members: readonly Handout[], labels: Labels, made: Made): string[][] {
	const shown = columns().filter(({ column }) => column !== 'id' || members.some(({ key }) => key !== undefined))
	return [
		shown.map(({ title }) => title),
		...members.map((member) => shown.map(({ column, texts }) => cellOf(column, texts(member, labels, made)))),
	]
}

/** The content of the columns of such a table, by their folded titles. */
export function ownTitles(): ReadonlyMap<string, Column> {
	return new Map(columns().map(({ title, column }) => [fold(title), column]))
}

/** The content of a card in such a table, by column. */
export function cardCells(member: Handout, labels: Labels): ReadonlyMap<Column, string[]> {
	return new Map(columns().filter(({ column }) => column !== '').map(({ column, texts }) => [column, texts(member, labels, { addressOf: () => '', day: '' })]))
}

/** The kinds of things sought or offered by their names. */
export function kindsByWord(): ReadonlyMap<string, ItemKind> {
	return new Map(ITEM_KINDS.map((kind) => [fold(kindWord(kind)), kind]))
}
