/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export type { Column, GroupReading, Lines, Mandate, NamedDate, Person, Placed, Reading, RosterEntry, Section, Warning, WarningCode } from './parse/reading.ts'
export type { FileKind } from './read/readFile.ts'
export type { ReadReason } from './read/readError.ts'

export { sourceLines } from './parse/lines.ts'
export { parseMinutes } from './parse/parse.ts'
export { COLUMNS, WARNING_CODES } from './parse/reading.ts'
export { READ_REASONS, ReadError } from './read/readError.ts'
export { MAX_BYTES, readFile } from './read/readFile.ts'
