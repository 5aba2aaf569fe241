/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FunctionalComponent, VNodeChild } from 'vue'
import type { Block, Inline } from '../lib/markdown.ts'

import { h } from 'vue'
import { fixSpaces } from '../lib/fixSpaces.ts'
import { parseMarkdown } from '../lib/markdown.ts'

import './markdown.css'

function inline(parts: readonly Inline[]): VNodeChild[] {
	return parts.map((part) => {
		switch (part.type) {
			case 'text':
				return fixSpaces(part.text)
			case 'code':
				return h('code', part.text)
			case 'link':
				return h('a', { class: 'ui-link', href: part.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, inline(part.inline))
			default:
				return h(part.type, inline(part.inline))
		}
	})
}

function blocks(all: readonly Block[], level: number): VNodeChild[] {
	return all.map((block) => {
		switch (block.type) {
			case 'heading':
				return h(`h${Math.min(level + block.level - 1, 6)}`, inline(block.inline))
			case 'list':
				return h(block.start === null ? 'ul' : 'ol', block.start === null || block.start === 1 ? {} : { start: block.start }, block.items.map((item) => h('li', blocks(item, level))))
			case 'quote':
				return h('blockquote', blocks(block.blocks, level))
			case 'rule':
				return h('hr')
			default:
				return h('p', inline(block.inline))
		}
	})
}

/** A text that its authors wrote in Markdown, as elements made of its words: no markup of theirs reaches the page. */
export const UiMarkdown: FunctionalComponent<{
	text: string
	/** Level of its first headings. */
	level?: number
}> = ({ text, level = 3 }) => h('div', { class: 'ui-markdown', dir: 'auto' }, blocks(parseMarkdown(text), level))

UiMarkdown.props = ['text', 'level']
