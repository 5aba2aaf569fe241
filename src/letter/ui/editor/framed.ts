/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Placeholders of the picture in the server's document: a part of the mail, or an empty picture on a page. */
const PICTURES = ['src="cid:letter.jpg"', 'src="data:image/jpeg;base64,"']

/**
 * A letter for the preview frame, with the browser's picture.
 *
 * @param html a document of the server
 * @param picture base64 of a JPEG picture
 */
export function framed(html: string, picture: string): string {
	return PICTURES
		.reduce((text, src) => text.replace(src, `src="data:image/jpeg;base64,${picture}"`), html)
		// In a frame without popups, links that open a window have no effect.
		.replace('<head>', '<head><base target="_blank">')
}
