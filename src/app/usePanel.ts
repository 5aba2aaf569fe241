/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { Subject } from '../shared/subject.ts'
import type { PanelChoice } from './panelChoice.ts'

import { getRootUrl } from '@nextcloud/router'
import { computed, inject, nextTick, readonly, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../settings/index.ts'
import { useNarrow } from '../shared/composables/useNarrow.ts'
import { SIDEBAR_COVERS_BELOW, useSidebar } from '../shared/composables/useSidebar.ts'
import { withLocalStorage } from '../shared/lib/draftStore.ts'
import { panelCookie, readPanelChoice, savePanelChoice } from './panelChoice.ts'

/** Whether the app has replaced the server's first answer. */
export const takenOverKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('arrived')

interface Panel {
	/** What the page is about; null: no panel for it. */
	subject: ComputedRef<Subject | null>
	/** The app is there, and what is around may be asked for. */
	arrived: Readonly<Ref<boolean>>
	/** The panel has its place. */
	open: ComputedRef<boolean>
	/** And may ask for what is in it. */
	shown: ComputedRef<boolean>
	/** A page has put something of its own in that place. */
	held: ComputedRef<boolean>
	/** The panel covers the page. */
	covers: ComputedRef<boolean>
	/** It was opened on this page, not found open. */
	asked: Readonly<Ref<boolean>>
	show: () => void
	/** Closes it; `back` is who gets the focus. */
	hide: (back: () => HTMLElement | null | undefined) => Promise<void>
}

/** State of the Réseau panel: closed until an account opens it in this browser, then as it was left. If it covers the page, it is opened each time. */
export function usePanel(): Panel {
	const { uid } = useSession()
	const route = useRoute()
	const arrived = inject(takenOverKey, ref(true))
	const narrow = useNarrow(SIDEBAR_COVERS_BELOW)
	const { held } = useSidebar()

	const choice = ref<PanelChoice | null>(null)
	withLocalStorage((storage) => {
		choice.value = readPanelChoice(storage, uid)
	})
	document.cookie = panelCookie(choice.value, getRootUrl())
	const covering = ref(false)
	const asked = ref(false)

	const subject = computed(() => route.meta.subject?.(route) ?? null)
	const open = computed(() => subject.value !== null && held.value === 0
		&& (narrow.value ? covering.value : choice.value === 'open'))

	function choose(now: PanelChoice): void {
		if (narrow.value) {
			covering.value = now === 'open'
			return
		}
		choice.value = now
		withLocalStorage((storage) => savePanelChoice(storage, uid, now))
		document.cookie = panelCookie(now, getRootUrl())
	}

	// An overlay closes when the page changes.
	useRouter().afterEach((to, from) => {
		if (to.path !== from.path) {
			covering.value = false
			asked.value = false
		}
	})

	return {
		subject,
		arrived,
		open,
		shown: computed(() => open.value && arrived.value),
		held: computed(() => held.value > 0),
		covers: computed(() => narrow.value && (open.value || held.value > 0)),
		asked: readonly(asked),
		show() {
			asked.value = true
			choose('open')
		},
		async hide(back) {
			choose('closed')
			asked.value = false
			await nextTick()
			back()?.focus({ preventScroll: true })
		},
	}
}
