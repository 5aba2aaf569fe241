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
	/** The same as places to look for: what it is about, and its text. */
	wrong: { name: string, text: string }[]
}

/** Whether two texts are the same but for case, accents, signs and 15 % of their letters. */
export function alike(one: string, other: string): boolean {
	const [a, b] = [fold(one), fold(other)]
	const most = Math.floor(Math.max(a.length, b.length) * 0.15)
	return editDistance(a, b, most) <= most
}

/** One group compared. */
class GroupScore {
	constructor(private readonly result: Score, private readonly groups: number) {}

	compare(got: ExpectedGroup | undefined, want: ExpectedGroup): void {
		const name = `group ${want.number}`
		const unconfirmed = got?.number === null && codes(got).includes('number-misread') && codes(want).includes('number-misread') && this.groups === 1
		this.field(`${name} number`, got?.number === want.number || unconfirmed, want.number, got?.number)
		this.field(`${name} title`, alike(got?.title ?? '', want.title), want.title, got?.title)
		this.list(`${name} heading`, got?.sections.map(({ heading }) => heading) ?? [], want.sections.map(({ heading }) => heading))
		want.sections.forEach(({ heading, items }) => this.list(`${name} ${heading}`, got?.sections.find((one) => alike(one.heading, heading))?.items ?? [], items))
		// The text below a heading that is none was read as something it is not.
		got?.sections.filter(({ heading }) => !want.sections.some((one) => alike(one.heading, heading))).forEach(({ heading, items }) => items.forEach((item) => invent(this.result, `${name} ${heading}`, item)))
		for (const column of ['mayAdvance', 'mustNot', 'with'] as const) {
			this.list(`${name} ${column}`, got?.mandate[column] ?? [], want.mandate[column])
		}
		this.roster(name, got, want)
		this.field(`${name} count`, got?.declaredCount === want.declaredCount, want.declaredCount, got?.declaredCount)
		if (want.warnings) {
			this.list(`${name} warning`, codes(got), codes(want), (one, other) => one === other)
		}
	}

	private roster(name: string, got: ExpectedGroup | undefined, want: ExpectedGroup): void {
		const pairs = aligned(got?.roster ?? [], want.roster, (own, person) => (own.email !== undefined && own.email === person.email ? 2 : 0) + (own.name !== undefined && person.name !== undefined && alike(own.name, person.name) ? 2 : 0))
		for (const [own, person] of pairs) {
			if (!person) {
				invent(this.result, `${name} person`, own!.name ?? own!.email ?? own!.phone ?? '')
				continue
			}
			const who = `${name} person ${person.name ?? person.email}`
			for (const key of ['name', 'email', 'phone', 'note'] as const) {
				if (person[key] !== undefined) {
					this.field(`${who} ${key}`, key === 'email' || key === 'phone' ? own?.[key] === person[key] : alike(own?.[key] ?? '', person[key]), person[key], own?.[key])
				} else if (own?.[key] !== undefined) {
					invent(this.result, `${who} ${key}`, own[key])
				}
			}
		}
	}

	private field(name: string, right: boolean, missing: unknown, found: unknown): void {
		this.result.expected++
		if (right) {
			this.result.right++
		} else {
			this.result.missed.push(`${name}: ${JSON.stringify(missing)}, read ${JSON.stringify(found)}`)
			this.result.wrong.push({ name, text: String(missing ?? found) })
		}
	}

	private list(name: string, found: readonly string[], wanted: readonly string[], same = alike): void {
		const left = [...found]
		for (const one of wanted) {
			const at = left.findIndex((other) => same(other, one))
			// «Oui» alone at the head of a column may be there or not.
			if (at === -1 && one === 'Oui') {
				continue
			}
			this.field(name, at !== -1, one, left)
			if (at !== -1) {
				left.splice(at, 1)
			}
		}
		left.filter((one) => one !== 'Oui').forEach((one) => invent(this.result, name, one))
	}
}

/** Measures a reading field by field, with the tolerance of the fixtures' README: texts nearly, addresses, telephones and numbers exactly. */
export function score(read: readonly ExpectedGroup[], expected: readonly ExpectedGroup[]): Score {
	const result: Score = { right: 0, expected: 0, missed: [], invented: [], wrong: [] }
	const pairs = aligned(read, expected, (got, want) => (alike(got.title, want.title) ? 3 : 0) + (got.number === want.number ? 1 : 0) + overlap(textsOf(got), textsOf(want)) * 4)
	for (const [got, want] of pairs) {
		if (want) {
			new GroupScore(result, expected.length).compare(got, want)
		} else {
			[got!.title, ...textsOf(got!)].forEach((text, i) => invent(result, `group${i > 0 ? ` ${got!.title}` : ''}`, text))
		}
	}
	return result
}

function invent(result: Score, name: string, text: string): void {
	result.invented.push(`${name}: ${text}`)
	result.wrong.push({ name, text })
}

function textsOf({ sections, mandate, roster }: ExpectedGroup): string[] {
	return [...sections.flatMap(({ heading, items }) => [heading, ...items]), ...mandate.mayAdvance, ...mandate.mustNot, ...mandate.with, ...roster.map(({ name, email, phone }) => name ?? email ?? phone ?? '')]
}

function overlap(one: readonly string[], other: readonly string[]): number {
	const own = new Set(one.map(fold))
	return other.filter((text) => own.has(fold(text))).length / Math.max(other.length, 1)
}

/** Both lists in their order, each with what fits it best; what fits nothing is alone. */
function aligned<T>(read: readonly T[], expected: readonly T[], fit: (got: T, want: T) => number): [T | undefined, T | undefined][] {
	const best = Array.from({ length: read.length + 1 }, () => Array.from({ length: expected.length + 1 }, () => 0))
	for (let i = read.length - 1; i >= 0; i--) {
		for (let j = expected.length - 1; j >= 0; j--) {
			best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + 0.1 + fit(read[i]!, expected[j]!))
		}
	}
	const pairs: [T | undefined, T | undefined][] = []
	let [i, j] = [0, 0]
	while (i < read.length || j < expected.length) {
		if (i < read.length && j < expected.length && best[i]![j] === best[i + 1]![j + 1]! + 0.1 + fit(read[i]!, expected[j]!)) {
			pairs.push([read[i++], expected[j++]])
		} else if (j === expected.length || (i < read.length && best[i]![j] === best[i + 1]![j])) {
			pairs.push([read[i++], undefined])
		} else {
			pairs.push([undefined, expected[j++]])
		}
	}
	return pairs
}

function codes(group: ExpectedGroup | undefined): string[] {
	return [...new Set(group?.warnings?.map((text) => text.split(':')[0]!))]
}
