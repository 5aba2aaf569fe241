/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ReviewPage from './ReviewPage.vue'
import * as models from '../../board/models/gateway.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as drafts from '../draft/gateway.ts'
import { useKeptDraft } from '../draft/useKeptDraft.ts'
import * as gateway from '../gateway.ts'
import { useReview } from '../useReview.ts'

vi.mock('../gateway.ts')
vi.mock('../draft/gateway.ts')
vi.mock('../../board/models/gateway.ts')
const server = vi.mocked(gateway)

const TEXT = readFileSync('tests/fixtures/minutes/dix-groupes.txt', 'utf8')
const session = { uid: 'ida', name: 'Ida', email: 'ida@example.org', facilitator: true, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const review = useReview()
let page: VueWrapper

async function show() {
	const router = await routerAt('/minutes/review')
	;({ page } = mountPage(ReviewPage, { provide: [[sessionKey, session]], router }))
	await vi.dynamicImportSettled()
	await flushPromises()
	return router
}

beforeEach(async () => {
	vi.resetAllMocks()
	vi.mocked(models.getModels).mockResolvedValue({ version: 0, models: null } as never)
	server.findPeople.mockImplementation(async (people) => people.map(({ key }) => ({ key, matches: [] })))
	vi.mocked(drafts.beginDraft).mockImplementation(async ({ name }) => ({ id: 3, name, minutes: null, from: null, changed: '', until: '', version: 1 }))
	vi.mocked(drafts.writeDraft).mockImplementation(async (_, { version }) => ({ id: 3, name: '', minutes: null, from: null, changed: '', until: '', version: version + 1 }))
	await review.begin('ida', 'dix-groupes.txt', TEXT, 'groupe-de-travail')
})

afterEach(() => {
	page.unmount()
	review.close()
	document.body.innerHTML = ''
})

const button = (name: string) => page.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()) === name)!
const marked = () => page.findAll('.source-block__line--marked').map((line) => Number(line.attributes('data-line')))

describe('the review page', () => {
	it('has the whole text on the left and every group on the right', async () => {
		await show()
		expect(page.findAll('[data-line]')).toHaveLength(TEXT.split('\n').length)
		expect(page.findAll('.review-group')).toHaveLength(10)
	})

	it('marks the lines of the selected entry, and the entry of a selected line', async () => {
		await show()
		const { draft } = review
		const person = draft.value!.groups[0]!.roster[0]!
		await page.get(`[data-spot="${person.id}"]`).trigger('click')
		expect(marked()).toEqual(Array.from({ length: person.lines!.to - person.lines!.from + 1 }, (_, i) => person.lines!.from + i))
		const other = draft.value!.groups[1]!.roster[0]!
		await page.get(`[data-line="${other.lines!.from}"]`).trigger('click')
		expect(page.get(`[data-spot="${other.id}"]`).classes()).toContain('review-marked')
	})

	it('opens a section when one of its lines is selected, by the arrow keys too', async () => {
		await show()
		const section = review.draft.value!.groups[0]!.sections[0]!
		const [first] = section.points
		expect(page.find(`[data-spot="${first!.id}"]`).exists()).toBe(false)
		await page.get(`[data-line="${first!.lines!.from - 1}"]`).trigger('click')
		await page.get('[role=listbox]').trigger('keydown', { key: 'ArrowDown' })
		await flushPromises()
		expect(page.get(`[data-spot="${first!.id}"]`).classes()).toContain('review-marked')
	})

	it('goes through the questions one by one: each has the focus, an answer leads to the next', async () => {
		await show()
		const count = review.doubts.value.length
		expect(count).toBeGreaterThan(2)
		await button('Next doubt').trigger('click')
		await flushPromises()
		expect(page.findAll('.doubt-panel')).toHaveLength(1)
		expect(page.get('.doubt-panel').element.contains(document.activeElement)).toBe(true)
		const first = review.doubt.value!.id
		await page.get('.doubt-panel form').trigger('submit')
		await flushPromises()
		expect(review.doubts.value.map(({ id }) => id)).not.toContain(first)
		expect(review.doubt.value!.id).not.toBe(first)
		expect(page.get('.doubt-panel').element.contains(document.activeElement)).toBe(true)
	})

	it('says when the last question is answered', async () => {
		await show()
		await button('Next doubt').trigger('click')
		for (let left = review.doubts.value.length; left > 0; left--) {
			await flushPromises()
			await page.get('.doubt-panel form').trigger('submit')
		}
		await flushPromises()
		expect(page.find('.doubt-panel').exists()).toBe(false)
		expect(page.get('.review__walk').text()).toBe('No doubts left')
	})

	it('undoes corrections one after the other', async () => {
		await show()
		const before = review.draft.value
		await button('Correct the group “' + before!.groups[0]!.title + '”').trigger('click')
		await page.get('.review-head__field input').setValue('Un autre titre')
		expect(review.draft.value!.groups[0]!.title).toBe('Un autre titre')
		await button('Undo: title of a group').trigger('click')
		expect(review.draft.value).toBe(before)
		expect(button('Undo: title of a group')).toBeUndefined()
	})
})

describe('the state of a tab', () => {
	it('is taken up from the server after a reload, and for the same account only', async () => {
		await show()
		review.correct('title', (draft) => ({ ...draft, groups: draft.groups.slice(0, 3) }))
		expect([review.restore('ida'), review.restore('somebody-else')]).toEqual([true, false])
		expect(await useKeptDraft().flush()).toBe(true)
		const { name, content } = { ...vi.mocked(drafts.beginDraft).mock.lastCall![0], ...vi.mocked(drafts.writeDraft).mock.lastCall?.[1] }
		review.close()
		page.unmount()
		vi.mocked(drafts.getDraft).mockResolvedValue({ id: 3, name, minutes: null, from: null, changed: '', until: '', version: 1, content: content! })
		expect(await review.resume('ida', 3)).toBe(true)
		await show()
		expect(page.findAll('.review-group')).toHaveLength(3)
		review.close()
		expect(review.restore('ida')).toBe(false)
	})

	it('is in no storage of the browser', async () => {
		await show()
		review.save()
		expect(JSON.stringify(Object.values({ ...localStorage }))).not.toContain('@')
		review.close()
		expect(Object.keys({ ...sessionStorage }).filter((key) => key.startsWith('reseau'))).toEqual([])
		expect(JSON.stringify({ ...sessionStorage })).not.toContain('@')
	})
})

describe('the confirmation', () => {
	it('lists open questions, and sends a plan without addresses', async () => {
		const router = await show()
		server.startMinutes.mockResolvedValueOnce({ id: 7, version: 1 } as never)
		await page.get('.review__foot .button-vue--primary').trigger('click')
		await flushPromises()
		expect(page.text()).toContain('They do not block anything: what was read stays as it is.')
		expect(page.findAll('.review-confirm__groups li')).toHaveLength(10)
		await page.get('.review-confirm__actions .button-vue--primary').trigger('click')
		await flushPromises()
		const [{ title, hash, plan }] = server.startMinutes.mock.calls[0]!
		expect({ title, hash }).toEqual({ title: 'dix-groupes', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
		expect(JSON.parse(plan).groups).toHaveLength(10)
		expect(plan).not.toContain('@')
		expect(router.currentRoute.value.fullPath).toBe('/minutes/7')
	})

	it('is blocked by a group without a title, and leads to it', async () => {
		await show()
		review.correct('title', (draft) => ({ ...draft, groups: draft.groups.map((group, i) => i === 2 ? { ...group, title: '' } : group) }))
		await page.get('.review__foot .button-vue--primary').trigger('click')
		await flushPromises()
		expect(page.get('[role=alert].review__hindrance').text()).toContain('A group has no title yet')
		expect(page.findAll('.review-group')[2]!.find('.review-head__form').exists()).toBe(true)
	})
})
