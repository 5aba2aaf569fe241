/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineCustomElement } from 'vue'
import FilesTab from './FilesTab.vue'
import { installPlugins, loadTexts } from '../foreign.ts'
import { withBoundary } from '../safely.ts'

/** Defines the element of the panel, which the tab inserts (element.ts). */
export async function define(tag: string): Promise<void> {
	await loadTexts()
	customElements.define(tag, defineCustomElement(withBoundary(FilesTab, true), { shadowRoot: false, configureApp: installPlugins }))
}
