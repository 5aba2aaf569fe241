/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Conversation } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import MessagesPage from './MessagesPage.vue'
import WhoWrites from './WhoWrites.vue'
import WriteTo from './WriteTo.vue'
import { ApiError } from '../../api/apiError.ts'
import { sampleMember } from '../../member/testing/sample.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { messageReasons } from '../reasons.ts'
import { sampleConversation, sampleMessage, samplePerson, sampleSummary } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ getMember: vi.fn(), getHome: vi.fn(async () => ({ awaits: [], beginning: [], searches: [], newest: [] })) }))
vi.mock('../../member/gateway.ts', () => members)

const session = { uid: 'odile', name: 'Odile', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(messageReasons)
	useUndo().dismiss()
	server.listConversations.mockResolvedValue({ conversations: [], next: null })
	server.getWriters.mockResolvedValue({ writers: 'members' })
	server.markRead.mockResolvedValue(null)
})
afterEach(() => mounted?.page.unmount())

async function show(props: Record<string, unknown> = {}, who: Partial<typeof session> = {}) {
	mounted = mountPage(MessagesPage, { props, provide: [[sessionKey, { ...session, ...who }]] })
	await flushPromises()
	return mounted.page
}

async function open(conversation: Conversation, who: Partial<typeof session> = {}) {
	server.getConversation.mockResolvedValue(conversation)
	return show({ conversation: conversation.id }, who)
}

type Page = Awaited<ReturnType<typeof show>>

async function write(page: Page, text: string) {
	await page.get('textarea').setValue(text)
	await page.get('form').trigger('submit')
	await flushPromises()
}

async function choose(page: Page, text: string) {
	await page.findAll('.conversation-actions button').find((button) => button.text() === text)!.trigger('click')
	await flushPromises()
}

describe('the list', () => {
	it('says what to do where it is empty', async () => {
		expect((await show()).text()).toContain('On the card of each member there is a button to write to them')
	})

	it('shows one row for a message to many, which opens to those who have not answered', async () => {
		const about = { type: 'group' as const, id: 5, title: 'Manger d’ici' }
		server.listConversations.mockResolvedValue({ conversations: [sampleSummary({ id: 9, about, bulk: { to: 'people', people: 23 } }), sampleSummary({ id: 8, about })], next: null })
		server.getBulk.mockRejectedValueOnce(new ApiError(500, 'server'))
		const page = await show()
		expect(page.get('summary').text()).toContain('To 23 people of “Manger d’ici”')
		expect(page.findAll('.conversation-row')).toHaveLength(1)
		expect(server.getBulk).not.toHaveBeenCalled()
		expect(page.find('.ui-skeleton').exists(), 'the page is there, nothing more is awaited').toBe(false)
		const details = page.get('details')
		details.element.open = true
		await details.trigger('toggle')
		await flushPromises()
		expect(details.text()).toContain('Could not load the conversations.')
		server.getBulk.mockResolvedValue([sampleSummary({ id: 7, about, with: [samplePerson({ name: 'Linh' })] }), sampleSummary({ id: 9, about, muted: true })])
		await details.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
		await flushPromises()
		expect(details.findAll('.conversation-row').map((row) => row.text())).toEqual(['Linh', 'Yamina Ould-Saïdmuted'])
		expect(details.findAll('a').map((link) => link.attributes('href'))).toEqual(['/messages/7', '/messages/9'])
	})

	it('names people, the person it is read for, and what is unread, closed, muted or reported', async () => {
		server.listConversations.mockResolvedValue({
			conversations: [
				sampleSummary({ unread: true }),
				sampleSummary({ id: 4, with: [null], for: samplePerson({ name: 'Jeanne Bru', keeper: 'Odile' }), state: 'closed', muted: true, reported: true, last: null }),
			],
			next: null,
		})
		const [first, second] = (await show()).findAll('.conversation-row').map((row) => row.text())
		expect(first).toContain('Yamina Ould-Saïd')
		expect(first).toContain('unread')
		expect(second).toMatch(/a person whose card is no longer shown.*for Jeanne Bru · closed · muted · reported/)
	})

	it('can be asked for again after a failure', async () => {
		server.listConversations.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const page = await show()
		expect(page.get('.ui-problem').text()).toContain('Could not load the conversations.')
		server.listConversations.mockResolvedValue({ conversations: [sampleSummary()], next: null })
		await page.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
		await flushPromises()
		expect(page.find('.conversation-row').exists()).toBe(true)
	})

	it('leads facilitators, and no one else, to what was reported', async () => {
		expect((await show()).text()).not.toContain('Reported conversations')
		mounted?.page.unmount()
		expect((await show({}, { facilitator: true })).text()).toContain('Reported conversations')
	})
})

describe('a conversation with an anonymous author', () => {
	const about = { type: 'sheet' as const, id: 12, title: 'Le jardin sans clé' }

	it('names them by what they wrote', async () => {
		const page = await open(sampleConversation({ with: ['author'], about, messages: [sampleMessage({ from: '', author: true })] }))
		expect(page.get('h1').text()).toBe('The author of “Le jardin sans clé”')
		expect(page.get('.message__from').text()).toBe('The author of “Le jardin sans clé”')
		expect(page.get('a[href="/library/sheet/12"]').text()).toBe('sheet “Le jardin sans clé”')
		expect(page.text()).not.toContain('You stay anonymous')
		mounted?.page.unmount()
		expect((await open(sampleConversation({ with: ['author'], about: null, pause: 'author_gone' }))).text()).toMatch(/An anonymous author.*The author can no longer be written to\./s)
	})

	it('says that they are anonymous, and lets them say who they are once they know what that means', async () => {
		const can = sampleConversation().can
		const mine = sampleConversation({ anonymous: true, about, messages: [sampleMessage(), sampleMessage({ id: 2, mine: true, from: 'Odile', author: true })], can: { ...can, reveal: true } })
		const page = await open(mine)
		expect(page.text()).toContain('You stay anonymous: Yamina Ould-Saïd does not know who you are.')
		expect(page.findAll('.message__from').map((one) => one.text())).toEqual(['Yamina Ould-Saïd', 'You, anonymously'])
		await page.findAll('button').find((button) => button.text() === 'Say who I am…')!.trigger('click')
		expect(page.get('dialog').text()).toContain('This cannot be undone.')
		expect(server.revealAuthor).not.toHaveBeenCalled()
		server.revealAuthor.mockResolvedValueOnce({ ...mine, anonymous: false, can })
		await page.findAll('dialog button').find((button) => button.text() === 'Say who I am')!.trigger('click')
		await flushPromises()
		expect(server.revealAuthor).toHaveBeenCalledExactlyOnceWith(3)
		expect(page.text()).not.toContain('You stay anonymous')
	})
})

describe('a conversation', () => {
	it('is marked as read once it is shown', async () => {
		await open(sampleConversation({ unread: true, messages: [sampleMessage(), sampleMessage({ id: 9 })] }))
		expect(server.markRead).toHaveBeenCalledExactlyOnceWith(3, 9)
	})

	it('says that a message went to all, and that the answer does not', async () => {
		const page = await open(sampleConversation({ messages: [sampleMessage({ bulk: 'people' })] }))
		expect(page.get('.message').text()).toContain('To all people of the group')
		expect(page.get('form').text()).toContain('Only Yamina Ould-Saïd reads your answer.')
	})

	it('takes an answer, and keeps what could not be sent with its key', async () => {
		const page = await open(sampleConversation())
		server.writeMessage.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await write(page, 'Oui, en mai.')
		expect(page.get('form .ui-problem').text()).toContain('The server did not answer.')
		const { key } = server.writeMessage.mock.calls[0]![1]
		mounted?.page.unmount()
		const again = await open(sampleConversation())
		expect(again.get('textarea').element.value).toBe('Oui, en mai.')
		server.writeMessage.mockResolvedValueOnce(sampleConversation({ messages: [sampleMessage(), sampleMessage({ id: 2, mine: true, text: 'Oui, en mai.' })] }))
		await write(again, 'Oui, en mai.')
		expect(server.writeMessage.mock.calls[1]).toEqual([3, { text: 'Oui, en mai.', key }])
		expect(again.get('textarea').element.value).toBe('')
		expect(again.findAll('.message')).toHaveLength(2)
		expect(localStorage.length).toBe(0)
	})

	it('sends nothing that is empty or too long', async () => {
		const page = await open(sampleConversation())
		await write(page, '  ')
		expect(page.text()).toContain('Write something first.')
		await write(page, 'a'.repeat(4001))
		expect(page.text()).toContain('1 character too long')
		expect(server.writeMessage).not.toHaveBeenCalled()
	})

	it('says what was not delivered, and tries again', async () => {
		const page = await open(sampleConversation({ messages: [sampleMessage({ mine: true, undelivered: 'mail' })] }))
		expect(page.get('.message').text()).toContain('The email was not sent.')
		server.deliverAgain.mockResolvedValueOnce(sampleConversation({ messages: [sampleMessage({ mine: true })] }))
		await page.get('.message button').trigger('click')
		await flushPromises()
		expect(server.deliverAgain).toHaveBeenCalledExactlyOnceWith(3, 1)
		expect(page.get('.message').text()).not.toContain('The email was not sent.')
	})

	it('can be closed, and reopened by undo', async () => {
		server.setState.mockResolvedValue(null)
		const page = await open(sampleConversation())
		await choose(page, 'Close the conversation')
		expect(server.setState).toHaveBeenCalledExactlyOnceWith(3, 'closed')
		const { message } = useUndo()
		expect(message.value?.text).toBe('The conversation is closed.')
		await pressUndo('The conversation is closed.')
		expect(server.setState).toHaveBeenLastCalledWith(3, 'open')
	})

	it.each([
		['No more notifications or emails', {}, 'setMuted', [3, true]],
		['Report to the facilitators', {}, 'setReported', [3, true]],
	] as const)('offers: %s', async (text, change, call, args) => {
		server[call].mockResolvedValue(null)
		await choose(await open(sampleConversation(change)), text)
		expect(server[call]).toHaveBeenCalledExactlyOnceWith(...args)
	})

	it('shows a report to both, and lets facilitators stop and settle, not write', async () => {
		const reported = { reported: true, can: { close: false, reopen: false, reveal: false, carry: false, mute: false, report: false, settle: true, stop: true } }
		const page = await open(sampleConversation({ ...reported, with: [samplePerson(), samplePerson({ id: 8, name: 'Odile Marcenac' })] }), { facilitator: true })
		expect(page.get('h1').text()).toBe('Yamina Ould-Saïd and Odile Marcenac')
		expect(page.text()).toContain('Both people see this note.')
		expect(page.find('textarea').exists()).toBe(false)
		expect(page.findAll('.conversation-actions button').map((button) => button.text())).toEqual(['Stop the conversation', 'End the report'])
		mounted?.page.unmount()
		expect((await open(sampleConversation({ reported: true }))).text()).toContain('the facilitators of the network can read it')
	})

	it('lets the keeper of a card note how they passed it on, and correct it', async () => {
		const kept = sampleConversation({ for: samplePerson({ id: 9, uid: null, name: 'Jeanne Bru', keeper: 'Odile' }), can: { ...sampleConversation().can, carry: true } })
		const page = await open(kept)
		expect(page.text()).toContain('For Jeanne Bru, whose card you keep.')
		expect(page.text()).toContain('What Jeanne Bru answers')
		await page.get('form select').setValue('aloud')
		await page.get('input[type=date]').setValue('2026-11-23')
		const note = sampleMessage({ id: 2, mine: true, text: '', by: 'Odile', carried: { how: 'aloud', day: '2026-11-23' } })
		server.carryMessages.mockResolvedValueOnce({ ...kept, messages: [...kept.messages, note] })
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.carryMessages).toHaveBeenCalledExactlyOnceWith(3, { how: 'aloud', day: '2026-11-23' })
		expect(page.findAll('.message')[1]!.text()).toContain('Odile passed the message on in person, on November 23, 2026.')
		expect(page.get('form').text()).toContain('Correct the note')
	})

	it('shows how the person gave it only if the keeper of their card recorded it', async () => {
		const kept = sampleConversation({ for: samplePerson({ id: 9, uid: null, name: 'Jeanne Bru', keeper: 'Odile' }) })
		server.writeMessage.mockResolvedValue(kept)
		const page = await open(kept)
		await write(page, 'Bonjour')
		expect(server.writeMessage.mock.lastCall![1]).not.toHaveProperty('how')
		await page.get('form select').setValue('phone')
		await write(page, 'Bonjour')
		expect(server.writeMessage.mock.lastCall![1]).toMatchObject({ how: 'phone' })
		await write(page, 'Et merci')
		expect(server.writeMessage.mock.lastCall![1], 'it was said of another message').not.toHaveProperty('how')
	})

	it('says why nothing can be written', async () => {
		const page = await open(sampleConversation({ pause: 'hidden', with: [null], messages: [sampleMessage({ from: '', text: null })] }))
		expect(page.text()).toContain('you cannot write to them at the moment')
		expect(page.text()).toContain('This message cannot be read any more')
		expect(page.find('textarea').exists()).toBe(false)
	})

	it('of two who were introduced says why, and waits for a first message', async () => {
		const page = await open(sampleConversation({ messages: [sampleMessage({ text: '', introduced: ['You seek “a” — Yamina offers “b”.'] })] }))
		expect(page.get('.message').text()).toContain('Réseau introduces you.')
		expect(page.get('.message').text()).toContain('You seek “a” — Yamina offers “b”.')
		expect(page.get('.message').text()).not.toContain('Yamina Ould-Saïd')
		expect(page.get('form label').text()).toBe('Your message')
	})

	it('that is not there says so', async () => {
		server.getConversation.mockRejectedValue(new ApiError(404, 'not_found'))
		expect((await show({ conversation: 3 })).text()).toContain('This conversation does not exist, or is not yours.')
	})
})

describe('a first message', () => {
	beforeEach(() => members.getMember.mockResolvedValue(sampleMember({ id: 7, name: 'Yamina Ould-Saïd' })))

	it('is sent, and leads to its conversation', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: null })
		const page = await show({ to: 7 })
		expect(page.text()).toContain('Neither of you sees the other’s address.')
		server.startConversation.mockResolvedValueOnce(sampleConversation())
		await write(page, 'Bonjour')
		expect(server.startConversation.mock.calls[0]).toEqual([7, { text: 'Bonjour', key: expect.stringMatching(/^[\w-]{8,64}$/) }])
		expect(mounted!.router.currentRoute.value.path).toBe('/messages/3')
	})

	it('to a person without an account says who passes it on', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: null, keeper: 'Peire' })
		expect((await show({ to: 7 })).text()).toContain('Peire, who keeps their card, gets your message')
	})

	it('goes on in the conversation there is', async () => {
		server.getWriting.mockResolvedValue({ obstacle: null, conversation: 3, keeper: null })
		await show({ to: 7 })
		expect(mounted!.router.currentRoute.value.path).toBe('/messages/3')
	})

	it('says why writing is not possible, on the card too', async () => {
		server.getWriting.mockResolvedValue({ obstacle: 'only_groups', conversation: null, keeper: null })
		const page = await show({ to: 7 })
		expect(page.text()).toContain('This person receives messages from the people of their groups.')
		expect(page.find('textarea').exists()).toBe(false)
		mounted?.page.unmount()
		mounted = mountPage(WriteTo, { props: { member: sampleMember({ id: 7, name: 'Yamina' }) } })
		expect(mounted.page.text()).toContain('Write to Yamina')
		await vi.dynamicImportSettled()
		await flushPromises()
		expect(mounted.page.text()).toContain('This person receives messages from the people of their groups.')
		expect(mounted.page.text()).not.toContain('Write to Yamina')
	})
})

describe('who can write first', () => {
	it('is chosen, and the choice undone', async () => {
		mounted = mountPage(WhoWrites)
		await flushPromises()
		const { page } = mounted
		server.setWriters.mockRejectedValueOnce(new ApiError(400, 'unknown_writers')).mockImplementation(async (writers) => ({ writers }))
		await page.get('select').setValue('groups')
		await flushPromises()
		expect(page.get<HTMLSelectElement>('select').element.value).toBe('members')
		server.setWriters.mockClear()
		await page.get('select').setValue('nobody')
		await flushPromises()
		expect(server.setWriters).toHaveBeenCalledExactlyOnceWith('nobody')
		await pressUndo('Saved: who can write to you first.')
		expect(server.setWriters).toHaveBeenLastCalledWith('members')
	})
})
