/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { KeptText } from './files/queries.ts'

import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'
import { fileReasons } from './files/reasons.ts'
import { sheetReasons } from './sheet/reasons.ts'

export type { Library, Sheet } from './model.ts'

export { libraryRoutes } from './routes.ts'
export { useLibrary } from './sheet/queries.ts'
export { sheetSectionsKey } from './ui/sections.ts'

/** Sheets that also match a search for people. */
export const AlsoSheets = laterPart(later(() => import('./ui/find/AlsoSheets.vue')))

/** The latest sheets, on the home page. */
export const HomeStories = laterPart(later(() => import('./ui/HomeStories.vue')))

/** Chooses a picture of the library. */
export const ChoosePicture = laterPart(later(() => import('./ui/files/ChoosePicture.vue')))

const files = later(() => import('./files/queries.ts'))

/**
 * Puts a text into the library, with its sheet.
 *
 * @return file id
 */
export async function keepText(text: KeptText): Promise<string> {
	return (await files()).keepText(text)
}

/** Sentences for refusals about sheets or files. */
export const libraryReasons = { ...sheetReasons, ...fileReasons }
