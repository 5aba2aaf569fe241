/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The lines of a Markdown page without comments, code, links and addresses, which follow other rules than its prose. */
export function prose(markdown: string): string[] {
	return markdown
		.replace(/<!--.*?-->|^```.*?^```$/gms, '')
		.replace(/^ {4}.*$/gm, '')
		.replace(/`[^`\n]+`/g, '…')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/https?:\/\/[^\s)]+/g, '…')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !/^[-|\s:]+$/.test(line))
}
