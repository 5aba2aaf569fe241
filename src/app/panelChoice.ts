/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The last choice a person made for the Réseau panel. */
export type PanelChoice = 'open' | 'closed'

const keyOf = (uid: string) => `reseau.panel.${encodeURIComponent(uid)}`

/** How an account left the panel in this browser; null where it never touched it. */
export function readPanelChoice(storage: Pick<Storage, 'getItem'>, uid: string): PanelChoice | null {
	const kept = storage.getItem(keyOf(uid))
	return kept === 'open' || kept === 'closed' ? kept : null
}

/** Keeps how an account leaves the panel in this browser. */
export function savePanelChoice(storage: Pick<Storage, 'setItem'>, uid: string, choice: PanelChoice): void {
	storage.setItem(keyOf(uid), choice)
}

/**
 * What lets the server's first answer keep the room that the panel is about to take (lib/Member/FirstAnswer/FirstAnswer.php), so that no text
 * moves when it comes; nothing else reads it.
 */
export function panelCookie(choice: PanelChoice | null, root: string): string {
	return `reseau_panel=${choice ?? ''}; path=${root}/; max-age=${choice === null ? 0 : 31_536_000}; SameSite=Lax`
}
