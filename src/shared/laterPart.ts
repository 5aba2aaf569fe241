/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Component } from 'vue'

import { defineAsyncComponent, defineComponent, h } from 'vue'
import UiBoundary from './ui/UiBoundary.vue'

/**
 * A part of a page that is loaded when it is first shown. If loading fails, its place shows it and offers a retry.
 *
 * @param load loads the component
 * @param loadingComponent shown while loading
 */
export function laterPart<T extends Component>(load: () => Promise<T | { default: T }>, loadingComponent?: Component): T {
	const Part = defineAsyncComponent({ loader: load as () => Promise<Component>, loadingComponent })
	return defineComponent({
		name: 'LaterPart',
		inheritAttrs: false,
		setup: (_, { attrs, slots }) => () => h(UiBoundary, { part: true }, () => h(Part, attrs, slots)),
	}) as unknown as T
}
