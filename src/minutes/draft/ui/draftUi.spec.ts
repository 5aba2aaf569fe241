/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftSummary } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import DraftList from './DraftList.vue'
import DraftState from './DraftState.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import { NOTHING_CHOSEN } from '../../ask/inviting.ts'
import { draftOf } from '../../review/draft.ts'
import { sampleReading } from '../../testing/sample.ts'
import * as gateway from '../gateway.ts'
import { useKeptDraft } from '../useKeptDraft.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const draft = draftOf(sampleReading(), null)
const summary = (words: Partial<DraftSummary> = {}): DraftSummary => ({ id: 3, name: 'Rencontre.odt', minutes: null, from: null, changed: '2026-11-24T12:00:00Z', until: '2026-12-24T12:00:00Z', version: 2, ...words })
const keeping = useKeptDraft()
const session = { uid: 'nadege', facilitators: [{ uid: 'nadege', name: 'Nadège' }, { uid: 'fanny', name: 'Fanny' }] }

beforeEach(() => {
	vi.resetAllMocks()
	keeping.leave()
	server.beginDraft.mockImplementation(async ({ name }) => summary({ name, version: 1 }))
})

describe('whether it is saved', () => {
	const show = () => mountPage(DraftState, { provide: [[sessionKey, session]] }).page

	it('is shown unobtrusively', async () => {
		const page = show()
		keeping.start('', { hash: '', text: '', draft, inviting: NOTHING_CHOSEN })
		await flushPromises()
		expect(page.get('[role=status]').text()).toBe('Saving…')
		await keeping.flush()
		expect(page.get('[role=status]').text()).toBe('Saved')
		server.writeDraft.mockRejectedValueOnce(new ApiError(0, 'offline'))
		keeping.keep({ draft: { ...draft, answered: ['a'] } })
		await keeping.flush()
		expect(page.get('[role=status]').text()).toContain('Not saved yet: no connection.')
		expect(page.find('[role=alert].ui-quiet').exists()).toBe(false)
		const leaving = new Event('beforeunload', { cancelable: true })
		dispatchEvent(leaving)
		expect(leaving.defaultPrevented).toBe(true)
	})

	it('offers a choice where it is gone', async () => {
		const page = show()
		keeping.start('', { hash: '', text: '', draft, inviting: NOTHING_CHOSEN })
		await keeping.flush()
		server.writeDraft.mockRejectedValueOnce(new ApiError(404, 'not_found'))
		keeping.keep({ draft: { ...draft, answered: ['a'] } })
		await keeping.flush()
		expect(page.get('[role=alert].ui-quiet').text()).toContain('This draft was deleted, or handed over')
		server.beginDraft.mockImplementationOnce(async ({ name }) => summary({ id: 4, name, version: 1 }))
		await page.findAll('button').find((one) => one.text() === 'Keep mine as a copy')!.trigger('click')
		await vi.waitFor(() => expect(keeping.state.value).toBe('saved'))
		expect(server.beginDraft.mock.lastCall![0].name).toBe('Pasted text (copy)')
		const leaving = new Event('beforeunload', { cancelable: true })
		dispatchEvent(leaving)
		expect(leaving.defaultPrevented).toBe(false)
	})
})

describe('the list of drafts', () => {
	const show = (...drafts: DraftSummary[]) => mountPage(DraftList, { props: { drafts }, provide: [[sessionKey, session]] }).page

	it('leads to the review, or to the people of the groups that are made', () => {
		const page = show(summary(), summary({ id: 4, name: '', minutes: 9, from: 'Odile' }))
		expect(page.findAll('.ui-rows__what a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Rencontre.odt', '/minutes/review?draft=3'], ['Pasted text', '/minutes/9']])
		expect(page.text()).toContain('Handed over by Odile')
		page.unmount()
	})

	it('hands one on, to another facilitator', async () => {
		const page = show(summary())
		await page.findAll('button').find((one) => one.attributes('aria-label') === 'Hand “Rencontre.odt” on…')!.trigger('click')
		await flushPromises()
		const dialog = page.findAll('dialog').find((one) => one.find('select').exists())!
		expect(dialog.findAll('option').map((option) => option.attributes('value'))).toEqual(['', 'fanny'])
		await dialog.get('select').setValue('fanny')
		await dialog.findAll('button').find((one) => one.text() === 'Hand over the draft')!.trigger('click')
		await flushPromises()
		expect(server.handOverDraft).toHaveBeenCalledWith(3, 2, 'fanny')
		expect(page.emitted('changed')).toHaveLength(1)
		page.unmount()
	})
})
