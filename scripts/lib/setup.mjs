/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What the tests need in addition to the app.
import { existsSync } from 'node:fs'
import { apt, ensurePhp, FOR_DATABASES, FOR_TESTS } from '../php.mjs'
import { strict } from './project.mjs'
import { ensureNode, ensurePackages } from './ready.mjs'

/** The browser of the tests: Debian's, or the one that CHROMIUM_PATH names. */
export function ensureChromium() {
	const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell'
	if (!existsSync(chromium) && !process.env.CHROMIUM_PATH && process.getuid?.() === 0) {
		console.log('Installing chromium-headless-shell')
		// Without fonts of its own a page has other widths.
		const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation']
		if (!apt(...install)) {
			apt('update', '-qq')
			apt(...install)
		}
	}
	if (!existsSync(chromium)) {
		throw new Error(`${chromium} is needed: install it, or name another one in CHROMIUM_PATH`)
	}
}

/**
 * Puts everything the tests need in place; what is there is left as it is.
 *
 * @return {Promise<Record<string, string>>} why a step of the tests cannot run here, by its name; in a strict run each can
 */
export async function setUp() {
	ensureNode()
	await ensurePackages()
	ensurePhp(FOR_TESTS)
	ensureChromium()
	try {
		ensurePhp(FOR_DATABASES)
		return {}
	} catch (error) {
		if (strict) {
			throw error
		}
		return { mariadb: error.message, postgresql: error.message }
	}
}
