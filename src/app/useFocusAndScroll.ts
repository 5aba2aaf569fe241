/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { nextTick, onUnmounted } from 'vue'
import { useRouter } from 'vue-router'

/** Id that NcAppContent gives to the part of the page that scrolls. */
const CONTENT = 'app-content-vue'

const content = () => document.getElementById(CONTENT)

/**
 * What a browser does between two documents, for our pages: the focus goes to the new page's heading, the
 * view to its top, or back to its earlier position after the Back button.
 *
 * @param leave called when a page is left
 */
export function useFocusAndScroll(leave: () => void): void {
	const router = useRouter()
	const left = new Map<unknown, number>()
	// vue-router numbers the entries of the history.
	let position: unknown = history.state?.position

	const stops = [
		router.beforeEach((to, from) => {
			if (to.path !== from.path) {
				leave()
			}
		}),
		router.beforeResolve(() => {
			left.set(position, content()?.scrollTop ?? 0)
		}),
		router.afterEach(async (to, from, failure) => {
			const before = position
			position = history.state?.position
			if (failure || from.matched.length === 0 || to.path === from.path) {
				return
			}
			const back = Number(position) < Number(before)
			await nextTick()
			// On a narrow page the navigation closes now, and returns the focus to its button first.
			await new Promise((resolve) => {
				setTimeout(resolve)
			})
			content()?.querySelector('h1')?.focus({ preventScroll: true })
			content()?.scrollTo({ top: back ? left.get(position) ?? 0 : 0 })
		}),
	]
	onUnmounted(() => stops.forEach((stop) => stop()))
}
