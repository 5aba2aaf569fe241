/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The people of several pages, each once: a person may move to a later page between two requests. */
export function membersOf<M extends { id: number }>(pages: readonly { members: readonly M[] }[] | undefined): M[] {
	const members = new Map<number, M>()
	for (const member of (pages ?? []).flatMap((page) => page.members)) {
		members.set(member.id, members.get(member.id) ?? member)
	}
	return [...members.values()]
}
