/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from './actions.ts'
import type { Entry, Ownership, Rights, Sharee } from './model.ts'
import type { NameProblem } from './names.ts'

import { dateWords, daysWords, listWords, n, t, textLocale } from '../../shared/l10n.ts'
import { dayOfSeconds, daysBetween } from '../../shared/lib/dates.ts'

/** Permissions in a folder, if limited; empty: all. */
export function rightsSentence({ add, rename, remove }: Rights, root: boolean): string {
	if (!add) {
		return t('reseau', 'You can read but not edit here. The person who manages this folder can change that.')
	}
	return root || rename || remove ? '' : t('reseau', 'You can add files here; the folder itself cannot be changed.')
}

/** All permissions on a file. */
export function maySentence({ rights: { write, rename, move, remove, share } }: Pick<Entry, 'rights'>): string {
	if (!write && !rename && !move && !remove) {
		return share ? t('reseau', 'You can read and share it, but not edit it.') : t('reseau', 'You can read it, but not edit it.')
	}
	const may: [boolean, string][] = [
		[true, t('reseau', 'read it')],
		[write, t('reseau', 'change it')],
		[rename, t('reseau', 'rename it')],
		[move && remove, t('reseau', 'move it')],
		[remove, t('reseau', 'delete it')],
		[share, t('reseau', 'share it')],
	]
	return t('reseau', 'You can {actions}.', { actions: listWords(may.filter(([one]) => one).map(([, word]) => word)) })
}

/** The owner; empty if it is the person's own. */
export function whoseSentence({ where, owner }: Ownership): string {
	switch (where) {
		case 'team':
			return t('reseau', 'In a Team folder: it belongs to everyone with access to that folder.')
		case 'shared':
			return owner ? t('reseau', 'It belongs to {name}, who shares it with you.', { name: owner }) : t('reseau', 'Someone shares it with you.')
		case 'elsewhere':
			return t('reseau', 'On an external storage connected to this Nextcloud.')
		default:
			return ''
	}
}

/** Maximum number of names of people and groups it is shared with. */
const MANY = 5

/** The people and groups it is shared with; empty: nobody, as far as known. */
export function sharedSentence({ with: sharees }: Ownership): string {
	if (sharees.length === 0) {
		return ''
	}
	const words = [...new Set(sharees.map(shareeWord))]
	const more = words.length - MANY
	const names = listWords(more > 0 ? [...words.slice(0, MANY), n('reseau', '%n more', '%n more', more)] : words)
	return t('reseau', 'Shared with {names}.', { names })
}

/** The same for the line of a list, where the content of a folder may belong to others too. */
export function shareLine(belongs: Ownership): string {
	return belongs.root && belongs.where === 'shared' && belongs.owner ? t('reseau', 'Shared by {name}', { name: belongs.owner }) : sharedSentence(belongs).replace(/\.$/, '')
}

function shareeWord({ type, name }: Sharee): string {
	const words: Record<number, () => string> = {
		1: () => t('reseau', 'the group “{name}”', { name }),
		3: () => t('reseau', 'anyone with the link'),
		// Nextcloud appends the owner to the name of a team.
		7: () => t('reseau', 'the team “{name}”', { name: name.replace(/ \([^()]*\)$/, '') }),
		10: () => t('reseau', 'the conversation “{name}”', { name }),
		12: () => t('reseau', 'a Deck card'),
	}
	return words[type] && (name || type === 3 || type === 12) ? words[type]() : name || t('reseau', 'other people')
}

const problems: Record<NameProblem, () => string> = {
	missing: () => t('reseau', 'Enter a name.'),
	too_long: () => t('reseau', 'This name is too long.'),
	slash: () => t('reseau', 'A name cannot contain slashes: / and \\ separate folders.'),
	kept: () => t('reseau', 'This name is reserved by Nextcloud.'),
}

/** The problem of a name. */
export function nameSentence(problem: NameProblem | null): string {
	return problem === null ? '' : problems[problem]()
}

/** “3 days ago” for this week, else the day, for seconds since 1970. */
export function changedWords(changed: number, now: number): string {
	const days = daysBetween(new Date(changed * 1000), new Date(now * 1000))
	return days >= 0 && days < 7
		? daysWords(-days)
		: dateWords(dayOfSeconds(changed))
}

/** “12 kB”, in the reader's language. */
export function sizeWords(bytes: number): string {
	const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
	const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
	const value = bytes / 1000 ** power
	return new Intl.NumberFormat(textLocale(), { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value)
}

/** The initial folders of a group. */
export function skeletonNames(): string[] {
	return [t('reseau', 'Minutes'), t('reseau', 'Resources'), t('reseau', 'Work in progress'), t('reseau', 'To share with the network')]
}

/** The name of the template folder; its files are templates even if their sheets say otherwise. */
export function modelsName(): string {
	return t('reseau', 'Templates')
}

/** The name of the folder of stories that were written without a file. */
export function storiesName(): string {
	return t('reseau', 'Stories')
}

const actions: Record<FileAction, () => string> = {
	open: () => t('reseau', 'Open'),
	sheet: () => t('reseau', 'See the sheet'),
	files: () => t('reseau', 'Open in Files'),
	rename: () => t('reseau', 'Rename…'),
	move: () => t('reseau', 'Move…'),
	copy: () => t('reseau', 'Make a copy…'),
	remove: () => t('reseau', 'Delete'),
}

/** Actions on a file or folder. */
export function actionWord(action: FileAction): string {
	return actions[action]()
}
