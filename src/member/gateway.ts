/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf, QueryOf } from '../api/endpoint.ts'
import type { MemberExport } from './export/model.ts'
import type { Home, WorkList } from './home/model.ts'
import type { Claim, Consent, ConsentMail, Directory, FacetChoice, Handouts, Member, MemberPage, NewCard, SavedSearch, Status, Unasked, Viewpoint } from './model.ts'

import { call } from '../api/client.ts'
import { memberApi } from './api.ts'

/** Changes of a card and the version they were made on. */
export type Edit = BodyOf<typeof memberApi.save>

/** The published cards that meet words and criteria. */
export function listMembers(query: QueryOf<typeof memberApi.list>, signal?: AbortSignal): Promise<Directory> {
	return call(memberApi.list, { query, signal })
}

/** The choices of one criterion, counted among the cards that meet the words and the other criteria. */
export async function facetChoices(query: QueryOf<typeof memberApi.facets>, signal?: AbortSignal): Promise<FacetChoice[]> {
	return (await call(memberApi.facets, { query, signal })).choices
}

/** A page of the found cards, for printing or export. */
export function listHandouts(query: QueryOf<typeof memberApi.handouts>, signal?: AbortSignal): Promise<Handouts> {
	return call(memberApi.handouts, { query, signal })
}

/** My saved searches. */
export async function listSearches(signal?: AbortSignal): Promise<SavedSearch[]> {
	return (await call(memberApi.searches, { signal })).searches
}

/** Saves words and criteria under a name. */
export function keepSearch(body: BodyOf<typeof memberApi.keepSearch>): Promise<SavedSearch> {
	return call(memberApi.keepSearch, { body })
}

/** Renames a saved search. */
export function renameSearch(search: number, name: string): Promise<SavedSearch> {
	return call(memberApi.renameSearch, { path: { search }, body: { name } })
}

/** Deletes a saved search. */
export function deleteSearch(search: number): Promise<null> {
	return call(memberApi.deleteSearch, { path: { search } })
}

/** What waits for me, and new members. */
export function getHome(signal?: AbortSignal): Promise<Home> {
	return call(memberApi.home, { signal })
}

/** The cards due and the new files in my groups, or in one of them. */
export function getGroupsWork(query: QueryOf<typeof memberApi.work>, signal?: AbortSignal): Promise<WorkList> {
	return call(memberApi.work, { query, signal })
}

/** The cards I keep for people without an account. */
export function keptMembers(query: QueryOf<typeof memberApi.kept>, signal?: AbortSignal): Promise<MemberPage> {
	return call(memberApi.kept, { query, signal })
}

/** The drafts I keep whose person has a mail address and has not been asked yet. */
export function unaskedMembers(signal?: AbortSignal): Promise<Unasked> {
	return call(memberApi.unasked, { signal })
}

/** Creates a card for a person without an account. */
export function createMember(body: NewCard): Promise<Member> {
	return call(memberApi.create, { body })
}

/** My own card. */
export function getMine(signal?: AbortSignal): Promise<Member> {
	return call(memberApi.mine, { signal })
}

/** Changes my own card; version 0 creates it. */
export function saveMine(body: Edit): Promise<Member> {
	return call(memberApi.saveMine, { body })
}

/** A card as far as I can see it. */
export function getMember(id: number, signal?: AbortSignal): Promise<Member> {
	return call(memberApi.get, { path: { id }, signal })
}

/** Changes a card I keep. */
export function saveMember(id: number, body: Edit): Promise<Member> {
	return call(memberApi.save, { path: { id }, body })
}

/** Deletes a card, my own or one I keep. */
export function deleteMember(id: number): Promise<null> {
	return call(memberApi.delete, { path: { id } })
}

/** Dismisses the list of first steps of the network, or shows it again. */
export function dismissBeginning(away: boolean): Promise<Home> {
	return call(memberApi.putAwayBeginning, { body: { away } })
}

/** A card I keep as another person sees it. */
export function previewMember(id: number, as: Viewpoint, signal?: AbortSignal): Promise<Member> {
	return call(memberApi.preview, { path: { id }, query: { as }, signal })
}

/** Publishes, pauses or withdraws a card. */
export function setStatus(id: number, status: Status, version: number): Promise<Member> {
	return call(memberApi.setStatus, { path: { id }, body: { status, version } })
}

/** Confirms that a card is still true. */
export function confirmMember(id: number): Promise<Member> {
	return call(memberApi.confirm, { path: { id } })
}

/** Records when and how a person without an account agreed. */
export function recordConsent(id: number, body: Consent): Promise<Member> {
	return call(memberApi.recordConsent, { path: { id }, body })
}

/** The mail that would ask the person for their agreement, without its link. */
export function getConsentMail(id: number, signal?: AbortSignal): Promise<ConsentMail> {
	return call(memberApi.consentMail, { path: { id }, signal })
}

/** Asks the person by mail for their agreement. */
export function askConsent(id: number): Promise<Member> {
	return call(memberApi.askConsent, { path: { id } })
}

/** Revokes the link in the mail. */
export function takeBackConsentMail(id: number): Promise<Member> {
	return call(memberApi.takeBackConsentMail, { path: { id } })
}

/** Records that a person without an account refuses, which deletes their card. */
export function refuseMember(id: number): Promise<null> {
	return call(memberApi.refuse, { path: { id } })
}

/** All data Réseau has about the person. */
export function exportMember(id: number): Promise<MemberExport> {
	return call(memberApi.export, { path: { id } })
}

/** The export as an HTML document. */
export async function exportMemberPage(id: number): Promise<string> {
	return (await call(memberApi.exportPage, { path: { id } })).page
}

/** Creates the one-time link with which the person takes over the card. */
export function inviteMember(id: number, mail: boolean): Promise<{ url: string, expires: string, mailed: boolean }> {
	return call(memberApi.invite, { path: { id }, body: { mail } })
}

/** Revokes the one-time link. */
export function uninviteMember(id: number): Promise<null> {
	return call(memberApi.uninvite, { path: { id } })
}

/** Hands over a kept card to a facilitator, or with null to all of them. */
export function passOn(id: number, uid: string | null): Promise<null> {
	return call(memberApi.passOn, { path: { id }, body: { uid } })
}

/** The card of a one-time link. */
export function getClaim(token: string, signal?: AbortSignal): Promise<Claim> {
	return call(memberApi.claim, { path: { token }, signal })
}

/** Takes the card over. */
export function takeOver(token: string, merge: boolean): Promise<Member> {
	return call(memberApi.takeOver, { path: { token }, body: { merge } })
}
