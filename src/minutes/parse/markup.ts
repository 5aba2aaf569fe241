/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A heading of Markdown, or a line all in bold. */
export interface Markup {
	text: string
	heading: boolean
}

/** The text of a line without Markdown, and whether it was a heading. */
export function withoutMarkup(text: string): Markup {
	if (!/[#*_[\]`=+~-]/.test(text)) {
		return { text, heading: false }
	}
	// «== Titre ==», «*** Titre ***»: signs around it.
	const framed = /^([=*+~#-])\1+ *(?=[^\s=*+~#-])(.*?)(?<=[^\s=*+~#-]) *(\1{2,})$/s.exec(text)
	if (framed && !(framed[1] === '*' && framed[3]!.length === 2)) {
		return { text: withoutEmphasis(framed[2]!), heading: true }
	}
	const heading = /^#{1,6}(.*)$/s.exec(text)
	if (heading) {
		return { text: withoutEmphasis(heading[1]!.replace(/(?<!#)#+$/, '').trim()), heading: true }
	}
	const bold = /^(?:\*\*|__)(?!\s)([^*_]+?)(?:\*\*|__)\s*(:?)$/.exec(text)
	return bold ? { text: bold[1]!.trim() + bold[2]!, heading: true } : { text: withoutEmphasis(text), heading: false }
}

/** A text without the signs for bold, italics and links. */
export function withoutEmphasis(text: string): string {
	if (!/[*_[\]`]/.test(text)) {
		return text
	}
	return text
		.replace(/\[([^\][]+)\]\((?:mailto:)?[^)\s[]+\)/g, '$1')
		.replace(/(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1/g, '$2')
		.replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
		.replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
}
