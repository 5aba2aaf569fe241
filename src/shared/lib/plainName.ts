/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Longest name of a file, in bytes: Nextcloud appends to the names of deleted and partly uploaded files. */
export const MAX_NAME = 250

/** A character that no name of a file or folder has, also on other systems. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
export const UNSAFE = /[\\/:*?"<>|\u0000-\u001f\u007f]/

/**
 * Whether a name that someone else stored can become a file's: it cannot lead out of its folder, is not hidden and works on every computer.
 * lib/Shared/PlainName.php is held to the same fixture, tests/fixtures/rules/plain-names.json.
 */
export function isPlainName(name: string): boolean {
	return !/^[.\s]|[.\s]$/.test(name) && !UNSAFE.test(name) && name !== '' && new TextEncoder().encode(name).length <= MAX_NAME
}
