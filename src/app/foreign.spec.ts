/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadTexts } from './foreign.ts'

function pageIn(language: string | null): void {
	// What was read of a page is kept there.
	vi.stubGlobal('_nc_initial_state', undefined)
	document.body.innerHTML = language === null ? '' : `<input type="hidden" id="initial-state-reseau-language" value="${btoa(JSON.stringify(language))}">`
}

beforeEach(() => {
	vi.stubGlobal('_oc_appswebroots', { reseau: '/apps/reseau' })
})
afterEach(() => {
	vi.unstubAllGlobals()
	document.body.replaceChildren()
})

it.each(['fr', 'oc'])('on a page of another app the texts of %s match those of our own pages', async (language) => {
	pageIn(language)
	const run = vi.fn(async () => {})
	await loadTexts(run)
	expect(run.mock.calls).toEqual([[`/apps/reseau/l10n/${language}.js?v=0.0.0`]])
})

it('in English there are none to load', async () => {
	const run = vi.fn(async () => {})
	pageIn('en')
	await loadTexts(run)
	pageIn(null)
	await loadTexts(run)
	expect(run).not.toHaveBeenCalled()
})

it('text that cannot be loaded stays English', async () => {
	pageIn('fr')
	await expect(loadTexts(async () => Promise.reject(new TypeError('offline')))).resolves.toBeUndefined()
})
