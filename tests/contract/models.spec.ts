/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { STARTER_MODELS } from '../../src/board/models.ts'
import { modelsApi } from '../../src/board/models/api.ts'
import { BoardModelsSchema, MODEL_LIMITS } from '../../src/board/models/model.ts'
import { account } from './account.ts'

const maelle = account('maelle-roumegous')
/** Facilitates the network. */
const romain = account('romain-vielfaure')

it('stores the board models of a network', async () => {
	const { version } = await maelle.answers(modelsApi.models)
	const models = [...STARTER_MODELS]
	await maelle.refuses(modelsApi.writeModels, { body: { version, models } }, 403, 'not_yours')
	const written = await romain.answers(modelsApi.writeModels, { body: { version, models } })
	expect(written).toEqual({ version: version + 1, models })
	const { current } = await romain.refuses(modelsApi.writeModels, { body: { version, models: null } }, 409, 'stale_version')
	expect(v.parse(BoardModelsSchema, current)).toEqual(written)
	expect(await maelle.answers(modelsApi.models)).toEqual(written)
	expect(await romain.answers(modelsApi.writeModels, { body: { version: version + 1, models: null } })).toEqual({ version: version + 2, models: null })
})

it.each([
	['a title too long', { title: 'a'.repeat(MODEL_LIMITS.title + 1) }, 'too_long'],
	['no list', { stacks: [] }, 'stack_missing'],
	['a colour that is none', { color: 'rouge' }, 'bad_color'],
	['a word with a space', { slug: 'un deux' }, 'bad_slug'],
])('refuses a model with %s', async (_, wrong, reason) => {
	const { version } = await romain.answers(modelsApi.models)
	const refusal = await romain.refuses(modelsApi.writeModels, { body: { version, models: [{ ...STARTER_MODELS[0]!, ...wrong }] } }, 400, reason)
	expect(refusal.field).toMatch(/^models\.0\./)
})
