/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { loadState } from '@nextcloud/initial-state'
import { PiniaColada, useQueryCache } from '@pinia/colada'
import { createPinia } from 'pinia'
import * as v from 'valibot'
import { createApp } from 'vue'
import App from './App.vue'
import { FirstSchema, inBrowser, memberReasons, memberRoutes, MemberSchema, seedMembers, sweepDrafts } from '../member/index.ts'
import { seedVocabulary, sessionKey, SessionSchema, VocabularySchema } from '../settings/index.ts'
import { registerReasons } from '../shared/reasons.ts'
import { createAppRouter } from './router.ts'

import '../shared/ui/base.css'

/** What the server put into the page under a name; `absent` where it put nothing there. */
function state<Schema extends v.GenericSchema>(name: string, schema: Schema, absent?: null): v.InferOutput<Schema> {
	return v.parse(schema, loadState<unknown>('reseau', name, absent))
}

registerReasons(memberReasons)

const pinia = createPinia()
const app = createApp(App)
app.use(pinia)
app.use(PiniaColada, { queryOptions: { staleTime: 30_000 } })
app.provide(sessionKey, state('session', SessionSchema))

const cache = useQueryCache(pinia)
seedVocabulary(cache, state('vocabulary', VocabularySchema))
seedMembers(cache, state('me', v.nullable(MemberSchema), null), state('first', FirstSchema))

inBrowser((storage) => sweepDrafts(storage, Date.now()))

app.use(createAppRouter(memberRoutes))
app.mount('#reseau')
