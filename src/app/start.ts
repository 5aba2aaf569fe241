/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { loadState } from '@nextcloud/initial-state'
import { PiniaColada, useQueryCache } from '@pinia/colada'
import { createPinia } from 'pinia'
import * as v from 'valibot'
import { nextTick, ref } from 'vue'
import { parseQuery } from 'vue-router'
import App from './App.vue'
import { boardReasons } from '../board/index.ts'
import { CalendarChoice, HomeDates } from '../calendar/index.ts'
import { deliveryReasons, notificationSectionsKey } from '../delivery/index.ts'
import { VisitorsLink } from '../enquiry/index.ts'
import { AlsoGroups, FirstGroupsSchema, groupAnswers, groupNowKey, groupReasons, groupSectionsKey, OwnGroupSchema, seedGroups } from '../group/index.ts'
import { PaperLetters } from '../letter/index.ts'
import { AlsoSheets, HomeStories, libraryReasons, sheetSectionsKey } from '../library/index.ts'
import { CardMatch, matchingReasons, NeedPeople, NoticeMatches } from '../matching/index.ts'
import { GroupMeetings } from '../meeting/index.ts'
import { alsoFoundKey, awaitAnswersKey, cardActionsKey, cardSectionsKey, FirstSchema, homeSectionsKey, itemActionsKey, keepingSectionsKey, memberReasons, MemberSchema, minutesHereKey, savedNeedKey, seedMembers, sendMessageKey } from '../member/index.ts'
import { messageReasons, messageSectionsKey, sendMessage, WhoWrites, WriteTo } from '../message/index.ts'
import { GroupAsks, runHere } from '../minutes/index.ts'
import { AlsoNotices, MakeNotice, noticePeopleKey, noticeSectionsKey } from '../notice/index.ts'
import { sessionAnswers } from '../session/index.ts'
import { sessionKey, SessionSchema } from '../settings/index.ts'
import { deleteExpiredDrafts, withLocalStorage } from '../shared/lib/draftStore.ts'
import { QUERIES } from '../shared/queryOptions.ts'
import { registerReasons } from '../shared/reasons.ts'
import { CardShowcase, GroupShowcase, NoticeShowcase, SheetShowcase } from '../showcase/index.ts'
import { LetterChoice, subscriptionAnswers } from '../subscription/index.ts'
import { seedVocabulary, vocabularyReasons, VocabularySchema } from '../vocabulary/index.ts'
import { paperSectionsKey } from '../withoutmail/index.ts'
import { createAppRouter } from './router.ts'
import { appRoutes } from './routes.ts'
import { safeApp, startSafely } from './safely.ts'
import { takeOver } from './takeOver.ts'
import { takenOverKey } from './usePanel.ts'

import '../shared/ui/base.css'
import './first.css'

/** The initial state of the page under a name; `absent` without one. */
function state<Schema extends v.GenericSchema>(name: string, schema: Schema, absent?: null): v.InferOutput<Schema> {
	return v.parse(schema, loadState<unknown>('reseau', name, absent))
}

/** Reads the initial state, mounts the app and lets it replace the first answer. */
function start(): void {
	registerReasons(memberReasons)
	registerReasons(vocabularyReasons)
	registerReasons(boardReasons)
	registerReasons(groupReasons)
	registerReasons(libraryReasons)
	registerReasons(messageReasons)
	registerReasons(matchingReasons)
	registerReasons(deliveryReasons)

	const first = document.getElementById('reseau-first')
	const arrived = ref(first === null)

	const pinia = createPinia()
	const app = safeApp(App)
	app.use(pinia)
	app.use(PiniaColada, QUERIES)
	app.provide(sessionKey, state('session', SessionSchema))
	app.provide(alsoFoundKey, [AlsoGroups, AlsoNotices, AlsoSheets])
	app.provide(groupNowKey, [GroupMeetings])
	app.provide(groupSectionsKey, [GroupAsks, GroupShowcase])
	app.provide(cardActionsKey, [WriteTo])
	app.provide(messageSectionsKey, [VisitorsLink])
	app.provide(cardSectionsKey, [CardMatch])
	app.provide(keepingSectionsKey, [CardShowcase])
	app.provide(sheetSectionsKey, [SheetShowcase])
	app.provide(homeSectionsKey, [HomeDates, HomeStories])
	app.provide(awaitAnswersKey, async () => ({ ...await groupAnswers(), ...await sessionAnswers(), ...await subscriptionAnswers() }))
	app.provide(minutesHereKey, runHere)
	app.provide(sendMessageKey, sendMessage)
	app.provide(itemActionsKey, [MakeNotice])
	app.provide(savedNeedKey, [NeedPeople])
	app.provide(noticePeopleKey, [NoticeMatches])
	app.provide(noticeSectionsKey, [NoticeShowcase])
	app.provide(notificationSectionsKey, [CalendarChoice, LetterChoice, WhoWrites])
	app.provide(paperSectionsKey, [PaperLetters])
	app.provide(takenOverKey, arrived)

	const cache = useQueryCache(pinia)
	seedVocabulary(cache, state('vocabulary', VocabularySchema))
	seedMembers(cache, state('me', v.nullable(MemberSchema), null), state('first', FirstSchema))
	seedGroups(cache, state('groups', v.array(OwnGroupSchema)), state('first', FirstGroupsSchema))

	withLocalStorage((storage) => deleteExpiredDrafts(storage, Date.now()))

	const router = createAppRouter(appRoutes)
	app.use(router)
	app.mount('#reseau')

	const root = document.getElementById('reseau')
	if (first && root) {
		takeOver({
			first,
			root,
			// If a page fails to load, the app shows it.
			ready: router.isReady().catch(() => {}).then(() => nextTick()),
			async follow(query) {
				await router.replace({ path: router.currentRoute.value.path, query: parseQuery(query) })
				await nextTick()
			},
		}).catch((error: unknown) => {
			// A partly rendered page is better than the remains of the first answer.
			first.remove()
			throw error
		}).finally(() => {
			arrived.value = true
		})
	}
}

startSafely(start, '#reseau-first main > .ui-page', '#reseau')
