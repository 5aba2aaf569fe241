/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PhpFacts } from './php.ts'

import { allowed, isDomain } from './domains.ts'

/** Where SQL is allowed outside the mappers: the one audience rule, the one transaction, the search, the tables themselves, and what is no domain's. */
const SQL = /Mapper\.php$|^lib\/(Shared\/Audience\/|Shared\/Atomic\.php|Search\/|Migration\/|Integration\/)/
const ATOMIC = 'lib/Shared/Atomic.php'
const TRANSACTION = 'OCP\\AppFramework\\Db\\TTransactional'
const STATEMENTS = ['getQueryBuilder', 'executeQuery', 'executeStatement']

/** The broken rules of dependency (docs/developers/architecture.md) among files of lib/, each as a sentence. */
export function phpViolations(facts: Record<string, PhpFacts>): string[] {
	return Object.entries(facts).flatMap(([path, { names, calls, groupedUse }]) => {
		const found = names
			.filter(({ name }) => name.startsWith('OCA\\Reseau\\'))
			.flatMap(({ name }) => use(path, name.slice('OCA\\Reseau\\'.length).split('\\')))
		if (!SQL.test(path) && calls.some(({ method }) => STATEMENTS.includes(method))) {
			found.push('SQL belongs in mappers')
		}
		if (path !== ATOMIC && (names.some(({ name }) => name === TRANSACTION) || calls.some(({ method }) => method === 'beginTransaction'))) {
			found.push('transactions are those of Shared/Atomic')
		}
		if (groupedUse) {
			found.push('one use per class')
		}
		return [...new Set(found)].map((what) => `${path}: ${what}`)
	})
}

/** What is wrong with naming a class of the app here. */
function use(path: string, target: string[]): string[] {
	const from = path.split('/')[1]!
	const to = target[0]!
	// The wiring names everything, and so may the surfaces of Nextcloud.
	if (from === to || from === 'AppInfo' || from === 'Integration') {
		return []
	}
	if (!isDomain(to)) {
		return ['Integration', 'Controller', 'Migration'].includes(to) ? [`nothing uses ${to}`] : []
	}
	const wrong = []
	if (target.at(-1)!.endsWith('Mapper')) {
		wrong.push(`nobody uses the mapper of ${to}`)
	}
	if (from === 'Shared') {
		wrong.push('Shared knows no domain')
	}
	if (from === 'Controller') {
		const domain = path.replace(/^.*\/|Controller\.php$/g, '')
		// Each of them asks who is there.
		if (isDomain(domain) && domain !== to && target.join('\\') !== 'Member\\Viewers') {
			wrong.push(`${domain}Controller keeps to ${domain}`)
		}
	}
	if (isDomain(from) && !allowed(from, to)) {
		wrong.push(`${from} does not stand above ${to}`)
	}
	return wrong
}
