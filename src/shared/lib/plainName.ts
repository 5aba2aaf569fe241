/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Longest name of a file, in bytes: Nextcloud appends to the names of deleted and partly uploaded files. */
export const MAX_NAME = 250

/**
 * Whether a name that someone else stored can become a file's: it cannot lead out of its folder, is not hidden and works on every computer.
 * lib/Shared/PlainName.php is held to the same fixture, tests/fixtures/rules/plain-names.json.
 */
export function isPlainName(name: string): boolean {
	// eslint-disable-next-line no-control-regex -- they are what is meant
	return !/^[.\s]|[.\s]$|[\\/:*?"<>|\u0000-\u001f\u007f]/.test(name) && name !== '' && new TextEncoder().encode(name).length <= MAX_NAME
}
