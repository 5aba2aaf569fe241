/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Account, Charter, CharterVersion, ChoiceOfGroup, Folder, KitRow, Network, NetworkSettings, Replaceable, SetupCheck, ShippedKits } from '../model.ts'

import { call } from '../../api/client.ts'
import { settingsApi } from '../api.ts'

/** The settings of the network. */
export function getNetwork(signal?: AbortSignal): Promise<Network> {
	return call(settingsApi.network, { signal })
}

/** Changes settings, with their previous values. */
export function changeNetwork(body: Partial<NetworkSettings> & { was: Partial<NetworkSettings> }): Promise<Network> {
	return call(settingsApi.changeNetwork, { body })
}

/** Adds an account to the facilitators’ group, or removes it. */
export function setFacilitator(uid: string, member: boolean): Promise<Network> {
	return call(settingsApi.setFacilitator, { body: { uid, member } })
}

/** Groups that match a text. */
export function getGroups(q: string, signal?: AbortSignal): Promise<ChoiceOfGroup[]> {
	return call(settingsApi.groups, { query: { q }, signal })
}

/** Accounts that match a text. */
export function getAccounts(q: string, signal?: AbortSignal): Promise<Account[]> {
	return call(settingsApi.accounts, { query: { q }, signal })
}

/** Folders to choose from. */
export function getFolders(signal?: AbortSignal): Promise<Folder[]> {
	return call(settingsApi.folders, { signal })
}

/** What Nextcloud lacks for Réseau. */
export function getSetup(signal?: AbortSignal): Promise<SetupCheck[]> {
	return call(settingsApi.setup, { signal })
}

/** The versions of the charter, without their texts. */
export function getCharters(signal?: AbortSignal): Promise<CharterVersion[]> {
	return call(settingsApi.charters, { signal })
}

/** The text of a version of the charter. */
export function getCharter(version: number, signal?: AbortSignal): Promise<Charter> {
	return call(settingsApi.charter, { path: { version }, signal })
}

/** Publishes a version of the charter based on another one; 0: the first. */
export function writeCharter(text: string, version: number): Promise<Network> {
	return call(settingsApi.writeCharter, { body: { text, version } })
}

/** The kit of this network, as JSON. */
export async function getKit(): Promise<string> {
	return (await call(settingsApi.kit, {})).text
}

/** The kits that come with the app, and whether one is useful here. */
export function getKits(signal?: AbortSignal): Promise<ShippedKits> {
	return call(settingsApi.kits, { signal })
}

/** A kit that comes with the app, as JSON. */
export async function getShippedKit(id: string): Promise<string> {
	return (await call(settingsApi.shippedKit, { path: { kit: id } })).text
}

/** The outcome of each thing in a kit, before it is applied. */
export function checkKit(text: string, replace: Replaceable[]): Promise<KitRow[]> {
	return call(settingsApi.checkKit, { body: { text, replace } })
}

/** Adds what a kit has and the network does not. */
export function takeKit(text: string, replace: Replaceable[]): Promise<KitRow[]> {
	return call(settingsApi.takeKit, { body: { text, replace } })
}
