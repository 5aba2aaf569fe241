/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { App, Component, DefineComponent } from 'vue'

import { createApp, defineComponent, h } from 'vue'
import UiBoundary from '../shared/ui/UiBoundary.vue'
import UiFailure from '../shared/ui/UiFailure.vue'
import { failureOf, logError } from '../shared/failure.ts'

/**
 * A component that is never blank, for every Vue root: an error in it or in its children is shown instead.
 *
 * @param component with the props it declares
 * @param part the page around it belongs to another app
 */
export function withBoundary(component: Component, part = false): DefineComponent {
	return defineComponent({
		name: 'Safely',
		props: (component as { props?: Record<string, null> }).props,
		setup: (props: Record<string, unknown>) => () => h(UiBoundary, { part }, () => h(component, props)),
	}) as unknown as DefineComponent
}

/** The only way to create one of our Vue apps. */
export function safeApp(component: Component, props: Record<string, unknown> = {}, part = false): App {
	return createApp(withBoundary(component, part), props)
}

/**
 * Starts a page, and shows a message if that fails.
 *
 * @param start mounts the app
 * @param places selectors for the message; the first one on the page is used
 */
export function startSafely(start: () => void, ...places: string[]): void {
	try {
		start()
	} catch (error) {
		logError(error)
		const box = document.createElement('div')
		box.className = 'ui-failed-start'
		places.map((place) => document.querySelector(place)).find((place) => place !== null)?.prepend(box)
		createApp(UiFailure, { failure: failureOf(error, 'start'), onRetry: () => location.reload() }).mount(box)
	}
}
