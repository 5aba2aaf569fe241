/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { ref } from 'vue'
import { addWords, splitWords } from '../lib/wordList.ts'

/** Rules for words that are typed, not chosen. */
export interface WordEntryOptions {
	/** Whether words can be typed at all; without it only choices count. */
	allowed?: () => boolean
	/** Converts a typed word. */
	read?: (word: string) => string
	/** Whether a word of the list was typed, and so goes back into the field for editing. */
	isWritten?: (word: string) => boolean
}

/**
 * A field for several words: a comma, or leaving the field, adds the word, several can be
 * pasted, Backspace removes the last one for editing. What Enter does when nothing is highlighted is add().
 *
 * @param words the existing words
 * @param options the allowed words
 */
export function useWordEntry(words: Ref<string[]>, options: WordEntryOptions = {}) {
	const { allowed = () => true, read = (word) => word, isWritten = () => true } = options
	/** The typed text. */
	const text = ref('')

	/** Adds the typed word. */
	function add(written = text.value): void {
		if (!allowed()) {
			return
		}
		const added = splitWords(written).map(read)
		text.value = ''
		if (added.length > 0) {
			words.value = addWords(words.value, added)
		}
	}

	function write(now: string): void {
		// Also if nothing is left of it: the field shows what was typed until this changes.
		text.value = now
		if (allowed() && /[,;\n]/.test(now)) {
			add(now)
		}
	}

	/** A field of one line loses line breaks: they are read from the clipboard itself. */
	function onPaste(event: ClipboardEvent): void {
		const pasted = event.clipboardData?.getData('text/plain') ?? ''
		if (allowed() && splitWords(pasted).length > 1) {
			event.preventDefault()
			add(text.value + pasted)
		}
	}

	function onBackspace(event: KeyboardEvent): void {
		const last = words.value.at(-1)
		if (allowed() && text.value === '' && last !== undefined && isWritten(last)) {
			event.preventDefault()
			words.value = words.value.slice(0, -1)
			text.value = last
		}
	}

	return { text, add, write, onPaste, onBackspace }
}
