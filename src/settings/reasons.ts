/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'

import { t } from '../shared/l10n.ts'

/** Sentences for refusals on the administration page, which is not about cards. */
export const administrationReasons: Sentences = {
	network_name_missing: () => t('reseau', 'The network needs a name.'),
	unknown_region: () => t('reseau', 'Unknown region. Choose it from the list.'),
	unknown_departement: () => t('reseau', 'Unknown département. Choose it from the list.'),
	unknown_group: () => t('reseau', 'This group does not exist in Nextcloud. Choose one from the list.'),
	unknown_account: () => t('reseau', 'This account no longer exists.'),
	foreign_group: () => t('reseau', 'Réseau only changes the group it created. Change the other one where its accounts are managed.'),
	group_not_writable: () => t('reseau', 'Nextcloud cannot change this group: its groups are managed elsewhere. Choose one of those as the facilitators group.'),
	bad_path: () => t('reseau', 'Enter the path from the top of Files, such as /Réseau, without “..”.'),
	unknown_folder: () => t('reseau', 'This folder does not exist in your Files. Create it there first, or choose another one.'),
	bad_origin: () => t('reseau', 'This is not the address of a site. Enter only its beginning, such as https://www.example.org, without a path and without “*”. Nothing was saved.'),
	unknown_preset: () => t('reseau', 'This choice does not exist. Reload the page.'),
	not_a_kit: () => t('reseau', 'This file is not a kit of Réseau. Nothing was changed.'),
	newer_file: () => t('reseau', 'This file was written by a newer version of Réseau. Update Réseau here first. Nothing was changed.'),
	too_long: () => t('reseau', 'This is too long and was not saved.'),
	too_many: () => t('reseau', 'Too many. Remove some.'),
	bad_text: () => t('reseau', 'This text contains characters that cannot be saved. Type it again.'),
}
