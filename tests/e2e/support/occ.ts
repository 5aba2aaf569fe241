/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PASSWORD } from './login.ts'

const quoted = (word: string) => `'${word.replaceAll('\'', '\'\\\'\'')}'`

/** Runs occ on the host of the tests; returns its output. */
export function occ(...words: string[]): string {
	// Through a shell, because the command may carry words of its own.
	return execFileSync('sh', ['-c', [process.env.RESEAU_OCC, ...words.map(quoted)].join(' ')], {
		encoding: 'utf8',
		env: { ...process.env, OC_PASS: PASSWORD },
	})
}

/** An account of a test's own, without a card. */
export function addAccount(uid: string, name: string, email?: string): void {
	occ('user:add', '--password-from-env', `--display-name=${name}`, ...email ? [`--email=${email}`] : [], uid)
}

/** Loads cards, or notices, from a file, as an administrator does. */
export function importCards(cards: object[]): void {
	const folder = mkdtempSync(join(tmpdir(), 'reseau-e2e-'))
	try {
		const file = join(folder, 'members.json')
		writeFileSync(file, JSON.stringify(cards))
		// Nextcloud's commands run as another user.
		chmodSync(folder, 0o755)
		occ('reseau:import', file)
	} finally {
		rmSync(folder, { recursive: true })
	}
}

/** Runs a background job of the app now. */
export function runJob(name: string): void {
	const jobs: { id: string, class: string }[] = JSON.parse(occ('background-job:list', '--output=json'))
	const job = jobs.find((one) => one.class.startsWith('OCA\\Reseau\\') && one.class.endsWith(`\\${name}`))
	if (!job) {
		throw new Error(`There is no job ${name}`)
	}
	occ('background-job:execute', '--force-execute', String(job.id))
}
