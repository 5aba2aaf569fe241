/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { AlreadyImportedSchema } from '../../src/minutes/model.ts'
import { ordinaryApi } from '../../src/minutes/ordinary/api.ts'
import { OrdinaryPlanSchema } from '../../src/minutes/ordinary/model.ts'
import { account } from './account.ts'

const maelle = account('maelle-roumegous')
const bastian = account('bastian-escande')

const PLAN = {
	cards: [{ title: 'Le devis', description: '', member: null, due: '2026-12-01', made: null }],
	stack: 'Priorités',
	meeting: { day: '2026-12-09', time: '18:30', place: 'foyer', made: null },
	file: null,
	left: [],
	begun: [],
}
const START = { hash: 'd2'.repeat(32), title: 'Réunion du contrat', plan: JSON.stringify(PLAN) }

it('minutes of a meeting are brought into a group, made, undone and deleted', async () => {
	const group = await maelle.answers(groupApi.create, { body: { title: 'Groupe qui se réunit', key: 'ordinary-contract' } })
	const path = { group: group.id }
	const begun = await maelle.answers(ordinaryApi.start, { path, body: START })
	expect(begun).toMatchObject({ state: 'making', by: { me: true }, running: false })
	expect(v.parse(OrdinaryPlanSchema, JSON.parse(begun.plan))).toEqual(PLAN)
	const refused = await maelle.refuses(ordinaryApi.start, { path, body: START }, 409, 'already_imported')
	expect(v.safeParse(AlreadyImportedSchema, refused.current).success).toBe(true)
	await bastian.refuses(ordinaryApi.list, { path }, 403, 'not_yours')
	await maelle.refuses(ordinaryApi.start, { path, body: { ...START, title: ' ' } }, 400, 'minutes_nameless')
	await maelle.refuses(ordinaryApi.start, { path, body: { ...START, plan: '{' } }, 400, 'bad_plan')
	await maelle.refuses(ordinaryApi.start, { path, body: { ...START, title: 'a@example.org' } }, 400, 'address_in_plan')
	const one = { ...path, brought: begun.id }
	const saved = await maelle.answers(ordinaryApi.save, { path: one, body: { version: begun.version, runner: 'a', plan: START.plan } })
	await maelle.refuses(ordinaryApi.save, { path: one, body: { version: saved.version, runner: 'b' } }, 409, 'being_made')
	await maelle.refuses(ordinaryApi.save, { path: one, body: { version: begun.version, runner: 'a' } }, 409, 'stale_version')
	await maelle.refuses(ordinaryApi.save, { path: one, body: { runner: 'a' } }, 400, 'version_missing')
	await maelle.refuses(ordinaryApi.save, { path: one, body: { version: saved.version, runner: '' } }, 400, 'runner_missing')
	await maelle.refuses(ordinaryApi.delete, { path: one }, 409, 'unknown_state')
	const undone = await maelle.answers(ordinaryApi.save, { path: one, body: { version: saved.version, runner: 'a', state: 'undone', last: true } })
	await maelle.refuses(ordinaryApi.save, { path: one, body: { version: undone.version, runner: 'a', state: 'made' } }, 400, 'unknown_state')
	expect((await maelle.answers(ordinaryApi.get, { path: one })).state).toBe('undone')
	await maelle.answers(ordinaryApi.delete, { path: one })
	expect(await maelle.answers(ordinaryApi.list, { path })).toEqual([])
	await maelle.answers(groupApi.delete, { path })
	await maelle.refuses(ordinaryApi.list, { path }, 404, 'not_found')
})
