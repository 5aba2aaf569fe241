/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import MemberCardView from './MemberCardView.vue'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import { keptMember, sampleMember } from '../testing/sample.ts'

const vocabulary = { values: [{ id: 'ecoute', label: 'Écoute' }], sectors: [], themes: [{ id: 'eau', label: 'Eau' }], publics: [] }

function show(props: Record<string, unknown>) {
	return mountPage(MemberCardView, { props, seed: (cache) => seedVocabulary(cache, vocabulary) }).page
}

describe('a card', () => {
	it('shows each part under its title, and no empty ones', () => {
		const card = show({
			member: sampleMember({
				drives: 'Une ligne\nune autre',
				seeks: [{ text: 'Un four', terms: ['eau'], kind: 'place' }],
				values: ['ecoute', 'Parole donnée'],
				limits: 'Pas le soir',
			}),
		})
		expect(card.findAll('h2').map((title) => title.text())).toEqual(['What motivates me', 'What I seek', 'What matters to me', 'My limits'])
		expect(card.text()).toContain('Écoute · Parole donnée')
		expect(card.text()).toContain('Place · Eau')
	})

	it('shows a headline once, also below the name', () => {
		const member = sampleMember({ headline: 'Je file la laine' })
		expect(show({ member, compact: true }).text().match(/Je file la laine/g)).toHaveLength(1)
		expect(show({ member: { ...member, trades: ['bergère'] }, compact: true }).text()).toMatch(/Bergère\s*Je file la laine/)
	})

	it('renders input as text, never as markup', () => {
		const text = '<img src=x onerror=alert(1)> <b>gras</b> \u202Eenvers'
		const card = show({ member: sampleMember({ drives: text, seeks: [{ text, terms: [] }], headline: text, contact: { website: text } }) })
		expect(card.find('img').exists()).toBe(false)
		expect(card.find('b').exists()).toBe(false)
		expect(card.text()).toContain(text)
	})

	it('links only to web pages, mail addresses and phone numbers', () => {
		const card = show({ member: sampleMember({ contact: { email: 'a.b@example.org', phone: '01 99 00 00 01', website: 'javascript:alert(1)' } }) })
		expect(card.findAll('a').map((link) => link.attributes('href'))).toEqual(['mailto:a.b@example.org', 'tel:0199000001'])
		const other = show({ member: sampleMember({ contact: { website: 'www.example.org' } }) })
		expect(other.get('a').attributes()).toMatchObject({ href: 'https://www.example.org/', rel: 'noopener noreferrer nofollow' })
	})

	it('shows its keeper the audience of each part, also of two parts under one title', () => {
		const member = keptMember({ seeks: [{ text: 'Un four', terms: [] }], availability: 'Le lundi', limits: 'Pas le soir' })
		const audience = { ...member.audience!, limits: 'me' as const }
		const card = show({ member, audiences: audience })
		expect(card.text()).toMatch(/What I seek\s*Everybody/)
		expect(card.text()).toMatch(/My availability\s*Members of the network/)
		expect(card.text()).toMatch(/My limits\s*Only me/)
	})

	it('refers to the person’s groups for its keeper', () => {
		const card = show({
			member: keptMember({ uid: null, trades: ['berger'], contact: { email: 'a@example.org', phone: '01 99 00 00 01' } }),
			audiences: { ...keptMember().audience!, trades: 'groups' },
		})
		expect(card.text()).toMatch(/My trades\s*· Their groups/)
		expect(card.text()).toMatch(/a@example.org\s*Their groups/)
		expect(card.text()).toMatch(/01 99 00 00 01\s*The person and the keeper of the card/)
	})
})
