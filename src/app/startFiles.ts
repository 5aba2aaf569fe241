/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Loaded on every page of Files, before anyone uses Réseau: keep it as small as possible. It loads the rest when the tab is
// opened for the first time.
import { loadState } from '@nextcloud/initial-state'
import { fileAction, sidebarTab } from './files/hooks.ts'
import { addFileAction, addSidebarTab } from './files/registry.ts'

/** Texts that are needed before the others are loaded. */
const words = loadState('reseau', 'files', { action: 'Réseau', loading: '', failed: '', retry: '' })

addSidebarTab(sidebarTab(words, () => import('./files/tab.ts')))
addFileAction(fileAction(words))
