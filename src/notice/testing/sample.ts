/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Notice, NoticeList, NoticeSummary, Passing } from '../model.ts'

const common = {
	id: 4,
	kind: 'offer' as const,
	title: 'Deux établis, de janvier à mars',
	mode: 'loan' as const,
	neededBy: null,
	territories: [{ code: '34142', kind: 'commune' as const, name: 'Lodève' }],
	termLabels: ['Artisanat'],
	group: null,
	audience: 'members' as const,
	by: { id: 7, uid: 'yvonne', name: 'Yvonne Cazalis' },
	mine: false,
	state: 'open' as const,
	published: '2026-11-10T10:00:00+00:00',
}

/** An offer of Yvonne in a list, changed as a test needs it. */
export function sampleSummary(changes: Partial<NoticeSummary> = {}): NoticeSummary {
	return { ...common, excerpt: 'Un luthier laisse un atelier.', found: null, ...changes }
}

/** No permissions. */
export const CANNOT: Notice['can'] = { edit: false, renew: false, close: false, end: false, reopen: false, delete: false, answer: false }

/** A notice with its text, as another member sees it. */
export function sampleNotice(changes: Partial<Notice> = {}): Notice {
	return {
		...common,
		text: 'Un luthier laisse un atelier,\ndeux établis et un poêle.',
		free: '',
		terms: ['artisanat'],
		outcome: '',
		thanks: [],
		can: { ...CANNOT, answer: true },
		...changes,
	}
}

/** A notice as its author sees it. */
export function ownNotice(changes: Partial<Notice> = {}): Notice {
	return sampleNotice({
		mine: true,
		until: '2027-01-09',
		version: 3,
		from: null,
		can: { ...CANNOT, edit: true, renew: true, close: true, end: true, delete: true },
		...changes,
	})
}

/** Berthe can get it. */
export function samplePassing(changes: Partial<Passing> = {}): Passing {
	return {
		name: 'Berthe Fournil',
		obstacle: null,
		sent: null,
		mail: { to: 'berthe@example.org', answerTo: 'peire@example.org', subject: 'Cordée : une annonce pour vous', text: 'Bonjour Berthe\n\nDeux établis', seen: 'as-it-is' },
		...changes,
	}
}

/** One answer of a list. */
export function sampleList(notices: NoticeSummary[], changes: Partial<NoticeList> = {}): NoticeList {
	return {
		notices,
		facets: { kind: [], mode: [], territory: [], term: [], group: [] },
		total: notices.length,
		next: null,
		...changes,
	}
}
