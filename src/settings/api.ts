/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import {
	AccountSchema,
	CharterSchema,
	CharterVersionSchema,
	ChoiceOfGroupSchema,
	FolderSchema,
	KitRowSchema,
	KitSchema,
	NETWORK_LIMITS,
	NetworkSchema,
	NetworkSettingsSchema,
	NetworkTextSchema,
	REPLACEABLE,
	SetupCheckSchema,
	ShippedKitsSchema,
} from './model.ts'

/** Search parameters. */
const words = v.object({ q: v.optional(v.string()) })

const kit = v.object({
	text: v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.kit)),
	replace: v.pipe(v.array(v.picklist(REPLACEABLE)), v.maxLength(REPLACEABLE.length)),
})
const kitErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'not_a_kit', 'newer_file'] as const

const welcomeText = v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.welcome))
const letterText = v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.letter))
const textErrors = ['wrong_type', 'bad_text', 'too_long', 'stale_version'] as const

export const settingsApi = {
	network: endpoint({
		method: 'GET',
		path: '/network',
		summary: 'What the network has settled for everybody, for its administration',
		who: 'admin',
		answer: NetworkSchema,
		errors: [],
	}),
	changeNetwork: endpoint({
		method: 'PUT',
		path: '/network',
		summary: 'Change settings; `was` holds the same ones as they were, and `stale_version` comes with the `current` settings where one was changed elsewhere',
		who: 'admin',
		body: v.object({ ...v.partial(NetworkSettingsSchema).entries, was: v.partial(NetworkSettingsSchema) }),
		answer: NetworkSchema,
		errors: [
			'wrong_type', 'bad_text', 'too_long', 'too_many', 'network_name_missing', 'unknown_region', 'unknown_departement', 'unknown_group', 'bad_path',
			'unknown_folder', 'unknown_preset', 'bad_origin', 'stale_version',
		],
	}),
	setFacilitator: endpoint({
		method: 'PUT',
		path: '/network/facilitators',
		summary: 'Put an account into the facilitators’ group that Réseau makes, or take it out',
		who: 'admin',
		body: v.object({ uid: v.string(), member: v.boolean() }),
		answer: NetworkSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'foreign_group', 'unknown_account', 'group_not_writable'],
	}),
	groups: endpoint({
		method: 'GET',
		path: '/network/groups',
		summary: 'Groups of Nextcloud that answer to a text, at most twenty',
		who: 'admin',
		query: words,
		answer: v.array(ChoiceOfGroupSchema),
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	accounts: endpoint({
		method: 'GET',
		path: '/network/accounts',
		summary: 'Enabled accounts that answer to a text, at most twenty',
		who: 'admin',
		query: words,
		answer: v.array(AccountSchema),
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	folders: endpoint({
		method: 'GET',
		path: '/network/folders',
		summary: 'The outermost folders in one’s Files, Team folders first',
		who: 'admin',
		answer: v.array(FolderSchema),
		errors: [],
	}),
	setup: endpoint({
		method: 'GET',
		path: '/network/setup',
		summary: 'What Nextcloud lacks for Réseau, and what that costs',
		who: 'admin',
		answer: v.array(SetupCheckSchema),
		errors: [],
	}),
	welcome: endpoint({
		method: 'GET',
		path: '/network/welcome',
		summary: 'The network’s welcome text, empty if there is none',
		who: 'facilitator',
		answer: NetworkTextSchema,
		errors: [],
	}),
	writeWelcome: endpoint({
		method: 'PUT',
		path: '/network/welcome',
		summary: 'Change the welcome text; `was` is the one it was changed from, and `stale_version` comes with the `current` one where it was changed elsewhere',
		who: 'facilitator',
		body: v.object({ text: welcomeText, was: welcomeText }),
		answer: NetworkTextSchema,
		errors: textErrors,
	}),
	readWelcome: endpoint({
		method: 'PUT',
		path: '/network/welcome/read',
		summary: 'Have the welcome text no longer shown to me, or shown again',
		who: 'account',
		body: v.object({ read: v.boolean() }),
		answer: v.null(),
		errors: ['wrong_type'],
	}),
	letterText: endpoint({
		method: 'GET',
		path: '/network/letter/{place}',
		summary: 'What each new letter begins with (`opening`) or ends with (`closing`), empty if there is nothing',
		who: 'facilitator',
		answer: NetworkTextSchema,
		errors: [],
	}),
	writeLetterText: endpoint({
		method: 'PUT',
		path: '/network/letter/{place}',
		summary: 'Change it; existing letters stay as they are. `was` is the text it was changed from, and `stale_version` comes with the `current` one where it was changed elsewhere',
		who: 'facilitator',
		body: v.object({ text: letterText, was: letterText }),
		answer: NetworkTextSchema,
		errors: textErrors,
	}),
	charters: endpoint({
		method: 'GET',
		path: '/network/charters',
		summary: 'The versions of the charter, the newest first',
		who: 'admin',
		answer: v.array(CharterVersionSchema),
		errors: [],
	}),
	charter: endpoint({
		method: 'GET',
		path: '/network/charters/{version}',
		summary: 'What a version of the charter said',
		who: 'admin',
		answer: CharterSchema,
		errors: [],
	}),
	writeCharter: endpoint({
		method: 'PUT',
		path: '/network/charter',
		summary: 'Make a version of the charter from the one named (0: the first); the same text makes none, `stale_version` comes with the `current` one',
		who: 'admin',
		body: v.object({ version: v.number(), text: v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.charter)) }),
		answer: NetworkSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'version_missing', 'stale_version'],
	}),
	kit: endpoint({
		method: 'GET',
		path: '/network/kit',
		summary: 'What another network can start from, as a file: words, texts, board templates and folder names, no person',
		who: 'admin',
		answer: KitSchema,
		errors: [],
	}),
	kits: endpoint({
		method: 'GET',
		path: '/network/kits',
		summary: 'The kits that come with the app, and whether the network has nothing yet that a kit brings; of one that was added before, the folders it lacks',
		who: 'admin',
		answer: ShippedKitsSchema,
		errors: [],
	}),
	shippedKit: endpoint({
		method: 'GET',
		path: '/network/kits/{kit}',
		summary: 'A kit that comes with the app, as a file',
		who: 'admin',
		answer: KitSchema,
		errors: [],
	}),
	checkKit: endpoint({
		method: 'POST',
		path: '/network/kit/check',
		summary: 'What would become of each thing in a kit; nothing is changed',
		who: 'admin',
		body: kit,
		answer: v.array(KitRowSchema),
		errors: kitErrors,
	}),
	takeKit: endpoint({
		method: 'POST',
		path: '/network/kit',
		summary: 'Add what a kit has and the network does not; `replace` names what is replaced',
		who: 'admin',
		body: kit,
		answer: v.array(KitRowSchema),
		errors: kitErrors,
	}),
} as const
