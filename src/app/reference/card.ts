/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { App } from 'vue'

import * as v from 'valibot'
import ReferenceCard from './ReferenceCard.vue'
import { ThingSchema } from '../../link/ui/index.ts'
import { installPlugins, loadTexts } from '../foreign.ts'
import { safeApp } from '../safely.ts'

const mounted = new Map<HTMLElement, App>()

/** Before anything is rendered. */
export const ready = loadTexts

/** Renders a thing into an element of a text. */
export function mount(element: HTMLElement, thing: unknown): void {
	mounted.get(element)?.unmount()
	const app = safeApp(ReferenceCard, { thing: v.parse(ThingSchema, thing) }, true)
	installPlugins(app)
	app.mount(element)
	mounted.set(element, app)
}

/** Unmounts what was rendered in or below an element, and what is no longer in any page. */
export function unmount(element: HTMLElement): void {
	for (const [at, app] of mounted) {
		if (element.contains(at) || !at.isConnected) {
			app.unmount()
			mounted.delete(at)
		}
	}
}
