/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

/** What makes a day of a moment, or the other way round, by a clock that is not named. */
const DAYS: Record<string, RegExp> = {
	php: /\bgm?date\(\s*'[^']*[dj]|->format\(\s*'[^']*[dj]|\bmktime\(/,
	ts: /toISOString\(\)\s*\.\s*(?:slice|substring|split)|\.(?:get|set)(?:UTC)?(?:Date|Day|Month|FullYear|Hours)\(|toLocale(?:Date|Time)?String\(/,
}

/** What writes a day in words, in the reader's locale, which may be of another language than the text around it. */
const WORDS: Record<string, RegExp> = {
	php: /->l\(\s*'|\bIntlDateFormatter\(/,
	ts: /\bIntl\.(?:DateTimeFormat|RelativeTimeFormat|ListFormat)\((?!\))|\bformatRelativeTime\(/,
}
const WORDING = ['lib/Shared/DateWords.php', 'src/shared/l10n.ts', 'src/shared/lib/occitan.ts']

/** Files that may, and why. */
const MAY: Record<string, string> = {
	'lib/Shared/Days.php': 'the helper of the server',
	'lib/Member/Card/StillTrue.php': 'a year before a moment, by the calendar',
	'lib/Member/Export/NetworkExport.php': 'of a file that any server reads in again',
	'lib/Board/Deck.php': 'as Deck stores it; no page shows it',
	'lib/Integration/Demo/DemoCommand.php': 'moves the dates of the demo network',
	'lib/Shared/DateWords.php': 'the parts of what is a day already',
	'src/shared/lib/dates.ts': 'the helper of the browser',
	'src/shared/lib/cells.ts': 'whether a cell is a day at all',
	'src/shared/table/readXlsx.ts': 'a number of days, which has no time zone',
	'src/shared/lib/occitan.ts': 'the parts of what is a day already',
	'src/minutes/parse/mentions.ts': 'whether a text is a day at all',
}

function lines(path: string, text: string, rules = DAYS) {
	const kind = path.endsWith('.php') ? 'php' : 'ts'
	const helper = rules === DAYS ? { php: 'a day of a moment: lib/Shared/Days.php', ts: 'a day of a moment: src/shared/lib/dates.ts' } : { php: 'words: lib/Shared/DateWords.php', ts: 'words: src/shared/l10n.ts' }
	return text.split('\n')
		.flatMap((line, index) => rules[kind]!.test(line.replace(/(?:\/\/| \* ).*$/, '')) ? [`${path}:${index + 1}: ${helper[kind]}`] : [])
}

describe('the reader’s time zone', () => {
	const code = [...projectFiles('lib/'), ...projectFiles('src/')].filter((path) => /\.(?:php|ts|vue)$/.test(path) && !/\.spec\.|\/testing\//.test(path))

	it('the day of a moment is computed by one helper on each side', () => {
		expect(code.length).toBeGreaterThan(700)
		expect(code.filter((path) => !(path in MAY)).flatMap((path) => lines(path, read(path)))).toEqual([])
	})

	it('days, spans of time and lists are put into words by one helper on each side', () => {
		expect(code.filter((path) => !WORDING.includes(path)).flatMap((path) => lines(path, read(path), WORDS))).toEqual([])
		expect(WORDING.filter((path) => lines(path, read(path), WORDS).length === 0)).toEqual([])
	})

	it('each exception still computes one itself', () => {
		expect(Object.keys(MAY).filter((path) => lines(path, read(path)).length === 0)).toEqual([])
	})
})

describe('the check of days', () => {
	it.each([
		['lib/A.php', '$day = gmdate(\'Y-m-d\', $time);'],
		['lib/A.php', '$day = $this->clock->getDateTime()->format(\'Y-m-d\');'],
		['src/a.ts', 'const day = new Date().toISOString().slice(0, 10)'],
		['src/a.ts', 'const day = moment.getDate()'],
		['src/A.vue', '{{ new Date(time).toLocaleDateString() }}'],
	])('in %s finds %s', (path, text) => {
		expect(lines(path, text)).toHaveLength(1)
	})

	it.each([
		['lib/A.php', '$day = $l->l(\'date\', $date);'],
		['src/a.ts', 'return new Intl.DateTimeFormat(getCanonicalLocale()).format(day)'],
		['src/a.ts', 'return new Intl.RelativeTimeFormat(getCanonicalLocale()).format(-1, \'day\')'],
	])('in %s finds words: %s', (path, text) => {
		expect(lines(path, text, WORDS)).toHaveLength(1)
	})

	it('accepts the name of a time zone', () => {
		expect(lines('src/a.ts', 'const zone = Intl.DateTimeFormat().resolvedOptions().timeZone', WORDS)).toEqual([])
	})

	it('accepts moments', () => {
		expect(lines('lib/A.php', 'return gmdate(DATE_ATOM, $time);')).toEqual([])
		expect(lines('src/a.ts', 'const at = new Date(time).toISOString()')).toEqual([])
	})
})
