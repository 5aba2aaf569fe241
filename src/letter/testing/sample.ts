/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Letter, Passage } from '../model.ts'

/** A passage as the server finds it. */
export function samplePassage(of: Partial<Passage> = {}): Passage {
	return {
		kind: 'notice',
		id: 1,
		title: 'Un four à prêter',
		line: 'Offre · Odile Marcenac',
		text: 'Un four à pain, le samedi.',
		day: '2026-11-20',
		reach: 'members',
		of: '',
		group: '',
		outcome: null,
		concerns: true,
		hash: 'a'.repeat(64),
		...of,
	}
}

/** A draft as it is stored. */
export function sampleLetter(of: Partial<Letter> = {}): Letter {
	return {
		id: 3,
		kind: 'letter',
		title: 'Des nouvelles',
		from: '2026-11-01',
		until: '2026-11-30',
		readers: { kind: 'all', of: '', name: '' },
		language: 'fr',
		state: 'draft',
		sent: null,
		changed: '2026-11-24T12:00:00+00:00',
		note: null,
		file: null,
		editorial: '',
		picture: null,
		items: [],
		version: 1,
		...of,
	}
}
