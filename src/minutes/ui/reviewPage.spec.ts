/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'

import { flushPromises } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import UiMenu from '../../shared/ui/UiMenu.vue'
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
const rows = () => page.findAll('.outline-row')
const titles = () => page.findAll<HTMLTextAreaElement>('.outline-row__title').map(({ element }) => element.value)
const list = () => page.get('.review-source [role=listbox]')
/** Chooses a line of the text and presses keys there. */
async function atLine(line: number, ...keys: (string | { key: string, shiftKey: boolean })[]) {
	await page.get(`[data-line="${line}"]`).trigger('click')
	for (const key of keys) {
		await list().trigger('keydown', typeof key === 'string' ? { key } : key)
		await settled()
	}
}
async function settled() {
	await vi.dynamicImportSettled()
	await flushPromises()
}
async function openGroup(index: number) {
	if (!page.find('.group-pane').exists()) {
		await button('Review the groups').trigger('click')
		await settled()
	}
	await page.get('.group-pane__list').setValue(review.draft.value!.groups[index]!.id)
	await settled()
}

describe('the outline', () => {
	it('lists every group next to the whole text', async () => {
		await show()
		expect(page.findAll('[data-line]')).toHaveLength(TEXT.split('\n').length)
		expect(page.get('.outline__title').text()).toBe('This text contains 10 groups: right?')
		expect(rows()).toHaveLength(10)
		expect(rows()[0]!.get('.outline-row__content').text()).toMatch(/^\d+ points · \d+ people/)
	})

	it('renames, reorders, leaves out and adds back; each act is undone and redone by its name', async () => {
		await show()
		const before = titles()
		await page.get('.outline-row__title').setValue('Un autre titre')
		await page.findAll('.outline-row__title')[0]!.trigger('keydown', { key: 'ArrowDown', altKey: true })
		expect(titles().slice(0, 2)).toEqual([before[1], 'Un autre titre'])
		await button('Undo: order of the groups').trigger('click')
		await rows()[0]!.get('[draggable]').trigger('dragstart')
		await rows()[2]!.trigger('drop')
		expect(titles().slice(0, 3)).toEqual([before[1], before[2], 'Un autre titre'])
		await button('Undo: order of the groups').trigger('click')
		await button('Undo: title of a group').trigger('click')
		expect(titles()).toEqual(before)
		expect(button('Undo').attributes('disabled')).toBeDefined()
		await button('Redo: title of a group').trigger('click')
		expect(titles()[0]).toBe('Un autre titre')
		page.findAllComponents(UiMenu).find((menu) => menu.element.closest('.outline-row'))!.vm.$emit('choose', 'drop')
		await settled()
		expect(page.get('.outline__title').text()).toContain('9 groups')
		await button('Add “Un autre titre” back').trigger('click')
		expect(page.get('.outline__title').text()).toContain('10 groups')
	})

	it('keeps the focus on a group that is moved by its buttons, also to an end', async () => {
		await show()
		const moved = async (name: string) => {
			button(name).element.focus()
			await button(name).trigger('click')
			await settled()
			return document.activeElement?.getAttribute('aria-label')
		}
		const [first, second, third] = titles()
		expect(await moved(`Move “${third}” up`)).toBe(`Move “${third}” up`)
		expect(await moved(`Move “${third}” up`), 'it cannot go further').toBe(`Move “${third}” down`)
		expect(titles().slice(0, 3)).toEqual([third, first, second])
		await page.findAll('.outline-row__title')[0]!.trigger('keydown', { key: 'ArrowDown', altKey: true })
		await settled()
		expect((document.activeElement as HTMLTextAreaElement).value).toBe(third)
	})

	it('merges a group with the one before, and a key on its line makes it a group again', async () => {
		await show()
		const before = titles()
		const lost = () => page.get('.lost-lines').text()
		const lostBefore = lost()
		const [, second] = review.draft.value!.groups
		const people = review.draft.value!.groups.slice(0, 2).flatMap(({ roster }) => roster.map(({ id }) => id))
		page.findAllComponents(UiMenu).filter((menu) => menu.element.closest('.outline-row'))[1]!.vm.$emit('choose', 'merge')
		await settled()
		expect(titles()).toEqual(before.toSpliced(1, 1))
		expect(review.draft.value!.groups[0]!.roster.map(({ id }) => id)).toEqual(people)
		expect(lost()).toBe(lostBefore)
		await atLine(second!.titleLines!.from, 'g')
		expect(titles()).toEqual(before)
		expect(page.get('.review-head__status').text()).toContain('a group begins at line')
		await page.get('.review').trigger('keydown', { key: 'z', ctrlKey: true })
		expect(titles()).toHaveLength(9)
	})

	it('says what can be done with a text without groups; a group of chosen lines is one', async () => {
		review.close()
		await review.begin('ida', '', 'Les chemins creux\n\nConstats\n* Les haies se referment', null)
		await show()
		expect(page.get('.outline-none').text()).toContain('No group was recognised')
		await atLine(0)
		await button('A group begins here: line 1').trigger('click')
		await settled()
		expect(titles()).toEqual(['Les chemins creux'])
	})
})

describe('a group', () => {
	it('is shown alone; the next ones follow until all were reviewed', async () => {
		await show()
		for (let i = 0; i < 10; i++) {
			await (i === 0 ? button('Review the groups') : button('Reviewed, go on')).trigger('click')
			await settled()
			expect(page.findAll('.review-group')).toHaveLength(1)
			expect(page.get('.review-title__title').text()).toBe(review.draft.value!.groups[i]!.title)
		}
		await button('Reviewed, go on').trigger('click')
		await settled()
		expect(rows()).toHaveLength(10)
		expect(page.get('.review-foot').text()).toContain('10 of 10 reviewed')
		expect(page.get('.review-foot .button-vue--primary').text()).toBe('Create the groups')
	})

	it('marks the lines of the selected entry, and the entry of a selected line', async () => {
		await show()
		await openGroup(1)
		const [person, other] = review.draft.value!.groups[1]!.roster
		await page.get(`[data-spot="${person!.id}"]`).trigger('click')
		expect(marked()).toEqual(Array.from({ length: person!.lines!.to - person!.lines!.from + 1 }, (_, i) => person!.lines!.from + i))
		await page.get(`[data-line="${other!.lines!.from}"]`).trigger('click')
		await settled()
		expect(page.get(`[data-spot="${other!.id}"]`).classes()).toContain('review-marked')
	})

	it('shows what every line was read as, and what is in nothing', async () => {
		await show()
		const [group] = review.draft.value!.groups
		const point = group!.sections[0]!.points[0]!
		const kind = (line: number) => page.get(`[data-line="${line}"] .source-block__kind`).text()
		expect([kind(group!.titleLines!.from), kind(point.lines!.from), kind(group!.roster[0]!.lines!.from)]).toEqual(['group', 'point', 'person'])
		await openGroup(0)
		page.findAllComponents(UiMenu).find((menu) => menu.element.closest(`[data-spot="${point.id}"]`))!.vm.$emit('choose', '-')
		await settled()
		expect(kind(point.lines!.from)).toBe('not used')
		await page.get('.lost-lines button').trigger('click')
		expect(page.get(`[data-line="${marked()[0]}"] .source-block__kind`).text()).toBe('not used')
	})

	it('reads lines as something else by one key, in all that follows from it', async () => {
		await show()
		await openGroup(0)
		const point = review.draft.value!.groups[0]!.sections[0]!.points.at(-1)!
		await atLine(point.lines!.from, 's')
		expect(review.draft.value!.groups[0]!.followUps.points.map(({ id }) => id)).toContain(point.id)
		await atLine(point.lines!.from, 'Delete')
		expect(page.get(`[data-line="${point.lines!.from}"]`).attributes('data-kind')).toBe('nothing')
		expect(review.corrections.value).toHaveLength(2)
	})

	it('puts the answers of no column into one, by button or key', async () => {
		await show()
		review.correct('test', (draft) => ({ ...draft, groups: draft.groups.map((group, i) => i === 0 ? { ...group, unplaced: [{ id: 'a', text: 'Un', lines: null, card: false }, { id: 'b', text: 'Deux', lines: null, card: false }] } : group) }))
		await openGroup(0)
		await page.get('[data-spot="a"]').trigger('keydown', { key: 'n' })
		await settled()
		expect(document.activeElement?.closest('[data-spot]')?.getAttribute('data-spot')).toBe('b')
		await page.get('[data-spot="b"] button').trigger('click')
		const { mandate, unplaced } = review.draft.value!.groups[0]!
		expect([mandate.mustNot.at(-1)!.text, mandate.mayAdvance.at(-1)!.text, unplaced]).toEqual(['Un', 'Deux', []])
	})
})

describe('a group at a time', () => {
	it('has neighbours but at both ends, and shows its open questions', async () => {
		const router = await show()
		const ids = review.draft.value!.groups.map(({ id }) => id)
		const disabled = () => [button('Previous group'), button('Next group')].map((one) => one.attributes('disabled') !== undefined)
		const at = async (id: string) => {
			await router.push({ query: { group: id } })
			await settled()
			return disabled()
		}
		expect([await at(ids[0]!), await at(ids[1]!), await at(ids.at(-1)!)]).toEqual([[true, false], [false, false], [false, true]])
		const { group } = review.doubts.value[0]!
		const open = review.doubts.value.filter((one) => one.group === group).length
		await at(group)
		await button(open === 1 ? 'Look at 1 doubt' : `Look at ${open} doubts`).trigger('click')
		await settled()
		expect(review.doubt.value!.group).toBe(group)
		expect(page.findAll('.doubt-panel')).toHaveLength(1)
	})
})

describe('the questions', () => {
	it('are asked one by one in their groups: each has the focus, an answer leads to the next', async () => {
		await show()
		const count = review.doubts.value.length
		expect(count).toBeGreaterThan(2)
		await button('Next doubt').trigger('click')
		await settled()
		expect(page.findAll('.doubt-panel')).toHaveLength(1)
		expect(page.get('.doubt-panel').element.contains(document.activeElement)).toBe(true)
		const first = review.doubt.value!.id
		await page.get('.doubt-panel form').trigger('submit')
		await settled()
		expect(review.doubts.value.map(({ id }) => id)).not.toContain(first)
		expect(review.doubt.value!.id).not.toBe(first)
		expect(page.get('.doubt-panel').element.contains(document.activeElement)).toBe(true)
	})

	it('change the label of the button while typing, and save the input on going to the next one', async () => {
		await show()
		const about = review.doubts.value.find(({ kind, entry }) => kind === 'person' && entry)!
		review.ask(about)
		await settled()
		await page.get('.doubt-panel input[type=email]').setValue('tonin@example.org')
		expect(page.get('.doubt-panel__yes').text()).toBe('Save')
		await button('Next doubt').trigger('click')
		await settled()
		expect(review.draft.value!.people.map(({ email }) => email)).toContain('tonin@example.org')
		expect(review.doubts.value.map(({ id }) => id)).not.toContain(about.id)
	})

	it('are left open without what was typed, if one says so', async () => {
		await show()
		const about = review.doubts.value.find(({ kind, entry }) => kind === 'person' && entry)!
		review.ask(about)
		await settled()
		await page.get('.doubt-panel input[type=email]').setValue('tonin@example.org')
		await button('Leave unresolved').trigger('click')
		await settled()
		expect(review.draft.value!.people.map(({ email }) => email)).not.toContain('tonin@example.org')
		expect(review.doubts.value.map(({ id }) => id)).toContain(about.id)
	})

	it('end with a word', async () => {
		await show()
		await button('Next doubt').trigger('click')
		for (let left = review.doubts.value.length; left > 0; left--) {
			await settled()
			await page.get('.doubt-panel form').trigger('submit')
		}
		await settled()
		expect(page.find('.doubt-panel').exists()).toBe(false)
		expect(page.get('.review-head__walk').text()).toBe('No doubts left')
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
		expect(rows()).toHaveLength(3)
		// What was corrected before it can still be undone, and redone.
		await button('Undo: title').trigger('click')
		expect(rows()).toHaveLength(10)
		await button('Redo: title').trigger('click')
		expect(rows()).toHaveLength(3)
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
		await button('Create the groups').trigger('click')
		await vi.waitFor(() => expect(page.find('.review-confirm__groups').exists()).toBe(true))
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

	it('takes the second click of two for none of its own', async () => {
		await show()
		await button('Create the groups').trigger('click')
		await vi.waitFor(() => expect(page.find('.review-confirm__groups').exists()).toBe(true))
		await page.get('.review-confirm__actions .button-vue--primary').trigger('click', { detail: 2 })
		await flushPromises()
		expect(server.startMinutes).not.toHaveBeenCalled()
	})

	it('is blocked by a group without a title, and leads to it', async () => {
		await show()
		review.correct('title', (draft) => ({ ...draft, groups: draft.groups.map((group, i) => i === 2 ? { ...group, title: '' } : group) }))
		await button('Create the groups').trigger('click')
		await flushPromises()
		expect(page.get('[role=alert].review-foot__hindrance').text()).toContain('A group has no title yet')
		expect(rows()[2]!.element.contains(document.activeElement)).toBe(true)
	})
})
