/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { MAX_NAME, UNSAFE } from '../shared/lib/plainName.ts'

/** Names reserved by Windows, which Nextcloud can be configured to refuse. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A title as a folder name that works on every computer: no separators or characters that Windows refuses, no dots or
 * spaces at its ends, not too long.
 *
 * @return empty if none of its characters is allowed
 */
export function folderName(title: string): string {
	const plain = title.normalize('NFC').split(UNSAFE).join(' ').replace(/\s+/g, ' ')
	let name = bare([...plain].slice(0, MAX_NAME).join(''))
	while (new TextEncoder().encode(name).length > MAX_NAME) {
		name = bare([...name].slice(0, -1).join(''))
	}
	return RESERVED.test(name) ? `${name}_` : name
}

function bare(name: string): string {
	return name.replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '')
}
