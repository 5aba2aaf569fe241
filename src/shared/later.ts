/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { register } from '@nextcloud/l10n'
import { generateFilePath } from '@nextcloud/router'

/** Translations by source text; a plural has several forms. */
export type Texts = Record<string, string | string[]>

declare global {
	/** Nextcloud's place for data shared by apps. The first texts of a page (l10n/fr.js) store their language and the address of the others there. */
	var OCA: { Reseau?: { language?: string, laterTexts?: string } } | undefined
}

/** The address of the texts of later pages, below l10n/; undefined in English, whose texts are in the code. */
const address = () => globalThis.OCA?.Reseau?.laterTexts

/**
 * Loads the texts once; after a failure they are requested again, until then the page is in English.
 *
 * @param get loads the texts at an address
 */
export function textsOnce(get: (address: string) => Promise<Texts>): () => Promise<void> {
	let asked: Promise<void> | null = null
	let failures = 0
	return async () => {
		const file = address()
		if (file === undefined) {
			return
		}
		// Some browsers cache a failed module as failed: with another address it is a different one.
		asked ??= get(generateFilePath('reseau', 'l10n', failures > 0 ? `${file}&again=${failures}` : file)).then(
			(texts) => register('reseau', texts),
			() => {
				failures++
				asked = null
			},
		)
		await asked
	}
}

/**
 * Loads the texts that only later pages use. Never fails.
 *
 * A module, since every web server delivers scripts for Nextcloud, while one with addresses without index.php does not deliver JSON.
 */
export const laterTexts = textsOnce(async (address) => (await import(/* @vite-ignore */ address) as { default: Texts }).default)

/**
 * An import() of code with texts, together with its texts. Everything the first pages load later uses it, except routes, which the
 * router handles itself.
 */
export function later<Module>(load: () => Promise<Module>): () => Promise<Module> {
	return async () => (await Promise.all([load(), laterTexts()]))[0]
}
