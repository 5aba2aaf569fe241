/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync, readFileSync } from 'node:fs'

/**
 * How many tests passed and failed, from what a runner wrote down. A test that was skipped counts as failed: nothing in
 * this project is switched off.
 */
export const counters = {
	/** vitest --reporter=json */
	vitest(text) {
		const { numTotalTests, numPassedTests } = JSON.parse(text)
		return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
	},

	/** phpunit --log-junit */
	junit(text) {
		const [, suite] = text.match(/<testsuite ([^>]*)>/) ?? [null, '']
		const count = (name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0)
		const failed = count('failures') + count('errors') + count('skipped')
		return { passed: count('tests') - failed, failed }
	},

	/** Playwright's json reporter */
	playwright(text) {
		const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats
		return { passed: expected, failed: unexpected + flaky + skipped }
	},
}

/** What a runner wrote down in a file, undefined where it wrote none. */
export function read(file, count) {
	return existsSync(file) ? count(readFileSync(file, 'utf8')) : undefined
}

/** The result of a runner: one that failed, or ran nothing, has at least one failure, even if it reported none. */
export function outcome(code, counted = { passed: 0, failed: 0 }) {
	const broken = code !== 0 || counted.passed + counted.failed === 0
	return { passed: counted.passed, failed: broken ? Math.max(1, counted.failed) : counted.failed }
}
