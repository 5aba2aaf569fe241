/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { cut } from '../../shared/lib/cut.ts'
import { PersonSchema } from '../model.ts'

/** Longest name derived from a title, in characters: a folder also shows other long names. */
const NAME = 80

const StorySchema = v.object({
	title: v.string(),
	tried: v.string(),
	happened: v.string(),
	/** The notice whose outcome it describes, and its author, who writes the story. */
	notice: v.optional(v.object({ id: v.number(), by: PersonSchema })),
})

/** Initial values of a new sheet from another page. They are in the state of the browser's history: an address would appear in logs. */
export type Story = v.InferOutput<typeof StorySchema>

/** The story in the state of an entry of the browser's history, null without one. */
export function readStory(state: unknown): Story | null {
	const parsed = v.safeParse(v.object({ story: StorySchema }), state)
	return parsed.success ? parsed.output.story : null
}

/** A file name for it, without extension: no character that a folder refuses on some system. */
export function fileName(title: string): string {
	return cut(title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim(), NAME).replace(/(?<![.…])[.…]+$/, '')
}
