/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import UiBoundary from './UiBoundary.vue'
import { ApiError } from '../../api/apiError.ts'
import { useUndo } from '../composables/useUndo.ts'
import { errorTraces, failureOf, leavesViewIntact } from '../failure.ts'
import { laterPart } from '../laterPart.ts'

function boom(): never {
	throw new TypeError('odile@example.org is no number')
}
/** Whether the parts throw. */
let broken = true

const PARTS = {
	'in setup': defineComponent({ setup: () => broken ? boom() : () => h('p', 'Here') }),
	'in its first render': defineComponent({ setup: () => () => broken ? boom() : h('p', 'Here') }),
	'in a render after an update': defineComponent({
		setup() {
			const late = ref(false)
			onMounted(() => {
				late.value = true
			})
			return () => late.value && broken ? boom() : h('p', 'Here')
		},
	}),
	'when it is mounted': defineComponent({
		setup() {
			onMounted(() => {
				if (broken) {
					boom()
				}
			})
			return () => h('p', 'Here')
		},
	}),
	'within another component': defineComponent({ setup: () => () => h('section', h(defineComponent({ setup: () => broken ? boom() : () => h('p', 'Here') }))) }),
	'while its code is loaded': defineComponent({ setup: () => () => h(laterPart(async () => broken ? boom() : defineComponent({ setup: () => () => h('p', 'Here') }))) }),
}

beforeEach(() => {
	broken = true
	useUndo().dismiss()
	vi.spyOn(console, 'error').mockImplementation(() => {})
	vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

const show = (part: object, slots: object = {}, props: object = {}) => mount(UiBoundary, { props, slots: { default: () => h(part), ...slots }, attachTo: document.body })

describe('a part that throws', () => {
	it.each(Object.entries(PARTS))('%s shows an error in its place, and is rendered again on retry', async (_, part) => {
		const page = show(part)
		await flushPromises()
		expect(page.get('[role=alert]').text()).toContain('Everything that was saved is safe.')
		expect(page.text()).not.toContain('Here')
		expect(page.get('details').text(), 'nothing of what the error says').not.toContain('odile')
		// Still broken: the failure is shown again.
		await page.get('.ui-failure button').trigger('click')
		await flushPromises()
		expect(page.find('[role=alert]').exists()).toBe(true)
		broken = false
		await page.get('.ui-failure button').trigger('click')
		await flushPromises()
		expect(page.find('[role=alert]').exists()).toBe(false)
		expect(page.text()).toBe('Here')
		page.unmount()
	})

	it('logs the trace of the error to the console', async () => {
		show(PARTS['in setup']).unmount()
		expect(console.error).toHaveBeenCalledWith(expect.objectContaining({ message: 'odile@example.org is no number' }))
	})

	it('is replaced by the next page', async () => {
		const page = show(PARTS['in setup'], {}, { at: '/members/4' })
		await flushPromises()
		broken = false
		await page.setProps({ at: '/members/5' })
		expect(page.text()).toBe('Here')
		page.unmount()
	})

	it('may show its error within its own frame', async () => {
		const page = show(PARTS['in setup'], { failed: ({ retry }: { retry: () => void }) => h('button', { onClick: retry }, 'Again') })
		await flushPromises()
		broken = false
		await page.get('button').trigger('click')
		expect(page.text()).toBe('Here')
		page.unmount()
	})

	it('says why the server refused', async () => {
		const page = show(defineComponent({
			setup() {
				throw new ApiError(0, 'offline')
			},
		}))
		await flushPromises()
		expect(page.text()).toContain('The server did not answer.')
		page.unmount()
	})
})

describe('an error that leaves the view as it was', () => {
	const PASSING = {
		'a click': defineComponent({ setup: () => () => h('button', { onClick: boom }, 'Here') }),
		'a click that goes on in the background': defineComponent({ setup: () => () => h('button', { onClick: async () => boom() }, 'Here') }),
		'a watcher': defineComponent({
			setup() {
				const count = ref(0)
				watch(count, boom)
				return () => h('button', { onClick: () => count.value++ }, 'Here')
			},
		}),
	}

	it.each(Object.entries(PASSING))('%s is reported, and the view stays', async (_, part) => {
		const page = show(part)
		await page.get('button').trigger('click')
		await flushPromises()
		expect(page.text()).toBe('Here')
		expect(useUndo().message.value?.text).toContain('Something went wrong.')
		page.unmount()
	})

	it('may also be thrown during unmounting', async () => {
		const shown = ref(true)
		const part = defineComponent({
			setup() {
				onBeforeUnmount(boom)
				return () => h('p', 'Here')
			},
		})
		const page = mount(UiBoundary, { slots: { default: () => shown.value ? h(part) : h('p', 'Next') } })
		shown.value = false
		await flushPromises()
		expect(page.text()).toBe('Next')
	})

	it('is recognised by the codes of the production build as well', () => {
		const at = (code: string | number) => `https://vuejs.org/error-reference/#runtime-${code}`
		expect([3, 4, 5, 6, 9, 'bum', 'um', 'da', 16].filter((code) => !leavesViewIntact(at(code)))).toEqual([])
		expect([0, 1, 2, 7, 8, 12, 13, 14, 15, 'm', 'bm', 'u', 'bu'].filter((code) => leavesViewIntact(at(code)))).toEqual([])
		expect([failureOf(null, at(13)).loading, failureOf(null, 'async component loader').loading, failureOf(null, at(1)).loading]).toEqual([true, true, false])
	})
})

describe('the traces', () => {
	it('have the kind and the place of an error, not its message', () => {
		const error = new TypeError('“Odile Roux” at https://cloud.example.org/apps/reseau/members/4 is no number')
		error.stack = `TypeError: ${error.message}\n    at setup (https://cloud.example.org/apps/reseau/js/GroupPage-Bc1.chunk.mjs?v=7f:1:204)\n    at https://cloud.example.org/apps/reseau/js/app-x.mjs:2:9`
		expect(errorTraces(failureOf(error, 'setup function', 'GroupPage'))).toEqual(['TypeError', 'setup function · GroupPage', 'GroupPage-Bc1.chunk.mjs:1:204', 'app-x.mjs:2:9'])
		expect(errorTraces(failureOf('thrown', 'https://vuejs.org/error-reference/#runtime-1'))).toEqual(['string', 'runtime-1'])
	})
})
