/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import markdownIt from 'markdown-it'
import { fixSpaces } from './fixSpaces.ts'

/** Pictures are not loaded from other sites, which would reveal the reader to them; people who indent a line do not mean code. */
const markdown = markdownIt({ html: false, linkify: true, breaks: true, typographer: false }).disable(['image', 'code', 'reference'])
const { escapeHtml } = markdown.utils

markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:)./i.test(address)
// “[words]()” has no target: its words stay.
markdown.core.ruler.push('links_to_nowhere', ({ tokens }) => {
	for (const token of tokens) {
		let nowhere = false
		token.children = token.children?.filter((child) => {
			const opens = child.type === 'link_open' && child.attrGet('href') === ''
			const drop = opens || (nowhere && child.type === 'link_close')
			nowhere = opens || (nowhere && !drop)
			return !drop
		}) ?? null
	}
})
markdown.renderer.rules.text = (tokens, at) => escapeHtml(fixSpaces(tokens[at]!.content))
markdown.renderer.rules.link_open = (tokens, at, options, _env, renderer) => {
	const token = tokens[at]!
	for (const [name, value] of [['class', 'ui-link'], ['target', '_blank'], ['rel', 'noopener noreferrer nofollow']] as const) {
		token.attrSet(name, value)
	}
	return renderer.renderToken(tokens, at, options)
}

/**
 * Markdown as safe HTML: markup in it is text, and its links lead to pages and mail addresses only.
 *
 * @param text Markdown; line breaks of a paragraph stay
 * @param level level of its first headings; the others follow without gaps
 */
export function htmlOfMarkdown(text: string, level: number): string {
	const tokens = markdown.parse(text, {})
	const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
	const levels = [...new Set(headings.map(({ tag }) => tag))].sort()
	for (const heading of headings) {
		heading.tag = `h${Math.min(level + levels.indexOf(heading.tag), 6)}`
	}
	return markdown.renderer.render(tokens, markdown.options, {})
}
