/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { News, Work } from './model.ts'

/** Lines of the activity of groups: cards first, by day, then other news, newest first. */
export function inOrder(news: readonly News[], work: readonly Work[]): (News | Work)[] {
	const happened = [...news, ...work.filter(({ kind }) => kind !== 'due')]
	return [
		...work.filter(({ kind }) => kind === 'due'),
		...happened.sort((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0),
	]
}
