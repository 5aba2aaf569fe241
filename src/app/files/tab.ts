/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineCustomElement } from 'vue'
import FilesTab from './FilesTab.vue'
import { loadWords, useInForeignPage } from '../foreign.ts'

/** Makes the element that Files puts into its sidebar. */
export async function define(tag: string): Promise<void> {
	await loadWords()
	customElements.define(tag, defineCustomElement(FilesTab, { shadowRoot: false, configureApp: useInForeignPage }))
}
