/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/delivery/model.ts'
import { projectFiles, read } from './support/files.ts'

const php = projectFiles('lib/').filter((path) => path.endsWith('.php'))

/** The code that sends or withdraws Nextcloud notifications, other than the one class that follows the choices of people. */
function senders(path: string, text: string): string[] {
	const may = ['lib/Delivery/Notifications.php', 'lib/Delivery/DailyLines.php']
	return text.includes('use OCP\\Notification\\IManager;') && !may.includes(path) ? [`${path}: notifications are sent by Delivery\\Notifications`] : []
}

/** Classes that give notifications their text, by the names of their files. */
const notifiers = php.filter((path) => /^(?:final )?class \w+ (?:implements INotifier|extends PageNotifier)\b/m.test(read(path)))

describe('word to people', () => {
	it('goes through one place', () => {
		expect(php.flatMap((path) => senders(path, read(path)))).toEqual([])
	})

	it('has the same kinds on both sides', () => {
		expect([...read('lib/Delivery/Kind.php').matchAll(/case \w+ = '(\w+)'/g)].map(([, kind]) => kind)).toEqual(KINDS)
	})

	it('has every notifier registered: else neither the bell nor the daily mail has its texts', () => {
		const application = read('lib/AppInfo/Application.php')
		const [, registered] = /foreach \(\[([^\]]+)\] as \$notifier\)/.exec(application)!
		expect(notifiers.length).toBeGreaterThan(3)
		expect(notifiers.map((path) => path.replace(/^.*\/|\.php$/g, '')).sort()).toEqual(registered!.match(/\w+(?=::class)/g)!.sort())
	})

	it('finds a sender that goes around', () => {
		expect(senders('lib/Notice/NoticeEnds.php', 'use OCP\\Notification\\IManager;')).toHaveLength(1)
		expect(senders('lib/Delivery/Notifications.php', 'use OCP\\Notification\\IManager;')).toEqual([])
	})
})
