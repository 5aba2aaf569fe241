/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member, MemberPage } from './model.ts'

/** The cards of several pages, each once: somebody may move to a later page between two requests. */
export function membersOf(pages: readonly MemberPage[] | undefined): Member[] {
	const members = new Map<number, Member>()
	for (const member of (pages ?? []).flatMap((page) => page.members)) {
		members.set(member.id, members.get(member.id) ?? member)
	}
	return [...members.values()]
}
