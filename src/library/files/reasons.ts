/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../../shared/reasons.ts'

import { t } from '../../shared/l10n.ts'

/** Sentences for refusals about files. */
export const fileReasons: Sentences = {
	exists: () => t('reseau', 'This name already exists there. Nothing was replaced: choose another name.'),
	bad_name: () => t('reseau', 'Nextcloud does not allow this name. Choose a shorter one, without slashes and special characters.'),
	no_room: () => t('reseau', 'Not enough space. What was uploaded is kept; ask a Nextcloud administrator for more space, or delete something.'),
	too_big: () => t('reseau', 'This file is larger than the server accepts.'),
	locked: () => t('reseau', 'Someone is working on this file right now. Nothing was changed. Try again in a moment.'),
	chunks_missing: () => t('reseau', 'The parts of this file do not match. Upload it again: it starts over.'),
	unreadable: () => t('reseau', 'Could not read this file on your device. Was it moved? Choose it again.'),
	unsure: () => t('reseau', 'The connection was lost before the server confirmed. Try again when you are connected: nothing is done twice.'),
	not_in_library_folder: () => t('reseau', 'The folder of this group is not in the library, or not in your files.'),
	not_in_trash: () => t('reseau', 'It is no longer in your trash. Check “Deleted files” in Files.'),
}
