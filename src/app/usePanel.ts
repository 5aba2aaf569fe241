/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { Subject } from '../shared/subject.ts'
import type { PanelChoice } from './panelChoice.ts'

import { getRootUrl } from '@nextcloud/router'
import { computed, inject, readonly, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../settings/index.ts'
import { useNarrow } from '../shared/composables/useNarrow.ts'
import { SIDEBAR_COVERS_BELOW, useSidebar } from '../shared/composables/useSidebar.ts'
import { withLocalStorage } from '../shared/lib/draftStore.ts'
import { panelCookie, readPanelChoice, savePanelChoice } from './panelChoice.ts'

/** Whether the app has replaced the server's first answer. */
export const takenOverKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('arrived')

interface Panel {
	/** The subject of the page; null: no panel for it. */
	subject: ComputedRef<Subject | null>
	/** The app is loaded, so the panel may request the neighbourhood. */
	arrived: Readonly<Ref<boolean>>
	/** The place of the panel is reserved. */
	open: ComputedRef<boolean>
	/** Its content may be requested. */
	shown: ComputedRef<boolean>
	/** A page shows its own content in the place of the panel. */
	held: ComputedRef<boolean>
	/** The panel covers the page. */
	covers: ComputedRef<boolean>
	/** It was opened on this page, not restored. */
	asked: Readonly<Ref<boolean>>
	show: () => void
	hide: () => void
}

/**
 * State of the Réseau panel: closed until an account opens it in this browser, then as it was left. If it covers the page, it is opened each time, by an
 * address with `around`, so that the Back button of a telephone closes it. A link may have such an address, on a screen of any width.
 *
 * @param opener gets the focus back when it is closed
 */
export function usePanel(opener: () => HTMLElement | null): Panel {
	const { uid } = useSession()
	const route = useRoute()
	const router = useRouter()
	const arrived = inject(takenOverKey, ref(true))
	const narrow = useNarrow(SIDEBAR_COVERS_BELOW)
	const { held } = useSidebar()

	const choice = ref<PanelChoice | null>(null)
	withLocalStorage((storage) => {
		choice.value = readPanelChoice(storage, uid)
	})
	document.cookie = panelCookie(choice.value, getRootUrl())
	/** Only on this page, whatever was stored. */
	const here = computed(() => route.query.around !== undefined)
	const asked = ref(here.value)

	const subject = computed(() => route.meta.subject?.(route) ?? null)
	const open = computed(() => subject.value !== null && held.value === 0
		&& (here.value || (!narrow.value && choice.value === 'open')))

	function choose(now: PanelChoice): void {
		choice.value = now
		withLocalStorage((storage) => savePanelChoice(storage, uid, now))
		document.cookie = panelCookie(now, getRootUrl())
	}

	/** Back to the address without it: one step in the history, if it was opened on this page. */
	function leave(): void {
		const query = { ...route.query }
		delete query.around
		const without = { path: route.path, query, hash: route.hash }
		if (history.state?.back === router.resolve(without).fullPath) {
			router.back()
		} else {
			void router.replace(without)
		}
	}

	router.afterEach((to, from) => {
		if (to.path !== from.path) {
			asked.value = to.query.around !== undefined
		}
	})

	// However it was closed, the focus returns to where the panel was opened, unless the page changed.
	watch([open, () => route.path], ([now, path], [before, place]) => {
		if (before && !now && path === place && document.activeElement === document.body) {
			opener()?.focus({ preventScroll: true })
		}
	}, { flush: 'post' })

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
			if (narrow.value) {
				void router.push({ path: route.path, query: { ...route.query, around: '1' }, hash: route.hash })
			} else {
				choose('open')
			}
		},
		hide() {
			asked.value = false
			if (!narrow.value) {
				choose('closed')
			}
			if (here.value) {
				leave()
			}
		},
	}
}
