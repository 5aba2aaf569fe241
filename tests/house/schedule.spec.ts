/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { runAll } from '../../scripts/lib/schedule.mjs'

interface Step {
	name: string
	needs?: string
	cores?: number
}

/** Runs steps that the test ends; returns the ones that are running. */
function schedule(steps: Step[], cores: number) {
	const ends = new Map<string, () => void>()
	const result = runAll(steps, ({ name }: Step) => new Promise<{ of: string }>((resolve) => {
		ends.set(name, () => {
			ends.delete(name)
			resolve({ of: name })
		})
	}), cores)
	return {
		result,
		running: () => [...ends.keys()],
		async end(name: string) {
			ends.get(name)!()
			await new Promise((resolve) => {
				setTimeout(resolve)
			})
			return [...ends.keys()]
		},
	}
}

describe('the steps of npm test', () => {
	it('run in their order, as many as there are cores', async () => {
		const { result, running, end } = schedule([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2)
		expect(running()).toEqual(['a', 'b'])
		expect(await end('b')).toEqual(['a', 'c'])
		expect(await end('a')).toEqual(['c'])
		expect(await end('c')).toEqual([])
		expect(Object.fromEntries(await result)).toEqual({ a: { of: 'a' }, b: { of: 'b' }, c: { of: 'c' } })
	})

	it('wait for what they need, and let others run first meanwhile', async () => {
		const { running, end } = schedule([{ name: 'a' }, { name: 'b', needs: 'a' }, { name: 'c' }], 2)
		expect(running()).toEqual(['a', 'c'])
		expect(await end('c')).toEqual(['a'])
		expect(await end('a')).toEqual(['b'])
	})

	it('that use several cores wait for them, and are not overtaken', async () => {
		const { running, end } = schedule([{ name: 'a' }, { name: 'b', cores: 2 }, { name: 'c' }], 2)
		expect(running()).toEqual(['a'])
		expect(await end('a')).toEqual(['b'])
		expect(await end('b')).toEqual(['c'])
	})

	it('run one by one on one core', async () => {
		const { running, end } = schedule([{ name: 'a' }, { name: 'b', cores: 2 }, { name: 'c' }], 1)
		expect(running()).toEqual(['a'])
		expect(await end('a')).toEqual(['b'])
		expect(await end('b')).toEqual(['c'])
	})
})
