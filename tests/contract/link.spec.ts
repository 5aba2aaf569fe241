/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from '../../src/link/model.ts'

import { beforeAll, describe, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { linkApi } from '../../src/link/api.ts'
import { LATE_KIND, LINK_LIMITS } from '../../src/link/model.ts'
import { memberApi } from '../../src/member/api.ts'
import { account, tried } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')
/** An account without a card. */
const admin = account('admin')

let person: Ref
let group: Ref

const at = ({ type, id }: Ref) => ({ path: { type, id } })
const nowhere: Ref = { type: 'member', id: '999999' }

beforeAll(async () => {
	person = { type: 'member', id: String((await maelle.answers(memberApi.mine)).id) }
	group = { type: 'group', id: String((await maelle.answers(groupApi.list))[0]!.id) }
})

describe('the neighbourhood', () => {
	it('of a person and of a group, whole and one kind of it', async () => {
		for (const subject of [person, group]) {
			const first = await bastian.answers(linkApi.neighbourhood, at(subject))
			const late = await bastian.answers(linkApi.neighbourhood, { ...at(subject), query: { kind: LATE_KIND, limit: LINK_LIMITS.first } })
			expect(first.kinds.map(({ kind }) => kind)).not.toContain(LATE_KIND)
			for (const { kind, total, items } of [...first.kinds, ...late.kinds]) {
				expect(items).toHaveLength(Math.min(total, LINK_LIMITS.first))
				const all = await bastian.answers(linkApi.neighbourhood, { ...at(subject), query: { kind } })
				expect(all.kinds.map((part) => [part.kind, part.total, part.items.length])).toEqual([[kind, total, total]])
			}
		}
	})

	it('of a missing thing, of an unknown kind, and of too many', async () => {
		await maelle.refuses(linkApi.neighbourhood, at(nowhere), 404, 'not_found')
		await maelle.refuses(linkApi.neighbourhood, { path: { type: 'planet', id: 1 } }, 404, 'not_found')
		await maelle.refuses(linkApi.neighbourhood, { ...at(person), query: { kind: 'planets' } }, 400, 'unknown_kind')
		await maelle.refuses(linkApi.neighbourhood, { ...at(person), query: { beside: 'me' } }, 400, 'wrong_type')
		for (const limit of [0, LINK_LIMITS.all + 1]) {
			await maelle.refuses(linkApi.neighbourhood, { ...at(person), query: { limit } }, 400, 'bad_limit')
		}
	})
})

it('things are found by words and by address', async () => {
	const [found] = await bastian.answers(linkApi.things, { query: { q: 'maelle roumegous', type: 'member' } })
	expect(found).toMatchObject(person)
	expect(await bastian.answers(linkApi.things, { query: { q: process.env.RESEAU_URL + found!.url.replace(/^.*?(?=\/(index\.php\/)?apps)/, '') } })).toEqual([found])
	await bastian.refuses(linkApi.things, { query: { q: 'a', type: 'planet' } }, 400, 'unknown_type')
	await bastian.refuses(linkApi.things, { query: { q: 'a'.repeat(LINK_LIMITS.q + 1) } }, 400, 'too_long')
	await bastian.refuses(linkApi.things, { query: { q: '\u0007' } }, 400, 'bad_text')
	await bastian.refuses(linkApi.things, {}, 400, 'wrong_type')
})

it('a link is made, seen from both ends, and removed', async () => {
	const relation = (await maelle.answers(linkApi.relations)).find(({ offered, label, inverse }) => offered && label !== inverse)!
	const body = { a: person, b: group, relation: relation.slug }
	const link = await maelle.answers(linkApi.create, { body })
	expect(link).toMatchObject(body)
	expect(await maelle.answers(linkApi.create, { body })).toEqual(link)
	for (const [subject, inverse] of [[person, false], [group, true]] as const) {
		const { kinds } = await maelle.answers(linkApi.neighbourhood, { ...at(subject), query: { kind: inverse ? 'people' : 'groups' } })
		const bonds = kinds.flatMap(({ items }) => items).flatMap(({ bonds }) => bonds).filter((bond) => bond.link?.id === link.id)
		expect(bonds).toMatchObject([{ words: inverse ? relation.inverse : relation.label, link: { inverse, by: { id: Number(person.id) }, can: { remove: true } } }])
	}
	await maelle.refuses(linkApi.create, { body: { ...body, b: person } }, 400, 'same_thing')
	await maelle.refuses(linkApi.create, { body: { ...body, b: nowhere } }, 422, 'unknown_thing')
	await maelle.refuses(linkApi.create, { body: { ...body, relation: 'tells-the-future-of' } }, 422, 'unknown_relation')
	await maelle.refuses(linkApi.create, { body: { a: group, b: person, relation: relation.slug } }, 422, 'wrong_relation')
	await maelle.refuses(linkApi.create, { body: { ...body, a: 7 } }, 400, 'wrong_type')
	await admin.refuses(linkApi.create, { body }, 404, 'no_card')
	await admin.refuses(linkApi.remove, { path: { link: link.id } }, 403, 'not_yours')
	await maelle.answers(linkApi.remove, { path: { link: link.id } })
	await maelle.refuses(linkApi.remove, { path: { link: link.id } }, 404, 'not_found')
})

it('people with a paused card see in advance that they cannot link, and are refused', async () => {
	const body = { a: person, b: group, relation: 'see-also' }
	const { id, version } = await bastian.answers(memberApi.mine)
	const paused = await bastian.answers(memberApi.setStatus, { path: { id }, body: { status: 'paused', version } })
	try {
		const { subject } = await bastian.answers(linkApi.neighbourhood, at(group))
		expect(subject.can).toEqual({ link: false, linkWithCard: true })
		await bastian.refuses(linkApi.create, { body }, 422, 'card_hidden')
	} finally {
		await bastian.answers(memberApi.setStatus, { path: { id }, body: { status: 'published', version: paused.version } })
	}
})

it('every endpoint of the list was called', () => {
	expect(Object.entries(linkApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
	// Five hundred links of one thing are made in tests/php/Link/LimitsTest.php.
	const reasons = new Set(Object.values(linkApi).flatMap(({ errors }) => [...errors]))
	reasons.delete('too_many')
	expect([...reasons].filter((reason) => !tried.reasons.has(reason))).toEqual([])
})
