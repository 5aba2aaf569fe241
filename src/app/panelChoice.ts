/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The last choice of an account for the Réseau panel. */
export type PanelChoice = 'open' | 'closed'

const keyOf = (uid: string) => `reseau.panel.${encodeURIComponent(uid)}`

/** Whether the account left the panel open in this browser; null if it never used it. */
export function readPanelChoice(storage: Pick<Storage, 'getItem'>, uid: string): PanelChoice | null {
	const kept = storage.getItem(keyOf(uid))
	return kept === 'open' || kept === 'closed' ? kept : null
}

/** Stores whether the account leaves the panel open in this browser. */
export function savePanelChoice(storage: Pick<Storage, 'setItem'>, uid: string, choice: PanelChoice): void {
	storage.setItem(keyOf(uid), choice)
}

/**
 * Lets the server's first answer reserve the place of the panel (lib/Member/FirstAnswer/FirstAnswer.php), so that no text
 * moves when it appears; nothing else reads it.
 */
export function panelCookie(choice: PanelChoice | null, root: string): string {
	return `reseau_panel=${choice ?? ''}; path=${root}/; max-age=${choice === null ? 0 : 31_536_000}; SameSite=Lax`
}
