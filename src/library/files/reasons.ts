/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../../shared/reasons.ts'

import { t } from '../../shared/l10n.ts'

/** Why Nextcloud refuses something about files. */
export const fileReasons: Sentences = {
	exists: () => t('reseau', 'Something has this name there already. Nothing was replaced: choose another name.'),
	bad_name: () => t('reseau', 'Nextcloud does not take this name. Choose one without slashes and rare signs, not too long.'),
	no_room: () => t('reseau', 'There is no room left for this. What has arrived stays; ask who administers Nextcloud for more room, or delete something.'),
	too_big: () => t('reseau', 'This file is larger than the server takes.'),
	locked: () => t('reseau', 'Somebody is working on this file right now. Nothing was changed: try again in a moment.'),
	pieces_missing: () => t('reseau', 'The pieces of this file did not fit together. Send it again: it begins anew.'),
	unreadable: () => t('reseau', 'This file can no longer be read on your device. Was it moved? Choose it again.'),
	unsure: () => t('reseau', 'The connection was lost before the server said whether this was done. Try again when you are connected: nothing is done twice.'),
	not_in_library_folder: () => t('reseau', 'The folder of this group is not in the library, or not among your files.'),
	not_in_trash: () => t('reseau', 'It does not lie in your trash any more. Look into “Deleted files” in Files.'),
}
