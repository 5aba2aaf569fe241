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
 * - viewer: every account that may know of the card, or the other thing, named in the path
 * - keeper: the person the card is about, or whose notice it is, else the steward of their card; the network's facilitators if there is no other keeper
 * - host: keeper of a card without an account, or a facilitator of the network; of a notice, its keeper, or such a facilitator
 * - own: the account that owns what the path names; for everyone else it does not exist
 * - groupFacilitator: those who facilitate the group named in the path; the facilitators of the network if nobody does
 * - groupHost: those, and the keeper of the card of a person without an account that the path names after the group
 * - linkHost: who made the link named in the path, who keeps a card or facilitates a group at one of its ends, and the facilitators of the network
 * - correspondent: the two people of the conversation or the introduction named in the path, and the keeper of the card of one without an account; for everyone else it
 *   does not exist
 * - addressee: those to whom a visitor wrote what is named in the path; for everyone else it does not exist
 * - fileReader: every account that has the file named in the path
 * - fileEditor: those who may change it, too
 * - signer: of those, who gave the signature named in the path
 * - facilitator: the facilitators of the network; until it has any, its administrators
 * - admin: the administrators of Nextcloud and those they delegate Réseau's settings to; Nextcloud itself refuses
 *   everyone else, with a 403 that has no reason word
 */
export type Who = 'account' | 'viewer' | 'keeper' | 'host' | 'own' | 'groupFacilitator' | 'groupHost' | 'linkHost' | 'correspondent' | 'addressee' | 'fileReader' | 'fileEditor' | 'signer' | 'facilitator' | 'admin'

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

/** What a schema takes; never without a schema. */
type InputOf<Schema extends GenericSchema> = [Schema] extends [never] ? never : InferInput<Schema>

/** The query an endpoint takes. */
export type QueryOf<E extends Endpoint> = InputOf<NonNullable<E['query']>>

/** The body an endpoint takes. */
export type BodyOf<E extends Endpoint> = InputOf<NonNullable<E['body']>>

/** What an endpoint answers, after parsing. */
export type AnswerOf<E extends Endpoint> = InferOutput<E['answer']>
