/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column } from '../import/mapping.ts'

import { isOf } from '../parts.ts'

/** A cell in the format of tables: things sought and offered one per line, other lists separated by semicolons. */
export function cellOf(column: Column, texts: readonly string[]): string {
	return texts.join(isOf(column, 'items') ? '\n' : '; ')
}
