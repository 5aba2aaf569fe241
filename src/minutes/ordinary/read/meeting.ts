/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ReadMeeting } from './reading.ts'

import { findDays, findTime } from './days.ts'

const WORDS = /(?<![\p{L}\p{N}])(?:est fixée|est prévue|aura lieu|se tiendra|aura lieu|est|prévue|date|heure|lieu|horaire|rendez-vous)(?![\p{L}\p{N}])\s*:?/giu
const SMALL = /^(?:[\s,;:.–—-]|(?:le|la|à|au|de|en|vers|dès|et)(?=\s*(?:$|[,;:–—-])))+/iu

/** Day, time and place of the next meeting in the text after its heading; null without any of them. */
export function readMeeting(text: string, around: string, lines: ReadMeeting['lines']): ReadMeeting | null {
	const [day] = findDays(text, around)
	const behind = day ? text.slice(0, day.from) + ' , '.padEnd(day.to - day.from, ' ') + text.slice(day.to) : text
	const time = findTime(behind)
	const rest = time ? `${behind.slice(0, time.from).replace(/(?<!\p{L})(?:à|vers|dès)\s*$/iu, '')} , ${behind.slice(time.to)}` : behind
	const place = rest
		.replace(WORDS, ' ')
		.split(/[,;\n]|\s[–—-]\s/u)
		.map((part) => part.replace(/\s+/g, ' ').replace(SMALL, '').replace(/(?:^|\s)(?:le|la|à|au)\s*$/iu, '').replace(/^[\s(]+/, '').replace(/(?<![\s).])[\s).]+$/, ''))
		.filter((part) => part !== '')
		.join(', ')
	return !day && !time && place === '' ? null : { day: day?.day ?? null, time: time?.time ?? null, place, lines }
}
