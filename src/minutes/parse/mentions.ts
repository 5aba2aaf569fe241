/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line } from './lines.ts'
import type { NamedDate, Placed } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'

/** Tools by their usual names. Those that are ordinary words count only with a capital, and after a word for using them. */
const TOOLS = ['Nextcloud', 'Framapad', 'Framadate', 'Framaforms', 'Framateam', 'Framagit', 'Framacarte', 'Trello', 'Mattermost', 'WhatsApp', 'Telegram', 'Discord', 'Jitsi', 'BigBlueButton', 'Google Drive', 'Google Docs', 'Doodle', 'Facebook',
	'Instagram', 'Mastodon', 'Etherpad', 'CryptPad', 'Loomio', 'HelloAsso', 'OpenStreetMap', 'uMap', 'Padlet', 'YesWiki', 'Mobilizon', 'PeerTube', 'Collabora', 'OnlyOffice', 'Zotero', 'Wikipédia', 'Moodle', 'Dropbox', 'WeTransfer', 'LibreOffice', 'Excel']
const COMMON = ['Deck', 'Talk', 'Signal', 'Slack', 'Zoom', 'Teams', 'Miro', 'Notion', 'Visio']
const CLEAR = new RegExp(`(?<!\\p{L})(?:${TOOLS.join('|').replaceAll(' ', '\\s')})(?!\\p{L})`, 'giu')
const USED = new RegExp(`(?<=(?<!\\p{L})(?:[Ss]ur|[Dd]ans|[Aa]vec|[Vv]ia|[Pp]ar|[Uu]ne?|[Ll]e|[Tt]ableau|[Gg]roupe|[Ll]iste|[Oo]util|[Uu]tiliser|[Oo]uvrir)\\s(?:un\\s|le\\s|tableau\\s|groupe\\s)?)(?:${COMMON.join('|')})(?!\\p{L})`, 'gu')
const MAYBE = new RegExp(TOOLS.map((tool) => tool.slice(0, 5)).join('|'), 'i')
const MAYBE_COMMON = new RegExp(COMMON.join('|'))
const USUAL = new Map(TOOLS.map((tool) => [fold(tool), tool]))

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']
const MONTH = /janv|vrier|mars|avril|mai|juin|juil|ao|tembre|octob|novem|cembre/i
const IN_WORDS = /(?<![\p{L}\p{N}])((?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(1\s?er|\d{1,2})\s+(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)(?:\s+(\d{4}))?)(?![\p{L}\p{N}])/giu
const IN_DIGITS = /(?<![\d/.\-@])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/g

/** The tools mentioned in a text. */
export function findTools(lines: readonly Line[]): Placed[] {
	return lines.flatMap(({ text, index }) => [...MAYBE.test(text) ? text.matchAll(CLEAR) : [], ...MAYBE_COMMON.test(text) ? text.matchAll(USED) : []]
		.sort((one, other) => one.index - other.index)
		.map(({ 0: name }) => ({ text: USUAL.get(fold(name)) ?? name, lines: { from: index, to: index } })))
}

/** The days mentioned in a text that cannot be left out. */
export function findDates(lines: readonly Line[]): NamedDate[] {
	return lines.flatMap(({ text, index }) => {
		if (!/\d/.test(text)) {
			return []
		}
		const found: { at: number, date: NamedDate }[] = []
		for (const { 1: all, 2: day, 3: month, 4: year, index: at } of MONTH.test(text) ? text.matchAll(IN_WORDS) : []) {
			found.push({ at, date: { text: all!, lines: { from: index, to: index }, day: Number.parseInt(day!), month: MONTHS.indexOf(fold(month!)) + 1, year: year ? Number(year) : null } })
		}
		for (const { 0: all, 1: day, 3: month, 4: year, index: at } of text.matchAll(IN_DIGITS)) {
			found.push({ at, date: { text: all, lines: { from: index, to: index }, day: Number(day), month: Number(month), year: Number(year) + (year!.length === 2 ? 2000 : 0) } })
		}
		return found.sort((one, other) => one.at - other.at).map(({ date }) => date).filter(({ day, month, year }) => isDay(day, month, year))
	})
}

/** Whether the day exists, assuming a leap year if none is given. */
function isDay(day: number, month: number, year: number | null): boolean {
	return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}
