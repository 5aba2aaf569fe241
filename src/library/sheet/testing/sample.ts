/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Evaluation, Sheet, SheetFile, SheetSummary, Signature, Stories, Story } from '../../model.ts'

const FILE: SheetFile = { name: 'Le jardin sans clé.md', path: '/Récits d’échec/Le jardin sans clé.md', folder: false, mime: 'text/markdown', size: 2048, changed: 1_773_309_600 }

/** A published failure, seen by a person who may not change it; changed as a test needs it. */
export function sampleSheet(changes: Partial<Sheet> = {}, can: Partial<Sheet['can']> = {}): Sheet {
	return {
		fileId: '12',
		kind: 'failure',
		kindLabel: 'Récit d’échec',
		outcome: 'failed',
		title: 'Le jardin sans clé',
		summary: 'Un jardin de pied d’immeuble fermé par un portail.',
		context: {
			territories: [{ code: '66', kind: 'departement', name: 'Pyrénées-Orientales' }],
			public: 'Cent vingt logements',
			means: 'Une subvention à dépenser avant décembre',
			frame: 'Un bailleur social',
			standpoint: 'Une habitante',
		},
		tried: 'Douze parcelles et une clôture.',
		happened: 'Le portail fermait à clé.',
		learnt: 'La clé était la règle du jeu.',
		wanted: '',
		authors: [{ id: 7, name: 'Anselme Ginoulhac', uid: 'anselme-ginoulhac' }],
		authorNames: '',
		anonymous: false,
		licence: 'cc-by-sa-4.0',
		terms: ['jardins'],
		termLabels: ['Jardins'],
		groups: [{ id: 5, title: 'Aller vers' }],
		reach: null,
		status: 'published',
		version: 3,
		deposited: false,
		file: FILE,
		evaluations: [],
		signing: null,
		left: null,
		changed: '2026-11-12',
		...changes,
		can: { edit: false, evaluate: false, sign: false, collect: false, remove: false, ...can },
	}
}

/** A sheet in a list. */
export function sampleSummary(changes: Partial<SheetSummary> = {}): SheetSummary {
	const { fileId, title, summary, kind, kindLabel, outcome, status, file } = sampleSheet()
	return { fileId, title, summary, kind, kindLabel, outcome, places: ['Pyrénées-Orientales'], status, found: null, file, ...changes }
}

/** A sheet in a short list. */
export function sampleStory(changes: Partial<Story> = {}): Story {
	return { ...sampleSummary(), learnt: 'La clé était la règle du jeu.', wanted: '', ...changes }
}

/** What the library opens on: nothing, unless a test says so. */
export function sampleStories(changes: Partial<Stories> = {}): Stories {
	return { fresh: { sheets: [], total: 0 }, wanted: { sheets: [], total: 0 }, signable: { sheets: [], total: 0 }, toSign: [], themes: [], all: { sheets: [], total: 0 }, near: null, mine: [], ...changes }
}

/** An evaluation of it. */
export function sampleEvaluation(changes: Partial<Evaluation> = {}): Evaluation {
	return {
		id: 1,
		by: { id: 9, name: 'Odile Marty', uid: 'odile-marty' },
		standpoint: 'élue, un village de 300',
		answers: { helps: 'Une place qui existe déjà', hinders: '', elsewhere: '', conditions: 'Décider qui ouvre' },
		day: '2026-11-14',
		mine: false,
		...changes,
	}
}

/** A signature. */
export function sampleSignature(changes: Partial<Signature> = {}): Signature {
	return { id: 1, name: 'Odile Marty', member: 9, how: 'account', waiting: false, day: '2026-11-14', current: true, hash: 'a'.repeat(64), note: '', can: { withdraw: false }, ...changes }
}

/** A manifesto that can be signed. */
export function sampleManifesto(signing: Partial<NonNullable<Sheet['signing']>> = {}, can: Partial<Sheet['can']> = {}): Sheet {
	return sampleSheet({
		kind: 'manifesto',
		kindLabel: 'Manifeste à signer',
		outcome: null,
		title: 'Des villages qui ouvrent leurs volets',
		signing: { hash: 'a'.repeat(64), total: 0, mine: null, ...signing },
	}, can)
}
