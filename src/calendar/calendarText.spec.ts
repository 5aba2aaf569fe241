/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import text from '../../tests/fixtures/calendar/events.ics?raw'
import events from '../../tests/fixtures/calendar/events.json'

/** As lib/Calendar/CalendarText.php writes it: tests/php/Calendar/CalendarTextTest.php holds it to these events. */
const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string)
const read = calendar.getAllSubcomponents('vevent').map((event) => ({ event: new ICAL.Event(event), value: (name: string) => event.getFirstPropertyValue(name) }))

/** The clock of people in Paris. */
const inParis = (time: ICAL.Time) => time.toJSDate().toLocaleString('sv', { timeZone: 'Europe/Paris' })
const iso = (time: ICAL.Time) => time.toJSDate().toISOString().replace('.000Z', 'Z')
const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00Z`) + 86_400_000).toISOString().slice(0, 10)

describe('what a calendar reads', () => {
	it('is a calendar with a name that is refreshed automatically', () => {
		expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
		// Texts of RFC 7986, which this library leaves as they are written.
		expect([calendar.getFirstPropertyValue('x-wr-calname'), calendar.getFirstPropertyValue('name')]).toEqual(['Cordée \\; Aude\\, Limoux', 'Cordée \\; Aude\\, Limoux'])
		expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT4H')
	})

	it('has these events and nothing else', () => {
		expect(read).toHaveLength(events.length)
		expect(calendar.getAllSubcomponents()).toHaveLength(events.length)
		expect(read.map(({ event }) => event.uid)).toEqual(events.map((_, at) => `reseau-meeting-${at}@nextcloud`))
		const known = ['uid', 'dtstamp', 'last-modified', 'sequence', 'dtstart', 'dtend', 'summary', 'location', 'description', 'url', 'status', 'transp']
		expect(calendar.getAllSubcomponents('vevent').flatMap((event) => event.getAllProperties().map(({ name }) => name)).filter((name) => !known.includes(name))).toEqual([])
	})

	it.each(events.map((event, at) => ({ ...event, at })))('$name', ({ at, title, group, from, until, days, place, text: words, cancelled, sequence, expected }) => {
		const { event, value } = read[at]!
		const { summary, location, description } = expected as { summary?: string, location?: string, description?: string }
		expect(event.summary).toBe(summary ?? (group === null ? title : `${group} – ${title}`))
		expect(event.location ?? '').toBe(location ?? place)
		const page = String(value('url'))
		expect(page).toMatch(/^http:\/\/localhost\/.*\/groups\/5\/meetings$/)
		expect(event.description).toBe(`${description ?? words}\n\n${page}`.trimStart())
		expect([value('status'), event.sequence, value('transp')]).toEqual([cancelled ? 'CANCELLED' : 'CONFIRMED', sequence, cancelled ? 'TRANSPARENT' : null])
		if (days) {
			expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, days[0], dayAfter(days[1]!)])
		} else {
			expect([event.startDate.isDate, iso(event.startDate), event.startDate.zone.tzid]).toEqual([false, from, 'UTC'])
			expect(until === null ? value('dtend') : iso(event.endDate)).toBe(until)
		}
	})

	it('is at the same time of day on either side of a change of clocks', () => {
		const [before, after, night] = ['Avant', 'Après', 'Nuit'].map((title) => read.find(({ event }) => event.summary === title)!.event)
		expect([inParis(before!.startDate), inParis(after!.startDate)]).toEqual(['2027-03-27 18:30:00', '2027-03-28 18:30:00'])
		expect([inParis(night!.startDate), inParis(night!.endDate)]).toEqual(['2027-10-31 00:00:00', '2027-10-31 04:00:00'])
	})
})
