/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { counters, outcome } from '../../scripts/lib/results.mjs'

describe('the sum of npm test', () => {
	it('counts the results file of each runner', () => {
		expect(counters.vitest('{"numTotalTests":5,"numPassedTests":3}')).toEqual({ passed: 3, failed: 2 })
		expect(counters.playwright('{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":1}}')).toEqual({ passed: 4, failed: 3 })
		expect(counters.junit('<testsuites>\n  <testsuite name="a.xml" tests="9" assertions="20" errors="1" failures="2" skipped="0" time="1"><testsuite tests="4"/>'))
			.toEqual({ passed: 6, failed: 3 })
	})

	it('counts a runner without tests, or one that stopped, as failed', () => {
		expect(outcome(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
		expect(outcome(1, { passed: 8, failed: 0 })).toEqual({ passed: 8, failed: 1 })
		expect(outcome(1, { passed: 8, failed: 3 })).toEqual({ passed: 8, failed: 3 })
		expect(outcome(1)).toEqual({ passed: 0, failed: 1 })
		expect(outcome(0, { passed: 8, failed: 0 })).toEqual({ passed: 8, failed: 0 })
	})
})
