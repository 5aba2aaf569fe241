<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Portable;

/**
 * What the file of a network contains of each of the app's tables. All tables are included, as the database lists them, unless they are named here: a new table is
 * in the file without being added anywhere.
 */
final class Tables {
	/** Tables that are not in the file, and why. */
	public const LEFT_OUT = [
		'reseau_objects' => 'search index, rebuilt',
		'reseau_index' => 'search index, rebuilt',
		'reseau_facets' => 'search index, rebuilt',
		'reseau_facet_sets' => 'search index, rebuilt',
		'reseau_facet_sums' => 'search index, rebuilt',
		'reseau_subjects' => 'search index, rebuilt',
		'reseau_spellings' => 'search index, rebuilt',
		'reseau_enquiries' => 'messages of visitors: in another Nextcloud, other people would read them than those the visitor wrote to',
		'reseau_locks' => 'only held while something is written',
	];

	/** Tables that another Nextcloud does not import, and why. */
	public const ONLY_HERE = [
		'reseau_imports' => 'files that people are importing: their rows and how to undo them',
		'reseau_import_rows' => 'files that people are importing: their rows and how to undo them',
		'reseau_minutes' => 'what was made of minutes: teams, boards and folders of that Nextcloud, to undo or resume',
		'reseau_group_minutes' => 'what was made of minutes: boards and files of that Nextcloud, to undo or resume',
		'reseau_min_drafts' => 'minutes that are being read, which lead to such an import',
		'reseau_waiting' => 'lines for the next daily email, about notifications of that Nextcloud',
	];

	/** Columns by which rows are read, if there is no `id`. */
	public const KEYS = [
		'reseau_link_titles' => ['file_id'],
		'reseau_sheet_authors' => ['sheet_id', 'member_id'],
		'reseau_sheet_groups' => ['sheet_id', 'group_id'],
	];

	/** Encrypted with the secret of the instance; plain in the file. */
	public const ENCRYPTED = [
		'reseau_asks' => ['data'],
		'reseau_calls' => ['note'],
		'reseau_daily_mails' => ['token'],
		'reseau_feeds' => ['token'],
		'reseau_introductions' => ['words'],
		'reseau_messages' => ['text'],
		'reseau_min_drafts' => ['name', 'content'],
		'reseau_parties' => ['token'],
		'reseau_passed_notices' => ['token'],
		'reseau_session_people' => ['name'],
		'reseau_session_rows' => ['text'],
		'reseau_sheets' => ['writer'],
		'reseau_signatures' => ['data'],
		'reseau_subscribers' => ['address', 'token'],
	];

	/** Encrypted texts that cannot be null: empty if they can no longer be decrypted. */
	public const EMPTY_IF_LOST = [
		'reseau_messages' => ['text'],
		'reseau_session_rows' => ['text'],
	];

	/** Tables whose rows are useless without their encrypted values: left out if these can no longer be decrypted. */
	public const LEFT_OUT_IF_LOST = ['reseau_feeds', 'reseau_min_drafts', 'reseau_passed_notices'];

	/** Columns of a run that is under way: always empty in the file. */
	public const RUNS = [
		'reseau_group_minutes' => ['runner', 'runs_until'],
		'reseau_groups' => ['lease_holder', 'lease_until'],
		'reseau_letter_mails' => ['run'],
		'reseau_letters' => ['lease_holder', 'lease_until'],
	];

	/** Ids of teams, boards, conversations in Talk and imports of minutes: empty in another Nextcloud. */
	public const OF_THAT_NEXTCLOUD = [
		'reseau_groups' => [
			'team_id', 'team_gone', 'team_open', 'board_id', 'made_from', 'minutes_id', 'minutes_position', 'maker_uid', 'team_by_uid', 'board_by_uid', 'folder_by_uid',
			'making_step', 'making_note', 'undone_from',
		],
		'reseau_memberships' => ['in_team', 'left_in_teams'],
		'reseau_sessions' => ['talk_url'],
		'reseau_sheets' => ['storage_id'],
	];

	/** Columns with numbers of files, which become those of the files at the same path in another Nextcloud, and whether they may be empty. */
	public const FILES = [
		'reseau_groups' => ['folder_id' => true],
		'reseau_letters' => ['picture_file' => true, 'file_id' => true],
		'reseau_link_titles' => ['file_id' => false],
		'reseau_sheets' => ['file_id' => false],
	];

	/** Accounts that act for others: without one, the facilitators do it. */
	public const KEEPERS = [
		'reseau_introductions' => ['mediator_uid'],
		'reseau_members' => ['steward_uid'],
		'reseau_session_pairs' => ['mediator_uid'],
	];

	/** Columns that name an account, but are not called `uid` and do not end in `_uid`. */
	private const ACCOUNTS = ['created_by', 'invited_by', 'mandate_by'];

	/** App config that is exported, and whether it is lazy. The rest concerns only this instance or work that is under way. */
	public const SETTINGS = [
		'charter_told' => true,
		'departements' => false,
		'facilitators_group' => false,
		'letter_asks' => false,
		'letter_closing' => true,
		'letter_open' => true,
		'letter_opening' => true,
		'library' => true,
		'library_id' => true,
		'meetings_began' => true,
		'network_name' => false,
		'region' => false,
		'showcase' => false,
		'showcase_frames' => true,
		'showcase_indexed' => true,
		'team_preset' => true,
		'welcome' => false,
	];

	/** App config that another Nextcloud does not import, and why. */
	public const SETTINGS_ONLY_HERE = [
		'facilitators_group' => 'a group of this name may have other people there',
		'library_id' => 'found again by the path',
		'showcase' => 'an administrator allows it in each Nextcloud',
		'showcase_frames' => 'an administrator allows it in each Nextcloud',
		'showcase_indexed' => 'an administrator allows it in each Nextcloud',
	];

	/** App config that is in no file, and why. */
	public const OTHER_SETTINGS = [
		'announced_began' => 'place in a list',
		'announced_last' => 'place in a list',
		'announced_last_need' => 'place in a list',
		'enabled' => 'Nextcloud’s',
		'hash_key' => 'in the head of the file',
		'index_format' => 'search index, rebuilt',
		'installed_version' => 'Nextcloud’s',
		'meetings_last' => 'place in a list',
		'knowledge' => 'with which knowledge the search index was made',
		'reindex_at' => 'search index, rebuilt',
		'reindex_progress' => 'search index, rebuilt',
		'showcase_open' => 'opened again by a facilitator, who first sees what is in it: since the file was made, people may have taken themselves out',
		'types' => 'Nextcloud’s',
	];

	/** Whether a column names an account. */
	public static function namesAccount(string $column): bool {
		return $column === 'uid' || str_ends_with($column, '_uid') || in_array($column, self::ACCOUNTS, true);
	}
}
