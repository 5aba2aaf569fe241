/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import MinutesSource from './MinutesSource.vue'
import * as models from '../../board/models/gateway.ts'
import { sessionKey } from '../../settings/index.ts'
import { fingerprint } from '../../shared/lib/fingerprint.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { readMinutes } from '../read/readMinutes.ts'

vi.mock('../../board/models/gateway.ts')
vi.mock('../gateway.ts')

/** A worker on the test's own thread, which answers when it is let. */
class TestWorker {
	static last: TestWorker
	onmessage: (event: { data: unknown }) => void = () => undefined
	onerror: (event: { message: string }) => void = () => undefined
	ended = false
	private asked: File | string = ''

	constructor() {
		TestWorker.last = this
	}

	postMessage({ read }: { read: File | string }): void {
		this.asked = read
	}

	async answer(): Promise<void> {
		this.onmessage({ data: await readMinutes(this.asked, (step) => this.onmessage({ data: { minutes: 'step', step } })) })
		await flushPromises()
	}

	terminate(): void {
		this.ended = true
	}
}

const session = { uid: 'ida', name: 'Ida', email: 'ida@example.org', facilitator: true, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
let page: VueWrapper

async function give(content: BlobPart, name: string): Promise<void> {
	const input = page.find<HTMLInputElement>('input[type=file]')
	Object.defineProperty(input.element, 'files', { value: [new File([content], name)], configurable: true })
	await input.trigger('change')
	TestWorker.last.onmessage({ data: { minutes: 'step', step: { at: 'page', page: 2, pages: 30 } } })
	await flushPromises()
}
const stopButton = () => page.findAll('button').find((button) => button.text() === 'Stop')

beforeEach(() => {
	vi.stubGlobal('Worker', TestWorker)
	vi.mocked(models.getModels).mockResolvedValue({ version: 0, models: null } as never)
	vi.mocked(gateway.listMinutes).mockResolvedValue([])
	;({ page } = mountPage(MinutesSource, { provide: [[sessionKey, session]] }))
})
afterEach(() => vi.unstubAllGlobals())

describe('a file of minutes', () => {
	it('is read in a worker, while the page shows the progress', async () => {
		await give('Groupe 1 : Lire\nConstats\n- On lit peu', 'a.txt')
		expect(page.find('[role=status]').text()).toBe('Reading page 2 of 30…')
		await TestWorker.last.answer()
		await vi.waitFor(() => expect(page.emitted('read')).toHaveLength(1))
		expect(page.find('[role=status]').text()).toBe('')
	})

	it('can be stopped, and another one chosen immediately', async () => {
		await give('Groupe 1', 'a.txt')
		await stopButton()!.trigger('click')
		await flushPromises()
		expect(TestWorker.last.ended).toBe(true)
		expect(page.find('[role=status]').text()).toBe('Stopped. Nothing was read.')
		expect(document.activeElement).toBe(page.find('input[type=file]').element)
		expect(stopButton()).toBeUndefined()
		await give('Groupe 2 : Marcher\nConstats\n- On marche peu', 'b.txt')
		await TestWorker.last.answer()
		await vi.waitFor(() => expect(page.emitted('read')).toHaveLength(1))
	})

	it.each([['made', 0], ['undoing', 1]])('that was imported before is recognised, even if it is read before the list has come; not once it may be imported again: %s', async (state, read) => {
		const text = 'Groupe 1 : Lire\nConstats\n- On lit peu'
		let come: (list: never) => void = () => {}
		vi.mocked(gateway.listMinutes).mockReturnValue(new Promise((resolve) => {
			come = resolve
		}))
		;({ page } = mountPage(MinutesSource, { provide: [[sessionKey, session]] }))
		await give(text, 'autre-nom.txt')
		await TestWorker.last.answer()
		come([{ id: 3, title: 'rencontre', hash: fingerprint(new TextEncoder().encode(text)), state, by: { name: 'Odile', me: false }, created: '2026-11-24T10:00:00+00:00', planned: 1, made: 1, can: { edit: false } }] as never)
		await vi.waitFor(() => expect(page.emitted('read') ?? (page.text().includes('rencontre') ? [] : null)).toHaveLength(read))
	})

	it('that cannot be read says why', async () => {
		await give(Uint8Array.of(0x50, 0x4b, 3, 4, 5), 'a.docx')
		await TestWorker.last.answer()
		expect(page.text()).toContain('damaged or incomplete')
		expect(page.emitted('read')).toBeUndefined()
	})
})
