<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests;

use OCP\IDBConnection;

/** Rows that belong to something that does not exist, and duplicate rows. */
final class Orphans {
	/** What belongs to what: table and column, where it has to be, and the rows it applies to. */
	private const BELONGS = [
		['reseau_memberships', 'group_id', 'reseau_groups', 'id', ''],
		['reseau_memberships', 'member_id', 'reseau_members', 'id', ''],
		['reseau_asks', 'group_id', 'reseau_groups', 'id', ''],
		['reseau_meetings', 'group_id', 'reseau_groups', 'id', ''],
		['reseau_feeds', 'group_id', 'reseau_groups', 'id', 'child.group_id > 0'],
		['reseau_group_minutes', 'group_id', 'reseau_groups', 'id', ''],
		['reseau_asks', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_min_drafts', 'minutes_id', 'reseau_minutes', 'id', 'child.minutes_id IS NOT NULL'],
		['reseau_consents', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_consents', 'subscriber_id', 'reseau_subscribers', 'id', 'child.subscriber_id IS NOT NULL'],
		['reseau_subscribers', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_own_links', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_own_links', 'subscriber_id', 'reseau_subscribers', 'id', 'child.subscriber_id IS NOT NULL'],
		['reseau_sub_links', 'subscriber_id', 'reseau_subscribers', 'id', ''],
		['reseau_calls', 'member_id', 'reseau_members', 'id', ''],
		['reseau_claims', 'member_id', 'reseau_members', 'id', ''],
		['reseau_invitations', 'member_id', 'reseau_members', 'id', ''],
		['reseau_declines', 'member_id', 'reseau_members', 'id', ''],
		['reseau_declines', 'other_id', 'reseau_members', 'id', ''],
		['reseau_introductions', 'from_id', 'reseau_members', 'id', ''],
		['reseau_introductions', 'to_id', 'reseau_members', 'id', ''],
		['reseau_suggestions', 'member_id', 'reseau_members', 'id', ''],
		['reseau_suggestions', 'other_id', 'reseau_members', 'id', ''],
		['reseau_announced', 'member_id', 'reseau_members', 'id', ''],
		['reseau_announced', 'notice_id', 'reseau_notices', 'id', ''],
		['reseau_objects', 'object_id', 'reseau_members', 'id', "child.object_type = 'member'"],
		['reseau_index', 'object_id', 'reseau_members', 'id', "child.object_type = 'member'"],
		['reseau_facets', 'object_id', 'reseau_members', 'id', "child.object_type = 'member'"],
		['reseau_facet_sets', 'object_id', 'reseau_members', 'id', "child.object_type = 'member'"],
		['reseau_subjects', 'object_id', 'reseau_members', 'id', "child.object_type = 'member'"],
		['reseau_parties', 'conversation_id', 'reseau_conversations', 'id', ''],
		['reseau_parties', 'member_id', 'reseau_members', 'id', ''],
		['reseau_messages', 'conversation_id', 'reseau_conversations', 'id', ''],
		['reseau_notices', 'member_id', 'reseau_members', 'id', ''],
		['reseau_notices', 'group_id', 'reseau_groups', 'id', 'child.group_id IS NOT NULL'],
		['reseau_thanks', 'notice_id', 'reseau_notices', 'id', ''],
		['reseau_thanks', 'member_id', 'reseau_members', 'id', ''],
		['reseau_passed_notices', 'notice_id', 'reseau_notices', 'id', ''],
		['reseau_passed_notices', 'member_id', 'reseau_members', 'id', ''],
		['reseau_notice_stops', 'member_id', 'reseau_members', 'id', ''],
		['reseau_objects', 'object_id', 'reseau_notices', 'id', "child.object_type = 'notice'"],
		['reseau_index', 'object_id', 'reseau_notices', 'id', "child.object_type = 'notice'"],
		['reseau_subjects', 'object_id', 'reseau_notices', 'id', "child.object_type = 'notice'"],
		['reseau_session_people', 'session_id', 'reseau_sessions', 'id', ''],
		['reseau_session_people', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_session_rows', 'session_id', 'reseau_sessions', 'id', ''],
		['reseau_session_rows', 'person_id', 'reseau_session_people', 'id', ''],
		['reseau_session_rows', 'notice_id', 'reseau_notices', 'id', 'child.notice_id IS NOT NULL'],
		['reseau_session_pairs', 'session_id', 'reseau_sessions', 'id', ''],
		['reseau_session_pairs', 'one_id', 'reseau_members', 'id', ''],
		['reseau_session_pairs', 'other_id', 'reseau_members', 'id', ''],
		['reseau_letter_items', 'letter_id', 'reseau_letters', 'id', ''],
		['reseau_letter_items', 'object_id', 'reseau_members', 'id', "child.kind = 'person'"],
		['reseau_letter_items', 'object_id', 'reseau_notices', 'id', "child.kind IN ('notice', 'outcome')"],
		['reseau_letter_items', 'object_id', 'reseau_groups', 'id', "child.kind IN ('group', 'seeking', 'closed')"],
		['reseau_letter_items', 'object_id', 'reseau_meetings', 'id', "child.kind = 'date'"],
		['reseau_letter_items', 'object_id', 'reseau_sessions', 'id', "child.kind = 'session'"],
		['reseau_letter_mails', 'letter_id', 'reseau_letters', 'id', ''],
		['reseau_letter_mails', 'reader_id', 'reseau_subscribers', 'id', ''],
		['reseau_sheet_authors', 'sheet_id', 'reseau_sheets', 'id', ''],
		['reseau_sheet_authors', 'member_id', 'reseau_members', 'id', ''],
		['reseau_sheet_groups', 'sheet_id', 'reseau_sheets', 'id', ''],
		['reseau_evaluations', 'sheet_id', 'reseau_sheets', 'id', ''],
		['reseau_evaluations', 'member_id', 'reseau_members', 'id', ''],
		['reseau_signatures', 'sheet_id', 'reseau_sheets', 'id', ''],
		['reseau_signatures', 'member_id', 'reseau_members', 'id', 'child.member_id IS NOT NULL'],
		['reseau_links', 'a_id', 'reseau_members', 'id', "child.a_type = 'member'"],
		['reseau_links', 'b_id', 'reseau_members', 'id', "child.b_type = 'member'"],
		['reseau_objects', 'object_id', 'reseau_sheets', 'id', "child.object_type = 'sheet'"],
		['reseau_import_rows', 'import_id', 'reseau_imports', 'id', ''],
		// Those that were not sent yet are read by nobody, and deleted after 3 days (0056).
		['reseau_enquiries', 'about_id', 'reseau_groups', 'id', "child.about_type = 'group' AND child.sent_at IS NOT NULL"],
		['reseau_enquiries', 'about_id', 'reseau_notices', 'id', "child.about_type = 'notice' AND child.sent_at IS NOT NULL"],
	];

	/** What nobody has twice. */
	private const ONCE = [
		['reseau_memberships', 'group_id, member_id', ''],
		['reseau_asks', 'group_id, person_hash', ''],
		['reseau_min_drafts', 'key_hash', ''],
		['reseau_group_minutes', 'group_id, live_hash', 'WHERE live_hash IS NOT NULL'],
		['reseau_parties', 'conversation_id, side', ''],
		['reseau_subscribers', 'uid', 'WHERE uid IS NOT NULL'],
		['reseau_subscribers', 'member_id', 'WHERE member_id IS NOT NULL'],
		['reseau_subscribers', 'address_key', 'WHERE address_key IS NOT NULL'],
		['reseau_calls', 'key_hash', ''],
		['reseau_waiting', 'object_type, object_id, uid', ''],
		['reseau_daily_mails', 'uid', ''],
		['reseau_messages', 'key_hash', ''],
		['reseau_notices', 'key_hash', ''],
		['reseau_thanks', 'notice_id, member_id', ''],
		['reseau_passed_notices', 'notice_id, member_id', ''],
		['reseau_notice_stops', 'member_id', ''],
		['reseau_meetings', 'key_hash', ''],
		['reseau_feeds', 'uid, group_id', ''],
		['reseau_sessions', 'key_hash', ''],
		['reseau_session_people', 'session_id, member_id', 'WHERE member_id IS NOT NULL'],
		['reseau_session_rows', 'key_hash', ''],
		['reseau_session_pairs', 'session_id, one_id, other_id', ''],
		['reseau_letters', 'key_hash', ''],
		['reseau_letter_mails', 'letter_id, reader_id', ''],
		['reseau_introductions', 'pair', ''],
		['reseau_consents', 'member_id, what, version', "WHERE what IN ('charter')"],
	];

	/** @return list<string> in words, none where all is well */
	public static function find(IDBConnection $db): array {
		$found = [];
		foreach (self::BELONGS as [$table, $column, $to, $key, $where]) {
			$count = (int)$db->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table` child WHERE " . ($where === '' ? '' : "$where AND ") . "NOT EXISTS (SELECT 1 FROM `*PREFIX*$to` parent WHERE parent.$key = child.$column)")->fetchOne();
			if ($count > 0) {
				$found[] = "$count of $table belong to no $to";
			}
		}
		foreach (self::ONCE as [$table, $columns, $where]) {
			$twice = $db->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table` $where GROUP BY $columns HAVING COUNT(*) > 1")->fetchAll();
			if ($twice !== []) {
				$found[] = count($twice) . " of $table stand twice";
			}
		}
		return $found;
	}
}
