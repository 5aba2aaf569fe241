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
		summary: 'Get the settings of the network, for its administrators',
		who: 'admin',
		answer: NetworkSchema,
		errors: [],
	}),
	changeNetwork: endpoint({
		method: 'PUT',
		path: '/network',
		summary: 'Change settings of the network; `was` has their previous values, and `stale_version` comes with the `current` settings if one was changed elsewhere',
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
		summary: 'Add an account to the facilitators’ group that Réseau created, or remove it',
		who: 'admin',
		body: v.object({ uid: v.string(), member: v.boolean() }),
		answer: NetworkSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'foreign_group', 'unknown_account', 'group_not_writable'],
	}),
	groups: endpoint({
		method: 'GET',
		path: '/network/groups',
		summary: 'Search groups of Nextcloud by name, at most twenty',
		who: 'admin',
		query: words,
		answer: v.array(ChoiceOfGroupSchema),
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	accounts: endpoint({
		method: 'GET',
		path: '/network/accounts',
		summary: 'Search enabled accounts by name, at most twenty',
		who: 'admin',
		query: words,
		answer: v.array(AccountSchema),
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	folders: endpoint({
		method: 'GET',
		path: '/network/folders',
		summary: 'Get the top folders in the Files of the current user, Team folders first',
		who: 'admin',
		answer: v.array(FolderSchema),
		errors: [],
	}),
	setup: endpoint({
		method: 'GET',
		path: '/network/setup',
		summary: 'Get what Réseau needs and this Nextcloud lacks, with the consequences',
		who: 'admin',
		answer: v.array(SetupCheckSchema),
		errors: [],
	}),
	welcome: endpoint({
		method: 'GET',
		path: '/network/welcome',
		summary: 'Get the welcome text of the network, empty if there is none',
		who: 'facilitator',
		answer: NetworkTextSchema,
		errors: [],
	}),
	writeWelcome: endpoint({
		method: 'PUT',
		path: '/network/welcome',
		summary: 'Change the welcome text; `was` is its previous value, and `stale_version` comes with the `current` text if it was changed elsewhere',
		who: 'facilitator',
		body: v.object({ text: welcomeText, was: welcomeText }),
		answer: NetworkTextSchema,
		errors: textErrors,
	}),
	readWelcome: endpoint({
		method: 'PUT',
		path: '/network/welcome/read',
		summary: 'Hide the welcome text for the current user, or show it again',
		who: 'account',
		body: v.object({ read: v.boolean() }),
		answer: v.null(),
		errors: ['wrong_type'],
	}),
	letterText: endpoint({
		method: 'GET',
		path: '/network/letter/{place}',
		summary: 'Get the beginning (`opening`) or the end (`closing`) of new letters, empty if there is none',
		who: 'facilitator',
		answer: NetworkTextSchema,
		errors: [],
	}),
	writeLetterText: endpoint({
		method: 'PUT',
		path: '/network/letter/{place}',
		summary: 'Change the beginning or the end of new letters; existing letters stay. `was` is the previous text, and `stale_version` comes with the `current` text if it was changed elsewhere',
		who: 'facilitator',
		body: v.object({ text: letterText, was: letterText }),
		answer: NetworkTextSchema,
		errors: textErrors,
	}),
	charters: endpoint({
		method: 'GET',
		path: '/network/charters',
		summary: 'Get the versions of the charter, newest first',
		who: 'admin',
		answer: v.array(CharterVersionSchema),
		errors: [],
	}),
	charter: endpoint({
		method: 'GET',
		path: '/network/charters/{version}',
		summary: 'Get the text of a version of the charter',
		who: 'admin',
		answer: CharterSchema,
		errors: [],
	}),
	writeCharter: endpoint({
		method: 'PUT',
		path: '/network/charter',
		summary: 'Publish a new version of the charter, based on the given one (0: the first); the same text changes nothing, `stale_version` comes with the `current` one',
		who: 'admin',
		body: v.object({ version: v.number(), text: v.pipe(v.string(), maxCharacters(NETWORK_LIMITS.charter)) }),
		answer: NetworkSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'version_missing', 'stale_version'],
	}),
	kit: endpoint({
		method: 'GET',
		path: '/network/kit',
		summary: 'Export a kit from which another network can start: words, texts, board templates and folder names, without people',
		who: 'admin',
		answer: KitSchema,
		errors: [],
	}),
	kits: endpoint({
		method: 'GET',
		path: '/network/kits',
		summary: 'Get the kits that come with the app, and whether the network has nothing yet that a kit contains; for a kit that was applied before, the folders it lacks',
		who: 'admin',
		answer: ShippedKitsSchema,
		errors: [],
	}),
	shippedKit: endpoint({
		method: 'GET',
		path: '/network/kits/{kit}',
		summary: 'Download a kit that comes with the app',
		who: 'admin',
		answer: KitSchema,
		errors: [],
	}),
	checkKit: endpoint({
		method: 'POST',
		path: '/network/kit/check',
		summary: 'Check a kit before it is applied; nothing is changed',
		who: 'admin',
		body: kit,
		answer: v.array(KitRowSchema),
		errors: kitErrors,
	}),
	takeKit: endpoint({
		method: 'POST',
		path: '/network/kit',
		summary: 'Apply a kit: adds what the network does not have; `replace` names what is replaced',
		who: 'admin',
		body: kit,
		answer: v.array(KitRowSchema),
		errors: kitErrors,
	}),
} as const
