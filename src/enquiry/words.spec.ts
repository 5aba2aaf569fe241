/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { aboutWords, inviteLink, mailLink } from './words.ts'

describe('mailLink', () => {
	it('leads to the address and nothing else', () => {
		expect(mailLink('zoe@example.org')).toBe('mailto:zoe@example.org')
		expect(mailLink('zoe?bcc=all@example.org')).toBe('mailto:zoe%3Fbcc%3Dall@example.org')
	})
})

describe('what a visitor wrote about', () => {
	it('leads to a notice and a group', () => {
		expect(aboutWords({ type: 'notice', id: 3, title: 'Une grange' })).toEqual({ text: 'About the notice “Une grange”', to: '/notices/3' })
		expect(aboutWords({ type: 'group', id: 4, title: 'Eau' })).toEqual({ text: 'To the group “Eau”', to: '/groups/4' })
		expect(aboutWords({ type: 'network', id: 0, title: 'Cordée' })).toEqual({ text: 'To the network', to: null })
	})

	it('leads to where a person is added, unless they only answered a notice', () => {
		expect(inviteLink({ type: 'notice', id: 3, title: '' })).toBeNull()
		expect(inviteLink({ type: 'group', id: 4, title: '' })?.to).toBe('/groups/4')
		expect(inviteLink({ type: 'network', id: 0, title: '' })?.to).toBe('/kept/new')
	})
})
