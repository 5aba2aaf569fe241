/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ExpectedGroup } from '../../scripts/lib/minutes.ts'

import { editDistance } from '../../src/minutes/parse/text.ts'
import { fold } from '../../src/shared/lib/fold.ts'

/** A reading compared with the expected one. */
export interface Score {
	right: number
	expected: number
	/** What is missing or wrong; `invented` is what was read but is not in the text. */
	missed: string[]
	invented: string[]
}

/** Whether two texts are the same but for case, accents, signs and 15 % of their letters. */
export function alike(one: string, other: string): boolean {
	const [a, b] = [fold(one), fold(other)]
	const most = Math.floor(Math.max(a.length, b.length) * 0.15)
	return editDistance(a, b, most) <= most
}

/** Measures a reading field by field, with the tolerance of the fixtures' README: texts nearly, addresses, telephones and numbers exactly. */
export function score(read: readonly ExpectedGroup[], expected: readonly ExpectedGroup[]): Score {
	const result: Score = { right: 0, expected: 0, missed: [], invented: [] }
	const field = (name: string, right: boolean, missing: unknown, found: unknown) => {
		result.expected++
		if (right) {
			result.right++
		} else {
			result.missed.push(`${name}: ${JSON.stringify(missing)}, read ${JSON.stringify(found)}`)
		}
	}
	const list = (name: string, found: readonly string[], wanted: readonly string[], same: (one: string, other: string) => boolean) => {
		const left = [...found]
		for (const one of wanted) {
			const at = left.findIndex((other) => same(other, one))
			// «Oui» alone at the head of a column may be there or not.
			if (at === -1 && one === 'Oui') {
				continue
			}
			field(name, at !== -1, one, left)
			if (at !== -1) {
				left.splice(at, 1)
			}
		}
		result.invented.push(...left.filter((one) => one !== 'Oui').map((one) => `${name}: ${one}`))
	}
	for (let i = 0; i < Math.max(read.length, expected.length); i++) {
		const [got, want] = [read[i], expected[i]]
		if (!want) {
			result.invented.push(`group: ${got!.title}`)
			continue
		}
		const codes = (group: ExpectedGroup | undefined) => [...new Set(group?.warnings.map((text) => text.split(':')[0]!))]
		const name = `group ${want.number}`
		const unconfirmed = got?.number === null && codes(got).includes('number-misread') && codes(want).includes('number-misread') && expected.length === 1
		field(`${name} number`, got?.number === want.number || unconfirmed, want.number, got?.number)
		field(`${name} title`, alike(got?.title ?? '', want.title), want.title, got?.title)
		list(`${name} heading`, got?.sections.map(({ heading }) => heading) ?? [], want.sections.map(({ heading }) => heading), alike)
		want.sections.forEach(({ heading, items }) => list(`${name} ${heading}`, got?.sections.find((one) => alike(one.heading, heading))?.items ?? [], items, alike))
		for (const column of ['mayAdvance', 'mustNot', 'with'] as const) {
			list(`${name} ${column}`, got?.mandate[column] ?? [], want.mandate[column], alike)
		}
		want.roster.forEach((person, at) => {
			const own = got?.roster[at]
			for (const key of ['name', 'email', 'phone', 'note'] as const) {
				if (person[key] !== undefined) {
					field(`${name} person ${at} ${key}`, key === 'email' || key === 'phone' ? own?.[key] === person[key] : alike(own?.[key] ?? '', person[key]), person[key], own?.[key])
				} else if (own?.[key] !== undefined) {
					result.invented.push(`${name} person ${at} ${key}: ${own[key]}`)
				}
			}
		})
		result.invented.push(...(got?.roster.slice(want.roster.length) ?? []).map((person) => `${name} person: ${JSON.stringify(person)}`))
		field(`${name} count`, got?.declaredCount === want.declaredCount, want.declaredCount, got?.declaredCount)
		list(`${name} warning`, codes(got), codes(want), (one, other) => one === other)
	}
	return result
}
