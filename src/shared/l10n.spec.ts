/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { register, setLanguage, setLocale, unregister } from '@nextcloud/l10n'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import days from '../../tests/fixtures/rules/days.json'
import { dateWords, daysWords, listWords, momentWords, n, rangeWords, shortDate, t, textLocale, weekdayWord } from './l10n.ts'

function speak(language: string, locale: string): void {
	vi.stubGlobal('OCA', { Reseau: { language } })
	setLocale(locale)
}

beforeEach(() => speak('fr', 'fr_FR'))
afterEach(() => {
	vi.unstubAllGlobals()
	setLocale('en')
})

it('leaves names unchanged', () => {
	expect(t('reseau', 'Card kept by {name}', { name: 'O’Brien & <b>fils</b> d\'Oc' })).toBe('Card kept by O’Brien & <b>fils</b> d\'Oc')
})

it('uses plurals', () => {
	expect(n('reseau', '%n person', '%n people', 1)).toBe('1 person')
	expect(n('reseau', '%n person', '%n people', 48)).toBe('48 people')
	expect(n('reseau', '%n person', '%n people', 5000)).toBe('5\u202f000 people')
})

it('chooses the form by the language of the texts, whatever Nextcloud speaks around them', () => {
	speak('oc', 'fr_FR')
	register('reseau', { '_%n person_::_%n people_': ['%n persona', '%n personas'] })
	// Polish has three forms.
	for (const around of ['pl', 'ja', 'en', 'fr']) {
		setLanguage(around)
		expect([0, 1, 2, 5].map((count) => n('reseau', '%n person', '%n people', count))).toEqual(['0 personas', '1 persona', '2 personas', '5 personas'])
	}
	setLanguage('en')
	unregister('reseau')
})

it('writes a day in words, the same day in every time zone', () => {
	expect(dateWords('2026-11-24')).toBe('24 novembre 2026')
	expect(dateWords('2026-11-24T12:00:00+00:00')).toBe('24 novembre 2026')
	expect(shortDate('2026-11-24')).toBe('24 nov. 2026')
	expect(shortDate('2027-01-01')).toBe('1er janv. 2027')
	expect(rangeWords('2026-11-01', '2026-11-02').replace(/\s/gu, ' ')).toBe('dimanche 1er – lundi 2 novembre 2026')
	expect(rangeWords('2026-10-31', '2026-11-01').replace(/\s/gu, ' ')).toBe('samedi 31 octobre – dimanche 1er novembre 2026')
})

it('joins words as in a sentence', () => {
	expect(listWords(['a', 'b', 'c'])).toBe('a, b et c')
	expect(listWords(['a', 'b'], 'or')).toBe('a ou b')
	expect(listWords([])).toBe('')
})

describe('words are in the language of the texts', () => {
	it.each(days as [string, string, string, string][])('%s, with a reader whose locale is %s: %s is %s', (language, locale, day, words) => {
		speak(language, locale)
		expect(dateWords(day)).toBe(words)
	})

	it('with the locale of the reader where it is of that language, otherwise of none', () => {
		speak('fr', 'fr_CA')
		expect(textLocale()).toBe('fr-CA')
		speak('ca', 'fr_FR')
		expect(textLocale()).toBe('ca')
		vi.stubGlobal('OCA', undefined)
		expect(textLocale()).toBe('en')
	})

	it('also of a span of days, where the locale is of another', () => {
		speak('es', 'fr_FR')
		expect(rangeWords('2027-01-16', '2027-01-16')).toBe('sábado, 16 de enero de 2027')
	})

	it('in Occitan, which no browser knows', () => {
		speak('oc', 'en_US')
		expect(shortDate('2026-11-24')).toBe('24 nov. 2026')
		expect(weekdayWord('2026-11-24')).toBe('dimars')
		expect([-9, -2, -1, 0, 1, 2, 3].map(daysWords)).toEqual(['fa 9 jorns', 'davant-ièr', 'ièr', 'uèi', 'deman', 'deman passat', 'd’aquí 3 jorns'])
		expect(momentWords(new Date(2026, 3, 5, 9, 7).getTime())).toBe('5 d’abril de 2026 a 09:07')
		expect(listWords(['a', 'b', 'c'], 'or')).toBe('a, b o c')
		expect(rangeWords('2027-01-16', '2027-01-17')).toBe('dissabte 16 de genièr de 2027 – dimenge 17 de genièr de 2027')
		expect(rangeWords('2027-01-16', '2027-01-16')).toBe('dissabte 16 de genièr de 2027')
		const at = (hour: number, day = 7) => new Date(2026, 3, day, hour, 30).toISOString()
		expect(rangeWords(at(18), at(20))).toBe('dimars 7 d’abril de 2026, 18:30 – 20:30')
		expect(rangeWords(at(18), at(18))).toBe('dimars 7 d’abril de 2026, 18:30')
		expect(rangeWords(at(18), at(9, 8))).toBe('dimars 7 d’abril de 2026, 18:30 – dimècres 8 d’abril de 2026, 09:30')
		expect(n('reseau', '%n person', '%n people', 5000)).toBe('5\u202f000 people')
	})
})
