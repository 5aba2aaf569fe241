/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/**
 * Who may call an endpoint. The access matrix (tests/php/Integration/AccessMatrixTest.php) tries every role on every
 * endpoint against this word; everyone else gets 401 (anonymous), 403 `not_yours` or 404 `not_found`.
 *
 * - account: every account the app is enabled for
 * - viewer: every account that can see the card or other thing named in the path
 * - keeper: the person of the card or the author of the notice, else the steward of their card, else the network's facilitators
 * - host: keeper of a card without an account, or a facilitator of the network; for a notice, its keeper or a facilitator
 * - own: the account that owns what the path names; for everyone else it does not exist
 * - groupFacilitator: the facilitators of the group named in the path; the facilitators of the network only for a group that has neither facilitators nor people
 * - groupDecider: groupFacilitator; the facilitators of the network if the group has no facilitator
 * - groupHost: groupDecider, and the keeper of the card of the person without an account named after the group
 * - linkHost: the person who made the link named in the path, keepers of a card or facilitators of a group at one of its ends, and the facilitators of the network
 * - correspondent: the two people of the conversation or introduction named in the path, or the keeper of the card of one without an account; for everyone else it
 *   does not exist
 * - addressee: the people a visitor wrote to; for everyone else the message does not exist
 * - fileReader: every account with access to the file named in the path
 * - fileEditor: fileReader with permission to change the file
 * - signer: fileReader who gave the signature named in the path
 * - facilitator: the facilitators of the network; until it has any, its administrators
 * - admin: the administrators of Nextcloud and the accounts they delegate Réseau's settings to; Nextcloud itself refuses
 *   everyone else, with a 403 that has no reason word
 */
export type Who = 'account' | 'viewer' | 'keeper' | 'host' | 'own' | 'groupFacilitator' | 'groupDecider' | 'groupHost' | 'linkHost' | 'correspondent' | 'addressee' | 'fileReader' | 'fileEditor' | 'signer' | 'facilitator' | 'admin'

/** One endpoint of the OCS API, below `/ocs/v2.php/apps/reseau/api/v1`; `{name}` in the path is a parameter. */
export interface Endpoint<
	Query extends GenericSchema | undefined = GenericSchema | undefined,
	Body extends GenericSchema | undefined = GenericSchema | undefined,
	Answer extends GenericSchema = GenericSchema,
> {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
	readonly path: string
	readonly summary: string
	readonly who: Who
	readonly query?: Query
	readonly body?: Body
	readonly answer: Answer
	/** Success status, 200 by default. */
	readonly status?: 200 | 201
	/** Reason words it may answer with (`{error: word}`), in addition to the common ones of ApiError. */
	readonly errors: readonly string[]
}

/** Keeps the literal types of an endpoint's schemas. */
export function endpoint<
	Answer extends GenericSchema,
	Query extends GenericSchema | undefined = undefined,
	Body extends GenericSchema | undefined = undefined,
>(definition: Endpoint<Query, Body, Answer>): Endpoint<Query, Body, Answer> {
	return definition
}

/** The input type of a schema; never without a schema. */
type InputOf<Schema extends GenericSchema> = [Schema] extends [never] ? never : InferInput<Schema>

/** The query of an endpoint. */
export type QueryOf<E extends Endpoint> = InputOf<NonNullable<E['query']>>

/** The body of an endpoint. */
export type BodyOf<E extends Endpoint> = InputOf<NonNullable<E['body']>>

/** The answer of an endpoint, after parsing. */
export type AnswerOf<E extends Endpoint> = InferOutput<E['answer']>
