/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import ReviewSource from './ReviewSource.vue'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { draftOf } from '../review/draft.ts'
import { sampleReading } from '../testing/sample.ts'
import { useReview } from '../useReview.ts'

const review = useReview()
afterEach(() => {
	review.close()
	vi.restoreAllMocks()
})

it('has only some of 125,000 lines in the page, also after going to the last', async () => {
	// A test has no layout.
	vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function(this: HTMLElement) {
		return this.matches('.source-block') ? 550 : 600
	})
	vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
	vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(5000 * 550)
	const computed = getComputedStyle.bind(window)
	vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => element.matches('[role=listbox]') ? { overflowY: 'auto', borderTopWidth: '0' } as CSSStyleDeclaration : computed(element))
	const lines = Array.from({ length: 125_000 }, (_, i) => `Ligne ${i}`)
	review.source.value = { name: '', hash: 'ab', text: '', lines }
	review.draft.value = draftOf(sampleReading(), null)
	const { page } = mountPage(ReviewSource, { props: { model: null } })
	await flushPromises()
	const list = page.get('[role=listbox]')
	expect(page.findAll('[data-line]').length).toBeGreaterThan(0)
	await list.trigger('keydown', { key: 'End' })
	await flushPromises()
	expect(review.selected.value?.lines).toEqual({ from: 124_999, to: 124_999 })
	expect(page.get('[aria-selected=true]').text()).toContain('Ligne 124999')
	expect(page.element.querySelectorAll('*').length).toBeLessThan(5000)
	page.unmount()
})
