/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

/** What makes a day of a moment, or the other way round, by a clock that is not said. */
const DAYS: Record<string, RegExp> = {
	php: /\bgm?date\(\s*'[^']*[dj]|->format\(\s*'[^']*[dj]|\bmktime\(/,
	ts: /toISOString\(\)\s*\.\s*(?:slice|substring|split)|\.(?:get|set)(?:UTC)?(?:Date|Day|Month|FullYear|Hours)\(|toLocale(?:Date|Time)?String\(/,
}

/** Files that may, and why. */
const MAY: Record<string, string> = {
	'lib/Shared/Days.php': 'the helper of the server',
	'lib/Member/Card/StillTrue.php': 'a year before a moment, by the calendar',
	'lib/Member/Export/NetworkExport.php': 'of a file that any server reads in again',
	'lib/Board/Deck.php': 'as Deck stores it; no page shows it',
	'lib/Integration/Demo/DemoCommand.php': 'moves the dates of the demo network',
	'src/shared/lib/dates.ts': 'the helper of the browser',
	'src/member/import/cells.ts': 'whether a cell is a day at all',
	'src/minutes/parse/mentions.ts': 'whether a text is a day at all',
}

function lines(path: string, text: string) {
	return text.split('\n')
		.flatMap((line, index) => DAYS[path.endsWith('.php') ? 'php' : 'ts']!.test(line.replace(/(?:\/\/| \* ).*$/, '')) ? [`${path}:${index + 1}: a day of a moment: ${path.endsWith('.php') ? 'lib/Shared/Days.php' : 'src/shared/lib/dates.ts'}`] : [])
}

describe('the reader’s time zone', () => {
	const code = [...projectFiles('lib/'), ...projectFiles('src/')].filter((path) => /\.(?:php|ts|vue)$/.test(path) && !/\.spec\.|\/testing\//.test(path))

	it('the day of a moment is computed by one helper on each side', () => {
		expect(code.length).toBeGreaterThan(700)
		expect(code.filter((path) => !(path in MAY)).flatMap((path) => lines(path, read(path)))).toEqual([])
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

	it('accepts moments', () => {
		expect(lines('lib/A.php', 'return gmdate(DATE_ATOM, $time);')).toEqual([])
		expect(lines('src/a.ts', 'const at = new Date(time).toISOString()')).toEqual([])
	})
})
