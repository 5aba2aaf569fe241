/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NewGroupMessage } from '../../src/group/writing/model.ts'

import { beforeAll, expect, it } from 'vitest'
import { groupApi } from '../../src/group/api.ts'
import { writingApi } from '../../src/group/writing/api.ts'
import { messageApi } from '../../src/message/api.ts'
import { randomWord } from '../../src/shared/lib/randomWord.ts'
import { account, tried } from './account.ts'

const helene = account('helene-quintilla')
const mireia = account('mireia-casanoves')
/** An account without a card. */
const admin = account('admin')

let eau: number
const at = () => ({ path: { group: eau } })
const message = (to: NewGroupMessage['to'], text = 'La réunion est déplacée à jeudi.') => ({ text, to, key: randomWord() })

beforeAll(async () => {
	eau = (await helene.answers(groupApi.list)).find(({ title }) => title.startsWith('Eau, chemins'))!.id
})

it('who is in a group writes to its people, once', async () => {
	const writing = await helene.answers(writingApi.writing, at())
	expect(writing).toMatchObject({ to: 'people', obstacle: null })
	const body = message('people')
	const sent = await helene.answers(writingApi.write, { ...at(), body })
	expect(sent).toMatchObject({ to: 'people', people: writing.people })
	expect(await helene.answers(writingApi.write, { ...at(), body })).toEqual(sent)
	const [row] = (await helene.answers(messageApi.list)).conversations
	expect(row).toMatchObject({ about: { type: 'group', id: eau }, bulk: { to: 'people', people: writing.people } })
	expect(await helene.answers(messageApi.bulk, { path: { conversation: row!.id } })).toHaveLength(writing.people)
	await mireia.refuses(messageApi.bulk, { path: { conversation: row!.id } }, 404, 'not_found')
	expect((await helene.answers(messageApi.get, { path: { conversation: sent.conversation } })).messages.at(-1)).toMatchObject({ mine: true, bulk: 'people' })
})

it('who is not in it writes to those who facilitate it', async () => {
	expect(await mireia.answers(writingApi.writing, at())).toMatchObject({ to: 'facilitators', people: 2 })
	await mireia.refuses(writingApi.write, { ...at(), body: message('people') }, 422, 'group_changed')
	await mireia.refuses(writingApi.write, { ...at(), body: message('facilitators', 'Voyez https://example.org/eau') }, 422, 'links_too_early')
	await mireia.refuses(writingApi.write, { ...at(), body: message('facilitators', ' ') }, 400, 'text_missing')
	await mireia.answers(writingApi.write, { ...at(), body: message('facilitators') })
	await admin.refuses(writingApi.write, { ...at(), body: message('facilitators') }, 422, 'no_card')
	await mireia.refuses(writingApi.writing, { path: { group: 99_999_999 } }, 404, 'not_found')
})

it('every endpoint of the list was called', () => {
	expect(Object.entries(writingApi).filter(([, endpoint]) => !tried.endpoints.has(endpoint)).map(([name]) => name)).toEqual([])
})
