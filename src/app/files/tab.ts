/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { defineCustomElement } from 'vue'
import FilesTab from './FilesTab.vue'
import { loadWords, useInForeignPage } from '../foreign.ts'
import { safely } from '../safely.ts'

/** Makes the element of the panel, which the tab puts into itself (element.ts). */
export async function define(tag: string): Promise<void> {
	await loadWords()
	customElements.define(tag, defineCustomElement(safely(FilesTab, true), { shadowRoot: false, configureApp: useInForeignPage }))
}
