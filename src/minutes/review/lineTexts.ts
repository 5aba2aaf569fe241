/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { Source } from './outlineItems.ts'

import { bullet } from '../parse/bullets.ts'
import { withoutMarkup } from '../parse/markup.ts'
import { headingText } from '../parse/parts.ts'
import { repair } from '../parse/repair.ts'
import { join } from '../parse/text.ts'
import { writtenLines } from './outlineItems.ts'

/** The text of lines, as of one point. */
export function textOf(source: Source, lines: Lines): string {
	return repair(plainLines(source, lines).map((text) => bullet(text)?.text ?? text).reduce(join))
}

/** The text of lines, as of a heading. */
export function headingOf(source: Source, lines: Lines): string {
	return headingText(plainLines(source, lines).reduce(join))
}

function plainLines(source: Source, lines: Lines): string[] {
	return writtenLines(source, lines).map((line) => withoutMarkup(source[line]!.replace(/\s+/g, ' ').trim()).text)
}
