<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

/** The readers of sessions: the facilitators of the network; after the end, the words of a person wait for the person who decides about their card. */
final class Sessions {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/**
	 * @param list<string> $accounts
	 * @return list<string> sessions, and what was said in them, that others read
	 */
	public static function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$db = $kernel->get(IDBConnection::class);
		$sessions = array_column($db->executeQuery('SELECT id FROM `*PREFIX*reseau_sessions`')->fetchAll(), 'id');
		$cards = array_column($db->executeQuery('SELECT r.id, p.member_id FROM `*PREFIX*reseau_session_rows` r INNER JOIN `*PREFIX*reseau_session_people` p ON p.id = r.person_id')->fetchAll(), 'member_id', 'id');
		$wrong = [];
		foreach ($sessions === [] ? [] : $accounts as $uid) {
			$kernel->resetLimits();
			$reply = $kernel->request('GET', self::API . '/said', $uid);
			if ($reply->status === 401) {
				// The account is disabled.
				continue;
			}
			foreach (array_column($reply->data()['rows'], 'id') as $id) {
				if (!in_array($uid, $facts->deciders((int)$cards[$id]), true)) {
					$wrong[] = "row $id waits for $uid";
				}
			}
			foreach ($sessions as $id) {
				$status = $kernel->request('GET', self::API . "/sessions/$id", $uid)->status;
				if ($status !== (in_array($uid, $facts->network, true) ? 200 : 403)) {
					$wrong[] = "session $id is answered $status to $uid";
				}
			}
		}
		return $wrong;
	}
}
