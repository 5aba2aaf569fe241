/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator } from '@playwright/test'

/**
 * Drops files and folders of this machine on something, as a hand does: a DataTransfer made by a script has no folders.
 *
 * @param on what they are dropped on
 * @param paths absolute
 */
export async function drop(on: Locator, ...paths: string[]): Promise<void> {
	const { x, y, width } = (await on.boundingBox())!
	const devtools = await on.page().context().newCDPSession(on.page())
	const data = { items: [], files: paths, dragOperationsMask: 1 }
	for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
		await devtools.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + 40, data })
	}
	await devtools.detach()
}
