/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { after, watch } from './press.mjs'

const ROW = '[data-cy-files-list-row]'

/**
 * How long Nextcloud's own page of files takes for a folder, from pressing its row in the folder it is in, whose rows are on the screen.
 *
 * @param {import('playwright-core').BrowserContext} context of an account that has the folder
 * @param {string} base of the server
 * @param {string} path of the folder among the account's files, from a slash
 * @return {ReturnType<typeof after>} `list`: its first rows
 */
export async function openInFiles(context, base, path) {
	const cut = path.lastIndexOf('/')
	const page = await context.newPage()
	try {
		await page.addInitScript(watch)
		await page.goto(`${base}/index.php/apps/files/files?${new URLSearchParams({ dir: path.slice(0, cut) || '/' })}`)
		const link = page.locator(`[data-cy-files-list-row-name="${path.slice(cut + 1)}"] [data-cy-files-list-row-name-link]`).first()
		await link.waitFor()
		await page.waitForLoadState('networkidle')
		return await after(page, { list: ROW }, ['look'], () => link.click())
	} finally {
		await page.close()
	}
}
