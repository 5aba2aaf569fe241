/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BodyOf } from '../api/endpoint.ts'
import type { Acceptances, AskOutcome, EditableGroup, FoundGroups, Group, GroupSummary, Making, MyCharter, NewGroup, RosterRow, SavedMaking } from './model.ts'

import { call } from '../api/client.ts'
import { groupApi } from './api.ts'

/** A person's commitment, and the version of the charter they accept with it. */
export type Join = BodyOf<typeof groupApi.join>

/** The commitment of a person without an account, and how they agreed. */
export type AnswerFor = BodyOf<typeof groupApi.acceptFor>

/** The groups of the network. */
export function listGroups(signal?: AbortSignal): Promise<GroupSummary[]> {
	return call(groupApi.list, { signal })
}

/** Groups found by words. */
export function findGroups(query: { q: string, limit?: number }, signal?: AbortSignal): Promise<FoundGroups> {
	return call(groupApi.find, { query, signal })
}

/** Creates a group; the same key returns the same group. */
export function createGroup(body: NewGroup): Promise<Group> {
	return call(groupApi.create, { body })
}

/** A group. */
export function getGroup(group: number, signal?: AbortSignal): Promise<Group> {
	return call(groupApi.get, { path: { group }, signal })
}

/** Changes the description of a group, based on a version. */
export function editGroup(group: number, version: number, words: Partial<EditableGroup>): Promise<Group> {
	return call(groupApi.edit, { path: { group }, body: { version, ...words } })
}

/** Makes a group active, dormant or closed. */
export function setGroupStatus(group: number, body: BodyOf<typeof groupApi.setStatus>): Promise<Group> {
	return call(groupApi.setStatus, { path: { group }, body })
}

/** Deletes a group that is forming or closed. */
export function deleteGroup(group: number, runner?: string): Promise<null> {
	return call(groupApi.delete, { path: { group }, query: { runner } })
}

/** The people of a group. */
export function getRoster(group: number, signal?: AbortSignal): Promise<RosterRow[]> {
	return call(groupApi.roster, { path: { group }, signal })
}

/** Joins a group, or asks to. */
export function joinGroup(group: number, body: Join): Promise<Group> {
	return call(groupApi.join, { path: { group }, body })
}

/** Changes my commitment. */
export function changeEngagement(group: number, body: BodyOf<typeof groupApi.engage>): Promise<Group> {
	return call(groupApi.engage, { path: { group }, body })
}

/** Leaves a group, with a note for its members. */
export function leaveGroup(group: number, note: string): Promise<Group> {
	return call(groupApi.leave, { path: { group }, body: { note } })
}

/** Declines an invitation. */
export function declineGroup(group: number): Promise<Group> {
	return call(groupApi.decline, { path: { group } })
}

/** Invites a person into a group. */
export async function inviteMember(group: number, memberId: number): Promise<AskOutcome> {
	return (await call(groupApi.invite, { path: { group }, body: { memberId } })).outcome
}

/** Records that an invited person whose card I keep joins the group. */
export function acceptFor(group: number, member: number, body: AnswerFor): Promise<RosterRow> {
	return call(groupApi.acceptFor, { path: { group, member }, body })
}

/** Declines for a person whose card I keep. */
export function declineFor(group: number, member: number): Promise<null> {
	return call(groupApi.declineFor, { path: { group, member } })
}

/** Changes the commitment of a person whose card I keep. */
export function changePerson(group: number, member: number, body: BodyOf<typeof groupApi.changePerson>): Promise<RosterRow> {
	return call(groupApi.changePerson, { path: { group, member }, body })
}

/** Approves a request to join. */
export function admitMember(group: number, member: number): Promise<RosterRow> {
	return call(groupApi.admit, { path: { group, member } })
}

/** Withdraws an invitation, declines a request, or ends the membership of a person without an account. */
export function removePerson(group: number, member: number, note?: string): Promise<null> {
	return call(groupApi.removePerson, { path: { group, member }, query: { note } })
}

/** Makes a person of the group its facilitator. */
export function facilitateGroup(group: number, body: BodyOf<typeof groupApi.facilitate>): Promise<Group> {
	return call(groupApi.facilitate, { path: { group }, body })
}

/** Steps down as facilitator. */
export function stepDown(group: number): Promise<Group> {
	return call(groupApi.stepDown, { path: { group } })
}

/** Starts a run that creates the spaces of a group, or renews its lease. */
export function takeLease(group: number, runner: string): Promise<Making> {
	return call(groupApi.takeLease, { path: { group }, body: { runner } })
}

/** Releases the lease. */
export function releaseLease(group: number, runner: string): Promise<null> {
	return call(groupApi.releaseLease, { path: { group }, query: { runner } })
}

/** Saves what a run has created. */
export function saveMaking(group: number, body: SavedMaking): Promise<Making> {
	return call(groupApi.saveMaking, { path: { group }, body })
}

/** Creates a conversation in Talk. */
export function makeTalk(group: number): Promise<Group> {
	return call(groupApi.makeTalk, { path: { group } })
}

/** The version of the charter that each member of a group accepted. */
export function listAcceptances(group: number, signal?: AbortSignal): Promise<Acceptances> {
	return call(groupApi.acceptances, { path: { group }, signal })
}

/** The network's charter, and which version I accepted. */
export function getCharter(signal?: AbortSignal): Promise<MyCharter | null> {
	return call(groupApi.charter, { signal })
}

/** Accepts a version of the charter. */
export function acceptCharter(version: number): Promise<MyCharter | null> {
	return call(groupApi.acceptCharter, { body: { version } })
}
