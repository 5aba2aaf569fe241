/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteExpiredDrafts, withLocalStorage } from './draftStore.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = Date.UTC(2026, 10, 24)

beforeEach(() => localStorage.clear())

describe('drafts in this browser', () => {
	it('expire, for every author, without affecting other data', () => {
		localStorage.setItem('reseau.draft.odile-marty.7', JSON.stringify({ written: NOW - 31 * DAY }))
		localStorage.setItem('reseau.draft.odile-marty.8', JSON.stringify({ written: NOW - 29 * DAY }))
		localStorage.setItem('reseau.draft.yvonne.7', 'null')
		localStorage.setItem('other', '{}')
		deleteExpiredDrafts(localStorage, NOW)
		expect(Object.keys(localStorage).sort()).toEqual(['other', 'reseau.draft.odile-marty.8'])
	})

	it('need a browser with storage', () => {
		expect(withLocalStorage(() => {})).toBe(true)
		vi.stubGlobal('localStorage', {
			get length() {
				throw new DOMException('refused')
			},
		})
		expect(withLocalStorage((storage) => deleteExpiredDrafts(storage, NOW))).toBe(false)
		vi.unstubAllGlobals()
	})
})
