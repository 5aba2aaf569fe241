/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A file of the public showcase for other tools, served by PublicDataController. */
export interface OpenData {
	name: string
	path: string
	summary: string
	/** Media type. */
	type: string
	/** Whether it is paginated with the header Link. */
	paged: boolean
}

/** Paths are relative to the app’s address; docs/developers/open-data.md describes the contents. */
export const openData: OpenData[] = [
	{ name: 'people', path: '/public/data/people.json', summary: 'People and organisations as elements of GoGoCarto', type: 'application/json', paged: true },
	{ name: 'map', path: '/public/data/people.geojson', summary: 'People and organisations that show a place, as GeoJSON with the same properties', type: 'application/geo+json', paged: true },
	{ name: 'linked', path: '/public/data/people.jsonld', summary: 'People and organisations in the words of schema.org', type: 'application/ld+json', paged: true },
	{ name: 'profiles', path: '/public/data/profiles.json', summary: 'Addresses of the Murmurations profiles', type: 'application/json', paged: true },
	{ name: 'organisation', path: '/public/people/{id}/profile.json', summary: 'An organisation as organizations_schema-v1.0.0 of Murmurations', type: 'application/json', paged: false },
	{ name: 'item', path: '/public/people/{id}/profiles/{item}.json', summary: 'Something sought or offered as offers_wants_schema-v0.1.0 of Murmurations', type: 'application/json', paged: false },
	{ name: 'stories', path: '/public/data/stories.atom', summary: 'Stories as an Atom feed', type: 'application/atom+xml', paged: true },
	{ name: 'notices', path: '/public/data/notices.atom', summary: 'Notices as an Atom feed', type: 'application/atom+xml', paged: true },
	{ name: 'linkedNotices', path: '/public/data/notices.jsonld', summary: 'Notices as offers and demands in the words of schema.org', type: 'application/ld+json', paged: true },
	{ name: 'notice', path: '/public/notices/{notice}/profile.json', summary: 'A notice as offers_wants_schema-v0.1.0 of Murmurations', type: 'application/json', paged: false },
	{ name: 'meetings', path: '/public/data/meetings.ics', summary: 'Upcoming meetings that groups show, as a calendar', type: 'text/calendar', paged: false },
	{ name: 'meetingsOf', path: '/public/groups/{id}/meetings.ics', summary: 'Upcoming meetings that a group shows, as a calendar', type: 'text/calendar', paged: false },
]
