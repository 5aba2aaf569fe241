<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

/** The readers of a notice: the person who decides about the card of its author; while that card is shown, every account, or the people of one group, if its author is in it too. */
final class Notices {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/**
	 * @param list<string> $accounts
	 * @return list<string> notices that are read or found by others, or not by these
	 */
	public static function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$rows = $kernel->get(IDBConnection::class)->executeQuery(
			'SELECT n.id, n.member_id, n.only_group, n.state, m.status, m.suspended FROM `*PREFIX*reseau_notices` n INNER JOIN `*PREFIX*reseau_members` m ON m.id = n.member_id ORDER BY n.id',
		)->fetchAll();
		$wrong = [];
		foreach ($rows === [] ? [] : $accounts as $uid) {
			$list = $kernel->request('GET', self::API . '/notices?limit=100', $uid);
			if ($list->status === 401) {
				// The account is disabled.
				continue;
			}
			$found = array_column($list->data()['notices'], 'id');
			foreach ($rows as ['id' => $id, 'member_id' => $author, 'only_group' => $group, 'state' => $state, 'status' => $status, 'suspended' => $suspended]) {
				$own = in_array($uid, $facts->deciders((int)$author), true);
				$shown = $status === 'published' && !$suspended;
				$inside = $group === null || ($facts->state((int)$group, (int)$author) === 'active' && $facts->state((int)$group, $facts->cardOf($uid)) === 'active');
				$reads = $own || ($shown && $inside);
				if (($kernel->request('GET', self::API . "/notices/$id", $uid)->status === 200) !== $reads) {
					$wrong[] = "notice $id is " . ($reads ? 'not ' : '') . "read by $uid";
				}
				$finds = $shown && $state === 'open' && ($own || $inside);
				if (in_array((int)$id, $found, true) !== $finds) {
					$wrong[] = "notice $id is " . ($finds ? 'not ' : '') . "found by $uid";
				}
			}
		}
		return $wrong;
	}
}
